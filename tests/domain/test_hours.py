"""Time entries."""

from __future__ import annotations

import pytest

from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import organisation, time_entry


@pytest.mark.parametrize("minutes", [0, -5, 24 * 60 + 1])
def test_an_entry_is_between_a_minute_and_a_day(minutes: int) -> None:
    with pytest.raises(InvalidField) as refused:
        time_entry(organisation(), minutes=minutes)
    assert refused.value.field == "minutes"


def test_every_activity_has_its_own_words_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({activity_name(activity) for activity in Activity}) == len(Activity)
