from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.board_papers import (
    attendance_paper,
    ballots_paper,
    decisions_paper,
    extract_paper,
    name_plates_paper,
    protocol_paper,
    proxy_paper,
    tasks_paper,
    year_book_paper,
)
from boardkeeper.ui.papers import Paper, Wanted, minutes_paper
from tests.support.builders import House, item, meeting, membership, organisation, person
from tests.support.minutes_builders import attendance, decision, item_minutes, task
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven")
ANNA = person("Anna Holm", is_me=True)
HELD = meeting(BOARD, "2026-02-05 19:00", number=13, state=MeetingState.APPROVED)
GENERAL = meeting(BOARD, "2026-02-20 19:00", kind=MeetingKind.GENERAL, number=None)
ROOF = item(HELD, "The roof")
RECORDS: list[Record] = [
    BOARD,
    ANNA,
    membership(ANNA, BOARD),
    HELD,
    GENERAL,
    ROOF,
    attendance(HELD, ANNA),
    item_minutes(ROOF, "Det er utæt."),
    decision(ROOF, BOARD, "Taget lægges om.", number="B-2026-001", on="2026-02-05"),
    task(BOARD, "Bestil tagsten", under=ROOF),
]

PAPERS: dict[str, Callable[[Services], Paper]] = {
    "Protokol for ordinær": lambda each: protocol_paper(each.minutes_papers, GENERAL.id),
    "Taget lægges om.": lambda each: extract_paper(each.board_papers, "B-2026-001", BOARD.id),
    "Bestil tagsten": lambda each: tasks_paper(each.board_papers, BOARD.id),
    "Mine opgaver": lambda each: tasks_paper(each.board_papers),
    "Beslutningsprotokol 2026": lambda each: decisions_paper(each.board_papers, BOARD.id, 2026),
    "Årbog 2026": lambda each: year_book_paper(each.board_papers, BOARD.id, 2026),
    "Fremmødeliste": lambda each: attendance_paper(each.board_papers, HELD.id),
    "Anna Holm": lambda each: name_plates_paper(each.board_papers, HELD.id),
    "Stemmeseddel": lambda each: ballots_paper(each.board_papers, HELD.id),
    "Fuldmagt": lambda each: proxy_paper(each.board_papers, GENERAL.id),
}


@pytest.fixture(name="services")
def services_after_a_meeting(house: House) -> Services:
    house.keep(*RECORDS)
    return Services.over(house.store, house.clock)


@pytest.mark.parametrize("words", PAPERS)
def test_each_paper_is_prepared_as_it_is_wanted(services: Services, words: str) -> None:
    paper = PAPERS[words](services)
    whole = text_of(paper.prepare(Wanted(language=Language.DANISH)).draw())
    assert words in whole
    english = Wanted(language=Language.ENGLISH, edition=Edition.OPEN)
    assert text_of(paper.prepare(english).draw()) != whole


def test_minutes_are_previewed_in_the_style_wanted(services: Services) -> None:
    paper = minutes_paper(services, HELD.id)
    wanted = Wanted(style=MinutesStyle.DISCUSSION)
    assert "Det er utæt." in text_of(paper.prepare(wanted).draw())
    brief = replace(wanted, style=MinutesStyle.DECISIONS)
    assert "Det er utæt." not in text_of(paper.prepare(brief).draw())
