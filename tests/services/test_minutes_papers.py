from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Capacity
from boardkeeper.domain.decisions import DecisionState
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.minutes import Outcome
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.domain.votes import Choice
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from boardkeeper.services.board_papers import BoardPapers
from boardkeeper.services.minutes_papers import MinutesPapers
from boardkeeper.services.prepared import Prepared
from tests.support.builders import House, item, meeting, membership, organisation, person
from tests.support.builders import house as house_of
from tests.support.minutes_builders import (
    attendance,
    decision,
    item_minutes,
    minutes,
    procedure,
    reply,
    task,
    task_owner,
    vote,
    written_procedure,
)
from tests.support.paper import everything_in, text_of

BOARD = organisation("Skovbørnehaven", short_name="Skoven")
ANNA = person("Anna Holm", email="anna@holm.example")
ME = person("Bo Lund", email="bo@lund.example", is_me=True)
SEATS = [membership(ANNA, BOARD), membership(ME, BOARD)]
EARLIER = meeting(BOARD, "2026-01-08 19:00", number=12, state=MeetingState.APPROVED)
HELD = meeting(BOARD, "2026-02-05 19:00", number=13, state=MeetingState.HELD)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)
GENERAL = meeting(
    BOARD, "2026-02-20 19:00", kind=MeetingKind.GENERAL, number=None, state=MeetingState.HELD
)
ROOF = item(HELD, "The roof", position=0)
WAGES = item(HELD, "The wages", position=1, is_closed=True)
RAISE = item(HELD, "The raise", parent=WAGES)
OLD_SECRET = item(EARLIER, "The dismissal", is_closed=True)
ROOF_DECISION = decision(ROOF, BOARD, "Taget lægges om.", number="B-2026-001", on="2026-02-05")
RAISE_DECISION = decision(RAISE, BOARD, "Lønnen stiger.", number="B-2026-002", on="2026-02-05")
PRINTER = decision(None, BOARD, "Der købes en printer.", number="B-2026-003", on="2026-02-08")
OLD_DECISION = replace(
    decision(OLD_SECRET, BOARD, "Hun afskediges.", number="B-2026-000", on="2026-01-08"),
    state=DecisionState.REPLACED,
    replaced_by_id=ROOF_DECISION.id,
    ended_on=date(2026, 2, 5),
)
ASKED = written_procedure(
    BOARD,
    sent_on=date(2026, 2, 1),
    reply_by=date(2026, 2, 8),
    closed_on=date(2026, 2, 8),
    decision_id=PRINTER.id,
)
TILES = task(BOARD, "Bestil tagsten", under=ROOF, created_on=date(2026, 2, 5))
PAY = task(BOARD, "Ret lønnen", under=RAISE, created_on=date(2026, 2, 5))
LETTER = task(BOARD, "Skriv afskedigelsen", under=OLD_SECRET, created_on=date(2026, 1, 8))
RECORDS: list[Record] = [
    BOARD,
    ANNA,
    ME,
    *SEATS,
    procedure(BOARD, style=MinutesStyle.DISCUSSION),
    EARLIER,
    HELD,
    NEXT,
    GENERAL,
    ROOF,
    WAGES,
    RAISE,
    OLD_SECRET,
    attendance(HELD, ANNA),
    attendance(HELD, ME, position=1),
    attendance(HELD, "Revisoren", capacity=Capacity.GUEST, has_vote=False, position=2),
    minutes(HELD, began_at=HELD.starts_at, objections_by=date(2026, 3, 20)),
    minutes(EARLIER, approved_on=date(2026, 2, 5), approved_at_id=HELD.id),
    item_minutes(ROOF, "Taget er utæt."),
    item_minutes(RAISE, "Pædagogerne er vrede.", outcome=Outcome.NOTED),
    ROOF_DECISION,
    RAISE_DECISION,
    PRINTER,
    OLD_DECISION,
    vote(ROOF, decision_id=ROOF_DECISION.id, votes_for=2),
    ASKED,
    reply(ASKED, "Anna Holm", Choice.FOR),
    TILES,
    PAY,
    LETTER,
    task_owner(TILES, ME),
]
SECRETS = ("wages", "raise", "Lønnen", "Pædagogerne", "lønnen", "dismissal", "afskedig")


@pytest.fixture(name="house")
def house_after_a_meeting() -> Iterator[House]:
    with house_of(*RECORDS) as made:
        yield made


@pytest.fixture(name="minutes_papers")
def papers_of_minutes(house: House) -> MinutesPapers:
    return MinutesPapers(house.journal, house.clock)


@pytest.fixture(name="papers")
def papers_of_the_board(house: House) -> BoardPapers:
    return BoardPapers(house.journal, house.clock)


def read(prepared: Prepared) -> str:
    return text_of(prepared.draw())


def leaks(prepared: Prepared) -> list[str]:
    held = everything_in(prepared.draw()).decode("utf-8", "replace")
    return [word for word in SECRETS if word in held]


def test_the_minutes_are_gathered_named_and_dated(minutes_papers: MinutesPapers) -> None:
    prepared = minutes_papers.minutes(HELD.id)
    assert prepared.file_name == "2026-02-05_Skoven_Bestyrelsesmoede-nr-13_Referat.pdf"
    text = read(prepared)
    assert "Taget er utæt." in text
    assert "Beslutning B-2026-001" in text
    assert "2 af 2 medlemmer til stede" in text
    assert "Næste møde" in text
    assert "Skriv afskedigelsen" in text


def test_no_open_paper_holds_a_word_of_what_is_closed(
    minutes_papers: MinutesPapers, papers: BoardPapers
) -> None:
    assert leaks(minutes_papers.minutes(HELD.id, edition=Edition.OPEN)) == []
    assert leaks(papers.tasks(BOARD.id, edition=Edition.OPEN)) == []
    assert leaks(papers.decisions(BOARD.id, edition=Edition.OPEN)) == []
    assert leaks(papers.year_book(BOARD.id, edition=Edition.OPEN)) == []
    assert leaks(papers.extract("B-2026-001")) == []


def test_the_whole_papers_hold_it(minutes_papers: MinutesPapers, papers: BoardPapers) -> None:
    assert "Lønnen stiger." in read(minutes_papers.minutes(HELD.id))
    assert "Ret lønnen" in read(papers.tasks(BOARD.id))
    assert "Hun afskediges." in read(papers.decisions(BOARD.id))


def test_the_minutes_come_in_another_style_and_language(minutes_papers: MinutesPapers) -> None:
    text = read(
        minutes_papers.minutes(HELD.id, style=MinutesStyle.DECISIONS, language=Language.ENGLISH)
    )
    assert "Minutes of regular board meeting no. 13" in text
    assert "Taget er utæt." not in text


def test_minutes_approved_at_a_meeting_name_it(minutes_papers: MinutesPapers) -> None:
    assert "på Bestyrelsesmøde nr. 13, uændret" in read(minutes_papers.minutes(EARLIER.id))


def test_the_mail_asks_for_objections_by_their_day(minutes_papers: MinutesPapers) -> None:
    paper = minutes_papers.minutes(HELD.id).printed()
    draft = minutes_papers.minutes_mail(HELD.id, paper)
    mail = message_from_bytes(draft.content, policy=default)
    assert [each.addr_spec for each in mail["To"].addresses] == ["anna@holm.example"]
    assert mail["Subject"] == "Skoven: referat af Bestyrelsesmøde nr. 13, 5. februar 2026"
    body = mail.get_body()
    assert body is not None
    assert "senest fredag den 20. marts 2026" in body.get_content()
    assert draft.file_name.endswith("Referat.eml")


def test_only_a_general_meeting_has_a_protocol(minutes_papers: MinutesPapers) -> None:
    assert "Protokol for ordinær generalforsamling" in read(minutes_papers.protocol(GENERAL.id))
    with pytest.raises(UserError):
        minutes_papers.protocol(HELD.id)


def test_a_decision_in_writing_has_an_extract(papers: BoardPapers) -> None:
    text = read(papers.extract("B-2026-003"))
    assert "Skriftlig votering Ny printer" in text
    assert "For 1 · imod 0." in text


def test_a_number_nobody_gave_is_refused(papers: BoardPapers) -> None:
    with pytest.raises(UserError):
        papers.extract("B-1999-001")


def test_a_number_two_boards_gave_asks_which(house: House, papers: BoardPapers) -> None:
    other = organisation("Klubben")
    with house.journal.command("x") as tx:
        tx.put_all([other, decision(None, other, "Båden males.", number="B-2026-001")])
    with pytest.raises(UserError):
        papers.extract("B-2026-001")
    assert "Båden males." in read(papers.extract("B-2026-001", other.id))


def test_my_tasks_are_those_i_promised(papers: BoardPapers) -> None:
    text = read(papers.my_tasks(language=Language.DANISH))
    assert text.startswith("Bo Lund Mine opgaver 1 åben opgave")
    assert "Bestil tagsten" in text


def test_the_register_says_what_replaced_a_decision(papers: BoardPapers) -> None:
    text = read(papers.decisions(BOARD.id, 2026))
    assert "Afløst af B-2026-001 5.2.2026" in text
    assert "Besluttet skriftligt" in text
    assert "0 beslutninger" in read(papers.decisions(BOARD.id, 2019))


def test_the_year_book_holds_approved_minutes_only(papers: BoardPapers) -> None:
    text = read(papers.year_book(BOARD.id, 2026))
    assert "Referat af 1 møde" in text
    assert "bestyrelsesmøde nr. 12" in text
    assert "bestyrelsesmøde nr. 13" not in text
    assert "Ingen referater" in read(papers.year_book(BOARD.id, 2019))


def test_the_papers_for_the_table_are_of_the_next_meeting(papers: BoardPapers) -> None:
    assert "Anna Holm" in read(papers.attendance(NEXT.id))
    assert read(papers.name_plates(NEXT.id)).count("Anna Holm") == 2
    assert "Stemmeseddel" in read(papers.ballots(NEXT.id))
    assert "Ordinær generalforsamling" in read(papers.proxy(GENERAL.id))


def test_approved_minutes_are_drawn_with_the_head_of_their_chain(
    house: House, minutes_papers: MinutesPapers
) -> None:
    book = house.minutes.book(EARLIER.id)
    frozen = ApprovedMinutes(
        organisation_id=BOARD.id,
        meeting_id=EARLIER.id,
        position=1,
        approved_at=datetime(2026, 2, 5, 20),
        record="{}",
        names="{}",
        pdf="",
        record_digest="",
        pdf_digest="",
        digest="f" * 64,
    )
    assert "f" * 64 in text_of(minutes_papers.final(book, frozen))
