"""The papers of a review, read back: the sheet, all boards on a page, letter and handover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reviews import Outcome
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared
from tests.support.builders import (
    house,
    meeting,
    membership,
    organisation,
    paper,
    person,
    term,
    time_entry,
    wheel_task,
)
from tests.support.minutes_builders import decision, task, task_owner
from tests.support.network_builders import review
from tests.support.paper import boxes_of, pages_of, text_of

CLUB = organisation("Nørrevig Sejlklub", address="Molen 7\n9999 Nørrevig")
GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK, language=Language.ENGLISH)
ME = person("Åse Ravn", is_me=True, address="Egebakken 12", email="aase@ravn.example")
FINN = person("Finn Hede", phone="+45 12 34 56 78")
SEAT = membership(ME, CLUB, role=Role.TREASURER)
MEMBER = membership(ME, GROUP)
CHAIR = membership(FINN, CLUB, role=Role.CHAIR)
ELECTED = term(SEAT, "2021-03-20", "2026-03-24")
PROMISED = task(CLUB, "Afstem kassen", due="2026-03-20", notes="Kun bilag 40-62 mangler")
DONE = task(CLUB, "Bestil revisor", status=TaskStatus.DONE, closed_on=date(2025, 6, 1))
THEIRS = task(CLUB, "Mal jollen")
HELD = review(
    SEAT,
    why_we_meet="For at holde havnen åben",
    what_we_want="En kasse i orden",
    would_join_today=Answer.PARTLY,
    outcome=Outcome.STOP,
    goal="En efterfølger",
    leaves_on=date(2026, 3, 24),
    handover="Kassebøgerne står i skabet.\n\nNøglen hænger ved døren.",
)


@pytest.fixture(name="services")
def services_of_a_treasurer_who_leaves() -> Iterator[Services]:
    records: list[Record] = [
        CLUB,
        GROUP,
        ME,
        FINN,
        SEAT,
        MEMBER,
        CHAIR,
        ELECTED,
        PROMISED,
        DONE,
        THEIRS,
        HELD,
    ]
    owners = [task_owner(PROMISED, ME), task_owner(DONE, ME), task_owner(THEIRS, FINN)]
    with house(*records, *owners, time_entry(CLUB, "2025-05-06", 150)) as built:
        built.keep(meeting(CLUB, "2026-03-09 19:30", number=4))
        built.keep(decision(None, CLUB, "Havnen er åben for alle.", number="B-2019-004"))
        built.keep(paper(None, CLUB, title="Vedtægter"), wheel_task(CLUB, "Budget", 11))
        yield Services.over(built.store, built.clock)


def text(prepared: Prepared) -> str:
    return text_of(prepared.printed().content)


@pytest.mark.parametrize("language", Language)
def test_a_review_is_one_page_with_questions_facts_and_answer(
    services: Services, language: Language
) -> None:
    (page,) = pages_of(services.review_papers.review(SEAT.id, language=language).draw())
    for words in ("For at holde havnen åben", "En kasse i orden", "En efterfølger"):
        assert words in page
    danish = ("Bliv eller stop?", "Hvorfor skal vi mødes?", "Timer brugt", "2,5 t", "Delvis")
    english = ("Stay or leave?", "Why do we meet?", "Hours spent", "2.5 h", "Partly")
    for words in danish if language is Language.DANISH else english:
        assert words in page


@pytest.mark.parametrize("profile", Profile)
def test_a_review_is_printed_in_every_layout(services: Services, profile: Profile) -> None:
    content = services.review_papers.review(SEAT.id, profile=profile).draw()
    assert "En efterfølger" in text_of(content)
    for page in range(len(pages_of(content))):
        found = boxes_of(content, page)
        clashing = [
            (one.text, other.text)
            for at, one in enumerate(found)
            for other in found[at + 1 :]
            if one.overlaps(other)
        ]
        assert clashing == []


def test_a_review_nobody_has_written_in_is_there_to_be_filled_in_by_hand(
    services: Services,
) -> None:
    page = text(services.review_papers.review(MEMBER.id, language=Language.ENGLISH))
    assert "Why do we meet?" in page
    assert "Not decided yet" in page


def test_all_boards_stand_on_a_page_with_what_they_come_to(services: Services) -> None:
    year = date(2025, 1, 1), date(2025, 12, 31)
    (page,) = pages_of(services.review_papers.portfolio(*year, language=Language.ENGLISH).draw())
    assert "All my boards 2025" in page
    assert "2 boards · 2.5 h · 1 result" in page
    assert "Where my hours go, and what comes back" in page


def test_sixty_boards_are_all_in_the_table_and_share_the_last_bar() -> None:
    boards = [organisation(f"Forening {number:02}") for number in range(60)]
    seats = [membership(ME, each) for each in boards]
    with house(*boards, ME, *seats) as built:
        papers = Services.over(built.store, built.clock).review_papers
        content = papers.portfolio(language=Language.ENGLISH).draw()
    assert "47 others" in text_of(content)
    assert all(each.name in text_of(content) for each in boards)


def test_the_letter_says_who_what_and_when_in_the_language_of_the_board(
    services: Services,
) -> None:
    (page,) = pages_of(services.review_papers.letter(SEAT.id).draw())
    for words in (
        "Bestyrelsen i Nørrevig Sejlklub",
        "Att. Finn Hede",
        "9999 Nørrevig",
        "Kære Finn",
        "med virkning fra den 24. marts 2026",
        "Jeg har været med siden 2021.",
        "Med venlig hilsen",
        "15. januar 2026",
    ):
        assert words in " ".join(page.split()), words


def test_a_network_is_left_without_a_word_of_a_board(services: Services) -> None:
    page = text(services.review_papers.letter(MEMBER.id))
    assert "I hereby leave Kvart over Syv with effect from ____________." in page
    assert "Dear all," in page
    assert "the board of" not in page


def test_ones_own_words_take_the_place_of_the_usual_ones(services: Services) -> None:
    services.reviews.change(replace(HELD, letter="Jeg stopper <nu>.\n\nTak for alt."))
    page = text(services.review_papers.letter(SEAT.id))
    assert "Jeg stopper <nu>. Tak for alt." in page
    assert "Jeg udtræder hermed" not in page


def test_the_handover_holds_what_the_next_one_needs(services: Services) -> None:
    page = text(services.review_papers.handover(SEAT.id, language=Language.ENGLISH))
    for words in (
        "Kassebøgerne står i skabet.",
        "Where the passwords are kept (never the passwords themselves)",
        "Afstem kassen (Kun bilag 40-62 mangler)",
        "Board meeting no. 4",
        "November Budget",
        "+45 12 34 56 78",
        "B-2019-004 Havnen er åben for alle.",
        "Vedtægter",
        "Handed over and received, with everything listed above.",
    ):
        assert words in page, words
    assert "Bestil revisor" not in page
    assert "Mal jollen" not in page


def test_the_same_records_give_the_same_bytes(services: Services) -> None:
    papers = services.review_papers
    made: list[Callable[[], Prepared]] = [
        lambda: papers.review(SEAT.id),
        papers.portfolio,
        lambda: papers.letter(SEAT.id),
        lambda: papers.handover(SEAT.id),
    ]
    for prepare in made:
        prepared = prepare()
        assert prepared.draw() == prepared.draw()


def test_files_are_named_for_their_day_board_and_paper(services: Services) -> None:
    papers, english = services.review_papers, Language.ENGLISH
    assert [
        papers.review(SEAT.id, language=english).file_name,
        papers.letter(SEAT.id, language=english).file_name,
    ] == [
        "2026-01-15_Noerrevig-Sejlklub_Stay-or-leave_2025.pdf",
        "2026-01-15_Noerrevig-Sejlklub_Resignation.pdf",
    ]
