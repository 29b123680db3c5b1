"""The appendices on a notice: named with their numbers, and never those behind closed doors."""

from __future__ import annotations

from boardkeeper.domain.papers import Paper
from boardkeeper.domain.sheets.agenda import AgendaSheet, agenda_sheet
from boardkeeper.domain.sheets.agenda_words import pages_of, papers_of
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.i18n import Language
from boardkeeper.printing.agenda import agenda_pdf
from tests.support.builders import TODAY, item, meeting, organisation, paper
from tests.support.notices import PRINTED_AT
from tests.support.paper import text_of

BOARD = organisation("Solbakken", language=Language.ENGLISH)
MEETING = meeting(BOARD)
BUDGET = item(MEETING, "Budget", position=0)
CLOSED = item(MEETING, "Complaint", position=1, is_closed=True)


def _sheet(*papers: Paper, edition: Edition = Edition.FULL) -> AgendaSheet:
    return agenda_sheet(
        BOARD,
        MEETING,
        (BUDGET, CLOSED),
        papers=papers,
        edition=edition,
        today=TODAY,
        printed_at=PRINTED_AT,
    )


def _appendix(title: str, position: int = 0, pages: int | None = 2, **fields: object) -> Paper:
    return paper(BUDGET, BOARD, title=title, position=position, pages=pages, **fields)


def test_an_item_names_its_one_paper_with_its_pages() -> None:
    sheet = _sheet(_appendix("Accounts"))
    assert papers_of(sheet, sheet.lines[0]) == "1.1 (2)"
    assert papers_of(sheet, sheet.lines[1]) == ""


def test_a_run_of_papers_is_named_from_first_to_last() -> None:
    sheet = _sheet(*(_appendix(f"Paper {place}", place) for place in range(3)))
    assert papers_of(sheet, sheet.lines[0]) == "1.1–1.3 (6)"


def test_two_papers_are_named_each() -> None:
    sheet = _sheet(_appendix("Accounts"), _appendix("Letter", 1, pages=None))
    assert papers_of(sheet, sheet.lines[0]) == "1.1, 1.2 (2)"
    assert [pages_of(each) for each in sheet.papers] == ["2 pages", ""]


def test_what_is_not_in_the_pack_is_not_on_the_notice() -> None:
    assert _sheet(_appendix("Accounts", is_in_pack=False)).papers == ()


def test_the_open_edition_has_no_word_of_a_closed_items_papers() -> None:
    secret = paper(CLOSED, BOARD, title="The neighbour's letter")
    assert [each.title for each in _sheet(secret).papers] == ["The neighbour's letter"]
    printed = text_of(agenda_pdf(_sheet(secret, _appendix("Accounts"), edition=Edition.OPEN)))
    assert "neighbour" not in printed
    assert "2.1" not in printed
    assert "Accounts" in printed


def test_paper_lists_the_appendices_below_the_table() -> None:
    printed = text_of(agenda_pdf(_sheet(_appendix("Accounts of 2025")), Profile.LARGE))
    assert "Appendices" in printed
    assert "Accounts of 2025" in printed


def test_a_meeting_without_papers_has_no_column_for_them() -> None:
    assert "Papers (p.)" not in text_of(agenda_pdf(_sheet()))
    assert "Papers (p.)" in text_of(agenda_pdf(_sheet(_appendix("Accounts"))))
