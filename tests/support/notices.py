"""Builders of notices: a board, its meeting and its agenda, from short to monstrous."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Membership, Role, Seat
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.rules import OwnRule, RuleName
from boardkeeper.domain.sheets.agenda import AgendaSheet, agenda_sheet
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language

START = datetime(2026, 3, 5, 19, 0)
TODAY = date(2026, 2, 26)
PRINTED_AT = datetime(2026, 3, 3, 21, 14)

SOLBAKKEN = Organisation(
    kind=OrganisationKind.HOUSING,
    name="Grundejerforeningen Solbakken",
    registration_number="31 40 52 67",
    colour=Colour.TEAL,
)


def a_meeting(organisation: Organisation = SOLBAKKEN, **changes: Any) -> Meeting:
    meeting = Meeting(
        organisation_id=organisation.id,
        number=14,
        starts_at=START,
        ends_at=START + timedelta(minutes=150),
        place="Fælleshuset, Solbakken 12, 4000 Roskilde",
        purpose="At lægge budgettet for 2027 fast og vælge, hvem der skal lægge nyt tag.",
        refreshments="Kaffe og kage fra kl. 18.45",
        state=MeetingState.NOTICE_SENT,
        notice_sent_on=TODAY,
    )
    return replace(meeting, **changes)


def an_item(meeting: Meeting, position: int, title: str, **more: Any) -> AgendaItem:
    return AgendaItem(meeting_id=meeting.id, position=position, title=title, **more)


def an_agenda(meeting: Meeting) -> list[AgendaItem]:
    """The eight items of an ordinary evening, with a section, a break and a closed item."""
    economy = an_item(meeting, 3, "Økonomi", type=ItemType.PLAIN, presenter="Bo Ågård")
    return [
        an_item(
            meeting,
            0,
            "Godkendelse af dagsorden",
            minutes=5,
            type=ItemType.DECISION,
            presenter="Mette Sørensen",
        ),
        an_item(
            meeting,
            1,
            "Godkendelse af referat fra møde nr. 13",
            minutes=5,
            type=ItemType.DECISION,
            is_consent=True,
            presenter="Mette Sørensen",
        ),
        an_item(
            meeting,
            2,
            "Meddelelser",
            minutes=10,
            type=ItemType.INFORMATION,
            presenter="Mette Sørensen",
        ),
        economy,
        an_item(
            meeting,
            0,
            "Kvartalsregnskab",
            parent_id=economy.id,
            minutes=15,
            type=ItemType.INFORMATION,
            presenter="Bo Ågård",
        ),
        an_item(
            meeting,
            1,
            "Budget 2027",
            parent_id=economy.id,
            minutes=30,
            type=ItemType.DECISION,
            presenter="Bo Ågård",
            purpose="At vi har et budget, som generalforsamlingen kan stemme om.",
            background=(
                "Udvalget har holdt tre møder siden nytår. Kontingentet har ligget fast siden "
                "2021, mens snerydning og forsikring er steget med tilsammen 18 %.\n\n"
                "Der er regnet på to veje: at sætte kontingentet op med 250 kr. om året, eller at "
                "udskyde vejvedligeholdelsen til 2029. Begge er lagt frem i bilaget."
            ),
            economy="Udgifterne stiger med 84.500 kr. om året.",
            recommendation=(
                "Det indstilles, at bestyrelsen\n1. sætter kontingentet op til 2.750 kr.\n"
                "2. lægger budgettet frem for generalforsamlingen."
            ),
        ),
        an_item(meeting, 4, "Pause", minutes=10, type=ItemType.BREAK),
        an_item(
            meeting,
            5,
            "Klage over naboens hegn",
            minutes=20,
            type=ItemType.DECISION,
            is_closed=True,
            presenter="Łukasz Doğan",
            background="Naboen i nr. 7 har klaget tre gange.",
            recommendation="Det indstilles, at klagen afvises.",
        ),
        an_item(
            meeting,
            6,
            "Vejfest til sommer",
            minutes=20,
            type=ItemType.DISCUSSION,
            presenter="Renée Dupont",
            purpose="At finde en dato og tre, der vil stå for den.",
        ),
        an_item(meeting, 7, "Eventuelt", minutes=5),
    ]


def a_board(organisation: Organisation = SOLBAKKEN) -> tuple[list[Membership], list[Person]]:
    seats = [
        ("Mette Sørensen", Role.CHAIR, Seat.ORDINARY),
        ("Jens-Peter Østergaard", Role.VICE_CHAIR, Seat.ORDINARY),
        ("Bo Ågård", Role.TREASURER, Seat.ORDINARY),
        ("Renée Dupont", Role.SECRETARY, Seat.ORDINARY),
        ("Łukasz Doğan", Role.MEMBER, Seat.ORDINARY),
        ("Inger Kjær", Role.MEMBER, Seat.ALTERNATE),
    ]
    people = [Person(name=name) for name, _role, _seat in seats]
    people[0] = replace(people[0], phone="20 30 40 50", email="mette@solbakken.example")
    memberships = [
        Membership(person_id=person.id, organisation_id=organisation.id, role=role, seat=seat)
        for person, (_name, role, seat) in zip(people, seats, strict=True)
    ]
    return memberships, people


def a_sheet(
    *,
    organisation: Organisation = SOLBAKKEN,
    meeting: Meeting | None = None,
    items: list[AgendaItem] | None = None,
    edition: Edition = Edition.FULL,
    language: Language | None = None,
    today: date = TODAY,
) -> AgendaSheet:
    memberships, people = a_board(organisation)
    meeting = meeting or a_meeting(
        organisation, chair_id=people[0].id, minute_taker_id=people[3].id
    )
    later = [
        a_meeting(
            organisation,
            number=14 + step,
            state=MeetingState.PLANNED,
            notice_sent_on=None,
            starts_at=START + timedelta(weeks=6 * step),
            ends_at=START + timedelta(weeks=6 * step, hours=2),
        )
        for step in (1, 2)
    ]
    return agenda_sheet(
        organisation,
        meeting,
        an_agenda(meeting) if items is None else items,
        memberships=memberships,
        people=people,
        own_rules=[
            OwnRule(
                organisation_id=organisation.id,
                rule=RuleName.NOTICE,
                days=7,
                basis="forretningsordenen § 4",
            )
        ],
        meetings=[replace(each, id=type(each.id).new()) for each in later],
        edition=edition,
        language=language,
        today=today,
        printed_at=PRINTED_AT,
    )
