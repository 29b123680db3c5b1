"""Contacts by command: exported, shown before anything is stored, stored when told to."""

from __future__ import annotations

import json
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


def test_contacts_and_who_slips_away_are_listed(terminal: Terminal) -> None:
    terminal.run("sample")
    contacts = terminal.run("list", "contacts")
    assert contacts.code == 0
    assert contacts.out.count("\n") == len(
        json.loads(terminal.run("list", "contacts", "--json").out)
    )
    slipping = json.loads(terminal.run("list", "slipping", "--json").out)
    assert all(each["days_over"] > 0 for each in slipping)
    assert terminal.run("list", "slipping").out.count("\n") == len(slipping)
    some = terminal.run("list", "slipping", "--organisation", "Sejlklub")
    assert some.code == 0
