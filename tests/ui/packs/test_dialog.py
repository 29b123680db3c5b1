"""The pack as one makes it in the window: at once, as it is chosen, and on its way."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pikepdf
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog

from boardkeeper.domain.packs import PackPart
from boardkeeper.ui.kit import Toggle
from tests.support.drivers.packs import Packer
from tests.support.paper import text_of


def _choose_folder(packer: Packer, folder: Path) -> None:
    (asked,) = packer.dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(folder))
    asked.close()


def test_the_pack_is_made_without_a_further_press(packer: Packer) -> None:
    pack = packer.wait()
    assert pack.file_name.endswith(".pdf")
    assert "The accounts" in text_of(pack.content)
    assert packer.screen.focused() == "Print…"


def test_what_could_not_be_taken_in_is_said(packer: Packer) -> None:
    packer.wait()
    words = packer.screen.words()
    assert "To know before it goes out" in words
    assert "Locked.pdf" in words


def test_the_open_edition_has_no_word_of_what_is_closed(packer: Packer) -> None:
    pack = packer.makes_anew(lambda: packer.screen.choose("Edition", "Without closed items"))
    words = text_of(pack.content)
    assert "The accounts" in words
    assert "Letter" not in words
    assert "Complaint" not in words


def test_a_personal_copy_names_whom_it_is_for(packer: Packer) -> None:
    pack = packer.makes_anew(lambda: packer.screen.choose("Edition", "A personal copy"))
    assert "Anna Holm" in text_of(pack.content)
    assert packer.screen.chosen("Recipient") == "Anna Holm"


def test_a_password_is_shown_and_locks_the_file(packer: Packer) -> None:
    def ask() -> None:
        (toggle,) = [each for each in packer.screen.visible(Toggle) if each.label == "Password"]
        assert isinstance(toggle.control, QAbstractButton)
        toggle.control.click()

    pack = packer.makes_anew(ask)
    assert pack.password in packer.screen.words()
    assert packer.screen.is_offered("Copy the password")
    with pikepdf.open(pack.path, password=pack.password) as opened:
        assert opened.is_encrypted


def test_mark_as_sent_makes_the_next_version(packer: Packer) -> None:
    packer.wait()
    packer.screen.press("Mark version 1 as sent")
    (version,) = packer.services.packs.versions(packer.meeting.id)
    assert version.version == 1
    assert "Version 1 is remembered as sent." in packer.screen.words()
    assert packer.services.journal.undo_label == "Release pack"


def test_each_who_has_an_address_gets_a_draft(packer: Packer, tmp_path: Path) -> None:
    pack = packer.wait()
    packer.screen.pick("Send", "Mail drafts…")
    folder = tmp_path / "drafts"
    folder.mkdir()
    _choose_folder(packer, folder)
    drafts = sorted(folder.iterdir())
    assert [message_from_bytes(each.read_bytes())["To"] for each in drafts] == [
        "Anna Holm <anna@example.dk>",
        "Bo Lund <bo@example.dk>",
    ]
    (attached,) = [
        part
        for part in message_from_bytes(drafts[0].read_bytes()).walk()
        if part.get_filename() == pack.file_name
    ]
    assert attached.get_payload(decode=True) == pack.content


def test_the_folder_for_a_stick_holds_the_pack_and_its_papers(
    packer: Packer, tmp_path: Path
) -> None:
    pack = packer.makes_anew(lambda: packer.screen.choose("Edition", "Without closed items"))
    packer.screen.pick("Send", "Folder for a USB stick…")
    target = tmp_path / "stick"
    target.mkdir()
    _choose_folder(packer, target)
    (folder,) = target.iterdir()
    assert {each.name for each in folder.iterdir()} == {
        pack.file_name,
        "1.1 Accounts.pdf",
        "A Locked.pdf",
    }


def test_the_pack_follows_what_the_organisation_wants_in_it(packer: Packer) -> None:
    profile = packer.services.packs.profile_of(packer.meeting.organisation_id)
    assert PackPart.COVER in profile.chosen_parts

    def leave_out_the_cover() -> None:
        packer.screen.press("Parts and layout…")
        box = packer.screen.find(QCheckBox, "Cover")
        box.click()
        packer.screen.press("Keep it so")

    packer.makes_anew(leave_out_the_cover)
    after = packer.services.packs.profile_of(packer.meeting.organisation_id)
    assert PackPart.COVER not in after.chosen_parts


def test_closing_leaves_no_file_behind(packer: Packer) -> None:
    pack = packer.wait()
    packer.screen.press("Close")
    assert not pack.path.exists()
