"""A network on paper, at the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.i18n import Language
from tests.support.builders import house, meeting, membership, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.network_builders import aim, referral
from tests.support.paper import text_of

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK, language=Language.ENGLISH)
BOARD = organisation("Skovbrynet", language=Language.ENGLISH)
ME, BO = person("Åse Ravn", is_me=True), person("Bo Lund")
SEATS = [membership(ME, GROUP), membership(BO, GROUP), membership(ME, BOARD)]
NEXT = meeting(GROUP, "2026-03-05 07:15")


@pytest.fixture(name="filled")
def terminal_before_a_network(terminal: Terminal) -> Terminal:
    records: list[Record] = [GROUP, BOARD, ME, BO, *SEATS, NEXT, aim(NEXT, goal="Talk to Bo")]
    won = referral(GROUP, ME, BO, won_on=NEXT.day, value=1_234_500)
    with house(*records, won, path=terminal.database):
        pass
    return terminal


def test_the_only_network_i_sit_in_is_meant_where_none_is_named(
    filled: Terminal, tmp_path: Path
) -> None:
    paper = tmp_path / "sheet.pdf"
    done = filled.run("print", "network", "-o", paper)
    assert done.code == 0, done.err
    text = text_of(paper.read_bytes())
    assert "Network sheet" in text
    assert "Bo Lund" in text
    assert "12,345" not in text


def test_amounts_are_printed_where_they_are_asked_for(filled: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "sheet.pdf"
    filled.run("print", "network", "--organisation", "Kvart", "--amounts", "-o", paper)
    assert "12,345" in text_of(paper.read_bytes())


def test_a_board_can_be_printed_as_a_network_in_danish(filled: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "sheet.pdf"
    done = filled.run("print", "network", "--organisation", "Skov", "--language", "da", "-o", paper)
    assert done.code == 0, done.err
    assert "Netværksark" in text_of(paper.read_bytes())


def test_the_slip_is_of_the_next_meeting(filled: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "slip.pdf"
    done = filled.run("print", "pocket", "--meeting", "next", "-o", paper)
    assert done.code == 0, done.err
    assert "Talk to Bo" in text_of(paper.read_bytes())
