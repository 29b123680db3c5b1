"""An organisation's rules of procedure on its page: read, changed, taken back to the usual."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.procedure import ApprovalRule, Share, SignatureRule, TieRule
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, organisation
from tests.support.drivers.boards import BoardsDriver

FIRM = organisation("Lanterner A/S", kind=OrganisationKind.COMPANY)
TIE = "At a tie, The default · seen at elov.dk/erhvervsfondsloven/paragraf/53, The proposal falls"


@pytest.fixture(name="services")
def services_over_a_firm(house: House) -> Services:
    house.keep(FIRM)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="boards")
def page_of_boards(services: Services, qtbot: QtBot) -> BoardsDriver:
    return BoardsDriver(services, qtbot)


def rule(boards: BoardsDriver, title: str) -> str:
    """How a rule reads in its row."""
    (found,) = [each for each in boards.section_rows() if each.startswith(f"{title},")]
    return found


def change(boards: BoardsDriver, title: str, words: str) -> None:
    """Press a rule and choose another way."""
    boards.screen.press(rule(boards, title))
    boards.screen.choose(title, words)
    boards.screen.press("Change rule")


def test_each_rule_stands_with_what_is_usual_and_where_that_was_seen(
    boards: BoardsDriver,
) -> None:
    assert rule(boards, "At a tie") == TIE
    assert rule(boards, "Proxies").endswith(", Yes")
    assert rule(boards, "Numbers of decisions") == (
        "Numbers of decisions, The default · no published source, B-2026-001"
    )
    assert not boards.screen.is_offered("Use the usual rules")


def test_a_rule_of_our_own_is_told_apart_and_undone(
    boards: BoardsDriver, services: Services
) -> None:
    change(boards, "At a tie", "The chair's vote decides")
    assert services.procedures.of(FIRM.id).tie_rule is TieRule.CHAIR_DECIDES
    assert rule(boards, "At a tie") == (
        "At a tie, Our own rule · the default is “The proposal falls”, The chair's vote decides"
    )
    boards.undo()
    assert rule(boards, "At a tie") == TIE


@pytest.mark.parametrize(
    ("title", "words", "field", "value"),
    [
        ("Proxies", "No", "allows_proxies", False),
        ("Who moved a proposal is minuted", "Yes", "records_movers", True),
        ("Minutes are approved", "At the next meeting", "approval", ApprovalRule.NEXT_MEETING),
        (
            "Who signs the minutes",
            "The chair of the meeting",
            "signatures",
            SignatureRule.CHAIR,
        ),
        ("Initials on each page", "Yes", "initials_each_page", True),
    ],
)
def test_every_choice_counts_at_once(
    boards: BoardsDriver, services: Services, title: str, words: str, field: str, value: object
) -> None:
    change(boards, title, words)
    assert getattr(services.procedures.of(FIRM.id), field) == value
    assert rule(boards, title).endswith(f", {words}")


def test_a_quorum_is_built_of_its_parts_and_said_in_words(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press(rule(boards, "Quorum"))
    boards.screen.choose("Share of the members", "At least two thirds")
    boards.screen.write("And at least this many", "3")
    boards.screen.press("Chair")
    boards.screen.press("Vice-chair")
    boards.screen.write("Where it stands", "bylaws § 4")
    words = "At least two thirds, at least 3 members and the chair or the vice-chair"
    assert f"In words: {words}." in boards.screen.words()
    boards.screen.press("Change rule")
    stored = services.procedures.of(FIRM.id)
    assert (stored.quorum_share, stored.quorum_count) == (Share.TWO_THIRDS, 3)
    assert stored.required_roles == (Role.CHAIR, Role.VICE_CHAIR)
    assert rule(boards, "Quorum") == (
        f"Quorum, bylaws § 4 · the default is “More than half”, {words}"
    )


def test_the_next_numbers_are_shown_as_one_types(boards: BoardsDriver, services: Services) -> None:
    boards.screen.press(rule(boards, "Numbers of decisions"))
    boards.screen.type_into("Pattern", "{number}/{year}")
    assert "As in 1/2026, 2/2026 …" in boards.screen.words()
    boards.screen.press("Change rule")
    assert services.procedures.of(FIRM.id).decision_pattern == "{number}/{year}"


def test_a_pattern_that_numbers_nothing_is_refused_by_its_field(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press(rule(boards, "Numbers of decisions"))
    boards.screen.write("Pattern", "Decision")
    boards.screen.press("Change rule")
    assert "A number is written as B-{year}-{number:03}." in boards.screen.words()
    assert services.procedures.own(FIRM.id) is None


def test_one_rule_goes_back_to_the_default_alone(boards: BoardsDriver, services: Services) -> None:
    change(boards, "At a tie", "The chair's vote decides")
    change(boards, "Proxies", "No")
    boards.screen.pick("More for At a tie", "Use the default: The proposal falls")
    now = services.procedures.of(FIRM.id)
    assert (now.tie_rule, now.allows_proxies) == (TieRule.FALLS, False)


def test_all_rules_go_back_to_the_usual_and_can_be_had_again(
    boards: BoardsDriver, services: Services
) -> None:
    change(boards, "At a tie", "The chair's vote decides")
    boards.screen.press("Use the usual rules")
    assert services.procedures.own(FIRM.id) is None
    assert rule(boards, "At a tie") == TIE
    boards.undo()
    assert services.procedures.of(FIRM.id).tie_rule is TieRule.CHAIR_DECIDES
