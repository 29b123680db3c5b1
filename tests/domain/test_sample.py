"""The sample that travels with the program: whole, dateless in its words, and always present."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from boardkeeper.domain.agenda import AgendaItem, laid_out
from boardkeeper.domain.decisions import Decision, DecisionState
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.media_types import media_type_of
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import plain
from boardkeeper.domain.sample import anchor, moved
from boardkeeper.exchange.interchange import interchange_of, records_in
from boardkeeper.i18n import Language
from boardkeeper.resources import resource

CONTENT = resource("sample", "sample.json").read_bytes()
RECORDS = records_in(CONTENT)
ORGANISATIONS = [each for each in RECORDS if isinstance(each, Organisation)]
MEETINGS = [each for each in RECORDS if isinstance(each, Meeting)]
ITEMS = [each for each in RECORDS if isinstance(each, AgendaItem)]
ENTRIES = [each for each in RECORDS if isinstance(each, TimeEntry)]
ANCHOR = anchor(RECORDS)
FIRST = ANCHOR.day - timedelta(days=6)
"""The earliest day, in the dates of the file, that the sample can be looked at from."""

MONTHS = re.compile(
    r"\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|January|February|March|April|June|July|August|September|October|November|December)\b"
)


def texts() -> Iterator[tuple[str, str]]:
    for record in RECORDS:
        for name, value in plain(record).items():
            field_type = type(getattr(record, name))
            if field_type is str and name != "digest":
                yield f"{record.id}.{name}", value


def items_of(meeting: Meeting) -> list[AgendaItem]:
    return [item for item in ITEMS if item.meeting_id == meeting.id]


def test_the_file_is_written_as_an_export_would_write_it() -> None:
    assert interchange_of(RECORDS) == CONTENT


def test_the_file_keeps_the_published_schema() -> None:
    schema = json.loads(resource("schema", "interchange-1.schema.json").read_bytes())
    assert list(Draft202012Validator(schema).iter_errors(json.loads(CONTENT))) == []


def test_no_two_records_of_any_kind_share_an_id() -> None:
    ids = [record.id for record in RECORDS]
    assert len(ids) == len(set(ids))


def test_exactly_one_person_is_the_user_and_sits_everywhere() -> None:
    (me,) = (each for each in RECORDS if isinstance(each, Person) and each.is_me)
    seats = {
        each.organisation_id
        for each in RECORDS
        if isinstance(each, Membership) and each.person_id == me.id
    }
    assert seats == {each.id for each in ORGANISATIONS}


def test_every_address_and_telephone_is_nobodys() -> None:
    people = [each for each in RECORDS if isinstance(each, Person)]
    assert [each.email for each in people if not each.email.endswith(".example")] == []
    unreal = re.compile(r"\+(\d{2,3} 00 |44 20 7946 0)")
    assert [each.phone for each in people if not unreal.match(each.phone)] == []


def test_the_network_has_twenty_members() -> None:
    (network,) = (each for each in ORGANISATIONS if each.kind is OrganisationKind.NETWORK)
    members = [
        each
        for each in RECORDS
        if isinstance(each, Membership) and each.organisation_id == network.id
    ]
    assert len(members) == 20


def test_the_network_meets_on_thursdays_three_weeks_apart() -> None:
    days = sorted(each.day for each in MEETINGS if each.kind is MeetingKind.NETWORK)
    gaps = {(later - earlier).days for earlier, later in pairwise(days)}
    assert {day.weekday() for day in days} == {3}
    assert {gap % 21 for gap in gaps} == {0}


def test_every_other_body_keeps_to_its_weekday_for_regular_meetings() -> None:
    weekdays = defaultdict(set)
    for each in MEETINGS:
        if each.kind in (MeetingKind.REGULAR, MeetingKind.CONSTITUTION):
            weekdays[each.organisation_id].add(each.day.weekday())
    assert {len(days) for days in weekdays.values()} == {1}
    assert all(each.day.weekday() < 5 for each in MEETINGS)


def test_meetings_are_numbered_without_gaps() -> None:
    numbers = defaultdict(list)
    for each in sorted(MEETINGS, key=lambda meeting: meeting.starts_at):
        if each.number is not None:
            numbers[each.organisation_id].append(each.number)
    for row in numbers.values():
        assert row == list(range(row[0], row[0] + len(row)))


def test_no_text_names_a_year_or_a_month() -> None:
    dated = [text for text in texts() if re.search(r"20\d\d", text[1]) or MONTHS.search(text[1])]
    assert dated == []


def test_there_are_papers_in_both_languages() -> None:
    assert {each.language for each in ORGANISATIONS} == set(Language)


@pytest.mark.parametrize("organisation", ORGANISATIONS, ids=lambda each: each.id)
def test_every_body_has_an_agenda_for_what_was_and_what_is_next(organisation: Organisation) -> None:
    own = [each for each in MEETINGS if each.organisation_id == organisation.id]
    upcoming = min((each for each in own if each.is_open), key=lambda each: each.starts_at)
    past = [each for each in own if each.day < FIRST and each.state is not MeetingState.CANCELLED]
    assert past
    for meeting in [*past, upcoming]:
        assert 8 <= len([item for item in items_of(meeting) if item.parent_id is None]) <= 13


def test_no_agenda_runs_over_its_meeting() -> None:
    assert [each.id for each in MEETINGS if laid_out(each, items_of(each)).overrun > 0] == []


def test_the_numbers_stand_still_once_the_notice_is_sent() -> None:
    added = {each.item_id for each in RECORDS if isinstance(each, ItemMinutes) and each.is_added}
    for meeting in MEETINGS:
        for line in laid_out(meeting, items_of(meeting)).lines:
            has_one = not line.item.is_break and line.item.id not in added
            is_frozen = meeting.notice_sent_on is not None and has_one
            assert line.item.number == (line.number if is_frozen else "")


def test_nothing_but_what_is_past_lies_before_the_anchor() -> None:
    for meeting in MEETINGS:
        if meeting.state is not MeetingState.CANCELLED:
            assert meeting.is_open == (meeting.day >= FIRST)


def test_nothing_is_written_down_before_it_happens() -> None:
    happened = [each.on for each in ENTRIES]
    happened += [each.notice_sent_on for each in MEETINGS if each.notice_sent_on is not None]
    assert max(happened) <= FIRST


def test_what_was_decided_was_decided_at_a_meeting_that_was_held_or_between_two() -> None:
    days = {each.id: each.day for each in MEETINGS if not each.is_open}
    decisions = [each for each in RECORDS if isinstance(each, Decision)]
    assert {each.state for each in decisions} == set(DecisionState)
    for each in decisions:
        assert each.meeting_id is None or days[each.meeting_id] == each.decided_on
        assert each.decided_on <= FIRST
        # The year is part of the number, and known only once the sample is moved to the present.
        assert each.number == ""


def test_a_year_of_hours_is_written_down() -> None:
    assert 250 <= len(ENTRIES) <= 400


def test_the_notice_of_the_anchor_went_out_and_its_agenda_shows_everything() -> None:
    items = items_of(ANCHOR)
    assert ANCHOR.state is MeetingState.NOTICE_SENT
    assert any(each.is_break for each in items)
    assert any(each.is_closed for each in items)
    assert any(each.is_consent for each in items)
    assert any(each.parent_id for each in items)
    assert any(each.background and each.economy and each.recommendation for each in items)


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2150, 1, 1)))
def test_the_anchor_lies_on_today_or_in_the_six_days_after(today: date) -> None:
    assert 0 <= (anchor(moved([ANCHOR], today)).day - today).days <= 6


def test_the_anchor_is_near_on_each_of_400_days_in_a_row() -> None:
    for days in range(400):
        today = ANCHOR.day + timedelta(days=days)
        assert 0 <= (anchor(moved([ANCHOR], today)).day - today).days <= 6


def test_everything_moves_by_the_same_whole_weeks() -> None:
    later = moved(RECORDS, ANCHOR.day + timedelta(weeks=30, days=1))
    distance = timedelta(weeks=31)
    for before, after in zip(RECORDS, later, strict=True):
        assert dates(after) == [day + distance for day in dates(before)]
        assert {**plain(after), **dict.fromkeys(dated(after))} == {
            **plain(before),
            **dict.fromkeys(dated(before)),
        }


def test_records_are_left_as_they_are_in_the_week_they_were_written_for() -> None:
    assert moved(RECORDS, FIRST) == RECORDS
    assert moved(RECORDS, ANCHOR.day) == RECORDS


def test_dates_that_are_not_there_stay_away() -> None:
    terms = [each for each in moved(RECORDS, date(2031, 5, 5)) if isinstance(each, Term)]
    assert any(each.ends_on is None for each in terms)


def dated(record: Record) -> list[str]:
    return [name for name in plain(record) if isinstance(getattr(record, name), date)]


def dates(record: Record) -> list[date]:
    return [getattr(record, name) for name in dated(record)]


def test_every_paper_of_the_sample_is_shipped_and_known_by_its_bytes() -> None:
    papers = [each for each in RECORDS if isinstance(each, Paper)]
    folder = resource("sample", "papers")
    for each in papers:
        content = (folder / each.digest).read_bytes()
        assert sha256(content).hexdigest() == each.digest
        assert (len(content), media_type_of(each.file_name, content)) == (
            each.size,
            each.media_type,
        )
    assert {each.name for each in folder.iterdir()} == {each.digest for each in papers}


def test_the_next_meeting_has_papers_of_every_kind_a_pack_must_deal_with() -> None:
    papers = [each for each in RECORDS if isinstance(each, Paper) and each.meeting_id == ANCHOR.id]
    closed = {each.id for each in items_of(ANCHOR) if each.is_closed}
    assert any((each.pages or 0) > 1 for each in papers)
    assert any(each.media_type is MediaType.PDF and each.pages is None for each in papers)
    assert any(each.item_id in closed for each in papers)
    assert any(each.item_id is None for each in papers)
    assert any(not each.is_current for each in papers)
