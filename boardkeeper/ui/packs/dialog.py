"""The meeting pack: chosen at the left, shown at the right, and sent on its way below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.meetings import MeetingId, title_of
from boardkeeper.domain.packs import PackProfile
from boardkeeper.files import write_whole
from boardkeeper.i18n import _, ngettext
from boardkeeper.printing.raster import Pages, UnreadablePages
from boardkeeper.services.catalogue import Services
from boardkeeper.services.pack_building import Pack
from boardkeeper.services.prepared import Document
from boardkeeper.ui.appendices.leaf_view import LeafView
from boardkeeper.ui.appendices.progress import Progress
from boardkeeper.ui.filing import ask_for_folder, ask_where_to_save, show_folder
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    EmptyState,
    IconButton,
    MenuButton,
    MessageBar,
    Scrolling,
    Space,
    Title,
    scaled,
)
from boardkeeper.ui.packs.choices import PackChoices, WantedPack
from boardkeeper.ui.packs.making import Making
from boardkeeper.ui.packs.profile_dialog import ProfileDialog
from boardkeeper.ui.preview.paper import print_document
from boardkeeper.ui.wrapping import Wrapping

_WIDEST_CHOICES = 430
"""Pixels; in large text the pages need the room."""

_PAUSE = 300
"""Milliseconds after a choice until the pack is made again: the next choice may follow."""


class PackDialog(QDialog):
    """Makes the pack as soon as it opens and whenever a choice is made; shows exactly its bytes."""

    def __init__(
        self, services: Services, meeting_id: MeetingId, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._packs = services.packs
        self._meeting = services.meetings.get(meeting_id)
        self._jobs = jobs
        self._making: Making | None = None
        self._made_as: WantedPack | None = None
        self.pack: Pack | None = None
        self.setModal(True)
        self.setWindowTitle(_("Meeting pack"))
        self.setAccessibleName(_("Meeting pack"))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._make)
        self._build()
        self._connect()
        self._make()

    def _build(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1120, room.width()), min(780, room.height()))
        sitting = self._services.memberships.of_organisation(self._meeting.organisation_id)
        people = [each.person for each in sitting if each.sits_on(self._meeting.day)]
        lines = self._services.agenda.of(self._meeting.id).lines
        self._choices = PackChoices(
            people, lines, has_versions=bool(self._packs.versions(self._meeting.id))
        )
        self._messages = MessageBar()
        self._progress = Progress()
        self._pages = LeafView()
        self._stack = QStackedWidget()
        self._none = EmptyState("book-open", _("No pack is made yet."), _("Make the pack"))
        self._stack.addWidget(Scrolling(self._none))
        self._stack.addWidget(self._pages)
        self._warnings = Card(_("To know before it goes out"))
        self._warnings.hide()
        left = QVBoxLayout()
        left.setSpacing(Space.L)
        beside = Scrolling(self._choices)
        beside.setFixedWidth(min(scaled(300), _WIDEST_CHOICES))
        left.addWidget(beside, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self._progress)
        right.addWidget(self._warnings)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(self._made_head())
        column.addWidget(self._messages)
        column.addLayout(middle, 1)
        column.addLayout(self._made_foot())

    def _made_head(self) -> QHBoxLayout:
        self._smaller = IconButton("zoom-out", _("Smaller"))
        self._larger = IconButton("zoom-in", _("Larger"))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(
            Title(_("Meeting pack · {meeting}").format(meeting=title_of(self._meeting))), 1
        )
        head.addWidget(self._smaller)
        head.addWidget(self._larger)
        return head

    def _made_foot(self) -> Wrapping:
        self._page = Caption("")
        self._page.setWordWrap(False)
        self._close = Button(_("Close"), kind=ButtonKind.QUIET)
        self._more = MenuButton(
            _("Send"),
            [
                Action(_("Mail drafts…"), self._draft_mails, "mail"),
                Action(_("Folder for a USB stick…"), self._fill_stick, "usb"),
            ],
            icon="send",
        )
        self._release = Button(_("Mark as sent"), icon="circle-check")
        self._save = Button(_("Save…"), icon="download")
        self._print = Button(_("Print…"), kind=ButtonKind.PRIMARY, icon="printer")
        self._actions = (self._more, self._release, self._save, self._print)
        foot = Wrapping(Space.S)
        foot.add(self._page)
        for button in (self._close, *self._actions):
            foot.add(button, at_end=True)
        return foot

    def _connect(self) -> None:
        self._choices.changed.connect(self._soon.start)
        self._choices.profile_wanted.connect(self._change_profile)
        self._choices.recipient_changed.connect(self._hold_back)
        self._progress.cancel_wanted.connect(self._stop)
        self._none.wanted.connect(self._make)
        self._smaller.clicked.connect(lambda: self._pages.zoom_by(1 / 1.2))
        self._larger.clicked.connect(lambda: self._pages.zoom_by(1.2))
        self._pages.page_changed.connect(self._tell_page)
        self._close.clicked.connect(self.reject)
        self._release.clicked.connect(self._mark_as_sent)
        self._save.clicked.connect(self._ask_where_to_save)
        self._print.clicked.connect(self._print_it)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self._print_it),
            (QKeySequence.StandardKey.Save, self._ask_where_to_save),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def done(self, outcome: int) -> None:
        """Close; what is still being made comes to nobody."""
        self._soon.stop()
        self._stop()
        self._forget()
        self._pages.finish()
        super().done(outcome)
        self.deleteLater()

    def _make(self) -> None:
        """Make the pack that is wanted now; one under way for an earlier choice is given up."""
        self._stop()
        wanted = self._choices.wanted()
        prepared = self._packs.prepare(
            self._meeting.id,
            edition=wanted.edition,
            recipient=wanted.recipient.name if wanted.recipient is not None else None,
            withheld=wanted.withheld,
        )
        self._messages.clear()
        self._let_out(is_made=False)
        making = Making(prepared, wanted.password, self)
        making.progressed.connect(self._progress.tell)
        making.done.connect(lambda pack: self._show(making, pack, wanted))
        making.refused.connect(self._on_refused)
        self._making = making
        self._progress.begin(_("Making the pack …"))
        making.start(self._jobs)

    def _stop(self) -> None:
        if self._making is not None:
            self._making.stop()
            self._making = None
        self._progress.end()

    def _show(self, making: Making, pack: Pack, wanted: WantedPack) -> None:
        if making is not self._making:  # another choice was made meanwhile
            pack.discard()
            return
        self._making = None
        self._progress.end()
        self._forget()
        self.pack, self._made_as = pack, wanted
        self._show_warnings(pack)
        try:
            self._pages.show_leaves(Pages(pack.path, password=wanted.password))
            self._stack.setCurrentWidget(self._pages)
        except UnreadablePages:
            self._stack.setCurrentIndex(0)
        words = _("Mark version {number} as sent").format(number=pack.version)
        self._release.set_text(words)
        self._let_out(is_made=True)
        self._print.setFocus()

    def _show_warnings(self, pack: Pack) -> None:
        self._warnings.clear()
        for each in pack.warnings[:_MOST_WARNINGS]:
            self._warnings.add(Body(f"• {each}"))
        left = len(pack.warnings) - _MOST_WARNINGS
        if left > 0:
            words = ngettext(
                "and {count} more, on the pack's last page",
                "and {count} more, on the pack's last page",
                left,
            )
            self._warnings.add(Caption(words.format(count=left)))
        self._warnings.setVisible(bool(pack.warnings))

    def _on_refused(self, why: str) -> None:
        self._making = None
        self._progress.end()
        self._stack.setCurrentIndex(0)
        self._messages.show_error(why)

    def _forget(self) -> None:
        if self.pack is not None:
            self._pages.finish()
            self.pack.discard()
        self.pack = None

    def _let_out(self, *, is_made: bool) -> None:
        for button in self._actions:
            button.setEnabled(is_made)
        if not is_made:
            self._page.setText("")

    def _tell_page(self, page: int) -> None:
        count = self._pages.page_count
        if count and self.pack is not None:
            words = _("Page {page} of {count} · version {version}")
            self._page.setText(words.format(page=page + 1, count=count, version=self.pack.version))

    def _hold_back(self) -> None:
        wanted = self._choices.wanted()
        if wanted.recipient is not None:
            items = self._packs.withheld_for(self._meeting.id, wanted.recipient.id)
            self._choices.hold_back(items)

    def _change_profile(self) -> None:
        profile = self._packs.profile_of(self._meeting.organisation_id)
        ProfileDialog(profile, self).ask(self._keep_profile)

    def _keep_profile(self, profile: PackProfile) -> None:
        self._packs.change_profile(profile)
        self._make()

    def _document(self, pack: Pack) -> Document:
        return Document(pack.title, pack.file_name, pack.content)

    def _print_it(self) -> None:
        if self.pack is not None and self._made_as is not None:
            print_document(self._document(self.pack), self, password=self._made_as.password)

    def _ask_where_to_save(self) -> None:
        if self.pack is not None:
            name = self.pack.file_name
            ask_where_to_save(self, _("Save the meeting pack"), name, self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.pack is not None:
            write_whole(path, self.pack.content)
            self._messages.show_info(_("Saved as {name}.").format(name=path.name))

    def _draft_mails(self) -> None:
        ask_for_folder(self, _("Folder for the mail drafts"), self._write_drafts)

    def _write_drafts(self, folder: Path) -> None:
        if self.pack is None or self._made_as is None:
            return
        recipient = self._made_as.recipient
        name = recipient.name if recipient is not None else ""
        drafts = self._packs.drafts(self._meeting.id, self.pack, name)
        for draft in drafts:
            write_whole(folder / draft.file_name, draft.content)
        if not drafts:
            self._messages.show_warning(
                _("Nobody who is to have the pack has a mail address. Write them under People.")
            )
            return
        count = len(drafts)
        words = ngettext("{count} mail draft written.", "{count} mail drafts written.", count)
        show = Action(_("Show the folder"), lambda: show_folder(folder))
        self._messages.show_info(words.format(count=count), [show])

    def _fill_stick(self) -> None:
        ask_for_folder(self, _("Where to put the folder"), self._write_folder)

    def _write_folder(self, target: Path) -> None:
        if self.pack is None or self._made_as is None:
            return
        folder = self._packs.write_folder(
            self._meeting.id, self.pack, target, withheld=self._made_as.withheld
        )
        show = Action(_("Show the folder"), lambda: show_folder(folder))
        words = _("The pack and its papers lie in the folder {name}.")
        self._messages.show_info(words.format(name=folder.name), [show])

    def _mark_as_sent(self) -> None:
        if self.pack is None:
            return
        released = self._packs.release(self._meeting.id, self.pack)
        self._release.setEnabled(False)
        self._messages.show_info(
            _(
                "Version {number} is remembered as sent. The next one tells what has changed and"
                " which pages to print."
            ).format(number=released.version)
        )


_MOST_WARNINGS = 5
"""How many warnings are listed here; all of them stand in the pack."""
