"""The person page as the place of a relation: contacts, profile, who slips away, who is whom."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.identity import Record
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.papers import Wanted
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers.people import PeopleDriver
from tests.support.minutes_builders import attendance, task, task_owner
from tests.support.network_builders import contact, referral

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
NETWORK = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", occupation="Printer", email="anna@holm.example")
TWICE = person("Anna Hølm", email="anna@holm.example", occupation="Bookbinder", phone="11223344")
BO = person("Bo Lund")
SPRING = meeting(CLUB, "2025-04-03 19:00")
WORK = task(CLUB, "Order the auditor", due="2026-03-01")


@pytest.fixture(name="services")
def services_over_a_club(house: House) -> Services:
    seats = [membership(who, CLUB) for who in (ME, ANNA)]
    there = [attendance(SPRING, who) for who in (ME, ANNA)]
    house.keep(CLUB, NETWORK, ME, ANNA, BO, *seats, SPRING, *there)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="people")
def page_of_people(services: Services, qtbot: QtBot) -> PeopleDriver:
    driver = PeopleDriver(services, qtbot)
    driver.choose("Anna Holm")
    return driver


def keep(services: Services, *records: Record) -> None:
    with services.journal.command("Keep") as tx:
        tx.put_all(records)


def test_the_page_says_when_we_last_met_and_since_when_they_slip_away(
    people: PeopleDriver,
) -> None:
    words = people.screen.words()
    assert "3 April 2025, 10 months ago (meeting)" in words
    assert "1, on 3 April 2025" in words
    assert "since 30 September 2025, by the rhythm of Klubben" in words


def test_one_line_and_enter_note_a_contact_and_bring_them_back(people: PeopleDriver) -> None:
    people.screen.type_into("Note a contact", "call 10 min about the budget, yesterday")
    people.enter("Note a contact")
    (noted,) = people.services.relations.contacts(ANNA.id)
    assert (noted.kind, noted.minutes, noted.on) == (ContactKind.CALL, 10, date(2026, 3, 1))
    assert people.screen.text_in("Note a contact") == ""
    assert "about the budget, Call · 10 min, 1 Mar 2026" in people.seats()
    assert "Slipping away\nsince" not in people.screen.words()
    people.undo()
    assert "No contact written down yet." in people.screen.words()


def test_a_line_that_is_not_understood_stays_with_its_reason(people: PeopleDriver) -> None:
    people.screen.type_into("Note a contact", "call 5/3/2026")
    people.enter("Note a contact")
    assert "still ahead" in people.screen.words()
    assert people.screen.text_in("Note a contact") == "call 5/3/2026"


def test_a_contact_is_filled_in_as_a_form_changed_and_deleted(people: PeopleDriver) -> None:
    people.screen.press("Fill in a form…")
    people.screen.choose("Kind", "Message")
    people.screen.write("About", "Thanks for last time")
    people.screen.press("Note it")
    people.screen.press("Thanks for last time")
    people.screen.write("How long", "15 min")
    people.screen.press("Keep")
    (noted,) = people.services.relations.contacts(ANNA.id)
    assert (noted.kind, noted.minutes, noted.on) == (ContactKind.MESSAGE, 15, date(2026, 3, 2))
    people.screen.pick("More for Thanks for last time", "Delete the contact")
    assert people.services.relations.contacts(ANNA.id) == []


def test_of_many_contacts_the_latest_are_shown_first(people: PeopleDriver) -> None:
    keep(
        people.services,
        *(contact(ANNA, f"2026-01-{day:02}", note=f"{day}.") for day in range(1, 9)),
    )
    assert people.seats()[1:6] == [f"{day}., One-to-one, {day} Jan 2026" for day in range(8, 3, -1)]
    people.screen.press("Show all 8")
    assert len(people.seats()) == 9


def test_a_profile_is_stored_as_it_is_written(people: PeopleDriver) -> None:
    people.screen.write("What they do or sell", "Printing")
    people.screen.write("Their ideal customer", "Clubs with a magazine")
    people.screen.write("Through whom", "bo lund")
    people.screen.write("How we met", "At the harbour")
    profile = people.services.relations.profile(ANNA.id)
    assert (profile.sells, profile.ideal_customer) == ("Printing", "Clubs with a magazine")
    assert profile.met_through_id == BO.id
    assert people.screen.text_in("Through whom") == "Bo Lund"
    assert people.services.people.get(ANNA.id).how_we_met == "At the harbour"


@pytest.mark.parametrize(
    ("name", "reason"), [("Nobody Known", "is called that"), ("Anna Holm", "introduces themselves")]
)
def test_who_introduced_us_must_be_somebody_else_one_knows(
    people: PeopleDriver, name: str, reason: str
) -> None:
    people.screen.write("Through whom", name)
    assert reason in people.screen.words()
    assert people.services.relations.profile(ANNA.id).met_through_id is None


def test_tasks_between_us_lead_to_the_task(people: PeopleDriver, qtbot: QtBot) -> None:
    assert "Tasks between us" not in people.screen.words()
    keep(people.services, WORK, task_owner(WORK, ANNA))
    assert "Order the auditor, Anna Holm · Klubben, 1 Mar 2026" in people.seats()
    with qtbot.waitSignal(people.page.task_wanted) as wish:
        people.screen.press("Order the auditor")
    assert wish.args == [WORK.id]


def test_referrals_between_us_are_told_both_ways(people: PeopleDriver) -> None:
    given = referral(NETWORK, ME, ANNA, "2026-01-05", won_on=date(2026, 2, 1), value=2_500_000)
    keep(people.services, given, referral(NETWORK, ANNA, ME, "2026-02-02"))
    words = people.screen.words()
    assert "1 given, 1 received" in words
    assert "Strandhotellet · Won · DKK 25,000" in words


def test_of_oneself_there_is_a_profile_and_no_relation(people: PeopleDriver) -> None:
    people.choose("Åse Ravn")
    words = people.screen.words()
    assert "What they do or sell" in words
    assert "Last contact" not in words
    assert "Through whom" not in words


def test_the_list_shows_who_is_slipping_away(people: PeopleDriver) -> None:
    people.screen.press("Who is slipping away")
    assert people.people() == ["Anna Holm, Last contact 3 Apr 2025, Klubben"]
    keep(people.services, contact(ANNA, "2026-02-20"))
    assert people.people() == []
    assert "Nobody is slipping away." in people.screen.words()
    people.screen.press("Everyone")
    assert people.names() == ["Åse Ravn", "Anna Holm", "Bo Lund"]


def test_two_who_are_one_become_one_and_come_back_with_undo(people: PeopleDriver) -> None:
    keep(people.services, TWICE)
    people.screen.pick("More for people", "Find duplicates…")
    assert people.screen.rows("Who may stand here twice") == [
        "Anna Hølm · Anna Holm, Same e-mail, Nearly the same name"
    ]
    people.screen.choose("Name", "Anna Holm")
    people.screen.press("Make them one")
    assert people.names() == ["Åse Ravn", "Anna Holm", "Bo Lund"]
    (one,) = (each for each in people.services.people.all() if each.name == "Anna Holm")
    assert (one.occupation, one.phone) == ("Bookbinder", "11223344")
    assert [each.organisation.name for each in people.services.memberships.of_person(one.id)] == [
        "Nørrevig Sejlklub"
    ]
    people.undo()
    assert len(people.services.people.all()) == 4


def test_where_nobody_stands_twice_it_says_so(people: PeopleDriver) -> None:
    people.screen.pick("More for people", "Find duplicates…")
    assert "Nobody stands here twice." in people.screen.words()
    people.screen.press("Close")


def test_contacts_are_wished_for_from_the_menu(people: PeopleDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.page.contacts_import_wanted):
        people.screen.pick("More for people", "Import contacts…")
    people.page.show_organisation(CLUB.id)
    with qtbot.waitSignal(people.page.contacts_export_wanted) as wish:
        people.screen.pick("More for people", "Export contacts…")
    assert wish.args == [CLUB.id]


def test_my_offices_are_printed_from_the_menu(people: PeopleDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.page.print_wanted) as wish:
        people.screen.pick("More for people", "My offices…")
    (paper,) = wish.args
    assert paper.prepare(Wanted()).title == "Åse Ravn · Offices"
