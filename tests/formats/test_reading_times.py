"""Times and moments as people type them, seen from Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

TODAY = dt.date(2026, 3, 3)

TIMES = {
    "19": "19:00",
    "19.30": "19:30",
    "19:30": "19:30",
    "19,30": "19:30",
    "1930": "19:30",
    "715": "07:15",
    "07.15": "07:15",
    "kl. 7.15": "07:15",
    "kl 19": "19:00",
    "klokken 19": "19:00",
    "at 7": "07:00",
    "7pm": "19:00",
    "7.15 p.m.": "19:15",
    "12am": "00:00",
    "12 pm": "12:00",
    "0.00": "00:00",
}
RANGES = {
    "7-9.15": ("07:00", "09:15"),
    "7.15-9.30": ("07:15", "09:30"),
    "19.00–21.30": ("19:00", "21:30"),
    "kl. 19.00 - kl. 21": ("19:00", "21:00"),
    "19 til 21": ("19:00", "21:00"),
    "fra 19 til 21": ("19:00", "21:00"),
    "from 19 to 21": ("19:00", "21:00"),
    "1900-2130": ("19:00", "21:30"),
    "19 + 2t": ("19:00", "21:00"),
    "19+2h": ("19:00", "21:00"),
    "19.30 2 t": ("19:30", "21:30"),
    "19.30 i 2 timer": ("19:30", "21:30"),
    "19.30 for 2 hours": ("19:30", "21:30"),
    "19 1½ t": ("19:00", "20:30"),
    "19.15 en halv time": ("19:15", "19:45"),
    "7-9pm": ("19:00", "21:00"),
    "11-1pm": ("11:00", "13:00"),
    "7am-3pm": ("07:00", "15:00"),
    "19-24": ("19:00", "00:00"),
    "19.30-24.00": ("19:30", "00:00"),
    "23-1": ("23:00", "01:00"),
    "22 + 3 t": ("22:00", "01:00"),
}
MOMENTS = {
    "tir 19.30": "2026-03-03 19:30",
    "5/3 kl 19": "2026-03-05 19:00",
    "5.3 kl. 19.30": "2026-03-05 19:30",
    "5. marts 19": "2026-03-05 19:00",
    "5. marts 2027 kl. 19": "2027-03-05 19:00",
    "i morgen 7.15": "2026-03-04 07:15",
    "tomorrow at 7pm": "2026-03-04 19:00",
    "next Tuesday 19:30": "2026-03-10 19:30",
    "næste tirsdag kl. 19.30": "2026-03-10 19:30",
    "om 2 uger 19": "2026-03-17 19:00",
    "uge 10 tor 19": "2026-03-05 19:00",
    "19.30 i morgen": "2026-03-04 19:30",
    "19.30": "2026-03-03 19:30",
    "5/3 1930": "2026-03-05 19:30",
    "5/3 2026 1930": "2026-03-05 19:30",
    "tor 2030": "2026-03-05 20:30",
    "tor. 5. marts kl. 19.00": "2026-03-05 19:00",
    "Thu 5 March, 19:00": "2026-03-05 19:00",
    "3 Mar 2026, 21:14": "2026-03-03 21:14",
}
MOMENT_RANGES = {
    "tir 19-21.30": ("2026-03-03 19:00", "2026-03-03 21:30"),
    "5/3 19 til 21": ("2026-03-05 19:00", "2026-03-05 21:00"),
    "i morgen 19 + 2t": ("2026-03-04 19:00", "2026-03-04 21:00"),
    "tomorrow 7-9pm": ("2026-03-04 19:00", "2026-03-04 21:00"),
    "19-21": ("2026-03-03 19:00", "2026-03-03 21:00"),
    "fre 22-1": ("2026-03-06 22:00", "2026-03-07 01:00"),
    "5/3 19 til 6/3 1": ("2026-03-05 19:00", "2026-03-06 01:00"),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_read_as_it_is_meant(text: str, language: Language) -> None:
    with speaking(language):
        assert f"{formats.read_time(text):%H:%M}" == TIMES[text]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", RANGES)
def test_a_start_and_an_end_are_read_as_they_are_meant(text: str, language: Language) -> None:
    with speaking(language):
        start, end = formats.read_time_range(text)
    assert (f"{start:%H:%M}", f"{end:%H:%M}") == RANGES[text]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_is_read_as_it_is_meant(text: str, language: Language) -> None:
    with speaking(language):
        assert f"{formats.read_moment(text, TODAY):%Y-%m-%d %H:%M}" == MOMENTS[text]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", MOMENT_RANGES)
def test_a_meeting_is_read_as_it_is_meant(text: str, language: Language) -> None:
    with speaking(language):
        start, end = formats.read_moment_range(text, TODAY)
    assert (f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}") == MOMENT_RANGES[text]


@pytest.mark.parametrize("text", ["", "25", "19.60", "19.3", "13pm", "0am", "seks", "24", "24.01"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with speaking(Language.DANISH), pytest.raises(formats.NotUnderstood, match=r"Skriv fx 19\.30"):
        formats.read_time(text)


@pytest.mark.parametrize("text", ["", "19", "19-", "19-25", "19 + 2", "19 30", "19 + 40 t"])
def test_what_is_no_start_and_end_is_refused(text: str) -> None:
    with speaking(Language.DANISH), pytest.raises(formats.NotUnderstood, match=r"19-21\.30"):
        formats.read_time_range(text)


def test_a_day_without_a_time_is_told_so() -> None:
    with (
        speaking(Language.DANISH),
        pytest.raises(formats.NotUnderstood, match=r"»5/3« er en dag uden klokkeslæt"),
    ):
        formats.read_moment("5/3", TODAY)


def test_four_digits_that_may_be_a_year_are_not_guessed_to_be_a_time() -> None:
    with speaking(Language.ENGLISH), pytest.raises(formats.NotUnderstood, match="without a time"):
        formats.read_moment("5/3 2027", TODAY)


def test_an_impossible_day_is_told_even_beside_a_time() -> None:
    with speaking(Language.ENGLISH), pytest.raises(formats.NotUnderstood, match="28 days"):
        formats.read_moment("31/2 19.30", TODAY)


def test_a_start_without_an_end_is_told_so() -> None:
    with (
        speaking(Language.DANISH),
        pytest.raises(formats.NotUnderstood, match=r"»fre 13/3 19« har en start"),
    ):
        formats.read_moment_range("fre 13/3 19", TODAY)
