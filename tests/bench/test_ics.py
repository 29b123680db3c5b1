"""Ten thousand events taken in, against what the library alone takes to parse them."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from icalendar import Calendar

from boardkeeper.services.interchange import Imported
from tests.support.builders import TODAY, house, organisation
from tests.support.calendars import calendar, event
from tests.support.floors import times_as_slow

EVENTS = 10_000


def ten_thousand() -> bytes:
    """As a calendar program writes them: a line for each of what it shows, no more."""
    return calendar(
        *(
            event(
                f"UID:{each}@example.dk",
                "DTSTAMP:20260101T120000Z",
                f"SUMMARY:Sejlklubben: Bestyrelsesmøde nr. {each}",
                "LOCATION:Klubhuset\\, Molen 7",
                "DESCRIPTION:Vi beslutter budgettet for næste sæson og ser på\r\n  pladserne.",
                "STATUS:CONFIRMED",
                "SEQUENCE:0",
                "CATEGORIES:Sejlklubben",
                start=f"{2020 + each % 10}{1 + each % 12:02}{1 + each % 28:02}T190000",
                end=f"{2020 + each % 10}{1 + each % 12:02}{1 + each % 28:02}T210000",
            )
            for each in range(EVENTS)
        )
    )


@pytest.mark.benchmark(group="ten thousand events")
def test_ten_thousand_events_are_taken_in(benchmark: Any) -> None:
    content = ten_thousand()
    club = organisation("Sejlklubben")

    def taken_in() -> None:
        with house(club, today=TODAY) as home:
            files = home.calendar_files
            assert files.store(files.preview(content)) == Imported(EVENTS, 0, 0)

    def parsed() -> None:
        gc.collect()
        assert len(Calendar.from_ical(content).events) == EVENTS

    ratio = times_as_slow(taken_in, parsed, rounds=3)
    benchmark.extra_info["times as slow as parsing alone"] = round(ratio, 2)
    benchmark.pedantic(taken_in, rounds=1)

    assert ratio <= 1.5
