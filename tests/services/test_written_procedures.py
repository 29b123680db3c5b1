"""Decisions between meetings: sent round, answered, counted, and told to the next meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.clock import Clock
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role, Seat
from boardkeeper.domain.procedure import Share, TieRule
from boardkeeper.domain.votes import Choice, Majority
from boardkeeper.domain.written_procedure import WrittenProcedure
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import Language
from boardkeeper.services.written_procedures import WrittenProcedureService
from tests.support.builders import (
    House,
    house,
    items,
    meeting,
    membership,
    organisation,
    person,
    term,
)
from tests.support.minutes_builders import procedure, written_procedure

FOR, AGAINST, ABSTAINED, _BLANK = Choice
CLUB = organisation("Sejlklubben", language=Language.ENGLISH)
ANNA, BO, IDA, KAI = (person(name) for name in ("Anna Holm", "Bo Lund", "Ida Krog", "Kai Juul"))
SEATS = (
    membership(ANNA, CLUB, role=Role.CHAIR),
    membership(BO, CLUB),
    membership(IDA, CLUB),
    membership(KAI, CLUB, seat=Seat.ALTERNATE),
)
PRINTER = written_procedure(CLUB)


@pytest.fixture(name="home")
def with_a_board_of_three() -> Iterator[House]:
    with house(CLUB, ANNA, BO, IDA, KAI, *SEATS) as built:
        yield built


@pytest.fixture(name="written")
def the_service(home: House) -> WrittenProcedureService:
    return home.written_procedures


def on(home: House, day: str) -> WrittenProcedureService:
    """The service on another day than the house's."""
    return WrittenProcedureService(home.journal, Clock(date.fromisoformat(day)))


def answer(home: House, sent: WrittenProcedure, **choices: Choice) -> None:
    """Note what each answered, by first name."""
    service = home.written_procedures
    for reply in service.replies(sent.id):
        choice = choices.get(reply.name.split()[0].lower())
        if choice is not None:
            service.reply(reply.id, choice)


def titles(home: House, sitting: Meeting) -> list[str]:
    return [line.item.title for line in home.agenda.of(sitting.id).lines]


def test_it_goes_to_the_members_with_a_vote(home: House, written: WrittenProcedureService) -> None:
    gone = person("Forhenværende")
    seat = membership(gone, CLUB)
    home.keep(gone, seat, term(seat, "2024-03-01", "2026-02-28"))
    written.begin(PRINTER)
    replies = written.replies(PRINTER.id)
    assert [each.name for each in replies] == ["Anna Holm", "Bo Lund", "Ida Krog"]
    assert {each.choice for each in replies} == {None}
    home.journal.undo()
    assert written.all() == []


def test_it_goes_to_those_named(written: WrittenProcedureService) -> None:
    written.begin(PRINTER, [ANNA, KAI])
    assert [each.person_id for each in written.replies(PRINTER.id)] == [ANNA.id, KAI.id]


def test_without_anybody_to_ask_nothing_is_sent(
    home: House, written: WrittenProcedureService
) -> None:
    empty = organisation("Tom")
    home.keep(empty)
    with pytest.raises(UserError, match="Nothing was sent"):
        written.begin(written_procedure(empty))
    assert written.all() == []


def test_an_answer_is_noted_changed_and_taken_back(written: WrittenProcedureService) -> None:
    written.begin(PRINTER)
    first = written.replies(PRINTER.id)[0]
    written.reply(first.id, FOR, note="Ja tak")
    noted = written.replies(PRINTER.id)[0]
    assert (noted.choice, noted.replied_on, noted.note) == (FOR, date(2026, 3, 2), "Ja tak")
    written.reply(first.id, None)
    assert written.replies(PRINTER.id)[0] == replace(first, note="Ja tak")


def test_nobody_answers_before_it_is_sent(written: WrittenProcedureService) -> None:
    written.begin(PRINTER)
    with pytest.raises(InvalidField):
        written.reply(written.replies(PRINTER.id)[0].id, FOR, date(2026, 2, 28))


# Each row by hand: three are asked; more than half, two, must have answered, as at a meeting.
@pytest.mark.parametrize(
    ("choices", "majority", "is_carried"),
    [
        ({}, Majority.SIMPLE, False),
        ({"anna": FOR}, Majority.SIMPLE, False),
        ({"anna": FOR, "bo": FOR}, Majority.SIMPLE, True),
        ({"anna": FOR, "bo": ABSTAINED}, Majority.SIMPLE, True),
        ({"anna": FOR, "bo": AGAINST}, Majority.SIMPLE, False),
        ({"anna": FOR, "bo": FOR, "ida": AGAINST}, Majority.SIMPLE, True),
        ({"anna": FOR, "bo": FOR, "ida": AGAINST}, Majority.TWO_THIRDS, True),
        ({"anna": FOR, "bo": FOR, "ida": AGAINST}, Majority.THREE_QUARTERS, False),
        ({"anna": FOR, "bo": FOR, "ida": AGAINST}, Majority.UNANIMOUS, False),
        ({"anna": FOR, "bo": FOR, "ida": FOR}, Majority.UNANIMOUS, True),
        ({"anna": AGAINST, "bo": AGAINST, "ida": AGAINST}, Majority.SIMPLE, False),
        ({"anna": ABSTAINED, "bo": ABSTAINED, "ida": ABSTAINED}, Majority.SIMPLE, False),
    ],
)
def test_it_is_carried_by_its_majority_once_enough_have_answered(
    home: House, choices: dict[str, Choice], majority: Majority, *, is_carried: bool
) -> None:
    sent = replace(PRINTER, majority=majority)
    home.written_procedures.begin(sent)
    answer(home, sent, **choices)
    result = home.written_procedures.result(sent.id)
    assert (result.is_carried, result.required, result.answered) == (is_carried, 2, len(choices))


def test_where_everyone_must_take_part_one_silence_is_enough_to_stop_it(home: House) -> None:
    home.keep(procedure(CLUB, quorum_share=Share.ALL))
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR, bo=FOR)
    result = home.written_procedures.result(PRINTER.id)
    assert (result.is_quorate, result.is_carried, result.missing) == (False, False, ("Ida Krog",))
    answer(home, PRINTER, ida=ABSTAINED)
    assert home.written_procedures.result(PRINTER.id).is_carried


@pytest.mark.parametrize("chairs", [FOR, AGAINST])
def test_the_chairs_answer_decides_at_a_tie_where_the_rules_say_so(
    home: House, chairs: Choice
) -> None:
    home.keep(procedure(CLUB, tie_rule=TieRule.CHAIR_DECIDES))
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=chairs, bo=AGAINST if chairs is FOR else FOR)
    assert home.written_procedures.result(PRINTER.id).is_carried is (chairs is FOR)


def test_closing_makes_a_decision_with_a_number_and_no_meeting(home: House) -> None:
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR, bo=FOR)
    decision = on(home, "2026-03-08").close(PRINTER.id)
    assert decision is not None
    assert (decision.number, decision.text) == ("B-2026-001", PRINTER.proposal)
    assert (decision.meeting_id, decision.decided_on) == (None, date(2026, 3, 8))
    assert decision.basis == "Written procedure: Ny printer"
    closed = home.written_procedures.get(PRINTER.id)
    assert (closed.closed_on, closed.decision_id) == (date(2026, 3, 8), decision.id)
    assert home.decisions.register() == [decision]


def test_closing_what_is_not_carried_decides_nothing(home: House) -> None:
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR)
    assert home.written_procedures.close(PRINTER.id) is None
    assert home.decisions.register() == []
    assert home.written_procedures.get(PRINTER.id).closed_on == date(2026, 3, 2)


def test_once_closed_nothing_is_answered_or_counted_again(home: House) -> None:
    written = home.written_procedures
    written.begin(PRINTER)
    written.close(PRINTER.id)
    with pytest.raises(UserError, match="is closed"):
        written.reply(written.replies(PRINTER.id)[0].id, FOR)
    with pytest.raises(UserError, match="is closed"):
        written.close(PRINTER.id)


def test_the_open_ones_come_by_the_day_they_are_to_be_answered(
    written: WrittenProcedureService,
) -> None:
    later = written_procedure(CLUB, reply_by=date(2026, 4, 1))
    done = written_procedure(CLUB)
    for each in (later, done, PRINTER):
        written.begin(each)
    written.close(done.id)
    assert written.awaiting() == [PRINTER, later]
    assert written.all(CLUB.id) == written.all()


def test_the_next_meeting_with_an_agenda_is_told_when_it_closes(home: House) -> None:
    sitting = meeting(CLUB)
    home.keep(sitting, *items(sitting, "Budget", "Any other business"))
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR, bo=FOR)
    home.written_procedures.close(PRINTER.id)
    assert titles(home, sitting) == [
        "Budget",
        "Written decision reported: Ny printer",
        "Any other business",
    ]
    reported = home.agenda.of(sitting.id).lines[1].item
    assert (reported.type, reported.background) == (
        ItemType.INFORMATION,
        "B-2026-001 Der købes en printer.",
    )
    assert [each.id for each in home.written_procedures.reported_at(sitting.id)] == [PRINTER.id]
    home.journal.undo()
    assert titles(home, sitting) == ["Budget", "Any other business"]


def test_what_was_not_carried_is_told_as_well(home: House) -> None:
    sitting = meeting(CLUB)
    home.keep(sitting, *items(sitting, "Budget"))
    home.written_procedures.begin(PRINTER)
    home.written_procedures.close(PRINTER.id)
    assert titles(home, sitting)[-1] == "Written procedure reported, not carried: Ny printer"


def test_a_meeting_planned_later_is_told_when_its_agenda_is_made(home: House) -> None:
    home.written_procedures.begin(PRINTER)
    home.written_procedures.close(PRINTER.id)
    first, second = meeting(CLUB), meeting(CLUB, "2026-04-09 19:00")
    home.meetings.plan(first)
    home.meetings.plan(second)
    assert len([each for each in titles(home, first) if "Ny printer" in each]) == 1
    assert [each for each in titles(home, second) if "Ny printer" in each] == []


def test_a_meeting_far_ahead_is_not_told_before_a_nearer_one(home: House) -> None:
    first, second = meeting(CLUB), meeting(CLUB, "2026-04-09 19:00")
    home.keep(first)
    home.written_procedures.begin(PRINTER)
    home.written_procedures.close(PRINTER.id)
    home.meetings.plan(second)
    assert [each for each in titles(home, second) if "Ny printer" in each] == []
    home.agenda.use_template(first.id)
    assert len([each for each in titles(home, first) if "Ny printer" in each]) == 1


def test_when_the_meeting_is_called_off_the_one_after_it_is_told(home: House) -> None:
    first, second = meeting(CLUB), meeting(CLUB, "2026-04-09 19:00")
    home.keep(first, *items(first, "Budget"))
    home.written_procedures.begin(PRINTER)
    home.written_procedures.close(PRINTER.id)
    home.meetings.cancel(first.id)
    home.meetings.plan(second)
    assert len([each for each in titles(home, second) if "Ny printer" in each]) == 1


@pytest.mark.parametrize(
    "sitting",
    [
        meeting(CLUB, kind=MeetingKind.GENERAL),
        meeting(CLUB, "2026-03-01 19:00"),
        meeting(CLUB, state=MeetingState.HELD),
        meeting(CLUB, state=MeetingState.CANCELLED),
    ],
    ids=["general", "past", "held", "cancelled"],
)
def test_only_a_meeting_of_the_board_still_to_come_is_told(home: House, sitting: Meeting) -> None:
    home.keep(sitting, *items(sitting, "Budget"))
    home.written_procedures.begin(PRINTER)
    home.written_procedures.close(PRINTER.id)
    assert titles(home, sitting) == ["Budget"]


def test_the_report_speaks_the_organisations_language(home: House) -> None:
    danish, sitting = replace(CLUB, language=Language.DANISH), meeting(CLUB)
    home.keep(danish, sitting, *items(sitting, "Eventuelt"))
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR, bo=FOR)
    decision = home.written_procedures.close(PRINTER.id)
    assert titles(home, sitting) == ["Orientering om skriftlig beslutning: Ny printer", "Eventuelt"]
    assert decision is not None
    assert decision.basis == "Skriftlig votering: Ny printer"


def test_it_goes_to_the_trash_and_its_decision_stays(home: House) -> None:
    home.written_procedures.begin(PRINTER)
    answer(home, PRINTER, anna=FOR, bo=FOR)
    decision = home.written_procedures.close(PRINTER.id)
    before = home.everything()
    home.written_procedures.discard(PRINTER.id)
    assert home.written_procedures.all() == []
    assert home.decisions.register() == [decision]
    home.trash.restore(home.trash.entries()[0].id)
    assert home.everything() == before


def test_its_words_are_changed_while_it_is_open(written: WrittenProcedureService) -> None:
    written.begin(PRINTER)
    written.change(replace(PRINTER, title="To printere"))
    assert written.get(PRINTER.id).title == "To printere"


def test_those_asked_unless_others_are_named_are_the_members_with_a_vote(
    written: WrittenProcedureService,
) -> None:
    members = written.members(CLUB.id, date(2026, 3, 1))
    assert members == [ANNA, BO, IDA]


def test_a_decision_leads_back_to_its_procedure(written: WrittenProcedureService) -> None:
    written.begin(PRINTER)
    for each in written.replies(PRINTER.id):
        written.reply(each.id, FOR)
    made = written.close(PRINTER.id)
    assert made is not None
    found = written.of_decision(made.id)
    assert found is not None
    assert found.id == PRINTER.id
