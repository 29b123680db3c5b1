"""The window: sections at the left, the chosen one beside them, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.holidays import prepare_holidays
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.i18n import _, language
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.filing import show_folder
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.kit import (
    Action,
    Button,
    ChoiceField,
    ConfirmDialog,
    IconButton,
    MessageBar,
    Sidebar,
    Space,
    ToastHost,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.palette.keeping import SearchKeeper
from boardkeeper.ui.papers import Paper
from boardkeeper.ui.sections import foot_sections, page_class, place_of, upper_sections
from boardkeeper.ui.shortcuts import ShortcutsDialog
from boardkeeper.ui.timer.chip import TimerChip
from boardkeeper.ui.timer.desk import TimerDesk
from boardkeeper.ui.transfers import Transfers

_SMALLEST = (1024, 700)
_FILTER_WIDTH = 260
_NARROW = 760
"""Pixels, at text size 100 %, of a window in whose bar a picture alone leads to the search."""
_MINUTE = 60_000
_SOON = 50
"""Milliseconds between the things that are prepared once the window is on screen."""
_LARGE = ("boards", "meetings")
"""Sections whose pages are made before they are asked for: making them takes longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where one was: a section, the thing open in it, and the part of it that was looked for."""

    section: str
    opened: str = ""
    part: str = ""


class MainWindow(QMainWindow):
    """Holds the pages, carries out their wishes, and keeps what they share in one place."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    text_size_wanted = Signal(int)
    sample_wanted = Signal()
    own_data_wanted = Signal()
    day_changed = Signal()

    def __init__(
        self,
        services: Services,
        settings: SettingsFile,
        folders: Folders,
        *,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self.services = services
        self._settings = settings
        self._folders = folders
        self._is_sample = is_sample
        self._changes = ChangeNotifier(services.journal, self)
        self._jobs = Jobs(self)
        self._transfers = Transfers(services, settings, self._changes, self._jobs, self)
        self._search = SearchKeeper(services, self._changes, self._jobs, self)
        self.timer = TimerDesk(services, self)
        self._pages: dict[str, Page] = {}
        self._may_lose = False
        self._been: list[_Place] = []
        self._ahead: list[_Place] = []
        self._day = services.clock.today()
        self._unprepared = self._what_to_prepare()
        self._build()
        self._connect()
        self.refresh()
        self.go_to("today")

    def _build(self) -> None:
        self.setWindowTitle("BoardKeeper")
        self.setMinimumSize(*_SMALLEST)
        self._sidebar = Sidebar(upper_sections(), foot_sections())
        self._back = IconButton("arrow-left", _("Back"), shortcut="Alt+Left")
        self._forward = IconButton("arrow-right", _("Forward"), shortcut="Alt+Right")
        self._search_button = Button(_("Search"), icon="search")
        set_tooltip(self._search_button, _("Search, or do anything") + " (Ctrl+K)")
        self._filter: ChoiceField[OrganisationId | None] = ChoiceField(
            _("Show"), [(None, _("All boards"))], is_label_hidden=True
        )
        self._filter.setMaximumWidth(scaled(_FILTER_WIDTH))
        self._timer_chip = TimerChip(self.services, self._changes, self.timer)
        self.messages = MessageBar()
        self._banner = MessageBar()
        self._stack = QStackedWidget()
        self.toasts = ToastHost(self)

        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.M, Space.L, 0)
        bar.setSpacing(Space.S)
        bar.addWidget(self._back)
        bar.addWidget(self._forward)
        bar.addStretch(1)
        bar.addWidget(self._timer_chip)
        bar.addWidget(self._search_button)
        bar.addWidget(self._filter, 100)  # as wide as it may be, and narrower before it sticks out

        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._banner)
        beside.addLayout(bar)
        beside.addWidget(self.messages)
        beside.addWidget(self._stack, 1)

        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addLayout(beside, 1)
        self.setCentralWidget(whole)
        self._restore_geometry()
        if self._is_sample:
            self._banner.show_info(
                _("This is sample data. Your own is untouched."),
                [Action(_("Back to my own"), self.own_data_wanted.emit)],
            )

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.go_to)
        self._back.clicked.connect(self.go_back)
        self._forward.clicked.connect(self.go_forward)
        self._search_button.clicked.connect(self.show_palette)
        self._filter.changed.connect(self._filter_pages)
        self._changes.changed.connect(self._on_changed)
        self.timer.said.connect(self._say_with_undo)
        self._transfers.saved.connect(self.toasts.show_toast)
        self._transfers.taken_in.connect(self._say_with_undo)
        self._transfers.refused.connect(self.tell)
        self._transfers.dropped.connect(self._on_dropped)
        if not self._is_sample:  # a phone follows the person's own meetings
            self._transfers.start_publishing()
        for keys, do in self._shortcuts():
            QShortcut(QKeySequence(keys), self, do)
        _the_application().focusChanged.connect(self._on_focus_changed)
        clock = QTimer(self)
        clock.timeout.connect(self._look_at_the_clock)
        clock.start(_MINUTE)
        self._soon = QTimer(self, interval=_SOON)
        self._soon.timeout.connect(self._prepare_next)
        self._soon.start()

    def _shortcuts(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+N", self.make_new),
            ("Ctrl+Shift+N", self.plan_meeting),
            ("Ctrl+T", self.log_time),
            ("Ctrl+M", self.take_minutes),
            ("Ctrl+K", self.show_palette),
            ("Ctrl+F", self.find_here),
            ("Ctrl+P", self.print_this),
            ("F1", self.show_shortcuts),
            ("Ctrl++", lambda: self._change_text_size(+10)),
            ("Ctrl+-", lambda: self._change_text_size(-10)),
            ("Ctrl+0", lambda: self._choose_text_size(100)),
            *((f"Ctrl+{n}", lambda n=n: self._sidebar.choose_nth(n)) for n in range(1, 10)),
        ]

    def refresh(self) -> None:
        """Read what the frame itself shows: the organisations one can filter by."""
        choices: list[tuple[OrganisationId | None, str]] = [(None, _("All boards"))]
        choices += [(each.id, each.name) for each in self.services.organisations.all()]
        shown = self._filter.value()
        self._filter.set_choices(choices)
        self._filter.setVisible(len(choices) > 2)
        if self._filter.value() != shown:  # the organisation has gone
            self._filter_pages()
        self._count()

    def _count(self) -> None:
        """Say in the sidebar how many tasks of mine are due, and how much lies in the trash."""
        self._sidebar.set_count("tasks", self.services.tasks.count_of_mine_due())
        self._sidebar.set_count("trash", len(self.services.trash.entries()))

    @property
    def page(self) -> Page:
        """The page on screen."""
        return self._pages[self._been[-1].section]

    def go_to(self, section: str, opened: str = "", part: str = "") -> None:
        """Show a section, and something in it, remembering where one came from."""
        place = _Place(section=section, opened=opened, part=part)
        if not self._been or self._been[-1] != place:
            self._been.append(place)
            self._ahead.clear()
        self._show(place)

    def go_back(self) -> None:
        if len(self._been) > 1:
            self._ahead.append(self._been.pop())
            self._show(self._been[-1])

    def go_forward(self) -> None:
        if self._ahead:
            self._been.append(self._ahead.pop())
            self._show(self._been[-1])

    def undo(self) -> None:
        """Take the last command back and say which."""
        self._commit_typing()
        done = self.services.journal.undo()
        words = _("Undone: {what}").format(what=done.label) if done else _("Nothing to undo.")
        self.toasts.show_toast(words)

    def redo(self) -> None:
        done = self.services.journal.redo()
        words = _("Done again: {what}").format(what=done.label) if done else _("Nothing to redo.")
        self.toasts.show_toast(words)

    def make_new(self) -> None:
        """Ctrl+N: the new thing of the section on screen."""
        self.page.make_new()

    def find_here(self) -> None:
        """Ctrl+F: the search field of the page on screen."""
        self.page.find_here()

    def print_this(self) -> None:
        """Ctrl+P: the paper of what is on screen."""
        self.page.print_this()

    def plan_meeting(self) -> None:
        """Ctrl+Shift+N: a new meeting, from anywhere."""
        self.make_in("meetings")

    def log_time(self) -> None:
        """Ctrl+T: straight to the line where time is written down."""
        self.go_to("hours")
        self.page.log_time()

    def start_timer(self) -> None:
        """Ask what for, and start the timer."""
        self.timer.ask_to_start(self._filter.value())

    def stop_timer(self) -> None:
        """Write down what the timer measured, if one runs."""
        self.timer.stop()

    def take_minutes(self) -> None:
        """Ctrl+M: the minutes of the meeting at hand, or else of the next one."""
        if self.page.take_minutes():
            return
        chosen = self._filter.value()
        meeting = self.services.meetings.next(chosen) or self.services.meetings.last(chosen)
        if meeting is None:
            self.toasts.show_toast(_("There is no meeting to minute yet."))
            return
        self.go_to("meetings", meeting.id)
        self.page.take_minutes()

    def make_in(self, section: str, part: str = "") -> None:
        """The new thing of a section, or of a part of it, from anywhere."""
        self.go_to(section, part=part)
        self.page.make_new()

    def print_in(self, section: str, part: str = "") -> None:
        """The paper of a section, or of a part of it, from anywhere."""
        self.go_to(section, part=part)
        self.page.print_this()

    def find_duplicates(self) -> None:
        """Show who may stand among the people twice."""
        from boardkeeper.ui.people.page import PeoplePage  # noqa: PLC0415 - as below

        self.go_to("people")
        if isinstance(self.page, PeoplePage):
            self.page.find_duplicates()

    def verify_minutes(self) -> None:
        """Hold approved minutes against what was approved."""
        from boardkeeper.ui.decisions.page import DecisionsPage  # noqa: PLC0415 - as below

        self.go_to("decisions")
        if isinstance(self.page, DecisionsPage):
            self.page.verify()

    def bring_in_contacts(self) -> None:
        """Contacts from a file that is asked for."""
        self._transfers.ask_contacts()

    def save_contacts(self) -> None:
        """Everybody into a file that is asked for."""
        self._transfers.save_contacts()

    def export(self) -> None:
        """Every record into a file that is asked for."""
        self._transfers.ask_export()

    def bring_in(self) -> None:
        """Records from a file that is asked for."""
        self._transfers.ask_import()

    def bring_in_old_minutes(self) -> None:
        """A folder of old minutes, whose files become an archive."""
        self._transfers.ask_archive()

    def save_calendar(self) -> None:
        """Every meeting into a calendar file that is asked for."""
        self._transfers.save_calendar()

    def show_palette(self) -> None:
        """Ctrl+K: search, or do anything."""
        # A start does not wait for it.
        from boardkeeper.ui.palette.opening import opened_over  # noqa: PLC0415

        self._commit_typing()
        been = [(place.section, place.opened) for place in reversed(self._been) if place.opened]
        opened_over(self, self, self.services, been, self._filter.value())

    def preview(self, paper: Paper, *, over: QWidget | None = None) -> None:
        """Show a paper as it will be printed; over a dialog where it is wished from one."""
        # The library that reads PDFs back is needed by the preview alone.
        from boardkeeper.ui.preview.dialog import PreviewDialog  # noqa: PLC0415

        self._commit_typing()
        PreviewDialog(paper, self._jobs, over or self).open()

    def make_pack(self, meeting_id: str) -> None:
        """Make the pack of a meeting, show it, and send it on its way."""
        from boardkeeper.ui.packs.dialog import PackDialog  # noqa: PLC0415 - as above

        self._commit_typing()
        PackDialog(self.services, MeetingId(meeting_id), self._jobs, self).open()

    def what_if_yes(self, seat_id: str = "") -> None:
        """What a new seat would do to the year; of one that is kept, that one."""
        from boardkeeper.ui.simulator.dialog import SimulatorDialog  # noqa: PLC0415 - as above

        self._commit_typing()
        dialog = SimulatorDialog(self.services, self)
        dialog.choose(seat_id)
        dialog.print_wanted.connect(lambda paper: self.preview(paper, over=dialog))
        dialog.organisation_wanted.connect(lambda each: self.go_to("boards", each))
        dialog.said.connect(self._say_with_undo)
        dialog.open()

    def what_if_left(self, membership_id: str) -> None:
        """What the year would be like without one of my seats."""
        from boardkeeper.ui.simulator.leaving import LeavingDialog  # noqa: PLC0415 - as above

        self._commit_typing()
        LeavingDialog(self.services, MembershipId(membership_id), self).open()

    def show_shortcuts(self) -> None:
        ShortcutsDialog(self).open()

    def tell(self, problem: str) -> None:
        """Say what went wrong and what to do, in the bar above the page."""
        self.messages.show_error(problem)

    def settle(self) -> None:
        """Store what is being typed and let everything under way end."""
        self._finish_pages()
        self._end_what_is_under_way()

    def leave(self) -> None:
        """Close without asking: what can be stored has been by `settle`."""
        self._may_lose = True
        self.close()

    def _finish_pages(self) -> list[str]:
        """Store what is being typed; returns the names of what is not complete enough to be."""
        return [each for page in self._pages.values() for each in page.finish()]

    def _end_what_is_under_way(self) -> None:
        self._commit_typing()
        self._timer_chip.rest()
        self._transfers.finish()
        self._search.stop()
        self._jobs.wait()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        unfinished = [] if self._may_lose else self._finish_pages()
        if unfinished:
            event.ignore()
            self._ask_to_lose(unfinished)
            return
        self._soon.stop()
        self._end_what_is_under_way()
        self._settings.change(window=bytes(self.saveGeometry().toHex().data()).decode())
        _the_application().focusChanged.disconnect(self._on_focus_changed)
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Z in a text takes typing back first, and then the last command; so with redo."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_used_up(watched, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Say less in the bar of a narrow window, so that the filter can be read."""
        self._timer_chip.fit(self.width())
        is_narrow = self.width() < scaled(_NARROW)
        self._search_button.set_text("" if is_narrow else _("Search"))
        self._search_button.setAccessibleName(_("Search"))
        self._forward.setVisible(not is_narrow or bool(self._ahead))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._filter.setMaximumWidth(scaled(_FILTER_WIDTH))
            self._fit_bar()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, left: QWidget | None, entered: QWidget | None) -> None:
        """Watch the text one types in, and no other: every event would pass through here."""
        if isinstance(left, QLineEdit | QPlainTextEdit):
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit | QPlainTextEdit):
            entered.installEventFilter(self)

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Organisation, TrashEntry):
            self.refresh()
        elif change_set.touches(Task, TaskOwner, Person):
            self._count()
        for change in change_set.changes:
            if isinstance(change.after, TrashEntry) and change.before is None:
                words = _("“{title}” is in the trash.").format(title=change.after.title)
                self.toasts.show_toast(words, undo=self.undo)

    @Slot(str)
    def _say_with_undo(self, words: str) -> None:
        self.toasts.show_toast(words, undo=self.undo)

    def _ask_to_lose(self, unfinished: list[str]) -> None:
        """Ask before the window closes over something half written."""
        words = _(
            "What you began to write in {what} is not complete, and cannot be stored yet."
            " Everything else is stored."
        )
        named = ", ".join(_("“{title}”").format(title=each) for each in unfinished)
        dialog = ConfirmDialog(
            _("Close BoardKeeper?"), words.format(what=named), _("Close without it"), parent=self
        )
        # The dialog closes first.
        dialog.ask(lambda _nothing: QTimer.singleShot(0, self, self.leave))

    @Slot(list)
    def _on_dropped(self, files: list[Path]) -> None:
        self.messages.clear()
        self._transfers.take_in(files, self._filter.value())

    def _show(self, place: _Place) -> None:
        page = self._page(place.section)
        self._sidebar.choose(place_of(place.section))
        self._stack.setCurrentWidget(page)
        page.bring_up_to_date()
        if place.opened:
            page.open_record(place.opened)
        else:
            page.close_record()
        page.take_focus()
        if place.part:
            page.open_part(place.part)
        self.messages.clear()
        self._back.setEnabled(len(self._been) > 1)
        self._forward.setEnabled(bool(self._ahead))
        self._fit_bar()

    def _page(self, section: str) -> Page:
        """The section's page, made when it is first wanted."""
        if section not in self._pages:
            page = self._made(section)
            page.organisation_id = self._filter.value()
            page.meeting_wanted.connect(lambda each: self.go_to("meetings", each))
            page.organisation_wanted.connect(lambda each: self.go_to("boards", each))
            page.person_wanted.connect(lambda each: self.go_to("people", each))
            page.task_wanted.connect(lambda each: self.go_to("tasks", each))
            page.contacts_import_wanted.connect(self._transfers.ask_contacts)
            page.contacts_export_wanted.connect(self._transfers.save_contacts)
            page.decision_wanted.connect(lambda each: self.go_to("decisions", each))
            page.week_of_hours_wanted.connect(lambda day: self.go_to("hours", day.isoformat()))
            page.review_wanted.connect(lambda each: self.go_to("reviews", each))
            page.meetings_wanted.connect(self._show_meetings_of)
            page.new_meeting_wanted.connect(self.plan_meeting)
            page.new_meeting_for.connect(self._plan_meeting_for)
            page.new_meeting_on.connect(self._plan_meeting_on)
            page.print_wanted.connect(self.preview)
            page.pack_wanted.connect(self.make_pack)
            page.save_wanted.connect(self._transfers.save_paper)
            page.calendar_file_wanted.connect(self._transfers.save_calendar)
            page.sample_wanted.connect(self.sample_wanted)
            page.yes_simulator_wanted.connect(self.what_if_yes)
            page.leaving_simulator_wanted.connect(self.what_if_left)
            page.said.connect(self._say_with_undo)
            self._pages[section] = page
            self._stack.addWidget(page)
        return self._pages[section]

    def _made(self, section: str) -> Page:
        if section == "settings":
            return self._made_preferences()
        return page_class(section)(self.services, self._changes)

    def _made_preferences(self) -> Page:
        # Imported when it is first shown, as the other pages are: see `sections`.
        from boardkeeper.ui.preferences.page import PreferencesPage  # noqa: PLC0415

        page = PreferencesPage(self.services, self._changes, self._settings, self._folders)
        page.language_wanted.connect(self.language_wanted)
        page.theme_wanted.connect(self.theme_wanted)
        page.text_size_wanted.connect(self.text_size_wanted)
        page.folder_wanted.connect(lambda: show_folder(self._folders.data))
        self._transfers.serve(page)
        return page

    def _plan_meeting_for(self, organisation_id: str) -> None:
        self.go_to("meetings")
        self.page.make_new_for(organisation_id)

    def _plan_meeting_on(self, day: date) -> None:
        self.go_to("meetings")
        self.page.make_new_on(day)

    def _show_meetings_of(self, organisation_id: str) -> None:
        self._filter.set_value(OrganisationId(organisation_id))
        self._filter_pages()
        self.go_to("meetings")

    def _filter_pages(self) -> None:
        for page in self._pages.values():
            page.show_organisation(self._filter.value())

    def _change_text_size(self, step: int) -> None:
        self._choose_text_size(min(200, max(100, self._settings.current.text_size + step)))

    def _choose_text_size(self, percent: int) -> None:
        self.text_size_wanted.emit(percent)
        if "settings" in self._pages:
            self._pages["settings"].bring_up_to_date(even_if_fresh=True)

    def _look_at_the_clock(self) -> None:
        """At midnight “in 3 days” becomes “in 2 days”."""
        if self._day != self.services.clock.today():
            self._day = self.services.clock.today()
            for page in self._pages.values():
                page.bring_up_to_date(even_if_fresh=True)
            self._count()
            self.day_changed.emit()

    def _what_to_prepare(self) -> list[Callable[[], object]]:
        """What a start does not wait for, in steps that nobody notices."""
        sections = [each.key for each in (*upper_sections(), *foot_sections())]
        imports = [partial(page_class, each) for each in (*sections, "reviews")]
        return [*imports, *(partial(self._page, each) for each in _LARGE)]

    def _prepare_next(self) -> None:
        """Import a page, then make the large ones, and at last have the calendar's holidays."""
        if self._unprepared:
            self._unprepared.pop(0)()
            return
        self._soon.stop()
        self._search.start()
        year, spoken = self._day.year, language()
        self._jobs.run(lambda: prepare_holidays(year, spoken), lambda _nothing: None)

    def _commit_typing(self) -> None:
        """What is being typed is stored before anything that looks at the records."""
        focused = _the_application().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
            focused.setFocus()

    def _restore_geometry(self) -> None:
        stored = self._settings.current.window
        if not stored or not self.restoreGeometry(QByteArray.fromHex(stored.encode())):
            self.resize(1280, 820)


def _is_used_up(watched: QObject, event: QKeyEvent) -> bool:
    """Whether Ctrl+Z (or its opposite) has nothing left to do in the text it is pressed in."""
    if not isinstance(watched, QLineEdit | QPlainTextEdit):
        return False
    text = watched if isinstance(watched, QLineEdit) else watched.document()
    if event.matches(QKeySequence.StandardKey.Undo):
        return not text.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()


def _the_application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - a window has one
    return application
