"""`boardkeeper list referrals|ambassadors|gauges|signals`."""

from __future__ import annotations

import json
from datetime import date

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.organisations import OrganisationKind
from tests.support.builders import house, meeting, membership, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.minutes_builders import attendance
from tests.support.network_builders import contact, referral

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
BOARD = organisation("Skovbrynet")
ME, BO = person("Anna Holm", is_me=True), person("Bo Lund")
TODAY = ("--today", "2026-03-02")


@pytest.fixture(name="filled")
def terminal_before_a_network(terminal: Terminal) -> Terminal:
    morning = meeting(GROUP, "2026-02-12 07:15")
    records: list[Record] = [
        *(membership(who, where) for who, where in ((ME, GROUP), (BO, GROUP), (ME, BOARD))),
        morning,
        attendance(morning, ME),
        attendance(morning, BO),
        contact(BO, "2026-02-20"),
        referral(
            GROUP, ME, BO, won_on=date(2026, 2, 20), value=2_500_000, thanked_on=date(2026, 2, 21)
        ),
        referral(BOARD, BO, ME, "2025-02-01", customer="Havnen"),
    ]
    with house(GROUP, BOARD, ME, BO, *records, path=terminal.database):
        pass
    return terminal


def test_referrals_stand_the_newest_first_with_what_became_of_them(filled: Terminal) -> None:
    first, second = filled.run("list", "referrals").out.splitlines()
    for said in ("Anna Holm → Bo Lund", "Strandhotellet", "Won", "DKK 25,000", "thanked 21 Feb"):
        assert said in first
    assert "Havnen" in second
    assert "Havnen" not in filled.run("list", "referrals", "--organisation", "kvart").out
    assert len(filled.run("list", "referrals", "--year", "2025").out.splitlines()) == 1


def test_as_json_a_referral_has_every_field_and_its_status(filled: Terminal) -> None:
    first, _second = json.loads(filled.run("list", "referrals", "--json").out)
    assert (first["status"], first["value"], first["won_on"]) == ("won", 2_500_000, "2026-02-20")


def test_ambassadors_are_those_of_my_networks(filled: Terminal) -> None:
    said = filled.run(*TODAY, "list", "ambassadors").out.splitlines()
    assert len(said) == 1
    assert "Bo Lund" in said[0]
    (found,) = json.loads(filled.run(*TODAY, "list", "ambassadors", "--json").out)
    assert (found["met"], found["given"], found["one_to_one_on"]) == (1, 1, "2026-02-20")


def test_gauges_stand_with_their_target_and_what_was_counted(filled: Terminal) -> None:
    said = filled.run(*TODAY, "list", "gauges").out.splitlines()
    assert len(said) == 5
    assert "1. Get to know each other" in said[0]
    assert said[0].endswith("1 of 2")
    assert "target 80%" in said[0]


def test_as_json_a_gauge_has_its_rows(filled: Terminal) -> None:
    found = json.loads(
        filled.run(*TODAY, "list", "gauges", "--organisation", "kvart", "--json").out
    )
    know = found[0]
    assert (know["rule"], know["percent"], know["target"]) == (1, 50, 80)
    assert [row["counts"] for row in know["rows"]] == [True, False]
    assert know["rows"][0]["record_id"] == BO.id


def test_a_gauge_of_a_year_without_anything_says_why(filled: Terminal) -> None:
    said = filled.run(*TODAY, "list", "gauges", "--year", "2020").out
    assert "There was no meeting in the period." in said


def test_signals_are_of_every_membership_of_mine(filled: Terminal) -> None:
    said = filled.run(*TODAY, "list", "signals").out.splitlines()
    assert {line.split("  ")[0] for line in said} == {"Kvart over Syv", "Skovbrynet"}
    alone = filled.run(*TODAY, "list", "signals", "--organisation", "skov", "--json")
    found = json.loads(alone.out)
    assert len(found) == 10
    assert {each["organisation_id"] for each in found} == {BOARD.id}
    assert all(each["text"].endswith(".") for each in found)


def test_in_danish_all_of_it_is_danish(filled: Terminal) -> None:
    said = filled.run(*TODAY, "--language", "da", "list", "gauges").out
    assert "Lær hinanden at kende" in said
    assert "mål 80 %" in said
    assert "slukket" in filled.run(*TODAY, "--language", "da", "list", "signals").out


def test_an_organisation_nobody_knows_is_refused(filled: Terminal) -> None:
    assert filled.run("list", "gauges", "--organisation", "findes ikke").code != 0
