"""What organisations of each kind are usually to be reminded of."""

from __future__ import annotations

import pytest

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reminder_suggestions import suggestions
from boardkeeper.domain.reminders import ReminderKind
from boardkeeper.i18n import Language, speaking


@pytest.mark.parametrize("kind", OrganisationKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_has_some_and_no_two_alike(kind: OrganisationKind, language: Language) -> None:
    with speaking(language):
        titles = [each.title for each in suggestions(kind)]
    assert titles
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("kind", [OrganisationKind.ASSOCIATION, OrganisationKind.VOLUNTEERS])
def test_where_there_may_be_children_the_yearly_declaration_is_among_them(
    kind: OrganisationKind,
) -> None:
    (declared,) = (each for each in suggestions(kind) if each.kind is ReminderKind.DECLARATION)
    assert declared.repeats_months == 12
    assert ReminderKind.CERTIFICATE in {each.kind for each in suggestions(kind)}


def test_a_company_is_not_asked_for_childrens_certificates() -> None:
    kinds = {each.kind for each in suggestions(OrganisationKind.COMPANY)}
    assert ReminderKind.CERTIFICATE not in kinds
    assert {ReminderKind.INSURANCE, ReminderKind.UNDERTAKING} <= kinds
