from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.relations import TouchKind, days_over
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.formats.typed import NotUnderstood
from tests.support.builders import House, meeting, membership, organisation, person, term
from tests.support.minutes_builders import attendance, task, task_owner
from tests.support.network_builders import contact, profile, referral

CLUB = organisation("Nørrevig Sejlklub")
NETWORK = organisation("Havnens Netværk", kind=OrganisationKind.NETWORK)
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", how_we_met="På molen")
BO = person("Bo Lund")
MINE, HERS = membership(ME, CLUB), membership(ANNA, CLUB, role=Role.CHAIR)
MINE_THERE, HERS_THERE = membership(ME, NETWORK), membership(ANNA, NETWORK)
SPRING = meeting(CLUB, "2025-04-03 19:00")
WINTER = meeting(CLUB, "2026-01-08 19:00")


@pytest.fixture(name="club")
def house_with_a_club(house: House) -> House:
    house.keep(CLUB, NETWORK, ME, ANNA, BO, MINE, HERS)
    return house


def together(*meetings: Meeting) -> list[Record]:
    """Meetings both took part in."""
    return [*meetings, *(attendance(each, who) for each in meetings for who in (ME, ANNA))]


def test_what_both_sit_in_comes_with_the_seats_of_each(club: House) -> None:
    club.keep(term(HERS, "2019-03-20", "2021-03-20"), term(HERS, "2021-03-21"))
    (shared,) = club.relations.of(ANNA.id).shared
    assert shared.organisation == CLUB
    assert [each.title for each in shared.theirs] == ["Chair"]
    assert [len(each.terms) for each in (*shared.theirs, *shared.mine)] == [2, 0]
    assert shared.is_shared_on(club.clock.today())


def test_only_meetings_both_took_part_in_are_together(club: House) -> None:
    away = attendance(SPRING, ANNA, presence=Presence.APOLOGIES)
    ahead = meeting(CLUB, "2026-03-05 19:00")
    club.keep(SPRING, attendance(SPRING, ME), away, *together(WINTER, ahead))
    assert club.relations.of(ANNA.id).meetings == (WINTER,)


def test_the_last_contact_is_the_latest_of_meeting_contact_and_referral(club: House) -> None:
    club.keep(*together(WINTER))
    last = club.relations.last_contact
    found = [last(ANNA.id)]
    club.keep(contact(ANNA, "2026-02-03"), contact(ANNA, "2026-05-01"))
    found.append(last(ANNA.id))
    club.keep(referral(NETWORK, ANNA, ME, "2026-02-20"))
    found.append(last(ANNA.id))
    assert [each and (each.kind, each.on) for each in found] == [
        (TouchKind.MEETING, date(2026, 1, 8)),
        (TouchKind.CONTACT, date(2026, 2, 3)),
        (TouchKind.REFERRAL, date(2026, 2, 20)),
    ]
    assert last(BO.id) is None


def test_referrals_between_us_are_told_from_those_of_others(club: House) -> None:
    ours = [referral(NETWORK, ME, ANNA, "2026-01-02"), referral(NETWORK, ANNA, ME, "2026-02-02")]
    club.keep(*ours, referral(NETWORK, ANNA, BO))
    relation = club.relations.of(ANNA.id)
    assert (relation.given, relation.received) == ((ours[0],), (ours[1],))


def test_open_tasks_between_us_are_those_of_the_boards_we_share(club: House) -> None:
    hers, mine, elsewhere = task(CLUB, "Bestil revisor"), task(CLUB, "Ring"), task(NETWORK, "Kaffe")
    club.keep(hers, mine, elsewhere)
    club.keep(task_owner(hers, ANNA), task_owner(mine, ME), task_owner(elsewhere, ANNA))
    relation = club.relations.of(ANNA.id)
    assert [each.task for each in relation.their_tasks] == [hers]
    assert [each.task for each in relation.my_tasks] == [mine]


def test_i_have_no_relation_to_myself(club: House) -> None:
    club.keep(*together(WINTER))
    relation = club.relations.of(ME.id)
    assert (relation.shared, relation.meetings, relation.last) == ((), (), None)


def test_who_had_no_contact_for_longer_than_the_rhythm_slips_away(club: House) -> None:
    club.keep(*together(SPRING))
    (slipping,) = club.relations.slipping_away()
    assert (slipping.person, slipping.organisation, slipping.last) == (ANNA, CLUB, SPRING.day)
    assert slipping.days_over == (date(2026, 3, 2) - SPRING.day).days - 180
    assert slipping.since(date(2026, 3, 2)) == date(2025, 9, 30)


@pytest.mark.parametrize(
    "touch",
    [
        contact(ANNA, "2026-02-20", kind=ContactKind.CALL),
        referral(NETWORK, ME, ANNA, "2026-02-20"),
        contact(ANNA, "2026-02-20", organisation_id=NETWORK.id),
    ],
)
def test_any_real_contact_brings_them_back(club: House, touch: Record) -> None:
    club.keep(*together(SPRING))
    club.keep(touch)
    assert club.relations.slipping_away() == []
    assert club.relations.of(ANNA.id).slipping == ()


def test_a_network_has_the_shorter_rhythm_and_ones_own_goes_before_both(club: House) -> None:
    club.keep(*together(WINTER), MINE_THERE, HERS_THERE)
    rhythms = [(club.relations.touch_days(each.id)) for each in (CLUB, NETWORK)]
    own = OwnThreshold(organisation_id=CLUB.id, threshold=ThresholdName.TOUCH_DAYS, value=30)
    club.keep(own)
    assert rhythms == [180, 60]
    assert [each.organisation for each in club.relations.slipping_away()] == [CLUB]
    club.keep(replace(own, value=0))
    assert club.relations.slipping_away() == []


def test_who_was_never_met_slips_away_from_the_day_both_sat_there(club: House) -> None:
    assert club.relations.slipping_away() == []
    club.keep(term(MINE, "2020-01-01"), term(HERS, "2025-06-01"))
    (slipping,) = club.relations.slipping_away()
    assert (slipping.last, slipping.days_over) == (None, 274 - 180)


def test_nobody_slips_away_who_has_left(club: House) -> None:
    club.keep(*together(SPRING), term(HERS, "2019-03-20", "2025-12-31"))
    assert club.relations.slipping_away() == []


def test_of_one_organisation_only_its_own_are_told(club: House) -> None:
    club.keep(*together(SPRING), MINE_THERE, HERS_THERE)
    found = club.relations.slipping_away()
    assert [each.organisation for each in found] == [NETWORK, CLUB]
    assert club.relations.slipping_away(CLUB.id) == found[1:]
    assert club.relations.of(ANNA.id).slipping == tuple(found)


@given(
    last=st.dates(date(2020, 1, 1), date(2026, 3, 2)),
    rhythm=st.integers(1, 1000),
    later=st.integers(0, 400),
)
def test_a_later_contact_never_makes_it_later(last: date, rhythm: int, later: int) -> None:
    today = date(2026, 3, 2)
    newer = min(today, date.fromordinal(last.toordinal() + later))
    assert days_over(newer, None, rhythm, today) <= days_over(last, None, rhythm, today)
    assert days_over(last, None, rhythm + 1, today) <= days_over(last, None, rhythm, today)


def test_a_contact_is_written_down_changed_thrown_away_and_undone(club: House) -> None:
    noted = club.relations.add_contact_line(ANNA.id, "ringet 10 min om budgettet 20/2")
    assert (noted.kind, noted.minutes, noted.note) == (ContactKind.CALL, 10, "om budgettet")
    assert noted.on == date(2026, 2, 20)
    club.relations.change_contact(replace(noted, note="om molen"))
    club.relations.discard_contact(noted.id)
    assert club.relations.contacts(ANNA.id) == []
    assert [each.title for each in club.trash.entries()] == ["Anna Holm · Call"]
    club.journal.undo()
    assert [each.note for each in club.relations.contacts(ANNA.id)] == ["om molen"]
    club.journal.undo()
    club.journal.undo()
    assert club.relations.contacts(ANNA.id) == []


def test_a_contact_still_ahead_is_refused(club: House) -> None:
    with pytest.raises(NotUnderstood, match="still ahead"):
        club.relations.add_contact_line(ANNA.id, "1-1 5/3/2026")


def test_a_person_has_one_profile_and_writing_goes_on_in_it(club: House) -> None:
    club.relations.set_profile(Profile(person_id=ANNA.id, sells="Regnskab"))
    club.relations.set_profile(Profile(person_id=ANNA.id, sells="Regnskab og løn"))
    assert [each.sells for each in club.journal.reader.every(Profile)] == ["Regnskab og løn"]
    club.journal.undo()
    club.journal.undo()
    assert club.relations.profile(ANNA.id).sells == ""
    assert club.journal.reader.every(Profile) == []


def test_an_empty_profile_is_not_stored(club: House) -> None:
    club.relations.set_profile(club.relations.profile(ANNA.id))
    assert club.journal.reader.every(Profile) == []
    assert club.journal.undo_label is None


def test_nobody_is_introduced_by_themselves(club: House) -> None:
    with pytest.raises(InvalidField):
        club.relations.set_profile(Profile(person_id=ANNA.id, met_through_id=ANNA.id))


def test_the_brief_tells_who_comes_the_last_talk_and_what_i_owe(club: House) -> None:
    coming = meeting(CLUB, "2026-03-05 19:00")
    mine, other = task(CLUB, "Indhent tilbud"), task(NETWORK, "Kaffe")
    asked = referral(NETWORK, ANNA, ME, "2026-01-02")
    settled = referral(
        NETWORK, ANNA, ME, "2025-01-02", contacted_on=date(2025, 1, 3), thanked_on=date(2025, 2, 1)
    )
    club.keep(membership(BO, CLUB), coming, mine, other, asked, settled)
    club.keep(
        task_owner(mine, ME),
        task_owner(other, ME),
        attendance(coming, BO, presence=Presence.APOLOGIES),
        profile(ANNA, sells="Regnskab", met_through_id=BO.id),
        contact(ANNA, "2026-02-01"),
    )
    brief = club.relations.brief(coming.id)
    (anna,) = brief.expected
    assert (anna.person, anna.title, brief.away) == (ANNA, "Chair", ("Bo Lund",))
    assert anna.last is not None
    assert (anna.last.on, anna.met_through) == (date(2026, 2, 1), BO)
    assert (anna.unthanked, anna.waiting) == ((asked,), (asked,))
    assert [each.task for each in brief.my_tasks] == [mine]


def test_a_guest_without_an_entry_is_named_in_the_brief(club: House) -> None:
    coming = meeting(CLUB, "2026-03-05 19:00")
    club.keep(coming, attendance(coming, "Revisor Dam", presence=Presence.UNKNOWN))
    names = [each.name for each in club.relations.brief(coming.id).expected]
    assert sorted(names) == ["Anna Holm", "Revisor Dam"]


def test_a_person_who_is_gone_has_no_relation(club: House) -> None:
    club.people.discard(BO.id)
    with pytest.raises(UserError):
        club.relations.of(BO.id)
