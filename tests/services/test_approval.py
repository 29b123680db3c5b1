"""Approving minutes: the draft, objections, the freeze, corrections, and the chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.decisions import Decision, DecisionState
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.procedure import ApprovalRule
from boardkeeper.errors import UserError
from boardkeeper.services.catalogue import Services
from tests.support.builders import item, meeting, membership, organisation, person
from tests.support.minutes_builders import attendance, decision, item_minutes, procedure
from tests.support.paper import letters_of, running_text_of

TODAY = date(2026, 3, 20)
BOARD = organisation(name="Grundejerforeningen Solbakken")
HELD = meeting(BOARD, "2026-03-05T19:00", state=MeetingState.HELD, number=14)
LATER = meeting(BOARD, "2026-03-12T19:00", state=MeetingState.HELD, number=15)
BUDGET = item(HELD)
ROOF = item(LATER, "Taget")
ANNA = person("Anna Holm", is_me=True)
SAID = item_minutes(BUDGET, "Kassereren fremlagde budgettet.")
DECIDED = decision(BUDGET, BOARD, number="B-2026-001")


@pytest.fixture(name="services")
def a_held_meeting() -> Iterator[Services]:
    store = Store.in_memory()
    services = Services.over(store, Clock(TODAY))
    kept: list[Record] = [
        BOARD,
        ANNA,
        membership(ANNA, BOARD),
        HELD,
        LATER,
        BUDGET,
        ROOF,
        SAID,
        DECIDED,
        attendance(HELD, ANNA),
    ]
    with services.journal.command("Begin") as tx:
        tx.put_all(kept)
    services.journal.forget()
    yield services
    store.close()


def change(services: Services, record: Record) -> None:
    with services.journal.command("Change") as tx:
        tx.put(record)


def state(services: Services) -> MeetingState:
    return services.meetings.get(HELD.id).state


def test_sending_the_draft_starts_the_time_to_object(services: Services) -> None:
    services.approval.send_draft(HELD.id)
    minutes = services.minutes.of(HELD.id)
    assert state(services) is MeetingState.DRAFT_MINUTES
    assert (minutes.draft_sent_on, minutes.objections_by) == (TODAY, date(2026, 3, 27))


def test_where_the_next_meeting_approves_no_time_to_object_runs(services: Services) -> None:
    change(services, procedure(BOARD, approval=ApprovalRule.NEXT_MEETING))
    services.approval.send_draft(HELD.id)
    assert services.minutes.of(HELD.id).objections_by is None


def test_minutes_nobody_objects_to_count_as_approved_the_day_after(services: Services) -> None:
    services.approval.send_draft(HELD.id, date(2026, 3, 9))
    assert services.approval.deemed_approved_on(HELD.id) == date(2026, 3, 17)


def test_until_the_time_to_object_has_passed_nothing_counts_as_approved(services: Services) -> None:
    services.approval.send_draft(HELD.id, date(2026, 3, 13))
    assert services.approval.deemed_approved_on(HELD.id) is None


def test_an_objection_stops_silent_approval(services: Services) -> None:
    services.approval.send_draft(HELD.id, date(2026, 3, 9))
    services.approval.object(HELD.id, "Bo: punkt 1 mangler et forbehold.")
    services.approval.object(HELD.id, "Eva: enig.")
    assert services.approval.deemed_approved_on(HELD.id) is None
    assert services.minutes.of(HELD.id).objections.count("\n") == 1


def test_approving_keeps_the_paper_with_the_chain_s_head_on_it(services: Services) -> None:
    approved = services.approval.approve(HELD.id)
    paper = services.approval.paper(approved)
    assert "Kassereren fremlagde budgettet." in running_text_of(paper)
    assert approved.digest[:8] in letters_of(paper)
    assert "UDKAST" not in letters_of(paper)


def test_approving_cannot_be_undone(services: Services) -> None:
    services.approval.approve(HELD.id)
    assert services.journal.undo() is None
    assert state(services) is MeetingState.APPROVED


TAMPERED: dict[str, Record] = {
    "a word of the minutes": replace(SAID, text="Noget andet."),
    "a new item": item(HELD, "Nyt punkt"),
    "an item's title": replace(BUDGET, title="Noget andet"),
    "a decision's words": replace(DECIDED, text="Noget andet."),
    "somebody who was not there": attendance(HELD, "Bo Lund"),
    "the meeting's day": HELD.moved_to(datetime(2026, 3, 6, 19, 0)),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_approved_minutes_say_can_no_longer_be_changed(services: Services, what: str) -> None:
    services.approval.approve(HELD.id)
    before = services.minutes.book(HELD.id)
    with pytest.raises(UserError):
        change(services, TAMPERED[what])
    assert services.minutes.book(HELD.id) == before


def test_approved_minutes_can_not_be_thrown_away(services: Services) -> None:
    services.approval.approve(HELD.id)
    with pytest.raises(UserError):
        services.meetings.discard(HELD.id)


def test_an_approved_version_cannot_be_rewritten(services: Services) -> None:
    approved = services.approval.approve(HELD.id)
    with pytest.raises(UserError):
        change(services, replace(approved, record="{}"))
    with pytest.raises(UserError), services.journal.command("Remove") as tx:
        tx.remove(approved)


def test_a_whole_organisation_can_still_be_thrown_away_and_comes_back(services: Services) -> None:
    services.approval.approve(HELD.id)
    services.organisations.discard(BOARD.id)
    assert services.journal.reader.every(ApprovedMinutes) == []
    services.journal.undo()
    assert services.approval.verify().count == 1
    assert services.approval.problems() == []


def test_a_decision_can_still_be_repealed(services: Services) -> None:
    services.approval.approve(HELD.id)
    services.decisions.repeal(DECIDED.id, TODAY)
    assert services.journal.reader.get(Decision, DECIDED.id).state is DecisionState.REPEALED


def test_private_notes_can_still_be_written(services: Services) -> None:
    services.approval.approve(HELD.id)
    services.minutes.write_private(BUDGET.id, "Ring til Bo.")
    assert services.minutes.of_item(BUDGET.id).private_notes == "Ring til Bo."


def test_other_meetings_stay_open_to_change(services: Services) -> None:
    services.approval.approve(HELD.id)
    services.minutes.write(ROOF.id, "Taget er tæt.")
    assert services.minutes.of_item(ROOF.id).text == "Taget er tæt."


def test_a_correction_needs_a_reason(services: Services) -> None:
    services.approval.approve(HELD.id)
    with pytest.raises(UserError):
        services.approval.correct(HELD.id, "  ")


def test_a_correction_becomes_a_new_version_with_its_reason(services: Services) -> None:
    services.approval.approve(HELD.id)
    services.approval.correct(HELD.id, "Beløbet var forkert")
    services.minutes.write(BUDGET.id, "Kassereren fremlagde det rette budget.")
    services.approval.approve(HELD.id)
    first, second = services.approval.versions(HELD.id)
    assert (second.version, second.reason) == (2, "Beløbet var forkert")
    assert "rette budget" in running_text_of(services.approval.paper(second))
    assert "rette budget" not in running_text_of(services.approval.paper(first))


def test_minutes_of_several_meetings_form_one_chain(services: Services) -> None:
    first = services.approval.approve(HELD.id)
    second = services.approval.approve(LATER.id)
    assert (first.position, second.position) == (1, 2)
    assert services.approval.verify().count == 2
    assert services.approval.problems() == []


def test_a_byte_changed_behind_the_programs_back_is_named(services: Services) -> None:
    approved = services.approval.approve(HELD.id)
    services.approval.approve(LATER.id)
    forged = replace(approved, names=approved.names.replace("budgettet", "budgetter", 1))
    journal_without_guards = type(services.journal)(services.journal._store)
    with journal_without_guards.command("Forge") as tx:
        tx.put(forged)
    (problem,) = services.approval.problems()
    assert "nr. 14" in problem or "no. 14" in problem


def test_what_is_private_stands_in_no_record(services: Services) -> None:
    services.minutes.write_private(BUDGET.id, "Hemmelighed")
    approved = services.approval.approve(HELD.id)
    assert "Hemmelighed" not in approved.record + approved.names


def test_approved_minutes_survive_export_and_import(
    services: Services, tmp_path_factory: pytest.TempPathFactory
) -> None:
    services.approval.approve(HELD.id)
    path = tmp_path_factory.mktemp("out") / "all.json"
    services.interchange.export_to(path)
    store = Store.in_memory()
    other = Services.over(store, Clock(TODAY))
    other.interchange.import_from(path)
    assert other.approval.verify().count == 1
    assert other.approval.problems() == []
    assert other.journal.reader.every(AgendaItem) == services.journal.reader.every(AgendaItem)
    store.close()


def test_an_import_cannot_rewrite_what_is_approved(
    services: Services, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("out") / "all.json"
    services.interchange.export_to(path)
    path.write_text(path.read_text("utf-8").replace("fremlagde", "skjulte"), "utf-8")
    services.approval.approve(HELD.id)
    with pytest.raises(UserError):
        services.interchange.import_from(path)
    assert services.minutes.of_item(BUDGET.id).text == SAID.text
