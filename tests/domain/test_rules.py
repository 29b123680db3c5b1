"""The rules an organisation meets by."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.rules import (
    OwnRule,
    RuleName,
    days_in_words,
    default_days,
    default_source,
    items_rule,
    latest_items,
    latest_notice,
    notice_rule,
    period_in_words,
    rule_by_default,
    rule_in_force,
    rule_name,
    rules_of,
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


def test_a_default_names_only_a_published_source() -> None:
    assert default_source(OrganisationKind.COMPANY, RuleName.GENERAL_MINUTES) == (
        "elov.dk/selskabsloven/101"
    )
    for kind in (OrganisationKind.FOUNDATION, OrganisationKind.ADVISORY):
        assert not default_source(kind, RuleName.NOTICE)
    for kind in OrganisationKind:
        assert not default_source(kind, RuleName.PAPERS)


def test_no_default_calls_itself_law() -> None:
    for kind in OrganisationKind:
        for rule in RuleName:
            assert "§" not in default_source(kind, rule)


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        (OrganisationKind.COMPANY, (8, 10, 8, 7, 7, 28, 14, 0, 14)),
        (OrganisationKind.FOUNDATION, (8, 10, 8, 7, 7, 0, 0, 0, 0)),
        (OrganisationKind.ASSOCIATION, (7, 10, 7, 7, 7, 0, 14, 8, 0)),
        (OrganisationKind.HOUSING, (7, 10, 7, 7, 7, 0, 14, 8, 0)),
        (OrganisationKind.KINDERGARTEN, (7, 10, 7, 7, 7, 0, 14, 8, 0)),
        (OrganisationKind.ADVISORY, (7, 10, 7, 7, 7, 0, 0, 0, 0)),
        (OrganisationKind.VOLUNTEERS, (4, 10, 4, 7, 7, 0, 14, 8, 0)),
        (OrganisationKind.NETWORK, (0, 0, 0, 0, 0, 0, 0, 0, 0)),
    ],
)
def test_the_defaults_of_a_kind(kind: OrganisationKind, days: tuple[int, ...]) -> None:
    assert tuple(default_days(kind, rule) for rule in RuleName) == days


@pytest.mark.parametrize(
    ("kind", "has_general"),
    [
        (OrganisationKind.COMPANY, True),
        (OrganisationKind.ASSOCIATION, True),
        (OrganisationKind.KINDERGARTEN, True),
        (OrganisationKind.FOUNDATION, False),
        (OrganisationKind.NETWORK, False),
        (OrganisationKind.ADVISORY, False),
    ],
)
def test_only_a_body_with_general_meetings_has_their_rules(
    kind: OrganisationKind, has_general: bool
) -> None:
    assert (RuleName.GENERAL_NOTICE in rules_of(kind)) is has_general
    assert RuleName.NOTICE in rules_of(kind)


def test_papers_follow_the_notice_until_they_have_days_of_their_own() -> None:
    board = organisation()
    notice = own_rule(board, RuleName.NOTICE, days=14)
    papers = own_rule(board, RuleName.PAPERS, days=5)
    kind = OrganisationKind.COMPANY
    assert rule_in_force(kind, [], RuleName.PAPERS).days == 8
    assert rule_in_force(kind, [notice], RuleName.PAPERS).days == 14
    assert rule_in_force(kind, [notice, papers], RuleName.PAPERS).days == 5
    assert rule_by_default(kind, [notice, papers], RuleName.PAPERS).days == 14


@pytest.mark.parametrize("kind", MeetingKind)
def test_a_general_meeting_is_measured_by_its_own_rules(kind: MeetingKind) -> None:
    is_one = kind in (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL)
    assert (notice_rule(kind) is RuleName.GENERAL_NOTICE) is is_one
    assert (items_rule(kind) is RuleName.GENERAL_PROPOSALS) is is_one


def test_a_period_says_where_it_is_counted_from() -> None:
    assert [
        period_in_words(rule, days)
        for rule, days in (
            (RuleName.NOTICE, 7),
            (RuleName.DRAFT_MINUTES, 1),
            (RuleName.OBJECTIONS, 3),
            (RuleName.PAPERS, 0),
        )
    ] == [
        "7 days before the meeting",
        "1 day after the meeting",
        "3 days after the draft",
        "No deadline",
    ]


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
