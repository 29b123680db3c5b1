"""The notice of a meeting with its agenda, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType, type_name
from boardkeeper.domain.memberships import Seat, seat_name
from boardkeeper.domain.sheets.agenda import AgendaSheet, Case, Participant, SheetLine
from boardkeeper.domain.sheets.paper import Profile, status_mark
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.agenda_table import (
    agenda_table,
    case_key,
    consent_note,
    numbered,
    presented_by,
    type_legend,
)
from boardkeeper.printing.blocks import Labelled, Rule, Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.frame import PageWords, printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width, paragraph


def agenda_pdf(
    sheet: AgendaSheet, profile: Profile = Profile.NORMAL, *, two_sided: bool = False
) -> bytes:
    """The notice in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile, two_sided=two_sided)
    with speaking(sheet.language):
        return printed(_Notice(sheet, paper).story(), _page_words(sheet), paper)


def _page_words(sheet: AgendaSheet) -> PageWords:
    mark = status_mark(sheet.status)
    when_printed = _("printed {moment}").format(moment=formats.stamp(sheet.printed_at))
    body = sheet.organisation
    if sheet.registration_number:
        body += " · " + _registration(sheet)
    return PageWords(
        language=sheet.language,
        title=f"{_title(sheet)} · {sheet.organisation}",
        subject=f"{sheet.meeting}, {formats.long_moment(sheet.starts_at, sheet.ends_at)}",
        keywords=(_("agenda"), _("notice of meeting"), sheet.organisation),
        author=sheet.organisation,
        body=body,
        document=" · ".join((_("Agenda"), sheet.meeting)),
        date=formats.date(sheet.starts_at),
        status=f"{mark} · {when_printed}" if mark else _capitalised(when_printed),
        confidentiality=sheet.confidentiality,
        mark=mark,
        printed_at=sheet.printed_at,
    )


def _title(sheet: AgendaSheet) -> str:
    mark = status_mark(sheet.status)
    if not mark:
        return sheet.heading
    return _("{mark}: {heading}").format(mark=mark, heading=sheet.heading)


def _registration(sheet: AgendaSheet) -> str:
    return _("Registration no. {number}").format(number=sheet.registration_number)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Notice:
    """The story of one notice, set in the type of one profile."""

    def __init__(self, sheet: AgendaSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._type: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        self._label_width = round(self._width * 0.2 if self._width > 400 else self._width * 0.24)
        self._label_width = max(self._label_width, round(74 * self._type.scale))

    def story(self) -> list[Flowable]:
        return [
            *self._title_block(),
            *self._facts(),
            *self._agenda(),
            *self._next_meetings(),
            *self._cases(),
        ]

    # The head of the first page

    def _title_block(self) -> Iterator[Flowable]:
        kind, unit = self._type, self._type.unit
        yield Stripe(ink(self._sheet.colour))
        yield paragraph(self._sheet.organisation, kind.body_strong)
        if self._sheet.registration_number:
            yield paragraph(_registration(self._sheet), kind.label)
        yield Spacer(0, unit * 1.2)
        yield from heading(
            _title(self._sheet), kind.title, self._width, key="notice", below=unit * 1.2
        )

    def _facts(self) -> Iterator[Flowable]:
        sheet = self._sheet
        when = formats.long_moment(sheet.starts_at, sheet.ends_at)
        yield self._labelled(
            pgettext("on a notice", "When"), _capitalised(when), self._type.body_strong
        )
        for label, text in (
            (pgettext("on a notice", "Where"), sheet.place),
            (_("Link"), sheet.link),
            (pgettext("on a notice", "Refreshments"), sheet.refreshments),
            (_("Getting there"), sheet.travel_note),
            (_("Why we meet"), sheet.purpose),
        ):
            if text.strip():
                yield self._labelled(label, text)
        yield Spacer(0, self._type.unit * 0.4)
        yield from self._people()
        for label, text in (
            (_("Meeting chair"), sheet.chair),
            (_("Minute-taker"), sheet.minute_taker),
            (_("Apologies to"), sheet.apologies),
            (pgettext("on a notice", "Notice"), sheet.notice),
        ):
            if text:
                yield self._labelled(label, text)

    def _people(self) -> Iterator[Flowable]:
        called = (Seat.ORDINARY, Seat.STAFF, Seat.APPOINTED)
        for label, seats in (
            (pgettext("on a notice", "Called"), called),
            (_("Alternates"), (Seat.ALTERNATE,)),
            (_("Observers"), (Seat.OBSERVER,)),
            (_("Guests"), (Seat.HONORARY,)),
        ):
            group = [each for each in self._sheet.participants if each.seat in seats]
            if group:
                yield self._label(label, self._participants(group))

    def _participants(self, group: list[Participant]) -> Table:
        """Names and roles; in two columns, read downwards, where many fit side by side."""
        body, quiet = self._type.body, self._type.label
        width = self._width - self._label_width
        pairs = [(each.name, _role(each)) for each in group]
        names = max(line_width(name, body) for name, _role_ in pairs) + 14
        roles = max(line_width(role, quiet) for _name, role in pairs) + 14
        columns = 2 if len(group) > 4 and names + roles <= width / 2 else 1
        name_width = min(max(names, width / columns * 0.5), width / columns * 0.7)
        height = ceil(len(pairs) / columns)
        rows = []
        for at in range(height):
            cells: list[Cell] = []
            for name, role in pairs[at::height]:
                cells += [Cell(pieces=((name, body),)), Cell(pieces=((role, quiet),))]
            cells += [Cell()] * (2 * columns - len(cells))
            rows.append(Row(cells=tuple(cells), above=0, below=0, is_ruled=False))
        widths = (Column(width=name_width), Column(width=width / columns - name_width))
        return table(widths * columns, rows)

    # The agenda

    def _agenda(self) -> Iterator[Flowable]:
        unit = self._type.unit
        yield from self._headed(_("Agenda"), key="agenda", lines=5)
        yield agenda_table(self._sheet, self._type, self._width)
        notes = [note for note in (type_legend(self._sheet), consent_note(self._sheet)) if note]
        if notes:
            yield Spacer(0, unit * 0.5)
        for note in notes:
            yield paragraph(note, self._type.column)

    def _next_meetings(self) -> Iterator[Flowable]:
        if not self._sheet.next_meetings:
            return
        yield from self._headed(_("Next meetings"), key="next", lines=2)
        yield Spacer(0, self._type.unit * 0.2)
        kind = self._type
        pairs = [
            (
                _capitalised(formats.long_moment(meeting.starts_at, meeting.ends_at)),
                ", ".join(part for part in (meeting.title, meeting.place) if part),
            )
            for meeting in self._sheet.next_meetings
        ]
        widest = max(line_width(when, kind.cell) for when, _what in pairs) + 24
        left = min(widest, self._width * 0.7)
        rows = [
            Row(
                cells=(Cell(pieces=((when, kind.cell),)), Cell(pieces=((what, kind.cell_quiet),))),
                above=1.5,
                below=1.5,
                is_ruled=False,
            )
            for when, what in pairs
        ]
        yield table((Column(width=left), Column(width=self._width - left)), rows)

    def _headed(self, text: str, *, key: str, lines: int) -> Iterator[Flowable]:
        unit = self._type.unit
        return heading(
            text,
            self._type.heading,
            self._width,
            key=key,
            above=unit * 1.5,
            below=unit * 0.3,
            needs=unit * lines,
        )

    # The cases

    def _cases(self) -> Iterator[Flowable]:
        if not self._sheet.cases:
            return
        unit = self._type.unit
        yield from heading(
            _("The items one by one"),
            self._type.chapter,
            self._width,
            key="cases",
            above=unit * 2.4,
            needs=unit * 12,
        )
        for place, case in enumerate(self._sheet.cases):
            yield from self._case(case, case_key(place))

    def _case(self, case: Case, key: str) -> Iterator[Flowable]:
        line, unit = case.line, self._type.unit
        yield CondPageBreak(unit * 9)
        yield Rule(above=unit * 1.1, below=unit * 0.6)
        yield from heading(
            numbered(line),
            self._type.heading,
            self._width,
            key=key,
            level=1,
            needs=unit * 5,
        )
        yield paragraph(_about(line), self._type.cell_quiet, below=unit * 0.6)
        for label, text in (
            (_("Purpose"), case.purpose),
            (_("Background"), case.background),
            (_("Economy"), case.economy),
        ):
            yield from self._prose(label, text)
        yield from self._prose(_("Recommendation"), case.recommendation, is_marked=True)

    def _prose(self, label: str, text: str, *, is_marked: bool = False) -> Iterator[Flowable]:
        """A labelled text, one block for each of its paragraphs (blank lines part them)."""
        for piece in _paragraphs(text):
            yield self._labelled(label, piece, is_marked=is_marked)
            label = ""

    def _labelled(
        self, label: str, text: str, style: TextStyle | None = None, *, is_marked: bool = False
    ) -> Labelled:
        body = paragraph(text, style or self._type.body)
        return self._label(label, body, is_marked=is_marked)

    def _label(self, label: str, content: Flowable, *, is_marked: bool = False) -> Labelled:
        return Labelled(
            label,
            content,
            style=self._type.label,
            label_width=self._label_width,
            below=self._type.unit * 0.3,
            is_marked=is_marked,
        )


def _role(participant: Participant) -> str:
    """The role in words, unless the heading of the group says the same."""
    return "" if participant.role == seat_name(participant.seat) else participant.role


def _about(line: SheetLine) -> str:
    """What kind of item, when, how long and by whom, on one line."""
    parts = [] if line.type is ItemType.PLAIN else [type_name(line.type)]
    if line.minutes:
        parts += [formats.clock(line.starts_at), formats.duration(line.minutes)]
    if line.presenter:
        parts.append(presented_by(line))
    return " · ".join(parts)


def _paragraphs(text: str) -> list[str]:
    """The pieces between blank lines."""
    pieces: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            pieces[-1].append(line)
        elif pieces[-1]:
            pieces.append([])
    return ["\n".join(piece) for piece in pieces if piece]
