"""A whole evening minuted by keys alone, and what its printed minutes say of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.minutes import Outcome
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.domain.votes import Majority, VoteMethod
from boardkeeper.i18n import Language
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, house
from tests.support.drivers.secretary import Secretary, evening
from tests.support.evenings import an_evening
from tests.support.paper import letters_of

pytestmark = pytest.mark.xdist_group("evening")  # the evening is long, and is lived once


@cache
def the_evening() -> list[Record]:
    """What is stored after the evening; filled by the first test that asks."""
    return []


@pytest.fixture(name="minuted")
def house_after_the_evening(qtbot: QtBot, tmp_path: Path) -> Iterator[House]:
    if not the_evening():
        with evening(qtbot, tmp_path, *an_evening()) as secretary:
            minute_the_evening(secretary)
        with house(path=Folders.below(tmp_path).database) as stored:
            the_evening().extend(stored.everything())
    with house(*the_evening()) as built:
        yield built


def book_of(minuted: House) -> MinutesBook:
    return minuted.minutes.book(meeting_of(minuted).id)


def meeting_of(minuted: House) -> Meeting:
    return next(each for each in minuted.meetings.all() if each.number == 14)


def item_of(minuted: House, title: str) -> BookItem:
    return next(each for each in book_of(minuted).items if each.item.title == title)


def minute_the_evening(her: Secretary) -> None:
    """From Today to the end of the meeting, without a mouse."""
    open_the_meeting(her)
    go_through_the_reports(her)
    decide(her)
    go_on_without_a_quorum(her)
    her.wait(5)
    her.keys("Ctrl+Shift+B")


def open_the_meeting(her: Secretary) -> None:
    her.wait(0)
    her.keys("Ctrl+M", "Ctrl+Shift+P")
    her.keys("G", "Space", "Space", "Esc")  # Gorm Bak is absent
    her.keys("Ctrl+Shift+B")
    her.write("**Mette** bød velkommen.\n- ingen bemærkninger\n- ingen tilføjelser")
    her.keys("Ctrl+Shift+D")
    her.write("Dagsordenen blev godkendt.")
    her.keys("Return")
    her.go_on()


def go_through_the_reports(her: Secretary) -> None:
    # 2: the draft of the last minutes
    her.keys("Ctrl+Shift+O", "Return")
    her.keys("Ctrl+Shift+P", "H", "Return")  # Hanne came at twenty past
    her.write("19.20")
    her.keys("Return", "Esc")
    her.go_on()  # 3: announcements, noted
    her.write("Kommunen har svaret på vores brev om vejen.")
    her.keys("Ctrl+Shift+O", "Return", "Ctrl+Shift+A")
    her.write("Anna bestil revisor 1/6")
    her.keys("Return")
    her.write("Erik og Freja køb maling 15/4")
    her.keys("Return", "Esc")
    her.go_on(15)


def decide(her: Secretary) -> None:
    # 4: the accounts, as recommended
    her.keys("Ctrl+Shift+D", "Return")
    her.keys("Ctrl+Shift+E")
    her.keys("D")  # Dorte
    her.keys("Tab")
    her.write("Jeg finder udgiften for høj.")
    her.keys("Return")
    her.go_on()  # 5: the roof, in which Erik has an interest
    conflict_and_vote(her)
    her.go_on()  # 6: the rules of procedure, by two thirds
    two_thirds(her)
    her.go_on()  # 7: the party: a tie, and the chair decides
    tie(her)
    her.go_on()  # 8
    her.write("Sagen blev drøftet.")
    her.keys("Ctrl+Shift+A")
    her.write("Mette ring til advokaten fredag")
    her.keys("Return", "Return")
    her.go_on()


def go_on_without_a_quorum(her: Secretary) -> None:
    # 9: people leave, and the board can no longer decide
    lose_the_quorum(her)
    her.keys("Ctrl+Shift+O", "Right", "Return")  # postponed
    her.keys("Ctrl+Shift+M")
    her.write("Vandskade i kælderen")
    her.keys("Return")
    her.write("Rør i fyrrummet er sprunget.")
    her.keys("Ctrl+Shift+A")
    her.write("Freja: Anmeld skaden, i morgen")
    her.keys("Return", "Return", "Ctrl+Shift+I")
    her.write("Alarm i kælderen")
    her.keys("Return")
    her.go_on()
    her.go_on()
    her.go_on()


def conflict_and_vote(her: Secretary) -> None:
    her.keys("Ctrl+Shift+K", "E", "Tab", "Tab")  # Erik
    her.write("Ejer Tagkompagniet")
    her.keys("Return", "Ctrl+Shift+D")
    her.write("Tilbuddet på 480.000 kr. antages.")
    her.keys("Return", "Ctrl+Shift+V")
    her.write("6")
    her.keys("Tab")
    her.write("1")
    her.keys("Return")


def two_thirds(her: Secretary) -> None:
    her.keys("Ctrl+Shift+V", "Shift+Tab", "Shift+Tab")
    her.keys("B", "Tab", "T", "Tab")  # by name, two thirds, and to the first of the voters
    her.keys("1", "1", "1", "1", "1", "1", "2", "2", "Return")


def tie(her: Secretary) -> None:
    her.keys("Ctrl+Shift+D")
    her.write("Sommerfesten holdes den 20. juni.")
    her.keys("Return", "Ctrl+Shift+V", "Shift+Tab", "Shift+Tab", "B", "Tab", "Tab")  # by count
    her.write("4")
    her.keys("Tab")
    her.write("4")
    her.keys("Tab", "Tab", "Tab", "Tab", "F", "Return")


def lose_the_quorum(her: Secretary) -> None:
    her.keys("Ctrl+Shift+P")
    for name in "ADEFH":
        her.keys(name, "Return", "Tab")
        her.write("pkt. 9")
        her.keys("Return")
    her.keys("Esc")


def test_an_evening_of_twelve_items_is_minuted_by_keys_alone(minuted: House) -> None:
    book = book_of(minuted)
    assert len(book.items) == 13
    assert book.meeting.state is MeetingState.HELD
    assert {each.name: each.presence for each in book.attendances}["Gorm Bak"] is Presence.ABSENT
    hanne = next(each for each in book.attendances if each.name == "Hanne Kjær")
    assert hanne.arrived_at is not None
    assert f"{hanne.arrived_at:%H:%M}" == "19:20"
    assert sorted(each.number for each in book.decisions) == [f"B-2026-00{n}" for n in (1, 2, 3, 4)]
    assert item_of(minuted, "Regnskab").decisions[0].text == (
        "Det indstilles, at bestyrelsen godkender regnskabet."
    )
    assert item_of(minuted, "Regnskab").dissents[0].name == "Dorte Friis"
    assert len(book.tasks) == 4
    roof = item_of(minuted, "Nyt tag: tilbud fra Tagkompagniet")
    assert roof.absences[0].explanation == "Ejer Tagkompagniet"
    assert roof.votes[0].vote.decision_id == roof.decisions[0].id
    assert (roof.votes[0].vote.votes_for, roof.votes[0].vote.votes_against) == (6, 1)


def test_what_was_voted_and_lost_stands_in_the_book(minuted: House) -> None:
    rules = item_of(minuted, "Ændring af forretningsordenen").votes[0]
    assert rules.vote.method is VoteMethod.NAMES
    assert rules.vote.majority is Majority.TWO_THIRDS
    results = minuted.votes.results(meeting_of(minuted).id)
    assert results[rules.vote.id].is_carried
    party = item_of(minuted, "Sommerfest").votes[0]
    assert results[party.vote.id].by_casting_vote
    quorum = minuted.attendance.quorum(meeting_of(minuted).id)
    assert not quorum.of_item(item_of(minuted, "Legeplads").item.id).is_quorate
    assert item_of(minuted, "Legeplads").outcome is Outcome.POSTPONED
    added = item_of(minuted, "Vandskade i kælderen")
    assert added.is_added
    assert added.ideas[0].text == "Alarm i kælderen"


@pytest.mark.parametrize("language", [Language.DANISH, Language.ENGLISH])
def test_the_printed_minutes_say_all_of_it(minuted: House, language: Language) -> None:
    papers = Services.over(minuted.store, minuted.clock).minutes_papers
    said = letters_of(papers.minutes(meeting_of(minuted).id, language=language).draw())
    for words in (
        "Mette bød velkommen.",
        "ingen bemærkninger",
        "Kommunen har svaret på vores brev om vejen.",
        "B-2026-001",
        "B-2026-004",
        "Det indstilles, at bestyrelsen godkender regnskabet.",
        "Jeg finder udgiften for høj.",
        "Ejer Tagkompagniet",
        "Tilbuddet på 480.000 kr. antages.",
        "Sommerfesten holdes den 20. juni.",
        "Bestil revisor",
        "Køb maling",
        "Ring til advokaten",
        "Anmeld skaden",
        "Vandskade i kælderen",
        "19.20" if language is Language.DANISH else "19:20",
    ):
        assert "".join(words.split()) in said, words
