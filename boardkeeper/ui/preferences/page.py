"""The settings page. What it cannot do itself it wishes: the window switches and asks for files."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation, language_name
from boardkeeper.domain.people import Person
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, _, ngettext
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile, ThemeMode
from boardkeeper.ui.ceilings.card import CeilingsCard
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Body,
    Button,
    Caption,
    Card,
    ChoiceField,
    Form,
    LineField,
    ScrollPage,
    SettingRow,
    Space,
    Toggle,
    Tone,
    Turning,
    announce,
    divider,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.preferences.about import AboutCard
from boardkeeper.ui.preferences.calendars import CalendarsCard
from boardkeeper.ui.preferences.contacts import ContactsCard
from boardkeeper.ui.tray import can_notify

_MOST_PROBLEMS = 10


class PreferencesPage(Page):
    """Language, looks, oneself, the data, and what this program is."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    text_size_wanted = Signal(int)
    folder_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    archive_wanted = Signal()
    calendar_export_wanted = Signal()
    calendar_import_wanted = Signal()
    publishing_wanted = Signal()
    publishing_unwanted = Signal()

    KINDS = (
        Person,
        Ceiling,
        Away,
    )

    def __init__(
        self,
        services: Services,
        changes: ChangeNotifier,
        settings: SettingsFile,
        folders: Folders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, changes, parent)
        self._settings = settings
        self._folders = folders
        self._build()
        self._connect()

    def _build(self) -> None:
        self._page = ScrollPage(_("Settings"), max_width=720)
        self._page.add(self._looks_card())
        self._page.add(self._me_card())
        self._ceilings = CeilingsCard(self.services)
        self._page.add(self._ceilings)
        self._page.add(self._reminders_card())
        self._calendars = CalendarsCard()
        self._page.add(self._calendars)
        self._contacts = ContactsCard()
        self._page.add(self._contacts)
        self._page.add(self._data_card())
        self._page.add(AboutCard())
        self._page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def _looks_card(self) -> Card:
        self._language = ChoiceField(
            _("Language"), [(each, language_name(each)) for each in Language], is_label_hidden=True
        )
        self._theme = ChoiceField(
            _("Colours"), [(each, theme_name(each)) for each in ThemeMode], is_label_hidden=True
        )
        self._text_size = ChoiceField(
            _("Text size"),
            [(each, formats.percent(each / 100)) for each in range(100, 201, 10)],
            is_label_hidden=True,
        )
        card = Card(_("Language and looks"))
        for row in (
            SettingRow(
                _("Language"),
                self._language,
                caption=_("What you print follows each board's own language."),
            ),
            SettingRow(
                _("Colours"), self._theme, caption=_("Automatic is light or dark as your computer.")
            ),
            SettingRow(
                _("Text size"), self._text_size, caption=_("Ctrl with + and − does the same.")
            ),
        ):
            if card.body.count():
                card.add(divider())
            card.add(row)
        return card

    def _me_card(self) -> Card:
        self._form = Form()
        self._name = self._form.add(
            "name",
            LineField(
                _("My name"),
                hint=_("Then your own seats and terms are known as yours."),
            ),
        )
        card = Card(_("Me"))
        card.add(self._form)
        return card

    def _reminders_card(self) -> Card:
        self._reminds = Toggle(_("Show reminders on the desktop"), hint=_where_reminded())
        card = Card(_("Reminders"))
        card.add(self._reminds)
        return card

    def _data_card(self) -> Card:
        self._folder = Button(_("Show folder"), icon="folder-open")
        self._export = Button(_("Export everything…"), icon="upload")
        self._import = Button(_("Import…"), icon="download")
        self._archive = Button(_("Import old minutes…"), icon="archive")
        self._check = Button(_("Check that everything is whole"), icon="shield-check")
        self._outcome = Body()
        self._outcome.hide()
        path = Caption(str(self._folders.data))
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        path.setAccessibleName(_("Where the data lie: {path}").format(path=self._folders.data))
        card = Card(_("My data"))
        card.add(Body(_("Everything lies in one folder on this computer:")))
        card.add(path)
        card.add_layout(_in_a_line(self._folder))
        _begin_part(card)
        card.add(
            Body(
                _(
                    "An export is a single readable file with every board, meeting and hour."
                    " Another BoardKeeper can import it."
                )
            )
        )
        card.add_layout(_in_a_line(self._transfer()))
        _begin_part(card)
        card.add(
            Body(
                _(
                    "A folder of old minutes and papers, as PDF or Word files, can be taken in, so"
                    " that a search finds what they say. You see what is in it before anything is"
                    " stored."
                )
            )
        )
        card.add_layout(_in_a_line(self._archive))
        _begin_part(card)
        card.add_layout(_in_a_line(self._check))
        card.add(self._outcome)
        return card

    def _transfer(self) -> Turning:
        """The two buttons, one below the other where large letters leave no room."""
        line = Turning(None, Space.S)
        line.add(self._export)
        line.add(self._import)
        return line

    def _connect(self) -> None:
        self._language.changed.connect(
            lambda: self.language_wanted.emit(self._language.value().value)
        )
        self._theme.changed.connect(lambda: self.theme_wanted.emit(self._theme.value().value))
        self._text_size.changed.connect(lambda: self.text_size_wanted.emit(self._text_size.value()))
        self._name.committed.connect(self._on_name)
        self._reminds.changed.connect(self._on_reminds)
        self._folder.clicked.connect(self.folder_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._import.clicked.connect(self.import_wanted)
        self._archive.clicked.connect(self.archive_wanted)
        self._calendars.export_wanted.connect(self.calendar_export_wanted)
        self._calendars.import_wanted.connect(self.calendar_import_wanted)
        self._contacts.export_wanted.connect(lambda: self.contacts_export_wanted.emit(""))
        self._contacts.import_wanted.connect(self.contacts_import_wanted)
        self._calendars.publishing_wanted.connect(self.publishing_wanted)
        self._calendars.publishing_unwanted.connect(self.publishing_unwanted)
        self._check.clicked.connect(self._on_check)

    def open_part(self, record_id: str) -> None:
        """Bring `ceilings` into sight, the part of this name."""
        if record_id == "ceilings":
            # Once the page has its size: it may be shown for the first time.
            QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(self._ceilings))

    def refresh(self) -> None:
        chosen = self._settings.current
        self._language.set_value(chosen.language)
        self._theme.set_value(chosen.theme)
        self._text_size.set_value(round(chosen.text_size, -1))
        self._reminds.set_value(chosen.reminds_on_desktop)
        self._calendars.show_folder(chosen.published_folder)
        self._ceilings.refresh()
        if not self._name.control.hasFocus():
            me = self.services.people.me()
            self._name.set_value("" if me is None else me.name)

    def take_focus(self) -> None:
        self._language.setFocus()

    @Slot()
    def _on_name(self) -> None:
        try:
            self.services.people.introduce_me(self._name.value())
        except InvalidField as error:
            self._form.show_refusal(error)

    @Slot()
    def _on_reminds(self) -> None:
        self._settings.change(reminds_on_desktop=self._reminds.value())

    @Slot()
    def _on_check(self) -> None:
        self._tell(_("Checking everything…"), Tone.MUTED)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        problems = self.services.interchange.problems()
        said = "\n".join(_found(problems)) if problems else self._all_whole()
        self._tell(said, Tone.DANGER if problems else Tone.SUCCESS)
        announce(self, said)

    def _tell(self, text: str, tone: Tone) -> None:
        self._outcome.setText(text)
        self._outcome.set_tone(tone)
        self._outcome.show()

    def _all_whole(self) -> str:
        """That all is well, with the counts that were looked at."""
        counts = Counter(type(each) for each in self.services.interchange.records())
        parts = [
            ngettext("{count} board", "{count} boards", counts[Organisation]),
            ngettext("{count} person", "{count} people", counts[Person]),
            ngettext("{count} meeting", "{count} meetings", counts[Meeting]),
            ngettext("{count} agenda item", "{count} agenda items", counts[AgendaItem]),
            ngettext("{count} time entry", "{count} time entries", counts[TimeEntry]),
        ]
        kinds = (Organisation, Person, Meeting, AgendaItem, TimeEntry)
        said = [
            part.format(count=formats.number(counts[kind]))
            for part, kind in zip(parts, kinds, strict=True)
        ]
        return _("Everything is whole: {counts}.").format(counts=", ".join(said))


def _where_reminded() -> str:
    if can_notify():
        return _("A message when the program starts and when a new day begins.")
    return _("This computer cannot show such messages. They all stand on Today.")


def theme_name(theme: ThemeMode) -> str:
    """The choice of colours in words."""
    return {
        ThemeMode.SYSTEM: _("Automatic"),
        ThemeMode.LIGHT: _("Light"),
        ThemeMode.DARK: _("Dark"),
    }[theme]


def _found(problems: list[str]) -> list[str]:
    """What was found, in so many lines as one reads."""
    count = len(problems)
    head = ngettext("{count} problem was found:", "{count} problems were found:", count)
    shown = problems[:_MOST_PROBLEMS]
    more = count - len(shown)
    foot = [ngettext("and {count} more", "and {count} more", more).format(count=more)]
    advice = _("Nothing was changed. Copy the data folder aside before you go on.")
    return [head.format(count=count), *shown, *(foot if more else []), advice]


def _begin_part(card: Card) -> None:
    """A hairline with room around it."""
    card.body.addSpacing(Space.S)
    card.add(divider())
    card.body.addSpacing(Space.S)


def _in_a_line(*buttons: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
