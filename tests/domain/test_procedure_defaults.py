"""The usual rules of procedure of each kind of organisation."""

from __future__ import annotations

import pytest

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.procedure import Share, SignatureRule, TieRule
from boardkeeper.domain.procedure_defaults import usual_procedure, usual_source
from tests.support.builders import organisation

KINDS = list(OrganisationKind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_rules_are_the_same_however_often_one_asks(kind: OrganisationKind) -> None:
    board = organisation(kind=kind)
    assert usual_procedure(board) == usual_procedure(board)
    assert usual_procedure(board).organisation_id == board.id


@pytest.mark.parametrize("kind", [each for each in KINDS if each is not OrganisationKind.NETWORK])
def test_a_board_asks_for_more_than_half_and_lets_a_tie_fall(kind: OrganisationKind) -> None:
    usual = usual_procedure(organisation(kind=kind))
    assert usual.quorum_share is Share.MORE_THAN_HALF
    assert usual.tie_rule is TieRule.FALLS
    assert usual.required_roles == ()


def test_a_network_asks_for_nothing_and_nobody_signs() -> None:
    usual = usual_procedure(organisation(kind=OrganisationKind.NETWORK))
    assert (usual.quorum_share, usual.quorum_count) == (Share.NONE, 0)
    assert usual.signatures is SignatureRule.NOBODY


def test_only_companies_and_foundations_allow_proxies_without_more() -> None:
    allowing = {each for each in KINDS if usual_procedure(organisation(kind=each)).allows_proxies}
    assert allowing == {OrganisationKind.COMPANY, OrganisationKind.FOUNDATION}


def test_a_source_is_named_where_there_is_one_and_stands_in_no_minutes() -> None:
    assert "53" in usual_source(OrganisationKind.FOUNDATION, "quorum_share")
    assert usual_source(OrganisationKind.ADVISORY, "quorum_share") == ""
    assert {usual_procedure(organisation(kind=each)).quorum_basis for each in KINDS} == {""}
