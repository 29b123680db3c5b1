from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boardkeeper.domain.organisations import Organisation
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, set_language
from boardkeeper.resources import resource
from boardkeeper.settings import SettingsFile, ThemeMode
from boardkeeper.ui.kit import MenuButton, Mode, colours
from tests.support.builders import TODAY, house, meeting, membership, organisation, person
from tests.support.drivers.width import too_wide
from tests.support.drivers.window import WindowDriver, open_window

BOARD = organisation("Skovbørnehaven")
ME = person("Åse Ravn", is_me=True)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)


@pytest.fixture(name="window")
def window_on_a_board(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path, BOARD, ME, membership(ME, BOARD), NEXT) as driver:
        yield driver


@pytest.fixture(name="sample")
def window_on_the_sample(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path) as driver:
        driver.press("See it with sample data")
        driver.look()
        yield driver


def test_the_language_is_switched_in_the_open_window_and_remembered(window: WindowDriver) -> None:
    window.visit("settings")
    window.screen.choose("Language", "Dansk")
    window.look()
    assert window.section == "settings"
    assert window.screen.is_offered("Møder")
    assert SettingsFile(window.folders.settings_file).current.language is Language.DANISH


def test_after_the_language_is_switched_the_window_still_hears_of_changes(
    window: WindowDriver,
) -> None:
    window.visit("settings")
    window.screen.choose("Language", "Dansk")
    window.look()
    window.visit("people")
    window.services.people.introduce_me("Åse Falk")
    assert [each.split(",")[0] for each in window.screen.rows("Personer")] == ["Åse Falk"]


def test_in_danish_no_english_is_left_in_any_section(sample: WindowDriver) -> None:
    sample.session.speak(Language.DANISH.value)
    sample.look()
    left: set[tuple[str, str]] = set()
    for section in sample.sidebar.keys:
        sample.window.go_to(section)
        left |= {(section, each) for each in english_in(sample.window)}
    for section, opened in _something_to_open(sample):
        sample.window.go_to(section, opened)
        left |= {(section, each) for each in english_in(sample.window)}
        for dialog in _dialogs_of(sample):
            left |= {(section, each) for each in english_in(dialog)}
            dialog.close()
    assert left == set()


def test_the_theme_is_switched_in_the_open_window_and_remembered(window: WindowDriver) -> None:
    light = colours()
    window.visit("settings")
    window.screen.choose("Colours", "Dark")
    assert window.theme.mode is Mode.DARK
    assert colours() != light
    assert window.window.palette().window().color().name() == colours().background.lower()
    assert SettingsFile(window.folders.settings_file).current.theme is ThemeMode.DARK


@pytest.mark.parametrize("spoken", Language)
def test_with_text_twice_as_large_nothing_is_wider_than_a_small_window(
    sample: WindowDriver, spoken: Language
) -> None:
    sample.session.speak(spoken.value)
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    too_wide_in = {}
    for section in (*sample.sidebar.keys, "reviews"):
        sample.window.go_to(section)
        sample.look()
        too_wide_in[section] = too_wide(sample)
    assert {section: found for section, found in too_wide_in.items() if found} == {}


def test_with_text_twice_as_large_what_is_seldom_pressed_in_the_calendar_lies_in_a_menu(
    sample: WindowDriver,
) -> None:
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    sample.visit("calendar")
    assert not sample.screen.is_offered("Print")
    offered = sample.screen.find(MenuButton, "More in the calendar").offered
    assert offered[0].text == "Find a free evening"
    assert offered[-1].text == "My next 90 days"


@pytest.mark.parametrize("section", ["boards", "meetings", "people", "reviews"])
def test_with_text_twice_as_large_an_opened_record_fits_a_small_window(
    sample: WindowDriver, section: str
) -> None:
    sample.session.speak(Language.DANISH.value)
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    sample.window.go_to(section, dict(_something_to_open(sample))[section])
    sample.look()
    assert too_wide(sample) == []


@pytest.mark.parametrize("view", ["Ambassadører", "Henvisninger"])
def test_the_network_is_danish_and_fits_a_small_window_with_text_twice_as_large(
    sample: WindowDriver, view: str
) -> None:
    sample.session.speak(Language.DANISH.value)
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    sample.window.go_to("people")
    sample.press(view)
    sample.look()
    assert too_wide(sample) == []
    assert sample.window.height() == 768
    assert english_in(sample.window) == set()


def test_before_and_after_is_danish_and_fits_a_small_window_with_text_twice_as_large(
    sample: WindowDriver,
) -> None:
    sample.session.speak(Language.DANISH.value)
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    group = sample.services.organisations.named("Kvart over Syv")
    held = sample.services.meetings.last(group.id)
    assert held is not None
    sample.window.go_to("meetings", held.id)
    tabs = next(each for each in sample.window.findChildren(QTabBar) if each.isVisible())
    tabs.setCurrentIndex(3)
    sample.look()
    assert tabs.tabText(3) == "Før/efter"
    assert too_wide(sample) == []
    assert english_in(sample.window) == set()


def test_the_sample_opens_in_a_file_of_its_own_with_a_banner_and_leads_back(
    window: WindowDriver,
) -> None:
    own = window.services.organisations.all()
    window.session.open_sample()
    window.look()
    assert len(window.services.organisations.all()) > 1
    assert "This is sample data. Your own is untouched." in window.screen.words()
    window.press("Back to my own")
    window.look()
    assert window.services.organisations.all() == own
    assert "This is sample data." not in window.screen.words()


def test_what_one_does_with_the_sample_is_there_the_next_time(sample: WindowDriver) -> None:
    sample.services.organisations.add(organisation("Kajakklubben"))
    sample.session.open_own()
    sample.session.open_sample()
    assert "Kajakklubben" in [each.name for each in sample.services.organisations.all()]


def test_what_is_being_typed_is_stored_before_the_sample_opens(window: WindowDriver) -> None:
    window.visit("people")
    window.screen.click_row("People", "Åse Ravn")
    window.screen.type_into("Telephone", "12 34 56 78")
    window.session.open_sample()
    window.session.open_own()
    assert window.services.people.get(ME.id).phone == "12 34 56 78"


def test_a_sample_that_another_program_has_open_is_refused_and_ones_own_stays(
    window: WindowDriver,
) -> None:
    sample = window.folders.data / "sample" / "boardkeeper.db"
    with house(path=sample), pytest.raises(UserError, match="already has"):
        window.session.open_sample()
    assert window.services.journal.reader.every(Organisation) == [BOARD]


def test_what_lay_in_the_trash_for_a_month_is_gone_at_the_next_start(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_window(qtbot, tmp_path, BOARD, NEXT) as first:
        first.services.meetings.discard(NEXT.id)
    with open_window(qtbot, tmp_path, today=TODAY.replace(month=5)) as later:
        assert later.services.trash.entries() == []


def english_in(root: QWidget) -> set[str]:
    """The English sentences one can read or hear there."""
    english = _english()
    return {each for each in _read_in(root) if any(one.fullmatch(each) for one in english)}


def _read_in(root: QWidget) -> Iterator[str]:
    yield root.windowTitle()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(at) for at in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(at) for at in range(widget.count()))
            case QAbstractItemView() if widget.model() is not None:
                yield from _read_in_view(widget)


def _read_in_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    across = Qt.Orientation.Horizontal
    for column in range(model.columnCount()):
        yield str(model.headerData(column, across) or "")
        for row in range(min(30, model.rowCount())):
            index = model.index(row, column)
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            yield from (str(index.data() or ""), spoken, *spoken.split(", "))


@cache
def _english() -> tuple[re.Pattern[str], ...]:
    """The English of every message whose Danish differs, any words standing for {placeholders}."""
    path = resource("locale", "da", "LC_MESSAGES", "boardkeeper.po")
    catalog = read_po(BytesIO(path.read_bytes()))
    danish = {each for message in catalog for each in _forms(message.string)}
    english = {each for message in catalog if message.id for each in _forms(message.id)}
    return tuple(
        re.compile(re.sub(r"\\{\w+\\}", "(.+)", re.escape(each)))
        for each in english - danish
        if len(re.sub(r"\{\w+\}|\W", "", each)) >= (8 if "{" in each else 3)
    )


def _forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def _something_to_open(driver: WindowDriver) -> list[tuple[str, str]]:
    coming = driver.services.meetings.next()
    assert coming is not None
    me = driver.services.people.me()
    assert me is not None
    seat = driver.services.memberships.mine()[0].membership
    return [
        ("boards", coming.organisation_id),
        ("meetings", coming.id),
        ("people", me.id),
        ("reviews", seat.id),
    ]


def _dialogs_of(driver: WindowDriver) -> Iterator[QDialog]:
    """The dialogs of the section on screen, one after another."""
    for open_one in (driver.window.make_new, driver.window.show_shortcuts):
        open_one()
        driver.qtbot.wait(1)
        yield from [each for each in driver.window.findChildren(QDialog) if each.isVisible()]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_language(Language.DANISH)
