"""The page one takes along to the conversation about a seat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.services.simulator_papers import SimulatorPapers
from tests.support.builders import House, house, meeting, membership, organisation, person
from tests.support.paper import pages_of, properties_of, running_text_of, text_of
from tests.support.time_builders import candidate_seat, ceiling

ME = person("Åse Ravn", is_me=True)
KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
LIFE: tuple[Record, ...] = (
    ME,
    KINDERGARTEN,
    CLUB,
    membership(ME, KINDERGARTEN),
    membership(ME, CLUB),
    meeting(KINDERGARTEN, "2026-04-09 18:00"),
    meeting(CLUB, "2026-04-08 18:00"),
    meeting(CLUB, "2026-05-05 18:00"),
    ceiling(minutes_a_week=None, evenings_a_week=2),
)
SEAT = candidate_seat(
    "Havnens Fond",
    kind=OrganisationKind.FOUNDATION,
    role=Role.TREASURER,
    place="Pakhuset",
    preparation_minutes=90,
    travel_minutes=20,
    fee=1_200_000,
    answer_by=date(2026, 3, 15),
    notes="Formanden ringede <b>den 9.</b> & spurgte.",
)


@pytest.fixture(name="life")
def house_of_two_boards() -> Iterator[House]:
    with house(*LIFE) as built:
        yield built


def printed(
    life: House,
    language: Language = Language.ENGLISH,
    profile: Profile = Profile.NORMAL,
    **changed: object,
) -> bytes:
    papers = SimulatorPapers(life.journal, life.clock, life.simulator)
    seat = replace(SEAT, **changed)  # type: ignore[arg-type] # of a seat
    return papers.candidate(seat, language=language, profile=profile).printed().content


def words_of(content: bytes) -> str:
    """The text, its lines joined."""
    return " ".join(running_text_of(content).split())


def test_it_tells_what_the_seat_asks(life: House) -> None:
    text = words_of(printed(life))
    assert "A seat on offer: Havnens Fond" in text
    assert "Treasurer · Foundation" in text
    assert "The first Tuesday of every month, 19:00–21:00" in text
    assert "Tuesday 7 April 2026, Pakhuset" in text
    assert "preparation 1 h 30 min, travel 40 min" in text
    assert "Fee DKK 12,000 a year · DKK 240 an hour" in text
    assert "Sunday 15 March 2026" in text


def test_it_tells_which_weeks_break_and_what_could_be_given_up(life: House) -> None:
    text = words_of(printed(life))
    assert "1 week would break your ceiling" in text
    assert "12 meetings · 12 evenings · 50 h a year" in text
    assert "Week 15 · 6–12 April 2026" in text
    assert "3 evenings, the ceiling is 2" in text
    assert "Klubben: 4 h, mends the week" in text
    assert "Klubben: Board meeting and Havnens Fond overlap by 1 h on Tue 5 May" in text


def test_every_week_of_the_year_stands_in_figures(life: House) -> None:
    text = text_of(printed(life))
    for number in (14, 15, 27, 40, 53, 1, 13):
        assert str(number) in text.split()


def test_it_asks_what_a_treasurer_should_ask(life: House) -> None:
    assert "Who keeps the books day by day" in words_of(printed(life))
    other = words_of(printed(life, role=Role.CHAIR, kind=OrganisationKind.NETWORK))
    assert "Who helps the chair between meetings" in other
    assert "may somebody stand in?" in other
    assert "Who keeps the books" not in other


def test_what_a_person_wrote_is_printed_as_it_stands(life: House) -> None:
    assert "Formanden ringede <b>den 9.</b> & spurgte." in words_of(printed(life))


def test_it_speaks_danish(life: House) -> None:
    text = words_of(printed(life, Language.DANISH))
    assert "Et muligt hverv: Havnens Fond" in text
    assert "1 uge sprænger dit loft" in text
    assert "Den første tirsdag i hver måned kl. 19.00-21.00" in text
    assert "Spørg formanden" in text


@pytest.mark.parametrize("language", Language)
def test_it_is_one_page(life: House, language: Language) -> None:
    assert len(pages_of(printed(life, language))) == 1


@pytest.mark.parametrize("profile", Profile)
def test_it_is_printed_in_every_profile(life: House, profile: Profile) -> None:
    assert "Week 15" in words_of(printed(life, profile=profile))


def test_a_seat_that_fills_the_year_is_printed_too(life: House) -> None:
    content = printed(life, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", notes="Mange ord. " * 60)
    assert " more" in words_of(content)


def test_without_a_ceiling_it_says_so() -> None:
    with house(*LIFE[:-1]) as built:
        assert "you have set no ceiling" in words_of(printed(built))


def test_the_same_seat_gives_the_same_bytes(life: House) -> None:
    assert printed(life) == printed(life)


def test_its_properties_name_it(life: House) -> None:
    assert properties_of(printed(life))["Title"].startswith("A seat on offer: Havnens Fond")
