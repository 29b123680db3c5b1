"""The notice of a meeting with its agenda, as a Word document."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.markdown import BULLET, Line, Span
from boardkeeper.domain.sheets import agenda_words as words
from boardkeeper.domain.sheets.agenda import AgendaSheet, Case, SheetLine
from boardkeeper.exchange.docx_file import Cell, Column, WordFile
from boardkeeper.i18n import _, pgettext, speaking


def agenda_docx(sheet: AgendaSheet) -> bytes:
    """The notice in the sheet's language. The same sheet gives the same bytes."""
    with speaking(sheet.language):
        file = WordFile(words.page_words(sheet))
        _put_head(file, sheet)
        _put_people(file, sheet)
        _put_agenda(file, sheet)
        _put_next_meetings(file, sheet)
        if sheet.cases:
            file.heading(_("Background to the items"), 1)
            for case in sheet.cases:
                _put_case(file, case)
        return file.content()


def _put_head(file: WordFile, sheet: AgendaSheet) -> None:
    file.paragraph((Span(sheet.organisation, is_bold=True),))
    if sheet.registration_number:
        file.paragraph(words.registration(sheet), "Caption")
    file.title(words.title(sheet))
    file.labelled(pgettext("on a notice", "When"), words.when(sheet), is_bold=True)
    for label, text in (*words.facts(sheet), *words.arrangements(sheet)):
        file.labelled(label, text)


def _put_people(file: WordFile, sheet: AgendaSheet) -> None:
    groups = words.groups(sheet)
    if not groups:
        return
    file.heading(_("Participants"), 1)
    columns = (
        Column(name=pgettext("column", "Name"), most=64),
        Column(name=pgettext("column", "Role")),
        Column(name=pgettext("column", "Invited as"), most=40),
    )
    rows = [
        (
            Cell(text=each.name, is_bold=True),
            Cell(text=words.role(each)),
            Cell(text=words.invited_as(each)),
        )
        for _label, group in groups
        for each in group
    ]
    file.table(columns, rows)


def _put_agenda(file: WordFile, sheet: AgendaSheet) -> None:
    file.heading(_("Agenda"), 1)
    for note in words.notes(sheet):
        file.paragraph(note, "Caption")
    has_times = sheet.minutes > 0
    has_types = any(words.letter(line.type) for line in sheet.lines)
    has_presenters = any(line.presenter for line in sheet.lines)
    shown = (True, has_times, has_times, True, has_types, has_presenters)
    columns = (
        Column(name=pgettext("column", "No."), least=10, most=22),
        Column(name=pgettext("column", "Time"), most=18),
        Column(name=pgettext("column", "Min."), most=16, is_right=True),
        Column(name=pgettext("column", "Item")),
        Column(name=pgettext("column", "Type"), most=16),
        Column(name=pgettext("column", "Presenter"), most=38),
    )
    rows = [_line(line, sheet) for line in sheet.lines]
    if has_times:
        total = Cell(text=str(sheet.minutes), is_bold=True)
        rows.append((Cell(), Cell(), total, Cell(text=_("In all"), is_quiet=True), Cell(), Cell()))
    file.table(
        [column for column, is_shown in zip(columns, shown, strict=True) if is_shown],
        [[cell for cell, is_shown in zip(row, shown, strict=True) if is_shown] for row in rows],
    )


def _line(line: SheetLine, sheet: AgendaSheet) -> tuple[Cell, ...]:
    is_bold, is_quiet = line.is_section, line.is_break
    return (
        Cell(text=line.number, is_bold=is_bold),
        Cell(text=formats.time(line.starts_at), is_quiet=is_quiet),
        Cell(text=str(line.minutes) if line.minutes else "", is_quiet=is_quiet),
        Cell(
            text=words.titled(line, sheet.edition),
            is_bold=is_bold,
            is_quiet=is_quiet,
            depth=line.depth,
        ),
        Cell(text=words.letter(line.type)),
        Cell(text=line.presenter),
    )


def _put_next_meetings(file: WordFile, sheet: AgendaSheet) -> None:
    if not sheet.next_meetings:
        return
    file.heading(_("Next meetings"), 1)
    bulleted = []
    for meeting in sheet.next_meetings:
        about = ", ".join(part for part in (meeting.title, meeting.place) if part)
        bulleted.append(Line(1, BULLET, (Span(f"{words.when(meeting)} – {about}"),)))
    file.lines(bulleted)


def _put_case(file: WordFile, case: Case) -> None:
    file.heading(case.line.title, 2, number=case.line.number)
    about = words.about(case.line)
    if about:
        file.paragraph(about, "Caption")
    for label, text in words.case_texts(case):
        file.heading(label, 3)
        file.lines(_lines(text))
    if case.recommendation:
        file.heading(_("Recommendation"), 3)
        file.lines(_lines(case.recommendation))


def _lines(text: str) -> list[Line]:
    """The paragraphs and list items of a text, as minutes have theirs."""
    found = []
    for mark, piece in words.pieces(text):
        marker = mark if mark[:1].isdigit() or not mark else BULLET
        found.append(Line(1 if mark else 0, marker, (Span(piece),)))
    return found
