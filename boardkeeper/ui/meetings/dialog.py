"""Planning a meeting, or a series: of a board there is, or of one that is only now named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.meetings import Meeting, MeetingKind, kind_name
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.organisations import kind_name as organisation_kind_name
from boardkeeper.domain.recurrence import Rule
from boardkeeper.domain.series import Series
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    CheckField,
    ChoiceField,
    DateField,
    Dialog,
    LineField,
    NumberField,
    TimeField,
    TimeRangeField,
)
from boardkeeper.ui.meetings.details import span
from boardkeeper.ui.series.preview import Days, SeriesPreview
from boardkeeper.ui.series.repeat_pane import RepeatPane
from boardkeeper.ui.series.unfolding import UnfoldingDialog

_UNNUMBERED = (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What the services propose for an organisation and a day; nothing of it is stored."""

    meeting: Callable[[OrganisationId, date], Meeting]
    series: Callable[[OrganisationId, date, Rule], Series]
    days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """A meeting to be planned, and whether it begins with the usual agenda.

    With a `series`, it is its first meeting, and the series plans it.
    """

    meeting: Meeting
    with_agenda: bool
    series: Series | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMeeting:
    """The first board one writes down, and when it meets."""

    name: str
    kind: OrganisationKind
    starts_at: datetime


class MeetingDialog(UnfoldingDialog[NewMeeting]):
    """Asks when and where; the rest is proposed from how the organisation usually meets.

    Choosing how it repeats unfolds the fields of a series, and says what that gives.
    """

    def __init__(
        self,
        organisations: Sequence[Organisation],
        chosen: OrganisationId,
        proposals: Proposals,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        day: date | None = None,
    ) -> None:
        super().__init__(_("New meeting"), accept=_("Plan the meeting"), parent=parent)
        self._proposals = proposals
        self._propose = proposals.meeting
        self._today = today
        self._touched: set[str] = set()
        self._pane = RepeatPane(today, with_not=True)
        self._preview = SeriesPreview(proposals.days)
        self._build_form(organisations)
        self.form.fields.update(self._pane.form.fields)
        self.add_side(self._pane, self._preview)
        self._organisation.set_value(chosen)
        self._connect()
        self._show_proposal()
        self._date.set_value(day)
        (self._date if day is None else self._times).setFocus()

    def read(self) -> NewMeeting:
        meeting = self._meeting()
        return NewMeeting(
            meeting=meeting,
            with_agenda=self._with_agenda.value(),
            series=self._series_of(meeting) if self._pane.is_repeating else None,
        )

    def _meeting(self) -> Meeting:
        day, times = self._date.value(), self._times.value()
        if day is None:
            raise InvalidField("starts_at", _("A meeting needs a date."))
        if times is None:
            raise InvalidField("ends_at", _("A meeting needs a time, as 19-21."))
        starts_at, ends_at = span(day, times)
        return replace(
            self._propose(self._organisation.value(), day),
            starts_at=starts_at,
            ends_at=ends_at,
            kind=self._kind.value(),
            number=self._number.value(),
            place=self._place.value(),
        )

    def _series_of(self, meeting: Meeting) -> Series:
        """The series the meeting begins, repeating as the pane says."""
        rule = self._pane.rule(meeting.starts_at)
        proposed = self._proposals.series(meeting.organisation_id, meeting.day, rule)
        lasts = meeting.ends_at - meeting.starts_at
        series = replace(
            proposed,
            starts_at=meeting.starts_at,
            minutes=int(lasts.total_seconds()) // 60,
            kind=meeting.kind,
            place=meeting.place,
        )
        return self._pane.applied_to(series)

    def _build_form(self, organisations: Sequence[Organisation]) -> None:
        add = self.form.add
        choices = [(each.id, each.name) for each in organisations]
        self._organisation = add("organisation_id", ChoiceField(_("Which board?"), choices))
        self._date = add("starts_at", DateField(_("Date"), self._today))
        self._times = add("ends_at", TimeRangeField(_("From and to")), beside=True)
        self._repeats = add("rule", self._pane.repeats)
        kinds = [(each, kind_name(each)) for each in MeetingKind]
        self._kind = add("kind", ChoiceField(_("Kind of meeting"), kinds))
        self._number = add("number", NumberField(_("Number"), lowest=1, highest=9999), beside=True)
        self._place = add("place", LineField(_("Place")))
        self._with_agenda = add("with_agenda", CheckField(_("With the usual agenda")))
        self._with_agenda.set_value(True)

    def _connect(self) -> None:
        self._organisation.changed.connect(self._show_proposal)
        self._kind.changed.connect(self._on_kind_changed)
        self._repeats.changed.connect(self._on_repeats_changed)
        self._date.changed.connect(self._on_date_changed)
        for field in (self._organisation, self._times):
            field.changed.connect(self._show_preview)
        self._pane.changed.connect(self._show_preview)
        for name in ("ends_at", "kind", "number", "place"):
            self.form.fields[name].changed.connect(lambda name=name: self._touched.add(name))

    def _show_proposal(self) -> None:
        """Fill in what the organisation usually does, where nothing else has been written."""
        proposed = self._propose(self._organisation.value(), self._today())
        values = {
            "ends_at": (proposed.starts_at.time(), proposed.ends_at.time()),
            "kind": proposed.kind,
            "number": proposed.number,
            "place": proposed.place,
        }
        for name, value in values.items():
            if name not in self._touched:
                self.form.fields[name].set_value(value)

    def _on_kind_changed(self) -> None:
        if "number" not in self._touched:
            proposed = self._propose(self._organisation.value(), self._today())
            is_unnumbered = self._kind.value() in _UNNUMBERED
            self._number.set_value(None if is_unnumbered else proposed.number)

    def _on_repeats_changed(self) -> None:
        """A series numbers its meetings itself, and each gets its agenda when its time comes."""
        is_repeating = self._pane.is_repeating
        self._number.setVisible(not is_repeating)
        self._with_agenda.setVisible(not is_repeating)
        self.accept_button.set_text(_("Plan the series") if is_repeating else _("Plan the meeting"))
        self._show_preview()
        self.unfold(is_open=is_repeating)

    def _on_date_changed(self) -> None:
        try:
            day = self._date.value()
        except UserError:
            day = None  # half a date; it is complained of when the keyboard leaves it
        if day is not None:
            self._pane.follow(day)
        self._show_preview()

    def _show_preview(self) -> None:
        if self._pane.is_repeating:
            self._preview.show_series(lambda: self._series_of(self._meeting()))


class FirstMeetingDialog(Dialog[FirstMeeting]):
    """The first run: a name and a date give a board and an agenda."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(
            _("The first meeting"),
            accept=_("Make the agenda"),
            explanation=_("A name and a date are enough. Everything can be changed later."),
            parent=parent,
        )
        add = self.form.add
        self._name = add(
            "name", LineField(_("Name of the board"), placeholder=_("The Oak Street Kindergarten"))
        )
        self._date = add("starts_at", DateField(_("Date of the next meeting"), today))
        self._time = add("time", TimeField(_("From what time")), beside=True)
        kinds = [(each, organisation_kind_name(each)) for each in OrganisationKind]
        self._kind = add("kind", ChoiceField(_("What kind of board?"), kinds))
        self._kind.set_value(OrganisationKind.ASSOCIATION)
        self._time.set_value(time(19, 0))
        self._name.setFocus()

    def read(self) -> FirstMeeting:
        if not self._name.value():
            raise InvalidField("name", _("An organisation needs a name."))
        day, starts = self._date.value(), self._time.value()
        if day is None:
            raise InvalidField("starts_at", _("A meeting needs a date."))
        if starts is None:
            raise InvalidField("time", _("A meeting needs a time, as 19.30."))
        return FirstMeeting(
            name=self._name.value(),
            kind=self._kind.value(),
            starts_at=datetime.combine(day, starts),
        )
