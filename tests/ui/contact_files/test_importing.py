"""Contacts dropped on the window: looked at, taken in, taken back, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import MessageBar
from tests.support.builders import membership, organisation, person
from tests.support.cards import OLD_PHONE, OUTLOOK, card
from tests.support.drivers.dropping import drop
from tests.support.drivers.window import WindowDriver, open_window

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", email="anna@holm.example")
LIST = "Contacts in the file"


@pytest.fixture(name="window")
def window_on_two_people(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path, CLUB, ME, ANNA, membership(ANNA, CLUB)) as driver:
        yield driver


def a_file(folder: Path, *cards: bytes, name: str = "phone.vcf") -> Path:
    path = folder / name
    path.write_bytes(b"".join(cards))
    return path


def drop_and_wait(window: WindowDriver, *files: Path) -> None:
    """Drop files and wait for their preview."""
    assert drop(window.window, files)
    window.qtbot.waitUntil(
        lambda: not window.screen.visible(QProgressBar) and window.screen.place is not window.window
    )


def said(window: WindowDriver) -> str:
    bars = [each for each in window.window.findChildren(MessageBar) if each.isVisible()]
    return "\n".join(each.text for each in bars)


def names(window: WindowDriver) -> list[str]:
    return sorted(each.name for each in window.services.people.all())


def test_one_drag_and_one_click_store_the_people_and_again_nothing_doubles(
    window: WindowDriver, tmp_path: Path
) -> None:
    path = a_file(tmp_path, OLD_PHONE, OUTLOOK)
    drop_and_wait(window, path)
    window.press("Store 2 people")
    assert window.toast == "2 people stored."
    assert names(window) == ["Anna Holm", "Jørgen Kjær", "Åse Ravn", "Åse Sørensen"]
    drop_and_wait(window, path)
    assert "Everything in the file is here already" in window.screen.words()
    window.press("Close")
    assert len(names(window)) == 4


def test_undo_on_the_toast_takes_it_all_back(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, OLD_PHONE))
    window.keys("Return")
    window.press("Undo")
    assert names(window) == ["Anna Holm", "Åse Ravn"]


def test_every_card_is_shown_with_what_becomes_of_it(window: WindowDriver, tmp_path: Path) -> None:
    told = card("FN:Anna Holm", "EMAIL:anna@holm.example", "TITLE:Auditor")
    same = card("FN:Åse Ravn")
    drop_and_wait(window, a_file(tmp_path, same, card("TEL:1"), told, OLD_PHONE))
    assert window.screen.rows(LIST) == [
        "Åse Sørensen, aase@soe.example · +45 20 30 40 50, New",
        "Anna Holm, changes: occupation, Changed",
        "–, It names nobody., Unreadable",
        "Åse Ravn, Same",
    ]


def test_who_is_not_wanted_is_left_out_with_the_space_bar(
    window: WindowDriver, tmp_path: Path
) -> None:
    drop_and_wait(window, a_file(tmp_path, OLD_PHONE, OUTLOOK))
    window.screen.click_row(LIST, "Åse Sørensen")
    window.keys("Space")
    window.press("Store 1 person")
    assert names(window) == ["Anna Holm", "Jørgen Kjær", "Åse Ravn"]


def test_all_or_none_are_wanted_at_once(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, OLD_PHONE, OUTLOOK))
    window.press("All of them")
    assert not window.screen.is_enabled("Store 0 people")
    window.press("All of them")
    assert window.screen.is_enabled("Store 2 people")


def test_cancel_stores_nothing(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, OLD_PHONE))
    window.keys("Esc")
    assert names(window) == ["Anna Holm", "Åse Ravn"]


def test_what_is_no_file_of_contacts_is_refused_with_a_sentence(
    window: WindowDriver, tmp_path: Path
) -> None:
    assert drop(window.window, [a_file(tmp_path, b"Hello")])
    window.qtbot.waitUntil(lambda: "not a file of contacts" in said(window))


def test_everyone_is_saved_from_the_people_page(window: WindowDriver, tmp_path: Path) -> None:
    window.window.go_to("people")
    QApplication.processEvents()
    window.screen.pick("More for people", "Export contacts…")
    window.name_file(tmp_path / "everyone.vcf")
    assert window.toast == "2 people saved in everyone.vcf."
    assert (tmp_path / "everyone.vcf").read_bytes().count(b"END:VCARD") == 2
