"""Days as people type them, seen from Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

TODAY = dt.date(2026, 3, 3)

MEANT = {
    # numbers, the day always first
    "5/3": "2026-03-05",
    "5.3": "2026-03-05",
    "5.3.": "2026-03-05",
    "5-3-26": "2026-03-05",
    "5/3-26": "2026-03-05",
    "5/3 2027": "2027-03-05",
    "05.03.2026": "2026-03-05",
    "5. 3. 2026": "2026-03-05",
    "050326": "2026-03-05",
    "2026-03-05": "2026-03-05",
    "12/5": "2026-05-12",
    "1/1 1960": "1960-01-01",
    "1/1-60": "1960-01-01",
    "  5/3  ": "2026-03-05",
    # names of months
    "5. marts": "2026-03-05",
    "5 mar 2027": "2027-03-05",
    "5marts": "2026-03-05",
    "5. maj": "2026-05-05",
    "5 May": "2026-05-05",
    "d. 5. marts": "2026-03-05",
    "den 5. marts 2026": "2026-03-05",
    "March 5": "2026-03-05",
    "March 5th, 2027": "2027-03-05",
    "the 5th of March": "2026-03-05",
    "5-Mar-2026": "2026-03-05",
    "1. OKTOBER": "2026-10-01",
    "24. dec.": "2025-12-24",
    "1 Sept": "2026-09-01",
    "primo april": "2026-04-01",
    "medio april": "2026-04-15",
    "ultimo februar 2028": "2028-02-29",
    "end of March": "2026-03-31",
    # the day of the month alone
    "d. 5.": "2026-03-05",
    "den 3.": "2026-03-03",
    "the 2nd": "2026-04-02",
    "31": "2026-03-31",
    # words
    "i dag": "2026-03-03",
    "today": "2026-03-03",
    "i morgen": "2026-03-04",
    "imorgen": "2026-03-04",
    "Tomorrow": "2026-03-04",
    "i overmorgen": "2026-03-05",
    "the day after tomorrow": "2026-03-05",
    "i går": "2026-03-02",
    "i gaar": "2026-03-02",
    "yesterday": "2026-03-02",
    "i forgårs": "2026-03-01",
    # weekdays
    "torsdag": "2026-03-05",
    "tor": "2026-03-05",
    "tors.": "2026-03-05",
    "Thursday": "2026-03-05",
    "Thu": "2026-03-05",
    "på torsdag": "2026-03-05",
    "on Thursday": "2026-03-05",
    "tirsdag": "2026-03-03",
    "mandag": "2026-03-09",
    "lørdag": "2026-03-07",
    "loerdag": "2026-03-07",
    "søn": "2026-03-08",
    "næste tirsdag": "2026-03-10",
    "next Tuesday": "2026-03-10",
    "næste fredag": "2026-03-13",
    "sidste tirsdag": "2026-02-24",
    "last Monday": "2026-03-02",
    "i torsdags": "2026-02-26",
    "tor 5/3": "2026-03-05",
    "torsdag d. 5. marts": "2026-03-05",
    "Thu 5 March": "2026-03-05",
    "Thursday, March 5": "2026-03-05",
    # distances
    "+2 uger": "2026-03-17",
    "in 2 weeks": "2026-03-17",
    "2 uger": "2026-03-17",
    "om 14 dage": "2026-03-17",
    "om fjorten dage": "2026-03-17",
    "om en uge": "2026-03-10",
    "a week from now": "2026-03-10",
    "+3": "2026-03-06",
    "+3d": "2026-03-06",
    "-1 uge": "2026-02-24",
    "om 3 måneder": "2026-06-03",
    "in a year": "2027-03-03",
    "for 3 dage siden": "2026-02-28",
    "two weeks ago": "2026-02-17",
    # weeks
    "uge 10": "2026-03-02",
    "week 10": "2026-03-02",
    "uge 10 tor": "2026-03-05",
    "torsdag i uge 10": "2026-03-05",
    "week 11 Wednesday": "2026-03-11",
    "uge 45": "2026-11-02",
    "uge 53 2026": "2026-12-28",
    "næste uge": "2026-03-09",
    "next week": "2026-03-09",
    "torsdag i næste uge": "2026-03-12",
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", MEANT)
def test_a_day_is_read_as_it_is_meant(text: str, language: Language) -> None:
    with speaking(language):
        assert formats.read_date(text, TODAY).isoformat() == MEANT[text]


def test_two_letters_of_a_weekday_belong_to_the_active_language() -> None:
    with speaking(Language.DANISH):
        assert formats.read_date("on", TODAY) == dt.date(2026, 3, 4)
    with speaking(Language.ENGLISH):
        assert formats.read_date("th", TODAY) == dt.date(2026, 3, 5)
        assert formats.read_date("on 5/3", TODAY) == dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "", "snart", "5//3", "Anna", "5/3/2/1", "i", "d", "-", "uge", "uge ti", "om lidt",
        "for 2 weeks", "i torsdag", "marts", "0", "45", "5 kopper", "næste",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", Language)
def test_what_is_no_date_is_refused(text: str, language: Language) -> None:
    with speaking(language), pytest.raises(formats.NotUnderstood):
        formats.read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        (
            "31/2",
            "Den 31. findes ikke i februar 2026, som har 28 dage.",
            "There is no day 31 in February 2026: it has 28 days.",
        ),
        (
            "5/13",
            "Der er ingen måned 13. Skriv dagen før måneden, som i 5/3.",
            "There is no month 13. Write the day before the month, as in 5/3.",
        ),
        (
            "uge 53 2027",
            "Uge 53 findes ikke i 2027, som har 52 uger.",
            "There is no week 53 in 2027: it has 52 weeks.",
        ),
        (
            "fredag 5/3",
            "5. marts 2026 er en torsdag. Ret datoen, eller udelad ugedagen.",
            "5 March 2026 is a Thursday. Correct the date or leave out the weekday.",
        ),
        (
            "1/1 1850",
            "Året skal ligge mellem 1900 og 2200.",
            "The year must be between 1900 and 2200.",
        ),
        (
            "+9999 år",
            "Året skal ligge mellem 1900 og 2200.",
            "The year must be between 1900 and 2200.",
        ),
        (
            "Snart",
            (
                "»Snart« kan ikke læses som en dato. "
                "Skriv fx 5/3, 5. marts, i morgen eller næste tirsdag."
            ),
            (
                "“Snart” was not understood as a date. "
                "Write for example 5/3, 5 March, tomorrow or next Tuesday."
            ),
        ),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, danish: str, english: str) -> None:
    for language, message in ((Language.DANISH, danish), (Language.ENGLISH, english)):
        with speaking(language), pytest.raises(formats.NotUnderstood) as refusal:
            formats.read_date(text, TODAY)
        assert str(refusal.value) == message


def test_the_29th_of_february_needs_a_leap_year() -> None:
    with speaking(Language.ENGLISH):
        assert formats.read_date("29/2 2028", TODAY) == dt.date(2028, 2, 29)
        with pytest.raises(formats.NotUnderstood, match="28 days"):
            formats.read_date("29/2", TODAY)


def test_a_day_without_a_year_is_at_most_three_months_back() -> None:
    with speaking(Language.DANISH):
        assert formats.read_date("1/12", TODAY) == dt.date(2025, 12, 1)
        assert formats.read_date("30/11", TODAY) == dt.date(2026, 11, 30)
        assert formats.read_date("31/10", dt.date(2026, 1, 29)) == dt.date(2025, 10, 31)
        assert formats.read_date("5/1", dt.date(2026, 11, 20)) == dt.date(2027, 1, 5)
