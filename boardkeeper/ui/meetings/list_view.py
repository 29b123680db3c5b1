"""The list of meetings: those ahead, those behind, or all, searched as one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    ChoiceField,
    EmptyState,
    RecordList,
    RecordListModel,
    RowFace,
    SearchField,
    Space,
    Title,
    scaled,
)
from boardkeeper.ui.meetings.meeting_words import caption_of, chip_of, tone_of
from boardkeeper.ui.meetings.tabs import Tabs
from boardkeeper.ui.wrapping import Wrapping

MOST_AT_ONCE = 2_000
"""Meetings listed at once; more of them would be felt at every step."""


class Span(IntEnum):
    """Which meetings are listed."""

    UPCOMING = 0
    PAST = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Nothing:
    """What the list says where it has nothing to list."""

    icon: str
    sentence: str
    button: str


class MeetingList(QWidget):
    """Meetings as card rows. It shows and is pressed; the page does."""

    opened = Signal(object)
    delete_wanted = Signal(object)
    print_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._years: list[int] = []
        self._said: Nothing | None = None
        self._model: RecordListModel[Meeting] = RecordListModel(
            (), face=self._face(), search_by=self._searched_words, parent=self
        )
        self._list = RecordList(self._model, _("Meetings"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._new = Button(_("New meeting"), kind=ButtonKind.PRIMARY, icon="calendar-plus")
        head = QHBoxLayout()
        head.addWidget(Title(_("Meetings")), 1)
        head.addWidget(self._new)
        self._spans = Tabs(
            _("Which meetings"),
            [
                pgettext("meetings", "Upcoming"),
                pgettext("meetings", "Past"),
                pgettext("meetings", "All"),
            ],
        )
        self._year: ChoiceField[int] = ChoiceField(_("Year"), [], is_label_hidden=True)
        self._year.hide()
        self._search = SearchField(_("Search the meetings"))
        self._search.setMinimumWidth(scaled(240))
        self._filters = QWidget()
        filters = Wrapping(Space.M, self._filters)
        filters.add(self._spans)
        filters.add(self._year)
        filters.add(self._search, at_end=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._nothing = EmptyState("calendar-days", "", "")
        self._stack.addWidget(self._nothing)
        self._column = QWidget()
        self._column.setMaximumWidth(scaled(880))
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._filters)
        column.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.M)
        outer.addWidget(self._column, 100)
        outer.addStretch(1)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_wanted)
        self._spans.currentChanged.connect(self._on_span_changed)
        self._year.changed.connect(self.refresh)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._on_moved_down)
        self._list.clicked.connect(self._on_clicked)
        self._list.opened.connect(self.opened)
        self._list.delete_wanted.connect(self.delete_wanted)
        self._list.context_actions = self._actions

    @property
    def chosen(self) -> Meeting | None:
        """The meeting that is marked in the list."""
        found = self._list.chosen_record()
        return found if isinstance(found, Meeting) else None

    def choose(self, meeting_id: MeetingId) -> None:
        """Mark a meeting, if it is listed."""
        self._list.choose(meeting_id)

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """List one organisation's meetings only, or everyone's, from the next refresh on."""
        self._organisation_id = organisation_id

    def refresh(self) -> None:
        """Read the meetings asked for and list them."""
        self._organisations = {each.id: each for each in self._services.organisations.all()}
        span = Span(self._spans.currentIndex())
        is_by_year = self._is_by_year(span)
        if is_by_year:
            self._offer_years(span)
        self._year.setVisible(is_by_year and bool(self._years))
        self._new.setVisible(bool(self._organisations))
        self._filters.setVisible(bool(self._organisations))
        found = self._meetings(span)
        if self._organisation_id is not None:
            found = [each for each in found if each.organisation_id == self._organisation_id]
        self._model.set_records(found)
        self._show_list_or_nothing()

    def take_focus(self) -> None:
        """Put the keyboard in the list, on the meeting it stood on or the first."""
        if self._model.rowCount() and self.chosen is None:
            self._list.choose_row(0)
        self._list.setFocus()

    def find_here(self) -> None:
        """Put the keyboard in the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def _meetings(self, span: Span) -> list[Meeting]:
        meetings = self._services.meetings
        if span is Span.UPCOMING:
            return meetings.upcoming()
        if span is Span.PAST:
            return meetings.past(self._year.value()) if self._years else []
        now = self._services.clock.now()
        every = meetings.of_year(self._year.value()) if self._is_by_year(span) else meetings.all()
        ahead = [each for each in every if each.ends_at > now]
        behind = [each for each in reversed(every) if each.ends_at <= now]
        return ahead + behind

    def _is_by_year(self, span: Span) -> bool:
        """Past meetings come a year at a time, and all of them where they are very many."""
        is_much = span is Span.ALL and self._services.meetings.count() > MOST_AT_ONCE
        return span is Span.PAST or is_much

    def _offer_years(self, span: Span) -> None:
        """The years there is something in; this one first, the one chosen ever after."""
        meetings = self._services.meetings
        years = meetings.past_years() if span is Span.PAST else meetings.years()
        if years == self._years:
            return
        is_first = not self._years
        self._years = years
        self._year.set_choices([(year, str(year)) for year in years])
        if is_first and self._services.clock.today().year in years:
            self._year.set_value(self._services.clock.today().year)

    def _show_list_or_nothing(self) -> None:
        if self._model.rowCount():
            self._stack.setCurrentWidget(self._list)
            return
        nothing = self._what_to_say()
        if nothing != self._said:
            self._said = nothing
            self._stack.removeWidget(self._nothing)
            self._nothing.deleteLater()
            self._nothing = EmptyState(nothing.icon, nothing.sentence, nothing.button)
            self._nothing.wanted.connect(self._on_nothing_pressed)
            self._stack.addWidget(self._nothing)
        self._stack.setCurrentWidget(self._nothing)

    def _what_to_say(self) -> Nothing:
        searched = self._search.text().strip()
        if searched:
            sentence = _("No meeting here fits “{text}”.").format(text=searched)
            return Nothing("search-x", sentence, _("Clear the search"))
        if not self._organisations:
            sentence = _("Name your board and the day it meets, and the agenda is begun.")
            return Nothing("calendar-plus", sentence, _("Plan the first meeting"))
        if self._spans.currentIndex() == Span.PAST:
            return Nothing("calendar-check", _("No meeting has been held yet."), "")
        return Nothing("calendar-days", _("No meetings lie ahead."), _("Plan a meeting"))

    def _face(self) -> RowFace[Meeting]:
        today = self._services.clock.today
        return RowFace(
            title=title_of,
            caption=lambda meeting: caption_of(meeting, self._label_of(meeting), today()),
            chip=lambda meeting: chip_of(meeting, today()),
            tone=lambda meeting: tone_of(meeting, today()),
            colour=self._colour_of,
            is_muted=lambda meeting: meeting.state is MeetingState.CANCELLED,
        )

    def _actions(self, meeting: Meeting) -> Sequence[Action]:
        return (
            Action(pgettext("meeting", "Open"), lambda: self.opened.emit(meeting), "arrow-right"),
            Action(_("Print…"), lambda: self.print_wanted.emit(meeting), "printer"),
            Action(
                _("Delete the meeting"),
                lambda: self.delete_wanted.emit(meeting),
                "trash-2",
                is_dangerous=True,
            ),
        )

    def _label_of(self, meeting: Meeting) -> str:
        organisation = self._organisations.get(meeting.organisation_id)
        return organisation.label if organisation is not None else ""

    def _colour_of(self, meeting: Meeting) -> str:
        organisation = self._organisations.get(meeting.organisation_id)
        return organisation.colour if organisation is not None else ""

    def _searched_words(self, meeting: Meeting) -> str:
        organisation = self._organisations.get(meeting.organisation_id)
        name = organisation.name if organisation is not None else ""
        label, day = self._label_of(meeting), formats.date(meeting.day)
        return " ".join((title_of(meeting), label, name, day, meeting.place, meeting.purpose))

    def _on_span_changed(self) -> None:
        self.refresh()

    def _on_searched(self, text: str) -> None:
        self._model.set_filter(text)
        self._show_list_or_nothing()

    def _on_moved_down(self) -> None:
        if self._model.rowCount():
            self._list.choose_row(0)
            self._list.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.record(index.row()))

    def _on_nothing_pressed(self) -> None:
        if self._search.text():
            self._search.clear()
            self._search.setFocus()
        else:
            self.new_wanted.emit()
