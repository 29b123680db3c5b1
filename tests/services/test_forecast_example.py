"""Three memberships over an election year, April to March, worked out by hand to the minute.

It is 1 October 2026. The clocks went back on 25 October 2026 and go forward on 28 March 2027.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from boardkeeper.domain.effort import Preparation
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.standings import Standing
from tests.support.builders import (
    House,
    house,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.forecasts import every_third_thursday, morning_group
from tests.support.time_builders import effort, promise

NOW = date(2026, 10, 1)
YEAR = ReportYear(number=2026, first_month=4)

ME = person("Anna Holm", is_me=True)
NURSERY = organisation("Skovbørnehaven", travel_minutes=15)
COMPANY = organisation("Havneværftet A/S", travel_minutes=45)
GROUP = morning_group(travel_minutes=20)
IN_NURSERY, IN_COMPANY, IN_GROUP = (membership(ME, each) for each in (NURSERY, COMPANY, GROUP))

CHRISTMAS = meeting(NURSERY, "2026-12-01 19:00", "2026-12-01 21:30")
NURSERY_MEETINGS = [
    meeting(NURSERY, "2026-03-31 19:00", "2026-03-31 21:30"),  # of the year before
    meeting(NURSERY, "2026-04-14 19:00", "2026-04-14 21:30"),  # 150
    meeting(NURSERY, "2026-06-09 19:00", "2026-06-09 21:00"),  # 120
    meeting(NURSERY, "2026-09-08 19:00", "2026-09-08 21:30"),  # 150
    meeting(NURSERY, "2026-10-24 22:00", "2026-10-25 04:00"),  # 420: an hour comes twice
    CHRISTMAS,  # 150
    meeting(NURSERY, "2027-02-02 19:00", state=MeetingState.CANCELLED),
    meeting(NURSERY, "2027-03-27 22:00", "2027-03-28 04:00"),  # 300: an hour is left out
]
COMPANY_MEETINGS = [
    meeting(COMPANY, "2026-05-20 13:00", "2026-05-20 17:00"),  # before I was elected
    meeting(COMPANY, "2026-08-26 13:00", "2026-08-26 17:00"),  # 240 + 120 + 90
    meeting(COMPANY, "2026-11-25 13:00", "2026-11-25 17:00"),  # 240 + 120 + 90
    meeting(COMPANY, "2027-02-24 09:00", "2027-02-24 11:00", place="Online"),  # 120 + 60
]
SPENT = [
    time_entry(NURSERY, "2025-09-30", 100),  # before the promise
    time_entry(NURSERY, "2025-11-11", 300),
    time_entry(NURSERY, "2026-03-31", 240),
    time_entry(NURSERY, "2026-04-14", 210),
    time_entry(NURSERY, "2026-09-08", 200),
    time_entry(NURSERY, "2026-09-28", 45, for_meeting=CHRISTMAS, activity=Activity.PREPARATION),
    time_entry(COMPANY, "2026-08-26", 400),
]


@pytest.fixture(name="kept")
def house_of_three_memberships() -> Iterator[House]:
    records: list[Record] = [
        *(ME, NURSERY, COMPANY, GROUP, IN_NURSERY, IN_COMPANY, IN_GROUP),
        term(IN_NURSERY, "2025-04-01"),
        term(IN_COMPANY, "2026-07-01"),
        promise(IN_NURSERY, 60, "2025-10-01"),
        promise(IN_COMPANY, 100, "2026-07-01"),
        promise(IN_COMPANY, 125, "2027-01-01"),
        effort(NURSERY, 60, follow_up_minutes=30),
        effort(COMPANY, 0, preparation=Preparation.SHARE, percent=50),
        effort(GROUP, 30),
        *NURSERY_MEETINGS,
        *COMPANY_MEETINGS,
        *SPENT,
    ]
    with house(*records, today=NOW) as built:
        built.series.plan(every_third_thursday(GROUP))
        yield built


def standing(kept: House, name: str) -> Standing:
    (found,) = (each for each in kept.forecast.standings(YEAR) if each.organisation.name == name)
    return found


def test_the_year_s_forecast_agrees_to_the_minute(kept: House) -> None:
    forecast = kept.forecast.between(YEAR.first, YEAR.last)
    assert forecast.by_organisation() == {
        # 14 meetings: 23 April, 4 and 25 June, 6 and 27 August, 17 September, 8 and 29 October,
        # 19 November, 10 and 31 December, 21 January, 11 February and 4 March; not 14 May
        # (Ascension Day), 16 July (a month off) and 25 March (Maundy Thursday).
        # 14 × (135 + 30 preparation + 40 on the way) = 14 × 205
        GROUP.id: 2870,
        # 6 meetings: 150 + 120 + 150 + 420 + 150 + 300 = 1290, and 6 × (60 + 30 + 30) = 720
        NURSERY.id: 2010,
        # 450 + 450 + 180
        COMPANY.id: 1080,
    }
    assert forecast.by_activity() == {
        Activity.MEETING: 14 * 135 + 1290 + 240 + 240 + 120,
        Activity.PREPARATION: 14 * 30 + 6 * 60 + 120 + 120 + 60,
        Activity.TRAVEL: 14 * 40 + 6 * 30 + 90 + 90,
        Activity.FOLLOW_UP: 6 * 30,
    }
    assert forecast.minutes == 5960


def test_the_nursery_owes_hours_from_the_year_before(kept: House) -> None:
    nursery = standing(kept, "Skovbørnehaven")
    assert nursery.promised == 60 * 60
    assert nursery.spent == 210 + 200 + 45
    # From 1 October: 420 + 150 + 300, three times 60 + 30 + 30, less the 45 already prepared.
    assert nursery.to_come == 870 + 360 - 45
    # Promised 1 October 2025 to 31 March 2026, 182 of 365 days: 3600 × 182 / 365 = 1795.07.
    # Spent since then and before April: 300 + 240.
    assert nursery.carried_over == 540 - 1795
    assert nursery.balance == -1255 + 455 + 1185 - 3600


def test_the_company_is_promised_from_the_day_of_election_and_more_from_new_year(
    kept: House,
) -> None:
    company = standing(kept, "Havneværftet A/S")
    # 184 days at 100 hours and 90 at 125: (6000 × 184 + 7500 × 90) / 365 = 4873.97
    assert company.promised == 4874
    assert (company.spent, company.to_come, company.carried_over) == (400, 450 + 180, 0)


def test_the_group_is_promised_nothing_and_counts_all_the_same(kept: House) -> None:
    group = standing(kept, "Morgennetværket")
    assert (group.is_promised, group.promised, group.spent) == (False, 0, 0)
    # 8 and 29 October, 19 November, 10 and 31 December, 21 January, 11 February, 4 March: 8 × 205
    assert group.to_come == 1640


def test_the_calendar_year_carries_the_same_minutes_across_another_border(kept: House) -> None:
    election = [ReportYear(number=number, first_month=4) for number in (2025, 2026, 2027)]
    first, last = election[0].first, election[-1].last
    whole = kept.forecast.between(first, last)
    assert whole.minutes == sum(
        kept.forecast.between(each.first, each.last).minutes for each in election
    )
    weeks = kept.forecast.weeks(first, last)
    assert sum(week.minutes for week in weeks) == whole.minutes
    assert sum(week.minutes_spent for week in weeks) == sum(each.minutes for each in SPENT)
