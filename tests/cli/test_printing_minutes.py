from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from tests.support.builders import house, item, meeting, membership, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.minutes_builders import attendance, decision, item_minutes, minutes
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven")
ANNA = person("Anna Holm")
LAST = meeting(BOARD, "2026-02-05 19:00", number=13, state=MeetingState.HELD)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)
GENERAL = meeting(
    BOARD, "2026-01-20 19:00", kind=MeetingKind.GENERAL, number=None, state=MeetingState.APPROVED
)
ROOF = item(LAST, "The roof")
WAGES = item(LAST, "The wages", position=1, is_closed=True)
RECORDS: list[Record] = [
    BOARD,
    ANNA,
    membership(ANNA, BOARD),
    LAST,
    NEXT,
    GENERAL,
    ROOF,
    WAGES,
    attendance(LAST, ANNA),
    minutes(GENERAL, voters=31),
    item_minutes(ROOF, "Det er utæt."),
    decision(ROOF, BOARD, "Taget lægges om.", number="B-2026-001"),
]


@pytest.fixture(name="filled")
def terminal_after_a_meeting(terminal: Terminal) -> Terminal:
    with house(*RECORDS, path=terminal.database):
        pass
    return terminal


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["minutes"], "Referat af ordinært bestyrelsesmøde nr. 13"),
        (["minutes", "--meeting", GENERAL.id], "Referat af ordinær generalforsamling"),
        (["minutes", "--language", "en", "--style", "actions"], "DRAFT: Minutes of regular"),
        (["minutes", "--edition", "open"], "Lukket punkt"),
        (["protocol"], "Protokol for ordinær generalforsamling"),
        (["extract", "--decision", "B-2026-001"], "Taget lægges om."),
        (["tasks"], "Ingen opgaver er åbne."),
        (["tasks", "--mine", "--language", "en"], "My tasks"),
        (["decisions", "--year", "2026"], "Beslutningsprotokol 2026"),
        (["yearbook", "--year", "2026"], "Årbog 2026"),
        (["attendance"], "Fremmødeliste"),
        (["nameplates"], "Anna Holm"),
        (["ballots"], "Stemmeseddel"),
        (["proxy", "--meeting", GENERAL.id], "Fuldmagt"),
    ],
)
def test_each_paper_is_printed_when_asked_for(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    file = tmp_path / "paper.pdf"
    said = filled.run("print", *asked, "-o", file)
    assert said.code == 0
    assert words in text_of(file.read_bytes())


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["extract"], "--decision"),
        (["extract", "--decision", "B-9"], "B-9"),
        (["protocol", "--meeting", LAST.id], "generalforsamling"),
        (["ballots", "--item", "99"], "99"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(
    filled: Terminal, tmp_path: Path, asked: list[str], message: str
) -> None:
    said = filled.run("print", *asked, "-o", tmp_path / "paper.pdf", language="da")
    assert said.code != 0
    assert message in said.err
    assert not (tmp_path / "paper.pdf").exists()
