"""The mileage slip on paper, read back."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.rates import OwnRate, RateName
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from tests.support.builders import House, organisation, person
from tests.support.paper import boxes_of, pages_of, text_of
from tests.support.time_builders import trip

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ANNA = person("Anna Holm", address="Skovvej 3\n8000 Aarhus", is_me=True)
WHOLE = (date(2026, 1, 1), date(2026, 12, 31))


def slip(
    house: House,
    first: date = WHOLE[0],
    last: date = WHOLE[1],
    *,
    only_unpaid: bool = False,
    language: Language | None = None,
    profile: Profile = Profile.NORMAL,
) -> bytes:
    prepared = house.mileage.slip(
        CLUB.id, first, last, only_unpaid=only_unpaid, language=language, profile=profile
    )
    return prepared.printed().content


def text(house: House, **asked: object) -> str:
    return text_of(slip(house, **asked))  # type: ignore[arg-type] # by name


def two_trips() -> list[Trip]:
    return [
        trip(CLUB, 24, "2026-02-01", start="Skovvej 3", stops="Banken"),
        trip(CLUB, 10, "2026-03-01", is_return=False, paid_on=date(2026, 3, 2)),
    ]


def test_it_has_who_drove_why_where_how_far_and_at_which_rate(house: House) -> None:
    house.keep(CLUB, ANNA, *two_trips())
    told = text(house)
    assert "Nørrevig Sejlklub Kørebilag 2026" in told
    assert "Modtager Anna Holm Adresse Skovvej 3 8000 Aarhus CPR-nummer" in told
    assert "1.2.2026 Bestyrelsesmøde" in told
    assert "Fra Skovvej 3 via Banken til Klubhuset, tur-retur" in told
    assert "24 km 3,94 94,56" in told
    assert "Udbetalt 2.3.2026" in told
    assert "I alt 34 km 133,96 Heraf udbetalt -39,40 Til udbetaling 94,56" in told


def test_it_tells_the_years_kilometres_the_rate_and_its_source(house: House) -> None:
    house.keep(CLUB, ANNA, *two_trips())
    told = text(house, first=date(2026, 3, 1), last=date(2026, 3, 31))
    assert "Kørebilag marts 2026" in told
    assert "Kørt for foreningen i 2026 til og med 1. marts 2026: 34 km." in told
    assert "Sats 2026: 3,94 kr. pr. kilometer indtil 20.000 km i kalenderåret" in told
    assert "Kilde: tekniq.dk/" in told
    assert "tjek den" not in told


def test_the_rate_of_another_year_is_marked(house: House) -> None:
    house.keep(CLUB, trip(CLUB, 10, "2027-02-01"))
    told = text(house, first=date(2027, 1, 1), last=date(2027, 12, 31))
    assert "Satsen for 2026; tjek den." in told


def test_a_trip_across_the_limit_shows_both_rates(house: House) -> None:
    limit = OwnRate(rate=RateName.KILOMETRE_LIMIT, year=2026, amount=10)
    house.keep(CLUB, limit, trip(CLUB, 24, "2026-02-01"))
    told = text(house, language=Language.ENGLISH)
    assert "10 km 14 km 3.94 2.28 71.32" in told


def test_only_what_is_unpaid_can_be_asked_for(house: House) -> None:
    house.keep(CLUB, ANNA, *two_trips())
    told = text(house, only_unpaid=True, language=Language.ENGLISH)
    assert "In all 24 km 94.56" in told
    assert "Paid" not in told


def test_without_a_recipient_there_are_lines_to_write_on(house: House) -> None:
    house.keep(CLUB, *two_trips())
    told = text(house, language=Language.ENGLISH)
    assert "Recipient Address CPR number Day" in told
    assert "Recipient Date For the association Date Checked and approved" in told


def test_a_stretch_without_a_trip_says_so(house: House) -> None:
    house.keep(CLUB, ANNA)
    assert "No trip is written down in these days." in text(house, language=Language.ENGLISH)


def test_days_that_are_no_whole_month_are_told_by_first_and_last(house: House) -> None:
    house.keep(CLUB, *two_trips())
    told = text(house, last=date(2026, 2, 15), language=Language.ENGLISH)
    assert "1 January – 15 February 2026" in told


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("language", Language)
def test_no_text_runs_into_another(house: House, profile: Profile, language: Language) -> None:
    many = [
        trip(
            CLUB,
            1_234,
            f"2026-{1 + at % 12:02}-{1 + at % 27:02}",
            purpose="Forhandling med havnen om de nye bådpladser i det kommende år",
            destination="Havnekontoret, Langelinie 12, København",
            start="Skovvej 3",
        )
        for at in range(40)
    ]
    house.keep(CLUB, ANNA, *many)
    content = slip(house, profile=profile, language=language)
    pages = pages_of(content)
    assert len(pages) > 1
    for page in range(len(pages)):
        boxes = [each for each in boxes_of(content, page) if each.text.strip()]
        met = [
            (one.text, other.text)
            for at, one in enumerate(boxes)
            for other in boxes[at + 1 :]
            if one.overlaps(other)
        ]
        assert met == []


def test_the_same_trips_give_the_same_bytes_and_a_name_for_the_file(house: House) -> None:
    house.keep(CLUB, ANNA, *two_trips())
    prepared = house.mileage.slip(CLUB.id, *WHOLE)
    assert prepared.file_name == "2026-01-01_Klubben_Koerebilag.pdf"
    assert prepared.title == "Nørrevig Sejlklub · Kørebilag"
    assert prepared.draw() == prepared.draw()


def test_all_days_are_told_by_the_first_trip_and_the_last(house: House) -> None:
    house.keep(CLUB, *two_trips())
    told = text(house, first=date.min, last=date.max, language=Language.ENGLISH)
    assert "1 February – 1 March 2026" in told
