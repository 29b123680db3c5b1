from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role, Seat, Term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.sheets.agenda import AgendaSheet, agenda_sheet
from boardkeeper.domain.sheets.paper import Edition, Status
from boardkeeper.i18n import Language
from tests.support.notices import (
    PRINTED_AT,
    SOLBAKKEN,
    START,
    TODAY,
    a_board,
    a_meeting,
    a_sheet,
    an_item,
)

UNSENT: dict[str, Any] = {"state": MeetingState.PLANNED, "notice_sent_on": None}


def with_closed_section() -> AgendaSheet:
    meeting = a_meeting()
    closed = an_item(meeting, 1, "HEMMELIG sag", is_closed=True, minutes=10, presenter="HEMMELIG")
    below = an_item(meeting, 0, "HEMMELIG del", parent_id=closed.id, minutes=15)
    items = [an_item(meeting, 0, "Åben"), closed, below, an_item(meeting, 2, "Også åben")]
    return a_sheet(meeting=meeting, items=items, edition=Edition.OPEN)


def test_a_closed_item_keeps_its_number_and_time_but_not_its_words_in_the_open_edition() -> None:
    sheet = with_closed_section()
    assert "HEMMELIG" not in repr(sheet)
    assert [(line.number, line.title, line.minutes) for line in sheet.lines] == [
        ("1", "Åben", 0),
        ("2", "Lukket punkt", 25),
        ("3", "Også åben", 0),
    ]


@given(depths=st.lists(st.booleans(), min_size=1, max_size=8))
def test_no_closed_word_ever_reaches_an_open_sheet(depths: list[bool]) -> None:
    meeting = a_meeting()
    items: list[AgendaItem] = []
    for position, is_closed in enumerate(depths):
        words = "HEMMELIG" if is_closed else "åben"
        item = an_item(
            meeting,
            position,
            words,
            is_closed=is_closed,
            purpose=words,
            background=words,
            economy=words,
            recommendation=words,
            presenter=words,
            notes="HEMMELIG",
        )
        below = "HEMMELIG" if is_closed else "åben"
        items += [item, an_item(meeting, 0, below, parent_id=item.id, background=below)]
    sheet = a_sheet(meeting=meeting, items=items, edition=Edition.OPEN)
    assert "HEMMELIG" not in repr(sheet)


def test_private_notes_are_in_no_edition() -> None:
    meeting = a_meeting(notes="HEMMELIG")
    items = [an_item(meeting, 0, "Sag", notes="HEMMELIG", background="Baggrund")]
    assert "HEMMELIG" not in repr(a_sheet(meeting=meeting, items=items))


def test_the_open_edition_gives_nobodys_telephone_away() -> None:
    assert "20 30 40 50" in a_sheet().apologies
    assert a_sheet(edition=Edition.OPEN).apologies == ""


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (MeetingKind.REGULAR, "Indkaldelse til ordinært bestyrelsesmøde nr. 14"),
        (MeetingKind.EXTRAORDINARY, "Indkaldelse til ekstraordinært bestyrelsesmøde nr. 14"),
        (MeetingKind.GENERAL, "Indkaldelse til ordinær generalforsamling nr. 14"),
    ],
)
def test_the_heading_says_what_kind_of_meeting_it_is(kind: MeetingKind, heading: str) -> None:
    assert a_sheet(meeting=a_meeting(kind=kind)).heading == heading


def test_the_heading_takes_the_meetings_own_title() -> None:
    assert a_sheet(meeting=a_meeting(title="Budgetdag")).heading == "Indkaldelse: Budgetdag"


def test_the_sheet_speaks_another_language_when_asked() -> None:
    assert a_sheet(language=Language.ENGLISH).heading == "Notice of regular board meeting no. 14"


def test_a_notice_in_good_time_names_the_rule() -> None:
    assert a_sheet().notice.splitlines() == [
        "Udsendt 26.2.2026 (7 dages varsel, jf. forretningsordenen § 4).",
        "Frist for punkter: 23.2.2026.",
    ]


def test_a_late_notice_says_that_it_is_short() -> None:
    sheet = a_sheet(meeting=a_meeting(notice_sent_on=date(2026, 3, 1)))
    assert "Indkaldt med forkortet varsel" in sheet.notice


def test_a_notice_not_yet_sent_names_the_last_day_for_it() -> None:
    sheet = a_sheet(meeting=a_meeting(**UNSENT))
    assert sheet.notice.startswith("Udsendes senest 26.2.2026")
    late = a_sheet(meeting=a_meeting(**UNSENT), today=TODAY + timedelta(days=1))
    assert late.notice.startswith("Indkaldt med forkortet varsel")


@pytest.mark.parametrize(
    ("kind", "meets_on", "changes", "notice"),
    [
        (
            OrganisationKind.COMPANY,
            "2026-03-26",
            UNSENT,
            ["Udsendes senest 12.3.2026 (14 til 28 dages varsel til generalforsamling)."],
        ),
        (
            OrganisationKind.COMPANY,
            "2026-04-09",
            UNSENT,
            [
                (
                    "Udsendes mellem 12.3.2026 og 26.3.2026"
                    " (14 til 28 dages varsel til generalforsamling)."
                )
            ],
        ),
        (
            OrganisationKind.COMPANY,
            "2026-03-12",
            {},
            ["Udsendt 26.2.2026 (14 til 28 dages varsel til generalforsamling)."],
        ),
        (
            OrganisationKind.COMPANY,
            "2026-03-11",
            {},
            [
                (
                    "Udsendt 26.2.2026. Indkaldt med forkortet varsel"
                    " (reglen er 14 dages varsel til generalforsamling)."
                )
            ],
        ),
        (
            OrganisationKind.COMPANY,
            "2026-03-27",
            {},
            [
                (
                    "Udsendt 26.2.2026. Indkaldt tidligere end reglen"
                    " (14 til 28 dages varsel til generalforsamling)."
                )
            ],
        ),
        (
            OrganisationKind.ASSOCIATION,
            "2026-03-26",
            {},
            [
                "Udsendt 26.2.2026 (14 dages varsel til generalforsamling).",
                "Frist for forslag: 18.3.2026.",
            ],
        ),
        (
            OrganisationKind.ASSOCIATION,
            "2026-03-11",
            UNSENT,
            [
                (
                    "Indkaldt med forkortet varsel"
                    " (reglen er 14 dages varsel til generalforsamling)."
                ),
                "Frist for forslag: 3.3.2026.",
            ],
        ),
    ],
)
def test_a_general_meeting_is_measured_by_its_own_window(
    kind: OrganisationKind, meets_on: str, changes: dict[str, Any], notice: list[str]
) -> None:
    body = replace(SOLBAKKEN, kind=kind)
    starts_at = datetime.fromisoformat(f"{meets_on} 19:00")
    meeting = a_meeting(
        body,
        kind=MeetingKind.GENERAL,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        **changes,
    )
    sheet = agenda_sheet(body, meeting, (), today=TODAY, printed_at=PRINTED_AT)
    assert sheet.notice.splitlines() == notice


def test_the_source_of_a_default_is_not_printed_as_if_it_were_the_boards_own_rule() -> None:
    meeting = a_meeting()
    sheet = agenda_sheet(SOLBAKKEN, meeting, (), today=TODAY, printed_at=PRINTED_AT)
    assert "Udsendt 26.2.2026 (7 dages varsel)." in sheet.notice


def test_a_network_has_no_notice_to_keep() -> None:
    network = replace(SOLBAKKEN, kind=OrganisationKind.NETWORK)
    meeting = a_meeting(network, kind=MeetingKind.NETWORK, **UNSENT)
    assert agenda_sheet(network, meeting, (), today=TODAY, printed_at=PRINTED_AT).notice == ""


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        (UNSENT, Status.DRAFT),
        ({"state": MeetingState.PLANNED}, Status.SENT),
        ({"state": MeetingState.HELD, "notice_sent_on": None}, Status.SENT),
        ({"state": MeetingState.CANCELLED}, Status.CANCELLED),
    ],
)
def test_the_status_follows_the_meeting(changes: dict[str, Any], status: Status) -> None:
    assert a_sheet(meeting=a_meeting(**changes)).status is status


def test_participants_stand_by_seat_then_role_then_name() -> None:
    assert [(each.name, each.role) for each in a_sheet(language=Language.ENGLISH).participants] == [
        ("Mette Sørensen", "Chair"),
        ("Jens-Peter Østergaard", "Vice-chair"),
        ("Bo Ågård", "Treasurer"),
        ("Renée Dupont", "Secretary"),
        ("Łukasz Doğan", "Member"),
        ("Inger Kjær", "Alternate"),
    ]


def test_only_those_who_sit_on_the_day_are_called() -> None:
    memberships, people = a_board()
    gone = Term(
        membership_id=memberships[0].id, starts_on=date(2020, 1, 1), ends_on=date(2026, 3, 4)
    )
    sheet = agenda_sheet(
        SOLBAKKEN,
        a_meeting(),
        (),
        memberships=memberships,
        people=people,
        terms=[gone],
        today=TODAY,
        printed_at=PRINTED_AT,
    )
    assert "Mette Sørensen" not in [each.name for each in sheet.participants]
    assert len(sheet.participants) == 5


def test_members_of_other_boards_are_not_called() -> None:
    memberships, people = a_board()
    stranger = replace(
        memberships[0], organisation_id=type(SOLBAKKEN.id).new(), role=Role.CHAIR, seat=Seat.STAFF
    )
    sheet = agenda_sheet(
        SOLBAKKEN,
        a_meeting(),
        (),
        memberships=[stranger],
        people=people,
        today=TODAY,
        printed_at=PRINTED_AT,
    )
    assert sheet.participants == ()


def test_the_next_meetings_are_the_boards_own_in_order_and_still_on() -> None:
    later = [
        a_meeting(
            starts_at=START + timedelta(weeks=weeks),
            ends_at=START + timedelta(weeks=weeks, hours=2),
            number=number,
            state=state,
            place=place,
        )
        for weeks, number, state, place in (
            (8, 16, MeetingState.PLANNED, "Havnen"),
            (4, 15, MeetingState.PLANNED, a_meeting().place),
            (6, 99, MeetingState.CANCELLED, ""),
            (-4, 13, MeetingState.PLANNED, ""),
        )
    ]
    sheet = agenda_sheet(
        SOLBAKKEN, a_meeting(), (), meetings=later, today=TODAY, printed_at=PRINTED_AT
    )
    assert [(each.starts_at - START, each.place) for each in sheet.next_meetings] == [
        (timedelta(weeks=4), ""),
        (timedelta(weeks=8), "Havnen"),
    ]


def test_a_full_edition_with_closed_items_is_always_confidential() -> None:
    assert a_sheet().confidentiality == "Fortroligt – kun for bestyrelsen"
    own = replace(SOLBAKKEN, confidentiality="Til internt brug")
    assert a_sheet(organisation=own).confidentiality == "Til internt brug"
    assert a_sheet(edition=Edition.OPEN).confidentiality == "Uden lukkede punkter"
