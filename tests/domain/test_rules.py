"""The rules an organisation meets by."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.rules import (
    OwnRule,
    RuleName,
    days_in_words,
    default_days,
    default_source,
    latest_items,
    latest_notice,
    rule_in_force,
    rule_name,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import organisation, own_rule


def test_every_kind_has_a_number_of_days_for_every_rule() -> None:
    for kind in OrganisationKind:
        for rule in RuleName:
            assert 0 <= default_days(kind, rule) <= 366


def test_a_network_keeps_no_deadlines() -> None:
    assert {default_days(OrganisationKind.NETWORK, rule) for rule in RuleName} == {0}


def test_every_rule_names_where_it_was_seen() -> None:
    assert all(default_source(rule) for rule in RuleName)


def test_a_company_calls_eight_days_ahead_by_default() -> None:
    notice = rule_in_force(OrganisationKind.COMPANY, [], RuleName.NOTICE)
    assert (notice.days, notice.is_own) == (8, False)
    assert latest_notice(date(2026, 3, 5), notice) == date(2026, 2, 25)


def test_an_own_rule_counts_before_the_default() -> None:
    own = own_rule(organisation(), RuleName.NOTICE, days=14)
    notice = rule_in_force(OrganisationKind.COMPANY, [own], RuleName.NOTICE)
    assert (notice.days, notice.basis, notice.is_own) == (14, "§ 7", True)


def test_an_own_rule_leaves_the_others_alone() -> None:
    own = own_rule(organisation(), RuleName.NOTICE, days=14)
    items_in = rule_in_force(OrganisationKind.COMPANY, [own], RuleName.ITEMS_IN)
    assert not items_in.is_own
    assert latest_items(date(2026, 3, 11), items_in) == date(2026, 3, 1)


def test_days_are_counted_across_29_february() -> None:
    own = own_rule(organisation(), days=5)
    notice = rule_in_force(OrganisationKind.COMPANY, [own], RuleName.NOTICE)
    assert latest_notice(date(2028, 3, 2), notice) == date(2028, 2, 26)


@pytest.mark.parametrize("days", [-1, 367])
def test_a_rule_counts_at_most_a_year(days: int) -> None:
    with pytest.raises(InvalidField) as refused:
        OwnRule(organisation_id=organisation().id, rule=RuleName.NOTICE, days=days)
    assert refused.value.field == "days"


def test_days_are_said_in_the_singular_and_the_plural() -> None:
    assert [days_in_words(days) for days in (0, 1, 7)] == ["0 days", "1 day", "7 days"]
    with speaking(Language.DANISH):
        assert [days_in_words(days) for days in (0, 1, 7)] == ["0 dage", "1 dag", "7 dage"]


def test_every_rule_has_its_own_name_in_both_languages() -> None:
    for language in Language:
        with speaking(language):
            assert len({rule_name(rule) for rule in RuleName}) == len(RuleName)
