"""The settings page: what it wishes, and what it does itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from boardkeeper import __version__
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile, ThemeMode
from tests.support.builders import House, items, meeting, organisation, person, time_entry
from tests.support.drivers import hands
from tests.support.drivers.preferences import PreferencesDriver


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    return Services.over(house.store, house.clock)


@pytest.fixture(name="page")
def settings_page(services: Services, tmp_path: Path, qtbot: QtBot) -> PreferencesDriver:
    return PreferencesDriver(services, tmp_path, qtbot)


@pytest.mark.parametrize(
    ("label", "words", "wish"),
    [
        ("Language", "English", ("language", "en")),
        ("Colours", "Dark", ("theme", "dark")),
        ("Text size", "150%", ("text size", 150)),
    ],
)
def test_a_choice_is_wished_of_the_window(
    page: PreferencesDriver, label: str, words: str, wish: tuple[str, object]
) -> None:
    page.choose(label, words)
    assert page.wishes[-1] == wish


@pytest.mark.parametrize(
    ("button", "wish"),
    [("Show folder", "folder"), ("Export everything…", "export"), ("Import…", "import")],
)
def test_a_button_is_wished_of_the_window(page: PreferencesDriver, button: str, wish: str) -> None:
    page.press(button)
    assert page.wishes == [(wish, None)]


def test_what_is_set_stands_there_and_wishes_nothing(
    services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    SettingsFile(tmp_path / "settings.json").change(
        language=Language.ENGLISH, theme=ThemeMode.DARK, text_size=130
    )
    page = PreferencesDriver(services, tmp_path, qtbot)
    assert page.settings.current.text_size == 130
    assert page.wishes == []


def test_reminders_on_the_desktop_are_turned_off_and_on(page: PreferencesDriver) -> None:
    stood = [page.settings.current.reminds_on_desktop]
    for _press in range(2):
        page.press("Show reminders on the desktop")
        stood.append(page.settings.current.reminds_on_desktop)
    assert stood == [True, False, True]


def test_my_name_is_kept_as_it_is_typed(page: PreferencesDriver, services: Services) -> None:
    page.type_into("My name", "Anna Holm", enter=True)
    me = services.people.me()
    assert me is not None
    assert me.name == "Anna Holm"


def test_a_name_without_words_is_refused_by_its_field(
    house: House, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    house.keep(person("Anna Holm", is_me=True))
    page = PreferencesDriver(services, tmp_path, qtbot)
    assert page.typed("My name") == "Anna Holm"
    page.type_into("My name", "", enter=True)
    assert page.below("My name") == "A person needs a name."
    assert [each.name for each in services.people.all()] == ["Anna Holm"]


def test_the_folder_of_the_data_is_named(page: PreferencesDriver, tmp_path: Path) -> None:
    assert str(tmp_path) in page.words


def test_the_check_says_what_it_has_counted(
    house: House, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    board = organisation()
    sitting = meeting(board)
    house.keep(board, sitting, *items(sitting, "One", "Two"), time_entry(board))
    page = PreferencesDriver(services, tmp_path, qtbot)
    page.press("Check that everything is whole")
    assert (
        "Everything is whole: 1 board, 0 people, 1 meeting, 2 agenda items, 1 time entry."
        in page.words
    )


def test_the_program_says_what_it_is_and_what_it_never_does(page: PreferencesDriver) -> None:
    said = " ".join(page.words)
    assert f"Version {__version__}" in said
    assert "Nothing is ever sent anywhere." in said
    assert "Source Sans Pro (SIL OFL 1.1)" in said


def test_my_ceiling_is_set_in_the_settings_too(page: PreferencesDriver, services: Services) -> None:
    page.press("Set my ceiling")
    asked = hands.dialog(page.page)
    hands.type_into(asked, "Hours a week", "6")
    hands.press(asked, "Set ceiling")
    assert [each.minutes_a_week for each in services.ceilings.ceilings()] == [360]
    assert "New ceiling" in [
        each.accessibleName() for each in hands.shown(page.page, QAbstractButton)
    ]
