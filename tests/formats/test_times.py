"""Times and moments as they are written in both languages."""

from __future__ import annotations

import datetime as dt

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

START = dt.datetime(2026, 3, 5, 19, 0)
END = dt.datetime(2026, 3, 5, 21, 30)
AFTER_MIDNIGHT = dt.datetime(2026, 3, 6, 0, 45)


def test_danish_times_have_a_full_stop_and_no_leading_zero() -> None:
    with speaking(Language.DANISH):
        assert formats.time(dt.time(7, 5)) == "7.05"
        assert formats.clock(START) == "kl. 19.00"
        assert formats.time_range(START, END) == "kl. 19.00-21.30"
        assert formats.times(START, END) == "19.00-21.30"


def test_english_times_have_a_colon_and_an_en_dash() -> None:
    with speaking(Language.ENGLISH):
        assert formats.time(dt.time(7, 5)) == "7:05"
        assert formats.clock(START) == "19:00"
        assert formats.time_range(START, END) == "19:00–21:30"
        assert formats.times(START, END) == "19:00–21:30"


def test_a_danish_moment_names_day_and_time() -> None:
    with speaking(Language.DANISH):
        assert formats.moment(START) == "tor. 5. marts kl. 19.00"
        assert formats.stamp(END) == "5.3.2026 kl. 21.30"
        assert formats.long_moment(START) == "torsdag den 5. marts 2026 kl. 19.00"
        assert formats.long_moment(START, END) == "torsdag den 5. marts 2026 kl. 19.00-21.30"


def test_an_english_moment_names_day_and_time() -> None:
    with speaking(Language.ENGLISH):
        assert formats.moment(START) == "Thu 5 March, 19:00"
        assert formats.stamp(END) == "5 Mar 2026, 21:30"
        assert formats.long_moment(START) == "Thursday 5 March 2026, 19:00"
        assert formats.long_moment(START, END) == "Thursday 5 March 2026, 19:00–21:30"


def test_a_meeting_past_midnight_names_both_days() -> None:
    with speaking(Language.DANISH):
        assert formats.long_moment(START, AFTER_MIDNIGHT) == (
            "torsdag den 5. marts 2026 kl. 19.00 til fredag den 6. marts 2026 kl. 0.45"
        )
    with speaking(Language.ENGLISH):
        assert formats.long_moment(START, AFTER_MIDNIGHT) == (
            "Thursday 5 March 2026, 19:00 – Friday 6 March 2026, 0:45"
        )
