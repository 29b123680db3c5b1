"""`boardkeeper search`."""

from __future__ import annotations

import json

import pytest

from tests.support.builders import house, item, meeting, organisation
from tests.support.drivers.terminal import Terminal

CLUB, BOARD = organisation("Sejlklubben"), organisation("Skovbrynet")
SITTING = meeting(CLUB, "2026-02-05 19:00", number=7)
ROOF = item(SITTING, "Bådehallens tag", background="Tre tilbud er hentet ind.")


@pytest.fixture(name="filled")
def terminal_before_a_roof(terminal: Terminal) -> Terminal:
    with house(CLUB, BOARD, SITTING, ROOF, path=terminal.database):
        pass
    return terminal


def test_a_hit_is_a_line_with_its_sentence_below(filled: Terminal) -> None:
    assert filled.run("search", "tre", "tilbud").out.splitlines() == [
        "Agendas and minutes: Bådehallens tag · Board meeting no. 7 · Sejlklubben · 5 Feb 2026",
        "    Tre tilbud er hentet ind.",
    ]


def test_hits_as_json(filled: Terminal) -> None:
    (hit,) = json.loads(filled.run("search", "baadehallens", "--json").out)
    assert (hit["kind"], hit["id"], hit["meeting_id"]) == ("item", ROOF.id, SITTING.id)


def test_one_organisation_alone(filled: Terminal) -> None:
    said = filled.run("search", "tag", "--organisation", "skovbrynet")
    assert (said.code, said.out) == (0, "Nothing found.\n")
    assert filled.run("search", "tag", "--organisation", "nobody").code == 1


def test_check_makes_an_index_that_is_out_of_step_anew(filled: Terminal) -> None:
    filled.run("search", "tag")
    with house(path=filled.database) as home, home.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM search_documents")
    assert "made anew" in filled.run("check").out
    assert "made anew" not in filled.run("check").out
    assert "Bådehallens" in filled.run("search", "tag").out
