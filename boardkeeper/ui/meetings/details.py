"""Everything about a meeting besides its agenda, saved as it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.meetings import Meeting, MeetingKind, kind_name
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import (
    Caption,
    ChoiceField,
    DateField,
    Heading,
    LineField,
    NumberField,
    ScrollPage,
    Space,
    TextField,
    TimeRangeField,
)


class MeetingDetails(QWidget):
    """When, where, why and with whom."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._offered: list[tuple[PersonId | None, str]] = []
        self._form: RecordForm[Meeting] = RecordForm(services.meetings.change)
        self._build()
        self._connect()

    def _build(self) -> None:
        add, keep = self._form.add, self._form.keep
        today = self._services.clock.today
        self._form.add_widget(Heading(_("When and where")))
        self._date = add("starts_at", DateField(_("Date"), today))
        self._times = add("ends_at", TimeRangeField(_("From and to")), beside=True)
        self._only_this = Caption(
            _("Date and time changed here change this meeting only, not its series.")
        )
        self._form.add_widget(self._only_this)
        keep("place", LineField(_("Place")))
        keep("link", LineField(_("Link or phone number"), placeholder="https://"), beside=True)
        self._form.add_widget(Heading(_("What for")))
        keep(
            "purpose",
            TextField(
                _("Purpose"),
                lines=2,
                placeholder=_("Why do we meet, and what do we want out of it?"),
            ),
        )
        kinds = [(each, kind_name(each)) for each in MeetingKind]
        keep("kind", ChoiceField(_("Kind of meeting"), kinds))
        keep("number", NumberField(_("Number"), lowest=1, highest=9999), beside=True)
        keep(
            "title",
            LineField(_("Own title"), hint=_("Left empty, it is called by kind and number.")),
        )
        self._form.add_widget(Heading(_("Who")))
        nobody: list[tuple[PersonId | None, str]] = [(None, _("Nobody yet"))]
        self._chair = keep("chair_id", ChoiceField(_("Chair of the meeting"), nobody))
        self._minute_taker = keep(
            "minute_taker_id", ChoiceField(_("Minute-taker"), nobody), beside=True
        )
        self._form.add_widget(Heading(_("Practical matters")))
        keep("refreshments", LineField(_("Refreshments")))
        keep("travel_note", LineField(_("How to get there")), beside=True)
        self._sent_on = keep(
            "notice_sent_on", DateField(_("Notice sent on"), today), kept_as=_day_sent
        )
        keep("notes", TextField(_("Private notes"), lines=3))
        page = ScrollPage(max_width=760)
        page.widget().layout().setContentsMargins(0, Space.M, 0, Space.XL)  # type: ignore[union-attr] # ScrollPage lays out
        page.add(self._form)
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self._date.committed.connect(self._on_date_committed)
        self._times.committed.connect(self._on_times_committed)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting, or what has changed in the one that is shown."""
        before = self._meeting
        if before is not None and before.id != meeting.id:
            self.finish()
            before = None
        self._meeting = meeting
        self._offer_people(meeting)
        self._form.show_record(meeting)
        times = (meeting.starts_at.time(), meeting.ends_at.time())
        if before is None or not self._date.control.hasFocus():
            self._date.set_value(meeting.day)
        if before is None or not self._times.control.hasFocus():
            self._times.set_value(times)
        self._only_this.setVisible(meeting.series_id is not None)
        self._sent_on.setVisible(meeting.notice_sent_on is not None)

    def finish(self) -> None:
        """Save what has been typed and not yet saved."""
        if self._meeting is not None:
            self._form.commit()

    def forget(self) -> None:
        """The meeting is gone: save nothing more."""
        self._meeting = None

    def move_meeting(self) -> None:
        """Put the keyboard in the date, ready for another one."""
        self._date.setFocus()
        if hasattr(self._date.control, "selectAll"):
            self._date.control.selectAll()

    def _offer_people(self, meeting: Meeting) -> None:
        """Offer those who sit on the board that day, and whoever has been chosen already."""
        chosen = {meeting.chair_id, meeting.minute_taker_id}
        offered: dict[PersonId | None, str] = {None: _("Nobody yet")}
        for seated in self._services.memberships.of_organisation(meeting.organisation_id):
            if seated.sits_on(meeting.day) or seated.person.id in chosen:
                offered[seated.person.id] = seated.person.name
        for person_id in chosen - offered.keys():
            if person_id is not None:
                offered[person_id] = self._services.people.get(person_id).name
        choices = list(offered.items())
        if choices != self._offered:
            self._offered = choices
            self._chair.set_choices(choices)
            self._minute_taker.set_choices(choices)

    def _on_date_committed(self) -> None:
        if self._meeting is None:
            return
        try:
            starts_at = moved_day(self._meeting, self._date.value())
            self._services.meetings.reschedule(self._meeting.id, starts_at)
        except InvalidField as error:
            self._date.show_error(str(error))

    def _on_times_committed(self) -> None:
        if self._meeting is None:
            return
        try:
            self._services.meetings.change(at_times(self._meeting, self._times.value()))
        except InvalidField as error:
            self._times.show_error(str(error))


def _day_sent(day: date | None) -> date:
    if day is None:
        message = _("The day the notice went out is needed for the deadlines.")
        raise InvalidField("notice_sent_on", message)
    return day


def moved_day(meeting: Meeting, day: date | None) -> datetime:
    """The meeting's start on another day. Raises InvalidField without one."""
    if day is None:
        raise InvalidField("starts_at", _("A meeting needs a date."))
    return datetime.combine(day, meeting.starts_at.time())


def at_times(meeting: Meeting, times: tuple[time, time] | None) -> Meeting:
    """The meeting on its day from one time to another; an end before the start is past midnight."""
    if times is None:
        raise InvalidField("ends_at", _("A meeting needs a time, as 19-21."))
    starts_at, ends_at = span(meeting.day, times)
    return replace(meeting, starts_at=starts_at, ends_at=ends_at)


def span(day: date, times: tuple[time, time]) -> tuple[datetime, datetime]:
    """Start and end on a day; an end before the start is on the next."""
    starts_at, ends_at = (datetime.combine(day, each) for each in times)
    return starts_at, ends_at if ends_at > starts_at else ends_at + timedelta(days=1)
