from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.series import HolidayRule
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from boardkeeper.services.documents import DocumentService
from tests.support.builders import (
    House,
    house,
    meeting,
    membership,
    organisation,
    person,
    series,
    term,
)
from tests.support.paper import properties_of, text_of


def documents(of: House) -> DocumentService:
    return DocumentService(of.journal, of.clock)


@pytest.mark.parametrize("year", [2026, None])
def test_the_groups_plan_has_its_meetings_its_hours_and_what_july_took(year: int | None) -> None:
    group = organisation("Netværket", kind=OrganisationKind.NETWORK)
    rhythm = series(
        group, minutes=135, holiday_rule=HolidayRule.SKIP, skipped_months="7", place="Torvet 2"
    )
    with house(group, today=date(2026, 1, 5)) as built:
        built.series.plan(rhythm)
        text = text_of(documents(built).plan(group.id, year).printed().content)
    assert "15 møder · 33,75 t" in text
    assert "tor. 2. april Skærtorsdag" in text
    assert "tor. 16. juli Feriemåned (juli)" in text


def test_reasons_are_in_the_language_of_the_plan() -> None:
    group = organisation("Netværket", kind=OrganisationKind.NETWORK)
    with house(group, today=date(2026, 1, 5)) as built:
        built.series.plan(series(group, skipped_months="7"))
        english = text_of(documents(built).plan(None, 2026).printed().content)
        danish = documents(built).plan(None, 2026, language=Language.DANISH).printed()
    assert "Thu 2 April Netværket Maundy Thursday" in english
    assert "Thu 16 July Netværket Holiday month (July)" in english
    assert "tor. 2. april Netværket Skærtorsdag" in text_of(danish.content)


def test_a_plan_of_any_year_can_be_printed() -> None:
    board = organisation()
    with house(board, meeting(board, "2024-02-29 19:00")) as built:
        earlier = text_of(documents(built).plan(board.id, 2023).printed().content)
        text = text_of(documents(built).plan(board.id, 2024).printed().content)
    assert "Der er ikke planlagt møder i 2023. Første i 2024 Torsdag den 29." in earlier
    assert "Februar 9 tor. 29. 19.00-21.00 Bestyrelsesmøde" in text


def test_the_plan_is_named_for_its_board_or_its_person_and_its_year() -> None:
    board = organisation("Grundejerforeningen Åsen", short_name="Åsen")
    with house(board, person("Mette Sørensen", is_me=True)) as built:
        one = documents(built).plan(board.id, 2027)
        mine = documents(built).plan(None, 2027)
    assert one.title == "Grundejerforeningen Åsen · Mødeplan 2027"
    assert one.file_name == "2027-01-01_Aasen_Moedeplan.pdf"
    assert mine.title == "Mette Sørensen · Meeting plan 2027"
    assert mine.file_name == "2027-01-01_Mette-Soerensen_Meeting-plan.pdf"


def test_the_plan_of_a_board_is_in_its_own_language_and_mine_in_the_programs() -> None:
    board = organisation("Solbakken", language=Language.DANISH)
    with house(board, meeting(board)) as built:
        assert properties_of(documents(built).plan(board.id).printed().content)["Lang"] == "da-DK"
        assert properties_of(documents(built).plan().printed().content)["Lang"] == "en-GB"


def test_there_is_no_plan_of_a_board_that_is_gone() -> None:
    with house() as built, pytest.raises(UserError):
        documents(built).plan(organisation().id)


def test_a_house_without_boards_has_an_empty_plan() -> None:
    with house() as built:
        text = text_of(documents(built).plan().printed().content)
    assert "No meetings are planned in 2026." in text


def test_the_days_ahead_hold_every_board_and_what_is_late() -> None:
    one, other = organisation("Solbakken"), organisation("Egernet")
    late = meeting(one, "2026-03-05 19:00")
    with house(one, other, late, meeting(other, "2026-05-20 17:00")) as built:
        text = text_of(documents(built).ahead().printed().content)
    assert "Thu 5 Mar 19:00–21:00 Solbakken" in text
    assert "26 Feb Solbakken: notice – late" in text
    assert "Wed 20 May 17:00–19:00 Egernet" in text
    assert "10 May Egernet: items" in text


def test_the_notice_of_a_meeting_beyond_the_ninety_days_is_due_within_them() -> None:
    board = organisation("Solbakken")
    with house(board, meeting(board, "2026-06-04 19:00")) as built:
        text = text_of(documents(built).ahead().printed().content)
    assert "28 May Solbakken: notice" in text
    assert "4 Jun" not in text


def test_my_own_terms_are_among_the_deadlines_and_nobody_elses() -> None:
    board, me, other = organisation("Solbakken"), person(is_me=True), person("Bo")
    mine, theirs = membership(me, board), membership(other, board)
    terms = [term(mine, ends="2026-04-14"), term(theirs, ends="2026-04-15")]
    with house(board, me, other, mine, theirs, *terms) as built:
        text = text_of(documents(built).ahead().printed().content)
    assert "14 Apr Solbakken: term ends" in text
    assert "15 Apr" not in text


def test_the_days_ahead_are_named_for_today_and_in_the_language_asked_for() -> None:
    with house(person("Mette Sørensen", is_me=True)) as built:
        english = documents(built).ahead()
        danish = documents(built).ahead(language=Language.DANISH)
    assert english.title == "Mette Sørensen · My next 90 days"
    assert english.file_name == "2026-03-02_My-next-90-days.pdf"
    assert danish.file_name == "2026-03-02_Mine-naeste-90-dage.pdf"
