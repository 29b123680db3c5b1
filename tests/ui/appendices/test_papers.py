"""The papers of a meeting: added, looked at, moved, left out, replaced, and thrown away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.support.drivers.meetings import ALT
from tests.support.drivers.papers import PapersDriver, let_go
from tests.support.sources import pdf

CONTROL = Qt.KeyboardModifier.ControlModifier
EMPTY = ["1. Welcome", "2. Budget", "3. Roof", "Papers without an item"]


def test_every_item_is_there_to_lay_papers_under(person: PapersDriver) -> None:
    person.turn_to("Papers")
    assert person.lies() == EMPTY
    assert person.says("No papers yet.")


def test_files_let_go_over_an_item_become_its_papers(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf", files / "Photo.jpg"])
    assert [each.split(",")[0] for each in person.lies()] == [
        "1. Welcome",
        "2. Budget",
        "2.1 Accounts",
        "2.2 Photo",
        "3. Roof",
        "Papers without an item",
    ]
    assert person.said == ["2 papers added."]


def test_one_undo_takes_all_of_them_away(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf", files / "Photo.jpg"])
    person.undo()
    assert person.lies() == EMPTY


def test_files_let_go_over_an_item_of_the_agenda_are_its_papers(
    person: PapersDriver, files: Path
) -> None:
    person.drop_on_agenda("Roof", [files / "Note.txt"])
    assert person.is_offered("3.1 Note, Text · 1 kB · 1 min to read")


def test_a_file_that_cannot_be_shown_is_added_and_said(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("3. Roof", [files / "Secret.pdf"])
    assert person.says("Secret.pdf (protected by a password)")
    assert "Cannot be read" in person.lies()[3]


def test_a_folder_is_no_file(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    assert not let_go(person.papers.viewport(), [files])


def test_keys_carry_a_paper_past_the_end_of_its_item(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf", files / "Photo.jpg"])
    person.choose_paper("2.1 Accounts")
    person.strike(Qt.Key.Key_Down, ALT)
    assert [each[:10] for each in person.lies()[2:4]] == ["2.1 Photo,", "2.2 Accoun"]
    person.strike(Qt.Key.Key_Down, CONTROL)
    assert person.lies()[4].startswith("3.1 Accounts")


def test_the_pointer_drags_a_paper_to_another_item(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.drag_paper("2.1 Accounts", "1. Welcome")
    assert person.lies()[1].startswith("1.1 Accounts")


def test_a_menu_moves_a_paper_too(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.choose_paper("2.1 Accounts")
    person.pick("Move to", "Papers without an item")
    assert person.lies()[-1].startswith("A Accounts")


def test_space_leaves_a_paper_out_of_the_pack(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.choose_paper("2.1 Accounts")
    person.strike(Qt.Key.Key_Space)
    assert person.lies()[2].startswith("Accounts")
    assert "Not in the pack" in person.lies()[2]


def test_f2_gives_a_paper_another_title(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.choose_paper("2.1 Accounts")
    person.strike(Qt.Key.Key_F2)
    person.write("Title", "The accounts of 2025")
    person.press("Change the paper")
    assert person.lies()[2].startswith("2.1 The accounts of 2025")


def test_del_throws_a_paper_away(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.choose_paper("2.1 Accounts")
    person.strike(Qt.Key.Key_Delete)
    assert person.lies() == EMPTY
    assert [each.title for each in person.services.trash.entries()] == ["Accounts"]


def test_enter_shows_the_pages_of_a_paper(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    person.choose_paper("2.1 Accounts")
    person.strike(Qt.Key.Key_Return)
    shown = person.preview()
    person.wait_until(lambda: shown.pages.is_drawn)
    assert shown.pages.page_count == 2
    assert person.says("Appendix 2.1 · Accounts")
    shown.reject()


def test_a_photo_is_shown_as_one_page(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Photo.jpg"])
    person.choose_paper("2.1 Photo")
    person.press("Look at the paper")
    shown = person.preview()
    person.wait_until(lambda: shown.pages.is_drawn)
    assert shown.pages.page_count == 1
    shown.reject()


def test_a_text_is_shown_as_words(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Note.txt"])
    person.choose_paper("2.1 Note")
    person.press("Look at the paper")
    shown = person.preview()
    (text,) = shown.findChildren(QPlainTextEdit)
    person.wait_until(lambda: text.toPlainText() == "Remember the keys.")
    shown.reject()


def test_what_cannot_be_shown_says_why(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Game.exe"])
    person.choose_paper("2.1 Game")
    person.press("Look at the paper")
    person.wait_until(lambda: person.says("cannot show files of this kind"))
    assert not person.is_offered("Open in its program")
    person.preview().reject()


def test_an_earlier_version_stays_to_be_looked_at(person: PapersDriver, files: Path) -> None:
    person.turn_to("Papers")
    person.drop_on("2. Budget", [files / "Accounts.pdf"])
    (meeting,) = person.services.meetings.all()
    (paper,) = [each.paper for each in person.services.papers.of_meeting(meeting.id)]
    newer = files / "Accounts 2.pdf"
    newer.write_bytes(pdf("Mended"))
    person.services.papers.replace(paper.id, newer)
    person.choose_paper("2.1 Accounts")
    assert "Version 2" in person.lies()[2]
    person.pick("More", "Earlier versions…")
    assert person.dialog() == "Versions of “Accounts”"
    assert person.says("Press one to look at it.")
