from __future__ import annotations

import pytest

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.exchange.docx_minutes import minutes_docx
from boardkeeper.i18n import Language
from tests.support.minutes_builders import item_minutes
from tests.support.minutes_papers import a_book, a_messy_book, a_minutes_sheet, book_of
from tests.support.notices import SOLBAKKEN, a_meeting, an_item
from tests.support.word import (
    around_of,
    everything_in,
    headings_of,
    lists_of,
    out_of_order,
    read,
    start_of,
    tables_of,
    text_of,
)

SECRETS = ("hegn", "naboen", "plankeværk", "Klage", "afvises", "klageren", "B-2026-014", "nr. 9")


def a_note(text: str) -> MinutesBook:
    """The minutes of one item in which that was written."""
    meeting = a_meeting(state=MeetingState.DRAFT_MINUTES)
    point = an_item(meeting, 0, "Et punkt")
    return book_of(
        SOLBAKKEN, meeting, [point], {"Et punkt": {"minutes": item_minutes(point, text)}}
    )


def minuted(text: str) -> bytes:
    return minutes_docx(a_minutes_sheet(a_note(text)))


def test_items_are_headings_as_deep_as_they_lie() -> None:
    found = headings_of(minutes_docx(a_minutes_sheet()))
    assert found[0] == (1, "Deltagere")
    assert (1, "4 Økonomi") in found
    assert (2, "4.2 Budget 2027") in found
    assert (1, "Opgaver fra dette møde") in found
    assert found[-2:] == [
        (1, "Afslutning"),
        (2, "Underskrifter: Bestyrelsesmøde nr. 14, 5. marts 2026"),
    ]


def test_the_tables_say_who_was_there_what_was_decided_and_who_does_what() -> None:
    attendance, decisions, *rest = tables_of(minutes_docx(a_minutes_sheet()))
    assert attendance[0] == ["Navn", "Hverv", "Deltagelse", "Stemmer"]
    assert attendance[1][:2] == ["Mette Sørensen", "Formand"]
    assert [row[0] for row in decisions[1:]] == [f"B-2026-01{at}" for at in range(1, 5)]
    tasks, signatures = rest[-2:]
    assert ["Ringe til kommunen", "Inger Kjær", "6.3.2026", "7"] in tasks
    assert signatures[0] == ["Navn", "Underskrift", "Dato"]
    assert signatures[1] == ["Mette Sørensen\nFormand", "", ""]


def test_bold_and_nested_lists_are_what_they_were_typed_as() -> None:
    content = minutes_docx(a_minutes_sheet())
    levels = {words: level for _style, level, _number, words in lists_of(content)}
    assert levels["kommunen asfalterer Solbakken i uge 20"] == 0
    assert levels["nr. 17, Ida og Asger"] == 1
    bold = [run.text for each in read(content).paragraphs for run in each.runs if run.bold]
    assert "tre nye ejere" in bold


def test_numbers_go_on_over_what_lies_between_and_begin_where_they_were_typed_to() -> None:
    content = minuted("5. fem\n   - under\n   - mere under\n6. seks\n\nafsnit\n\n1. ét\n2. to\n")
    number = {words: list_number for _style, _level, list_number, words in lists_of(content)}
    assert number["fem"] == number["seks"]
    assert start_of(content, number["fem"]) == 5
    assert number["ét"] == number["to"] != number["fem"]
    assert start_of(content, number["ét"]) == 1


def test_a_number_word_cannot_count_stands_as_it_was_typed() -> None:
    assert "007.\tagent" in text_of(minuted("007. agent"))


@pytest.mark.parametrize("style", MinutesStyle)
def test_an_open_edition_has_no_word_of_closed_items_anywhere_in_the_file(
    style: MinutesStyle,
) -> None:
    sheet = a_minutes_sheet(edition=Edition.OPEN, style=style)
    content = minutes_docx(sheet)
    assert not [secret for secret in SECRETS if secret in everything_in(content)]
    assert "Lukket punkt" in text_of(content)


def test_a_draft_says_so_in_the_header_and_approved_minutes_do_not() -> None:
    assert "UDKAST" in around_of(minutes_docx(a_minutes_sheet()))["header"]
    approved = a_book(meeting=a_meeting(SOLBAKKEN, state=MeetingState.APPROVED))
    assert "UDKAST" not in everything_in(minutes_docx(a_minutes_sheet(approved)))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("style", MinutesStyle)
def test_all_that_the_sheet_says_stands_in_the_document(
    language: Language, style: MinutesStyle
) -> None:
    sheet = a_minutes_sheet(language=language, style=style)
    text = text_of(minutes_docx(sheet))
    for item in sheet.items:
        if style is MinutesStyle.ACTIONS and not item.is_settled:
            continue
        said = [item.title, item.outcome, *(event.sentence for event in item.events)]
        said += [each.text for each in item.decisions] + [each.text for each in item.tasks]
        said += [each.text for each in item.statements]
        said += [each.result for each in item.votes] + [line.text for line in item.lines]
        assert [words for words in said if words not in text] == []


def test_two_hundred_untidy_items_are_read_back_as_they_were_typed() -> None:
    book, typed = a_messy_book(200)
    text = " ".join(text_of(minutes_docx(a_minutes_sheet(book))).split())
    assert [words for words in typed if " ".join(words.split()) not in text] == []


def test_the_parts_of_every_element_stand_in_the_order_word_insists_on() -> None:
    assert out_of_order(minutes_docx(a_minutes_sheet())) == []


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = a_minutes_sheet()
    assert minutes_docx(sheet) == minutes_docx(sheet)
