"""The minutes of a meeting, as a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardkeeper.domain.markdown import Span
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets import letterhead_words
from boardkeeper.domain.sheets import minutes_words as words
from boardkeeper.domain.sheets.minutes import (
    DecisionWords,
    MinutesItem,
    MinutesSheet,
    TaskWords,
    VoteWords,
)
from boardkeeper.exchange.docx_file import Cell, Column, WordFile
from boardkeeper.i18n import _, pgettext, speaking

_FEWEST_IN_SUMMARY = 2
_ROOM_TO_SIGN = 11
"""Height of the row somebody signs in, in millimetres."""

_Spans = tuple[Span, ...]


def minutes_docx(sheet: MinutesSheet) -> bytes:
    """The minutes in the sheet's language. The same sheet gives the same bytes."""
    with speaking(sheet.language):
        file = WordFile(words.page_words(sheet))
        is_list = sheet.style is MinutesStyle.ACTIONS
        _put_head(file, sheet)
        _put_attendance(file, sheet)
        _put_summary(file, sheet.decisions)
        if is_list:
            _put_tasks(file, sheet)
        for item in sheet.items:
            if not is_list or item.is_settled or item.is_withheld:
                _put_item(file, item)
        if not is_list:
            _put_tasks(file, sheet)
            _put_papers(file, sheet)
        _put_conclusion(file, sheet)
        return file.content()


def _put_head(file: WordFile, sheet: MinutesSheet) -> None:
    head = sheet.letterhead
    file.paragraph((Span(head.organisation, is_bold=True),))
    if head.registration_number:
        file.paragraph(letterhead_words.registration(head), "Caption")
    file.title(letterhead_words.title_of(head), head.subtitle)
    file.labelled(pgettext("on a notice", "When"), words.when(sheet), is_bold=True)
    for label, text in words.facts(sheet):
        file.labelled(label, text)


def _put_attendance(file: WordFile, sheet: MinutesSheet) -> None:
    if sheet.attendees:
        file.heading(_("Attendance"), 1)
        columns = (
            Column(name=pgettext("column", "Name"), most=52),
            Column(name=pgettext("column", "Role"), most=42),
            Column(name=pgettext("column", "Attendance")),
            Column(name=pgettext("column", "Votes"), most=20, is_right=True),
        )
        rows = [
            (
                Cell(text=each.name, is_bold=each.took_part),
                Cell(text=each.title),
                Cell(text=words.attendance_of(each)),
                Cell(text=words.votes_of(each)),
            )
            for each in sheet.attendees
        ]
        file.table(columns, rows)
    for label, text in (
        (_("Quorum"), sheet.quorum),
        (_("Conflicts of interest"), words.interests(sheet)),
    ):
        if text:
            file.labelled(label, text)


def _put_summary(file: WordFile, decisions: Sequence[DecisionWords]) -> None:
    if len(decisions) < _FEWEST_IN_SUMMARY:
        return
    file.heading(_("Decisions in brief"), 1)
    columns = (
        Column(name=pgettext("column", "No."), most=40),
        Column(name=pgettext("column", "Item"), most=20),
        Column(name=pgettext("column", "Decision")),
    )
    rows = [
        (
            Cell(text=each.number, is_bold=True),
            Cell(text=each.item),
            Cell(text=words.in_brief(each.text)),
        )
        for each in decisions
    ]
    file.table(columns, rows)


def _put_papers(file: WordFile, sheet: MinutesSheet) -> None:
    if not sheet.papers:
        return
    file.heading(_("Appendices"), 1)
    for each in sheet.papers:
        file.paragraph(" ".join(part for part in (each.number, each.title) if part))


def _put_item(file: WordFile, item: MinutesItem) -> None:
    file.heading(words.item_title(item), 1 + item.depth, number=item.number)
    about = " · ".join(part for part in (item.times, words.about(item)) if part)
    if about:
        file.paragraph(about, "Caption")
    for event in item.events:
        file.paragraph((Span(event.sentence, is_bold=event.is_lost),))
    file.lines(item.lines)
    for decision in item.decisions:
        file.framed(list(_decision(decision)))
    for vote in item.votes:
        file.framed([(Span(_("Vote")),), *_vote(vote)])
    for statement in item.statements:
        lead = Span(words.lead_of(statement), is_bold=True)
        file.paragraph((lead, Span(f"\n{statement.text}")), "Quote")
    if item.tasks:
        _put_task_table(file, item.tasks, is_brief=True)
    if item.outcome:
        file.paragraph((Span(item.outcome, is_bold=True),))


def _decision(decision: DecisionWords) -> Iterator[_Spans]:
    yield (Span(words.decision_name(decision)),)
    yield (Span(decision.text, is_bold=True),)
    if decision.basis:
        yield (Span(words.basis_of(decision)),)
    for vote in decision.votes:
        yield from _vote(vote)


def _vote(vote: VoteWords) -> Iterator[_Spans]:
    """What was asked, what came of it and by which rule, and who voted what."""
    for text in (vote.question, words.mover_of(vote)):
        if text:
            yield (Span(text),)
    yield (Span(" ".join(part for part in (vote.result, vote.rule) if part)),)
    for choice, names in vote.names:
        yield (Span(f"{choice}: {names}"),)


def _put_tasks(file: WordFile, sheet: MinutesSheet) -> None:
    for heading, tasks in (
        (_("Tasks from this meeting"), sheet.tasks),
        (_("Tasks from earlier meetings"), sheet.earlier_tasks),
    ):
        if tasks:
            file.heading(heading, 1)
            _put_task_table(file, tasks)


def _put_task_table(file: WordFile, tasks: Sequence[TaskWords], *, is_brief: bool = False) -> None:
    """What, who, by when, and which item it came of; the item's own is `is_brief`."""
    has_items = not is_brief and any(task.item for task in tasks)
    columns = [
        Column(name=pgettext("column", "Task")),
        Column(name=pgettext("column", "Who"), most=46),
        Column(name=pgettext("column", "Due"), most=30),
        Column(name=pgettext("column", "Item"), most=18),
    ]
    rows = [
        [
            Cell(text=task.text, remark=words.remark_on(task, is_brief=is_brief)),
            Cell(text=task.owners),
            Cell(text=words.due_of(task)),
            Cell(text=task.item),
        ]
        for task in tasks
    ]
    count = 4 if has_items else 3
    file.table(columns[:count], [row[:count] for row in rows])


def _put_conclusion(file: WordFile, sheet: MinutesSheet) -> None:
    rows = words.conclusion(sheet)
    is_signed = bool(sheet.signatories) and sheet.style is not MinutesStyle.ACTIONS
    if not rows and not is_signed:
        return
    file.heading(_("Conclusion"), 1)
    for label, text in rows:
        file.labelled(label, text, stays=is_signed)
    if is_signed:
        file.heading(words.signed(sheet), 2)
        columns = (
            Column(name=pgettext("column", "Name"), least=50, most=62),
            Column(name=pgettext("column", "Signature")),
            Column(name=_("Date"), least=32, most=32),
        )
        signatures = [
            (Cell(text=each.name, remark=each.title), Cell(), Cell()) for each in sheet.signatories
        ]
        file.table(columns, signatures, height=_ROOM_TO_SIGN, is_whole=True)
