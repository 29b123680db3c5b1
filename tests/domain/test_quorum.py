"""Whether a board can decide: a table worked by hand from the rules, and what holds of every board.

A board is written as a word, a letter a member: the first is the chair, the second the vice-chair.

p present        d online          - apologies       u nobody has said
c conflicted     e conflicted and not there          w out of the room
a away, with an alternate there    b away, and so is the alternate
k conflicted, with an alternate there
x away, with a proxy to the chair  y conflicted, with a proxy to the chair
l comes later    g has gone        m no vote: a manager
o observer       t guest           f an alternate who stands in for nobody
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import AgendaItem, ItemType, laid_out
from boardkeeper.domain.attendance import Absence, AbsenceReason, Attendance, Capacity, Presence
from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import Procedure, Share
from boardkeeper.domain.quorum import ItemQuorum, MeetingQuorum, meeting_quorum
from boardkeeper.domain.quorum_words import change_in_words, quorum_in_words
from boardkeeper.i18n import Language, speaking
from tests.support.builders import item, items, meeting, organisation
from tests.support.minutes_builders import absence, attendance, procedure

BOARD = organisation()
SITTING = meeting(BOARD)
POINT = item(SITTING)
HALF = Share.MORE_THAN_HALF

ACT = "erhvervsfondsloven § 53 (1)"
ALTERNATES = "erhvervsfondsloven § 53 (2)"
CONFLICTS = "holst-law.com: the conflicted are not counted"
ARTICLES = "holst-law.com: the articles may ask for more, as 75 %"
TWO = "sorgenfrigaard.dk: at least two"
CHAIRS = "hobrosejlklub.dk: a majority, the chair or vice-chair among them"
TWO_AND_CHAIR = "dannemare.info: two members and the chair"
CHAIR = "elverhoejen.helsingor.dk: the chair must be there"
ONLINE = "selskabsloven § 130: meetings can be electronic"
OURS = "the program's own reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A board at one item, what its rules ask for, and what comes of it."""

    board: str
    source: str
    share: Share = HALF
    count: int = 0
    roles: str = ""
    proxies: bool = False
    comes_to: str
    is_quorate: bool


def no(board: str, comes_to: str, source: str, share: Share = HALF, **rest: Any) -> Case:
    """A case that is not quorate; `comes_to` is "3 of 7, takes 4"."""
    return Case(
        board=board, source=source, share=share, comes_to=comes_to, is_quorate=False, **rest
    )


def yes(board: str, comes_to: str, source: str, share: Share = HALF, **rest: Any) -> Case:
    """A case that is quorate."""
    return replace(no(board, comes_to, source, share, **rest), is_quorate=True)


CASES = (
    # More than half of all members.
    yes("pppp---", "4 of 7, takes 4", ACT),
    no("ppp----", "3 of 7, takes 4", ACT),
    no("ppp---", "3 of 6, takes 4", ACT),
    yes("pppp--", "4 of 6, takes 4", ACT),
    yes("p", "1 of 1, takes 1", ACT),
    no("p-", "1 of 2, takes 2", ACT),
    yes("pp-", "2 of 3, takes 2", ACT),
    yes("pddd---", "4 of 7, takes 4", ONLINE),
    no("pppu---", "3 of 7, takes 4", OURS),
    # Other shares.
    no("ppppp--", "5 of 7, takes 6", ARTICLES, Share.THREE_QUARTERS),
    yes("pppppp-", "6 of 7, takes 6", ARTICLES, Share.THREE_QUARTERS),
    yes("pppppp--", "6 of 8, takes 6", ARTICLES, Share.THREE_QUARTERS),
    yes("pppp--", "4 of 6, takes 4", ARTICLES, Share.TWO_THIRDS),
    no("pppp---", "4 of 7, takes 5", ARTICLES, Share.TWO_THIRDS),
    yes("ppp---", "3 of 6, takes 3", OURS, Share.HALF),
    no("ppp----", "3 of 7, takes 4", OURS, Share.HALF),
    no("pppp-", "4 of 5, takes 5", ARTICLES, Share.ALL),
    yes("ppppp", "5 of 5, takes 5", ARTICLES, Share.ALL),
    yes("ppppc", "4 of 4, takes 4", CONFLICTS, Share.ALL),
    # Conflicts of interest: neither among those present nor among all.
    yes("ppppc--", "4 of 6, takes 4", CONFLICTS),
    no("pppc---", "3 of 6, takes 4", CONFLICTS),
    yes("pppcc--", "3 of 5, takes 3", CONFLICTS),
    no("pppe---", "3 of 6, takes 4", CONFLICTS),
    yes("pppee--", "3 of 5, takes 3", CONFLICTS),
    no("ccc", "0 of 0, takes 1", CONFLICTS),
    no("ccc", "0 of 0, takes 1", CONFLICTS, Share.ALL),
    yes("pcc", "1 of 1, takes 1", CONFLICTS),
    # Out of the room without a conflict: among all, not among those present.
    no("pppw---", "3 of 7, takes 4", OURS),
    # Alternates take the seat of one who is away, as long as that lasts.
    yes("pppa---", "4 of 7, takes 4", ALTERNATES),
    no("pppb---", "3 of 7, takes 4", ALTERNATES),
    no("ppp----f", "3 of 7, takes 4", ALTERNATES),
    yes("pppk---", "4 of 7, takes 4", ALTERNATES),
    yes("aaaa---", "4 of 7, takes 4", ALTERNATES),
    # Proxies represent where the rules allow them.
    yes("pppx---", "4 of 7, takes 4", ALTERNATES, proxies=True),
    no("pppx---", "3 of 7, takes 4", ALTERNATES),
    no("pppy---", "3 of 6, takes 4", CONFLICTS, proxies=True),
    no("cppx---", "2 of 6, takes 4", CONFLICTS, proxies=True),
    no("-ppxxx-", "2 of 7, takes 4", ALTERNATES, proxies=True),
    # A number of members.
    yes("pp-----", "2 of 7, takes 2", TWO, Share.NONE, count=2),
    no("p------", "1 of 7, takes 2", TWO, Share.NONE, count=2),
    yes("ppc----", "2 of 6, takes 2", TWO, Share.NONE, count=2),
    no("pppp---", "4 of 7, takes 5", OURS, count=5),
    no("pppp", "4 of 4, takes 5", OURS, Share.NONE, count=5),
    # Somebody who must be there in person.
    yes("pppp---", "4 of 7, takes 4", CHAIRS, roles="chair,vice_chair"),
    yes("-pppp--", "4 of 7, takes 4", CHAIRS, roles="chair,vice_chair"),
    no("--pppp-", "4 of 7, takes 4", CHAIRS, roles="chair,vice_chair"),
    yes("cpppp--", "4 of 6, takes 4", CHAIRS, roles="chair,vice_chair"),
    no("ccpppp-", "4 of 5, takes 3", CHAIRS, roles="chair,vice_chair"),
    yes("ppp--", "3 of 5, takes 3", TWO_AND_CHAIR, Share.NONE, count=3, roles="chair"),
    no("-pppp", "4 of 5, takes 3", TWO_AND_CHAIR, Share.NONE, count=3, roles="chair"),
    no("pp---", "2 of 5, takes 3", TWO_AND_CHAIR, Share.NONE, count=3, roles="chair"),
    yes("p-pp-", "3 of 5, takes 3", CHAIR, roles="chair"),
    no("apppp", "5 of 5, takes 3", CHAIR, roles="chair"),
    no("wpppp", "4 of 5, takes 3", CHAIR, roles="chair"),
    no("lpppp", "4 of 5, takes 3", CHAIR, roles="chair"),
    # Coming and going.
    no("pppl---", "3 of 7, takes 4", ACT),
    no("pppg---", "3 of 7, takes 4", ACT),
    # Those who are never counted.
    no("ppp----mot", "3 of 7, takes 4", ACT),
    yes("pppp---mot", "4 of 7, takes 4", ACT),
    # Bodies that ask for nothing.
    yes("p-----", "1 of 6, takes 0", OURS, Share.NONE),
)


def seat(letter: str, place: int, chair: Attendance | None) -> Attendance:
    """The row of one letter; the first is the chair, whom proxies are given to."""
    presence = {"d": Presence.DIGITAL, "-": Presence.APOLOGIES, "u": Presence.UNKNOWN}
    away = dict.fromkeys("eabx", Presence.ABSENT)
    known = attendance(
        SITTING,
        f"{letter}{place}",
        presence=(presence | away).get(letter, Presence.PRESENT),
        position=place,
        role=(Role.CHAIR, Role.VICE_CHAIR)[place] if place < 2 else Role.MEMBER,
        proxy_to_id=chair.id if letter in "xy" and chair else None,
    )
    hour = timedelta(hours=1)
    changes: dict[str, dict[str, Any]] = {
        "l": {"arrived_at": SITTING.starts_at + hour},
        "g": {"left_at": SITTING.starts_at},
        "m": {"has_vote": False, "role": Role.MANAGER},
        "o": {"capacity": Capacity.OBSERVER},
        "t": {"capacity": Capacity.GUEST},
        "f": {"capacity": Capacity.ALTERNATE},
    }
    return replace(known, **changes.get(letter, {}))


def alternate(of: Attendance, presence: Presence) -> Attendance:
    return attendance(
        SITTING,
        f"for {of.name}",
        capacity=Capacity.ALTERNATE,
        stands_for_id=of.id,
        presence=presence,
    )


def board_of(word: str) -> tuple[list[Attendance], list[Absence]]:
    """The roll and the absences from the item that the letters stand for."""
    roll: list[Attendance] = []
    absences: list[Absence] = []
    for place, letter in enumerate(word):
        row = seat(letter, place, roll[0] if roll else None)
        roll.append(row)
        if letter in "cekyw":
            reason = AbsenceReason.AWAY if letter == "w" else AbsenceReason.CONFLICT
            absences.append(absence(POINT, row, reason=reason))
    for row in list(roll):
        if row.name[0] in "abk":
            is_there = row.name[0] != "b"
            roll.append(alternate(row, Presence.PRESENT if is_there else Presence.ABSENT))
    return roll, absences


def at_the_item(
    roll: list[Attendance], absences: list[Absence], rules: Procedure | None = None
) -> ItemQuorum:
    agenda = laid_out(SITTING, [POINT])
    rules = rules or procedure(BOARD)
    return meeting_quorum(SITTING, agenda, roll, absences, rules).of_item(POINT.id)


def rules_of(case: Case) -> Procedure:
    return procedure(
        BOARD,
        quorum_count=case.count,
        quorum_share=case.share,
        quorum_roles=case.roles,
        allows_proxies=case.proxies,
    )


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.board} {case.share} {case.roles} · {case.source}"
)
def test_every_case_comes_to_what_was_worked_by_hand(case: Case) -> None:
    quorum = at_the_item(*board_of(case.board), rules_of(case))
    found = f"{quorum.present} of {quorum.counted_of}, takes {quorum.required}"
    assert (found, quorum.is_quorate) == (case.comes_to, case.is_quorate)


def test_there_are_cases_enough_for_the_rule_to_be_known() -> None:
    assert len(CASES) >= 30


LETTERS = "pd-uceabkwxylgmotf"
RULES = st.builds(
    procedure,
    st.just(BOARD),
    quorum_count=st.integers(0, 6),
    quorum_share=st.sampled_from(Share),
    quorum_roles=st.sampled_from(["", "chair", "chair,vice_chair"]),
    allows_proxies=st.booleans(),
)
TIMES = st.none() | st.integers(-30, 30).map(
    lambda minutes: SITTING.starts_at + timedelta(minutes=minutes)
)


@given(
    word=st.text(LETTERS, min_size=1, max_size=9),
    place=st.integers(0, 8),
    rules=RULES,
    presence=st.sampled_from(Presence),
    arrived_at=TIMES,
    data=st.data(),
)
def test_a_conflicted_member_never_changes_a_result(
    word: str,
    place: int,
    rules: Procedure,
    presence: Presence,
    arrived_at: Any,
    data: st.DataObject,
) -> None:
    """Whether they are there, when they came, and whom they gave a proxy, is all the same."""
    roll, absences = board_of(word)
    member = roll[place % len(word)]
    absences = [each for each in absences if each.attendance_id != member.id]
    absences.append(absence(POINT, member))
    others = [each.id for each in roll if each.id != member.id]
    proxy = data.draw(st.none() | st.sampled_from(others)) if others else None
    changed = replace(
        member, presence=presence, arrived_at=arrived_at, left_at=None, proxy_to_id=proxy
    )
    with_changed = [changed if each.id == member.id else each for each in roll]
    before, after = at_the_item(roll, absences, rules), at_the_item(with_changed, absences, rules)
    assert after == before


@given(word=st.text("pd-ucewlgmot", min_size=1, max_size=9), place=st.integers(0, 8), rules=RULES)
def test_a_conflicted_member_counts_as_if_there_were_no_such_seat(
    word: str, place: int, rules: Procedure
) -> None:
    roll, absences = board_of(word)
    member = roll[place % len(word)]
    kept_out = [each for each in absences if each.attendance_id != member.id]
    kept_out.append(absence(POINT, member))
    found = at_the_item(roll, kept_out, rules)
    without = at_the_item([each for each in roll if each.id != member.id], kept_out, rules)
    assert found.seats == without.seats
    assert found.is_quorate == without.is_quorate


@given(word=st.text(LETTERS, min_size=1, max_size=9), rules=RULES)
def test_nobody_fills_a_seat_that_is_not_counted(word: str, rules: Procedure) -> None:
    quorum = at_the_item(*board_of(word), rules)
    assert 0 <= quorum.present <= quorum.counted_of
    in_person = [each.held_by for each in quorum.seats if each.held_by and not each.is_by_proxy]
    assert len(in_person) == len(set(in_person))


def test_a_proxy_is_one_vote_more_to_the_one_who_holds_it() -> None:
    roll, absences = board_of("ppxx")
    quorum = at_the_item(roll, absences, procedure(BOARD, allows_proxies=True))
    assert [quorum.votes_of(each.id) for each in roll] == [3, 1, 0, 0]
    assert quorum.by_proxy == 2


# ── A meeting as it goes ──────────────────────────────────────────────────────────────────────


def minutes_in(minutes: int) -> Any:
    """That many minutes into the meeting."""
    return SITTING.starts_at + timedelta(minutes=minutes)


def whole(
    agenda: list[AgendaItem], roll: list[Attendance], absences: list[Absence], **rest: Any
) -> MeetingQuorum:
    rules = rest.pop("rules", procedure(BOARD))
    return meeting_quorum(SITTING, laid_out(SITTING, agenda), roll, absences, rules, **rest)


def test_each_item_has_its_quorum_and_the_changes_say_who_came_and_went() -> None:
    agenda = items(SITTING, "Godkendelse", "Økonomi", "Havnen", "Eventuelt")
    chair, *others = board_of("ppp--")[0]
    late = replace(others[0], name="Bo", arrived_at=minutes_in(10))
    early = replace(others[1], name="Carl", left_at=minutes_in(20))
    quorum = whole(agenda, [chair, late, early, *others[2:]], [absence(agenda[3], chair)])
    assert quorum.overall.present == 2
    assert [each.present for each in quorum.items] == [2, 3, 2, 1]
    assert [each.is_quorate for each in quorum.items] == [False, True, False, False]
    told = [(each.after.number, each.came, each.left, each.conflicted) for each in quorum.changes]
    assert told == [
        ("2", ("Bo",), (), ()),
        ("3", (), ("Carl",), ()),
        ("4", (), (), ("p0",)),
    ]
    assert [each.is_lost for each in quorum.changes] == [False, True, False]
    assert [each.is_regained for each in quorum.changes] == [True, False, False]
    assert not quorum.is_quorate_throughout


def test_who_was_kept_out_of_one_item_takes_part_again_in_the_next() -> None:
    agenda = items(SITTING, "Økonomi", "Havnen", "Eventuelt")
    roll, _none = board_of("ppp")
    quorum = whole(agenda, roll, [absence(agenda[1], roll[1])])
    assert [each.present for each in quorum.items] == [3, 2, 3]
    assert [each.returned for each in quorum.changes] == [(), (roll[1].name,)]
    assert [each.came for each in quorum.changes] == [(), ()]


def test_what_was_noted_of_an_item_counts_before_what_was_planned() -> None:
    agenda = items(SITTING, "Økonomi", "Havnen", "Eventuelt")
    roll = [replace(each, arrived_at=minutes_in(25)) for each in board_of("p")[0]]
    planned = whole(agenda, roll, [])
    assert [each.present for each in planned.items] == [0, 0, 0]
    late = whole(agenda, roll, [], begun={agenda[1].id: minutes_in(30)})
    assert [each.at for each in late.items] == [minutes_in(0), minutes_in(30), minutes_in(30)]
    assert [each.present for each in late.items] == [0, 1, 1]


def test_a_meeting_opened_late_takes_its_first_items_along() -> None:
    agenda = items(SITTING, "Økonomi", "Havnen")
    roll = [replace(each, arrived_at=minutes_in(12)) for each in board_of("p")[0]]
    quorum = whole(agenda, roll, [], began_at=minutes_in(15))
    assert quorum.overall.is_quorate
    assert [each.at for each in quorum.items] == [minutes_in(15), minutes_in(15)]


def test_changes_follow_the_clock_where_items_were_taken_out_of_order() -> None:
    agenda = items(SITTING, "Økonomi", "Havnen")
    (late,) = (replace(each, arrived_at=minutes_in(20)) for each in board_of("p")[0])
    begun = {agenda[0].id: minutes_in(30), agenda[1].id: minutes_in(5)}
    quorum = whole(agenda, [late], [], begun=begun)
    assert [each.after.number for each in quorum.changes] == ["1"]


def test_an_absence_from_an_item_is_one_from_its_sub_items_too() -> None:
    above = item(SITTING, "Havnen", position=0)
    below = item(SITTING, "Priser", parent=above)
    other = item(SITTING, "Eventuelt", position=1)
    roll, _none = board_of("ppp")
    quorum = whole([above, below, other], roll, [absence(above, roll[0])])
    assert [each.present for each in quorum.items] == [2, 2, 3]


def test_a_conflict_weighs_more_than_having_been_out_of_the_room() -> None:
    roll, absences = board_of("cpppp")
    out = replace(absences[0], id=type(absences[0].id).new(), reason=AbsenceReason.AWAY)
    assert at_the_item(roll, [*absences, out]).counted_of == 4
    assert at_the_item(roll, [out, *absences]).counted_of == 4


def test_breaks_have_no_quorum_of_their_own() -> None:
    agenda = [
        item(SITTING, "Økonomi", position=0),
        item(SITTING, "Pause", position=1, type=ItemType.BREAK),
    ]
    quorum = whole(agenda, board_of("ppp")[0], [])
    assert len(quorum.items) == 1
    assert quorum.of_item(agenda[1].id) == quorum.overall


def test_the_latest_is_how_it_stands_after_the_last_departure() -> None:
    roll, _none = board_of("ppp--")
    roll = [*roll[:2], replace(roll[2], left_at=minutes_in(55)), *roll[3:]]
    quorum = whole(items(SITTING, "Økonomi"), roll, [])
    assert quorum.overall.is_quorate
    assert not quorum.latest.is_quorate


@pytest.mark.parametrize(
    ("board", "is_known"), [("uuu", False), ("u--", False), ("pu-", True), ("---", True)]
)
def test_nothing_is_known_until_somebody_is_there_or_everybody_has_been_heard(
    board: str, is_known: bool
) -> None:
    assert whole([POINT], board_of(board)[0], []).is_known is is_known


def test_the_boards_quorum_is_not_the_general_meetings() -> None:
    general = meeting(BOARD, kind=MeetingKind.GENERAL)
    quorum = meeting_quorum(
        general, laid_out(general, []), board_of("p----")[0], [], procedure(BOARD)
    )
    assert quorum.overall.is_quorate
    assert quorum_in_words(quorum.overall) == "1 of 5 board members present"


# ── In words ──────────────────────────────────────────────────────────────────────────────────


def in_both(board: str, rules: Procedure) -> tuple[str, str]:
    quorum = at_the_item(*board_of(board), rules)
    english = quorum_in_words(quorum)
    with speaking(Language.DANISH):
        return english, quorum_in_words(quorum)


def test_the_line_of_the_minutes_says_who_is_there_and_what_is_asked_for() -> None:
    assert in_both("ppppp--", procedure(BOARD, quorum_basis="forretningsordenens § 4")) == (
        (
            "5 of 7 members present; the board is quorate"
            " (asks for more than half, forretningsordenens § 4)"
        ),
        (
            "5 af 7 medlemmer til stede; bestyrelsen er beslutningsdygtig"
            " (krav: mere end halvdelen, jf. forretningsordenens § 4)"
        ),
    )


def test_a_conflict_and_a_lost_quorum_are_said() -> None:
    assert in_both("pppc---", procedure(BOARD)) == (
        (
            "3 of 6 members without a conflict of interest present; the board is not quorate"
            " (asks for more than half)"
        ),
        (
            "3 af 6 ikke-inhabile medlemmer til stede; bestyrelsen er ikke beslutningsdygtig"
            " (krav: mere end halvdelen)"
        ),
    )


def test_who_must_be_there_and_is_not_is_named() -> None:
    rules = procedure(BOARD, quorum_roles="chair,vice_chair", quorum_count=2)
    assert in_both("--pppp-", rules) == (
        (
            "4 of 7 members present, but not the chair or the vice-chair; the board is not quorate"
            " (asks for more than half, at least 2 members and the chair or the vice-chair)"
        ),
        (
            "4 af 7 medlemmer til stede, men ikke formanden eller næstformanden;"
            " bestyrelsen er ikke beslutningsdygtig"
            " (krav: mere end halvdelen, mindst 2 medlemmer og formanden eller næstformanden)"
        ),
    )


def test_proxies_are_counted_aloud_and_a_network_asks_for_nothing() -> None:
    english, danish = in_both("pppx---", procedure(BOARD, allows_proxies=True))
    assert english.startswith("4 of 7 members present (1 of them by proxy); the board is quorate")
    assert danish.startswith("4 af 7 medlemmer til stede (heraf 1 ved fuldmagt); bestyrelsen er ")
    assert in_both("pp-", procedure(BOARD, quorum_share=Share.NONE)) == (
        "2 of 3 members present; no quorum is asked for",
        "2 af 3 medlemmer til stede; der stilles intet krav til fremmødet",
    )


def test_a_change_says_who_and_what_it_came_to() -> None:
    agenda = items(SITTING, "Økonomi", "Havnen")
    anna, bo, carl = board_of("ppp")[0]
    roll = [
        replace(anna, name="Anna"),
        replace(bo, name="Bo", arrived_at=minutes_in(10)),
        replace(carl, name="Carl", left_at=minutes_in(10)),
    ]
    (change,) = whole(agenda, roll, [absence(agenda[1], anna)]).changes
    assert change_in_words(change).startswith(
        "Bo came; Carl left; Anna has a conflict of interest; 1 of 2 members without"
    )
    with speaking(Language.DANISH):
        assert change_in_words(change).startswith(
            "Bo kom til; Carl gik; Anna er inhabil; 1 af 2 ikke-inhabile medlemmer til stede;"
        )
