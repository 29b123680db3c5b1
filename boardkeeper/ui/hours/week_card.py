"""One week of the forecast: what it comes to, why it is red, and the meetings behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.forecast import Line
from boardkeeper.domain.hours import activity_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.week_load import away_in_words
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Button, ButtonKind, Caption, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows, add_left

_MOST_ROWS = 10


@dataclass(slots=True)
class Piece:
    """A meeting of the week with all it brings, or a task."""

    lines: list[Line] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)


class WeekCard(Card):
    """The week that is chosen in the picture."""

    meeting_wanted = Signal(str)
    task_wanted = Signal(str)
    organisation_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._contents: list[RowContent] = []
        self._sum = Body()
        self._reasons = Body(tone=Tone.DANGER)
        self._away = Caption()
        self._rows = Rows()
        self._more = Button("", kind=ButtonKind.QUIET, icon="chevron-down")
        self._more.clicked.connect(self._on_more_wanted)
        self._nothing = Body(_("Nothing is planned in this week."), tone=Tone.MUTED)
        for each in (self._sum, self._reasons, self._away, self._rows, self._nothing):
            self.add(each)
        add_left(self, self._more)

    def show_week(self, week: Week, organisations: Mapping[OrganisationId, Organisation]) -> None:
        """Show this week."""
        name = formats.week(week.monday)
        days = formats.date_range(week.monday, week.sunday)
        self.set_title(f"{name[:1].upper()}{name[1:]} · {days}")
        self._sum.setText(_sum_in_words(week))
        self._sum.setVisible(bool(week.lines))
        self._reasons.setText(
            "\n".join(_("Red: {reason}").format(reason=r.text) for r in week.reasons)
        )
        self._reasons.setVisible(week.is_red)
        away = away_in_words(week)
        self._away.setText(" · ".join(away))
        self._away.setVisible(bool(away))
        self._contents = [self._row(each, week, organisations) for each in pieces_of(week)]
        self._show_rows(_MOST_ROWS)
        self._nothing.setVisible(not week.lines)

    @Slot()
    def _on_more_wanted(self) -> None:
        self._show_rows(len(self._contents))

    def _show_rows(self, most: int) -> None:
        """The first rows, and a button for the others: each row takes its time to make."""
        self._rows.show_rows(self._contents[:most])
        self._rows.setVisible(bool(self._contents))
        left = len(self._contents) - most
        self._more.setVisible(left > 0)
        self._more.set_text(_("Show {count} more").format(count=left))

    def _row(
        self, piece: Piece, week: Week, organisations: Mapping[OrganisationId, Organisation]
    ) -> RowContent:
        line = piece.lines[0]
        organisation = organisations[line.organisation_id]
        meeting, task = line.meeting, line.task

        def opened() -> None:
            if line.meeting_id is not None:
                self.meeting_wanted.emit(line.meeting_id)
            elif task is not None:
                self.task_wanted.emit(task.id)
            else:
                self.organisation_wanted.emit(organisation.id)

        when = formats.day(line.on)
        if meeting is not None:
            when = formats.moment(meeting.starts_at)
        return RowContent(
            key=meeting.id if meeting is not None else task.id if task is not None else "",
            about=(tuple(piece.lines), organisation),
            title=f"{formats.duration(piece.minutes)} · {line.title}",
            caption=" · ".join((organisation.label, *_parts(piece), *_remarks(piece, week))),
            chip=when,
            colour=organisation.colour.value,
            open=opened,
        )


def pieces_of(week: Week) -> list[Piece]:
    """The week's meetings and tasks, by day, each with the lines it brings."""
    pieces: dict[str, Piece] = {}
    for line in week.lines:
        key = line.meeting.id if line.meeting is not None else line.task.id if line.task else ""
        pieces.setdefault(key, Piece()).lines.append(line)
    return list(pieces.values())


def _sum_in_words(week: Week) -> str:
    """`9,5 t i alt · 3 aftener`, beside what the ceiling allows where there is one."""
    limits = week.ceiling
    hours = formats.hours(week.minutes)
    if limits is not None and limits.minutes_a_week is not None:
        told = _("{hours} of {ceiling}").format(
            hours=hours, ceiling=formats.hours(limits.minutes_a_week)
        )
    else:
        told = _("{hours} in all").format(hours=hours)
    evenings = formats.number(len(week.evenings))
    if limits is not None and limits.evenings_a_week is not None:
        nights = _("{count} of {ceiling} evenings").format(
            count=evenings, ceiling=limits.evenings_a_week
        )
    else:
        nights = _("evenings: {count}").format(count=evenings)
    return f"{told} · {nights}"


def _parts(piece: Piece) -> Sequence[str]:
    """`møde 2 t`, `forberedelse 1 t`; nothing where there is but one part."""
    if len(piece.lines) == 1 and piece.lines[0].is_meeting:
        return ()
    return [
        f"{activity_name(line.activity).lower()} {formats.duration(line.minutes)}"
        for line in piece.lines
    ]


def _remarks(piece: Piece, week: Week) -> list[str]:
    """What the piece does to the week's limits, and that it is only planned by its series."""
    remarks = []
    if any(line in week.customer_lines for line in piece.lines):
        remarks.append(_("in customers' time"))
    if any(line.is_evening for line in piece.lines):
        remarks.append(_("evening"))
    if not piece.lines[0].is_stored:
        remarks.append(_("planned by its series"))
    return remarks
