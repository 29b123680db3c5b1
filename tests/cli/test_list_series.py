"""`boardkeeper list series`."""

from __future__ import annotations

import json

from boardkeeper.cli.listing import listed
from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.series import HolidayRule
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, organisation, series

GROUP = organisation("Kvart over Syv")
MORNINGS = series(GROUP, minutes=135, kind=MeetingKind.NETWORK, holiday_rule=HolidayRule.NEXT_WEEK)


def test_a_series_is_a_line_in_words(house: House) -> None:
    house.keep(GROUP, MORNINGS)
    with speaking(Language.DANISH):
        line = listed(Services.over(house.store, house.clock), "series", as_json=False)
    assert line == (
        "Kvart over Syv  Netværksmøde  hver 3. torsdag kl. 7.15-9.30  Flyt til ugen efter  "
        f"{MORNINGS.id}"
    )


def test_a_series_has_every_field_as_json(house: House) -> None:
    house.keep(GROUP, MORNINGS)
    (found,) = json.loads(listed(Services.over(house.store, house.clock), "series", as_json=True))
    assert found["rule"] == "FREQ=WEEKLY;INTERVAL=3"
    assert found["starts_at"] == "2026-01-08T07:15:00"
    assert found["holiday_rule"] == "next_week"
