"""Contacts by command: exported, shown before anything is stored, stored when told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cards import OLD_PHONE, OUTLOOK, card
from tests.support.drivers.terminal import Terminal


def test_contacts_are_shown_first_and_stored_when_told(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "phone.VCF"
    file.write_bytes(OLD_PHONE + OUTLOOK + card("TEL:1"))
    shown = terminal.run("import", file).out.splitlines()
    assert shown[0] == "New           Åse Sørensen  aase@soe.example"
    assert shown[2] == "Unreadable    –  (It names nobody.)"
    assert shown[-1] == "Nothing is stored yet. Store it with --yes."
    assert terminal.run("list", "people").out == ""
    assert terminal.run("import", file, "--yes").out.endswith("Stored.\n")
    again = terminal.run("import", file).out.splitlines()
    assert again[-1].startswith("0 new, 0 changed, 2 the same as before.")


def test_everyone_or_one_board_is_exported(
    terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.run("sample")
    everyone, some = tmp_path / "all.vcf", tmp_path / "some.vcf"
    assert " people → " in terminal.run("export", everyone).out
    assert terminal.run("export", some, "--organisation", "Sejlklub").code == 0
    assert 0 < len(some.read_bytes()) < len(everyone.read_bytes())
    other = Terminal(tmp_path / "other", capsys)
    assert other.run("import", everyone, "--yes").out.endswith("Stored.\n")
    count = everyone.read_bytes().count(b"BEGIN:VCARD")
    last = other.run("import", everyone).out.splitlines()[-1]
    assert last == f"0 new, 0 changed, {count} the same as before."


def test_contacts_belong_to_no_organisation(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_bytes(OLD_PHONE)
    said = terminal.run("import", file, "--organisation", "Klubben")
    assert (said.code, said.out) == (2, "")
    assert "leave --organisation out" in said.err
