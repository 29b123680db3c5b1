"""What gauges and signals are held against."""

from __future__ import annotations

import pytest

from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.domain.thresholds import (
    OwnThreshold,
    ThresholdName,
    Unit,
    default_threshold,
    threshold_in_words,
    threshold_name,
    thresholds_in_force,
    unit_of,
)
from boardkeeper.i18n import Language, speaking


def test_a_network_is_asked_more_than_a_board() -> None:
    board, network = OrganisationKind.ASSOCIATION, OrganisationKind.NETWORK
    assert default_threshold(network, ThresholdName.TOUCH_DAYS) == 60
    assert default_threshold(board, ThresholdName.TOUCH_DAYS) == 180
    assert default_threshold(network, ThresholdName.INFORMATION_PERCENT) == 60


def test_ones_own_number_counts_before_the_default() -> None:
    own = OwnThreshold(
        organisation_id=OrganisationId("o"), threshold=ThresholdName.CARRIED_TIMES, value=5
    )
    in_force = thresholds_in_force(OrganisationKind.COMPANY, [own])
    carried = in_force[ThresholdName.CARRIED_TIMES]
    assert (carried.value, carried.default, carried.is_own) == (5, 3, True)
    assert not in_force[ThresholdName.SAME_ROLE_YEARS].is_own
    assert list(in_force) == list(ThresholdName)


@pytest.mark.parametrize("name", ThresholdName)
def test_every_threshold_has_words_in_both_languages(name: ThresholdName) -> None:
    english, said = threshold_name(name), threshold_in_words(name, 7)
    assert "7" in said
    with speaking(Language.DANISH):
        assert threshold_name(name) != english
        assert threshold_in_words(name, 7) != said or unit_of(name) is Unit.PERCENT


def test_a_number_stands_with_its_unit() -> None:
    assert threshold_in_words(ThresholdName.TOUCH_DAYS, 60) == "60 days"
    assert threshold_in_words(ThresholdName.NO_RESULT_MEETINGS, 1) == "1 meeting"
    assert threshold_in_words(ThresholdName.KNOW_PERCENT, 80) == "80%"
    with speaking(Language.DANISH):
        assert threshold_in_words(ThresholdName.KNOW_PERCENT, 80) == "80 %"
