from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.decisions import DecisionState
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.minutes_book import BookTask, BookVote
from boardkeeper.domain.sheets.decision_register import register_sheet
from boardkeeper.domain.sheets.extract import extract_sheet, written_extract_sheet
from boardkeeper.domain.sheets.handouts import (
    ballot_sheet,
    name_plate_sheet,
    proxy_sheet,
    sign_in_sheet,
)
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.domain.sheets.task_list import board_tasks_sheet, my_tasks_sheet
from boardkeeper.domain.sheets.year_book import YearBookSheet, year_book_sheet
from boardkeeper.domain.votes import Choice, VoteMethod
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from boardkeeper.printing import page
from boardkeeper.printing.cards import ballots_pdf, name_plates_pdf
from boardkeeper.printing.decision_register import register_pdf
from boardkeeper.printing.extract import extract_pdf
from boardkeeper.printing.handouts import proxy_pdf, sign_in_pdf
from boardkeeper.printing.task_list import task_list_pdf
from boardkeeper.printing.year_book import year_book_pdf
from tests.support.builders import organisation
from tests.support.minutes_builders import (
    candidate,
    decision,
    reply,
    task,
    task_owner,
    vote,
    written_procedure,
)
from tests.support.minutes_papers import a_book, a_minutes_sheet, a_procedure
from tests.support.notices import PRINTED_AT, SOLBAKKEN, a_meeting, an_item
from tests.support.paper import (
    boxes_of,
    everything_in,
    fonts_of,
    outline_of,
    pages_of,
    text_of,
)

TODAY = date(2026, 4, 1)


def test_an_extract_says_the_decision_word_for_word_and_is_certified() -> None:
    book = a_book()
    decided = next(each for each in book.decisions if each.number == "B-2026-012")
    text = text_of(extract_pdf(extract_sheet(decided, book, printed_at=PRINTED_AT)))
    for words in (
        "Udskrift af forhandlingsprotokollen",
        "Møde Bestyrelsesmøde nr. 14",
        "Punkt 4.2 Budget 2027",
        decided.text,
        "For 5 · imod 1 · undlod 1; to tredjedele opnået.",
        "Łukasz Doğan ønskede tilført referatet:",
        "Udskriftens rigtighed bekræftes.",
        "Renée Dupont Dato Referent",
    ):
        assert words in text


def test_an_extract_of_an_open_item_holds_no_word_of_a_closed_one() -> None:
    book = a_book()
    decided = next(each for each in book.decisions if each.number == "B-2026-012")
    content = extract_pdf(extract_sheet(decided, book, printed_at=PRINTED_AT))
    held = everything_in(content).decode("utf-8", "replace")
    assert not any(word in held for word in ("hegn", "afvises", "B-2026-014", "Fortroligt"))


def test_an_extract_of_a_closed_item_is_confidential() -> None:
    book = a_book()
    decided = next(each for each in book.decisions if each.number == "B-2026-014")
    text = text_of(extract_pdf(extract_sheet(decided, book, printed_at=PRINTED_AT)))
    assert "Klagen afvises." in text
    assert "Fortroligt – kun for bestyrelsen" in text


def test_an_extract_before_the_minutes_are_approved_is_a_draft() -> None:
    draft = a_book()
    sheet = extract_sheet(draft.decisions[0], draft, printed_at=PRINTED_AT)
    assert "UDKAST: Udskrift" in text_of(extract_pdf(sheet))
    approved = a_book(meeting=a_meeting(state=MeetingState.APPROVED))
    sheet = extract_sheet(approved.decisions[0], approved, printed_at=PRINTED_AT)
    assert "UDKAST" not in text_of(extract_pdf(sheet))


def test_an_extract_says_when_the_decision_no_longer_counts() -> None:
    book = a_book()
    ended = replace(book.decisions[0], state=DecisionState.REPEALED, ended_on=date(2026, 5, 1))
    sheet = extract_sheet(ended, book, printed_at=PRINTED_AT)
    assert "Ophævet den 1. maj 2026." in text_of(extract_pdf(sheet))


def test_an_extract_of_a_decision_in_writing_tells_of_the_votes() -> None:
    decided = decision(None, SOLBAKKEN, "Der købes en printer.", number="B-2026-020")
    asked = written_procedure(SOLBAKKEN, closed_on=date(2026, 3, 8), decision_id=decided.id)
    replies = [reply(asked), reply(asked, "Anna Holm"), reply(asked, "Ib", Choice.AGAINST)]
    sheet = written_extract_sheet(decided, SOLBAKKEN, asked, replies, printed_at=PRINTED_AT)
    text = text_of(extract_pdf(sheet))
    assert "Skriftlig votering Ny printer" in text
    assert "For 2 · imod 1." in text


def some_tasks() -> list[BookTask]:
    roof = task(SOLBAKKEN, "Få tilbud på taget", "2026-03-15")
    mail = task(SOLBAKKEN, "Skrive til <kommunen> & politiet", "2026-06-01")
    someday = task(SOLBAKKEN, "Male skuret", None)
    return [
        BookTask(task=someday, owners=()),
        BookTask(task=mail, owners=(task_owner(mail, "Bo Lund"), task_owner(mail, "Ida"))),
        BookTask(task=roof, owners=(task_owner(roof),)),
    ]


def test_a_task_list_has_the_first_due_first_and_marks_what_is_late() -> None:
    sheet = board_tasks_sheet(SOLBAKKEN, some_tasks(), today=TODAY, printed_at=PRINTED_AT)
    text = text_of(task_list_pdf(sheet))
    assert "3 åbne opgaver den 1. april 2026" in text
    assert text.index("taget") < text.index("<kommunen> & politiet") < text.index("skuret")
    assert text.count("overskredet") == 1
    assert text.count("☐") == 3


def test_my_tasks_stand_under_their_boards() -> None:
    other = organisation("Aabybro Kulturhus")
    theirs = task(other, "Ringe til vagten")
    sheet = my_tasks_sheet(
        {each.id: each for each in (SOLBAKKEN, other)},
        [*some_tasks(), BookTask(task=theirs)],
        owner="Mette Ravnholt",
        language=Language.ENGLISH,
        today=TODAY,
        printed_at=PRINTED_AT,
    )
    content = task_list_pdf(sheet)
    assert text_of(content).startswith("Mette Ravnholt My tasks 4 open tasks on 1 April 2026")
    assert [name for _level, name in outline_of(content)] == [
        "My tasks",
        "Aabybro Kulturhus",
        "Grundejerforeningen Solbakken",
    ]
    for column in ("Who", "Due"):
        lefts = {round(box.left) for box in boxes_of(content, 0) if box.text.strip() == column}
        assert len(lefts) == 1


def test_a_list_without_tasks_says_so() -> None:
    sheet = board_tasks_sheet(SOLBAKKEN, [], today=TODAY, printed_at=PRINTED_AT)
    assert "Ingen opgaver er åbne." in text_of(task_list_pdf(sheet))


def a_register(edition: Edition, count: int = 0, language: Language = Language.DANISH) -> bytes:
    book = a_book()
    items = {each.item.id: each.item for each in book.items}
    closed = [each.item.id for each in book.items if each.line.is_closed]
    more = [
        decision(None, SOLBAKKEN, f"Besluttet skriftligt [{at}]", number=f"B-2026-{100 + at}")
        for at in range(count)
    ]
    sheet = register_sheet(
        SOLBAKKEN,
        2026,
        [*book.decisions, *more],
        meetings={book.meeting.id: book.meeting},
        items=items,
        numbers={},
        closed=closed,
        edition=edition,
        language=language,
        printed_at=PRINTED_AT,
    )
    return register_pdf(sheet)


def test_the_register_has_every_decision_and_an_index_by_the_alphabet() -> None:
    text = text_of(a_register(Edition.FULL))
    assert "Beslutningsprotokol 2026 4 beslutninger" in text
    index = text[text.index("Register") :]
    assert index.index("Budget 2027") < index.index("Godkendelse af dagsorden")
    assert "B-2026-012: 1, B-2026-013: 1" in index


def test_a_day_in_the_register_stands_on_one_line_in_either_language() -> None:
    for language, day in ((Language.DANISH, "5.3.2026"), (Language.ENGLISH, "5 Mar 2026")):
        boxes = boxes_of(a_register(Edition.FULL, language=language), 0)
        assert any(" ".join(box.text.split()) == day for box in boxes)


def test_the_open_register_holds_no_word_of_a_closed_item() -> None:
    content = a_register(Edition.OPEN)
    held = everything_in(content).decode("utf-8", "replace")
    assert not any(word in held for word in ("hegn", "afvises", "B-2026-014"))
    assert "3 beslutninger · Uden lukkede punkter" in text_of(content)


def test_the_index_knows_the_page_of_each_decision() -> None:
    pages = pages_of(a_register(Edition.FULL, count=90))
    for at in (0, 45, 89):
        number = f"B-2026-{100 + at}"
        on = next(page for page, text in enumerate(pages, 1) if f"[{at}]" in text)
        assert f"{number}: {on}" in " ".join(pages[-2:]).replace("\r\n", " ")


def a_year_book(edition: Edition = Edition.FULL) -> YearBookSheet:
    books = [
        a_book(
            meeting=a_meeting(
                number=number,
                state=MeetingState.APPROVED,
                starts_at=a_meeting().starts_at.replace(month=number - 10),
                ends_at=a_meeting().ends_at.replace(month=number - 10),
            ),
            began_at=None,
            ended_at=None,
        )
        for number in (13, 12)
    ]
    sheets = [a_minutes_sheet(book, edition=edition) for book in books]
    return year_book_sheet(SOLBAKKEN, 2026, sheets, edition=edition, printed_at=PRINTED_AT)


def test_the_year_book_binds_the_minutes_by_their_days_with_pages_that_go_on() -> None:
    content = year_book_pdf(a_year_book())
    pages = pages_of(content)
    starts = {
        number: next(
            page for page, text in enumerate(pages, 1) if f"bestyrelsesmøde nr. {number}" in text
        )
        for number in (12, 13)
    }
    assert starts[12] == 2 < starts[13]
    assert f"Bestyrelsesmøde nr. 13 Torsdag den 5. marts 2026 {starts[13]}" in text_of(content)
    assert f"Side {len(pages)} af {len(pages)}" in pages[-1]


def test_the_year_book_ends_with_its_decisions_and_names() -> None:
    content = year_book_pdf(a_year_book())
    pages = pages_of(content)
    last = " ".join(" ".join(pages[-2:]).split())
    starts = [at for at, text in enumerate(pages, 1) if "Deltagere" in text]
    assert "B-2026-012 Bestyrelsen indstiller" in last
    guest = last[last.index("Karin Holm") :].split()
    assert guest[2].rstrip(",") == str(starts[0])
    assert guest[3] == str(starts[1])


def test_the_pages_of_the_years_decisions_stand_at_the_right_as_in_the_contents() -> None:
    content = year_book_pdf(a_year_book())
    last = boxes_of(content, len(pages_of(content)) - 1)
    numbers = [box for box in last if box.text.strip().isdecimal()]
    assert numbers
    assert all(abs(box.right - (page.WIDTH - page.OUTER)) < 4 for box in numbers)


def test_the_open_year_book_holds_no_word_of_a_closed_item() -> None:
    held = everything_in(year_book_pdf(a_year_book(Edition.OPEN))).decode("utf-8", "replace")
    assert not any(word in held for word in ("hegn", "afvises", "klageren", "B-2026-014"))


def test_the_attendance_list_has_a_line_for_each_who_is_expected() -> None:
    book = a_book()
    unknown = tuple(
        replace(each, presence=Presence.UNKNOWN, stands_for_id=None) for each in book.attendances
    )
    text = text_of(
        sign_in_pdf(sign_in_sheet(replace(book, attendances=unknown), printed_at=PRINTED_AT))
    )
    assert "Fremmødeliste" in text
    assert "Ole Kjær Medlem" in text
    assert "Inger Kjær" not in text


def test_at_a_general_meeting_members_write_their_own_names() -> None:
    book = a_book(meeting=a_meeting(kind=MeetingKind.GENERAL))
    sheet = sign_in_sheet(book, printed_at=PRINTED_AT)
    text = text_of(sign_in_pdf(sheet))
    assert "Stemmer, heraf ved fuldmagt" in text
    assert "Mette Sørensen" not in text
    assert len(pages_of(sign_in_pdf(sheet))) == 2


def test_a_name_plate_says_the_name_on_both_sides() -> None:
    content = name_plates_pdf(name_plate_sheet(a_book(), printed_at=PRINTED_AT))
    text = text_of(content)
    assert text.count("Sofie Lindegaard Mortensen") == 2
    assert "Ole Kjær" not in text
    assert len(pages_of(content)) == 4


def test_there_are_no_plates_for_nobody() -> None:
    with pytest.raises(UserError):
        name_plate_sheet(replace(a_book(), attendances=()), printed_at=PRINTED_AT)


def test_ballot_papers_name_the_candidates_of_an_election() -> None:
    meeting = a_meeting(kind=MeetingKind.GENERAL)
    point = an_item(meeting, 0, "Valg til bestyrelsen")
    chosen = vote(point, method=VoteMethod.ELECTION, seats=2)
    names = ("Ida Krog", "Bo Lund", "Łukasz Doğan")
    running = tuple(candidate(chosen, name) for name in names)
    book = a_book()
    line = replace(
        book.items[0],
        line=replace(book.items[0].line, item=point),
        votes=(BookVote(vote=chosen, candidates=running),),
    )
    text = text_of(ballots_pdf(ballot_sheet(replace(book, items=(line,)), printed_at=PRINTED_AT)))
    assert all(text.count(name) == 4 for name in names)
    assert "Højst 2 krydser" in text


def test_a_ballot_paper_names_the_occasion_below_the_organisation() -> None:
    organisation = replace(SOLBAKKEN, name="Grundejerforeningen Solbakken og Omegn")
    book = replace(a_book(), organisation=organisation)
    boxes = boxes_of(ballots_pdf(ballot_sheet(book, "6", printed_at=PRINTED_AT)), 0)
    lines = {" ".join(box.text.split()) for box in boxes}
    assert "Bestyrelsesmøde nr. 14 · 5. marts 2026" in lines


def test_ballot_papers_of_one_item_ask_for_and_against() -> None:
    content = ballots_pdf(ballot_sheet(a_book(), "6", printed_at=PRINTED_AT))
    assert text_of(content).count("Vejfest til sommer") == 4
    assert text_of(content).count("Imod") == 4
    with pytest.raises(UserError):
        ballot_sheet(a_book(), "99", printed_at=PRINTED_AT)


def test_a_proxy_names_the_meeting_and_what_is_decided() -> None:
    book = a_book(procedure=a_procedure(SOLBAKKEN, allows_proxies=True))
    text = text_of(proxy_pdf(proxy_sheet(book, printed_at=PRINTED_AT)))
    assert "fuldmagt til at tale og stemme på mine vegne ved dette møde i" in text
    assert "4.2 Budget 2027 ☐ ☐ ☐" in text


def test_a_board_that_allows_no_proxies_has_no_form_for_them() -> None:
    with pytest.raises(UserError):
        proxy_sheet(a_book(), printed_at=PRINTED_AT)


@pytest.mark.parametrize("profile", Profile)
def test_the_papers_come_in_every_profile_with_their_fonts(profile: Profile) -> None:
    book = a_book(procedure=a_procedure(SOLBAKKEN, allows_proxies=True))
    papers = [
        extract_pdf(extract_sheet(book.decisions[1], book, printed_at=PRINTED_AT), profile),
        sign_in_pdf(sign_in_sheet(book, printed_at=PRINTED_AT), profile),
        proxy_pdf(proxy_sheet(book, printed_at=PRINTED_AT), profile),
        year_book_pdf(a_year_book(), profile),
    ]
    assert all(all(fonts_of(each).values()) for each in papers)
