from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.sheets.agenda import AgendaSheet
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.exchange.docx_agenda import agenda_docx
from boardkeeper.i18n import Language
from tests.support.notices import SOLBAKKEN, a_meeting, a_sheet, an_agenda, an_item
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

SECRETS = ("hegn", "Naboen", "naboen", "afvises")


def a_case(text: str) -> AgendaSheet:
    """A notice of one item with that background."""
    meeting = a_meeting()
    return a_sheet(meeting=meeting, items=[an_item(meeting, 0, "Et punkt", background=text)])


def test_headings_are_words_own_and_as_deep_as_the_sheet() -> None:
    found = headings_of(agenda_docx(a_sheet()))
    assert [words for level, words in found if level == 1] == [
        "Deltagere",
        "Dagsorden",
        "Kommende møder",
        "Sagsfremstillinger",
    ]
    assert (2, "4.2 Budget 2027") in found
    assert found[found.index((2, "4.2 Budget 2027")) + 1] == (3, "Formål")


def test_the_agenda_is_a_table_whose_heading_comes_again_on_each_page() -> None:
    content = agenda_docx(a_sheet())
    people, agenda = tables_of(content)
    assert agenda[0] == ["Nr.", "Kl.", "Min.", "Punkt", "Type", "Ansvarlig"]
    assert agenda[1] == ["1", "19.00", "5", "Godkendelse af dagsorden", "B", "Mette Sørensen"]
    assert agenda[-1][2:4] == ["120", "I alt"]
    assert people[1] == ["Mette Sørensen", "Formand", "Indkaldt"]
    for table in read(content).tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:tblHeader" not in table.rows[1]._tr.xml


@pytest.mark.parametrize("language", Language)
def test_every_word_of_the_sheet_stands_in_the_document(language: Language) -> None:
    sheet = a_sheet(language=language)
    text = " ".join(text_of(agenda_docx(sheet)).split())
    said = [sheet.organisation, sheet.heading, sheet.place, sheet.purpose, sheet.refreshments]
    said += [line.title for line in sheet.lines] + [each.name for each in sheet.participants]
    said += [case.background for case in sheet.cases] + [case.purpose for case in sheet.cases]
    for words in said:
        for line in words.splitlines():
            assert " ".join(line.split()) in text


def test_an_open_edition_has_no_word_of_closed_items_anywhere_in_the_file() -> None:
    whole = everything_in(agenda_docx(a_sheet()))
    assert all(secret in whole for secret in SECRETS)
    content = agenda_docx(a_sheet(edition=Edition.OPEN))
    assert not [secret for secret in SECRETS if secret in everything_in(content)]
    assert "Lukket punkt" in text_of(content)


def test_a_draft_says_so_in_the_header_of_every_page_and_a_notice_that_is_sent_does_not() -> None:
    sent = around_of(agenda_docx(a_sheet()))
    assert "UDKAST" not in "".join(sent.values())
    meeting = a_meeting(state=MeetingState.PLANNED, notice_sent_on=None)
    content = agenda_docx(a_sheet(meeting=meeting))
    assert {name for name, words in around_of(content).items() if "UDKAST" in words} == {
        "first header",
        "header",
        "first footer",
        "footer",
    }
    assert "UDKAST: Indkaldelse" in text_of(content)


def test_pages_are_counted_by_word() -> None:
    around = around_of(agenda_docx(a_sheet()))
    assert "Side {PAGE} af {NUMPAGES}" in around["footer"]
    assert "Side {PAGE} af {NUMPAGES}" in around["first footer"]
    assert "Grundejerforeningen Solbakken" in around["header"]
    assert around["first header"] == ""


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_language_of_the_text_is_told(language: str, tag: str) -> None:
    content = agenda_docx(a_sheet(language=Language(language)))
    assert f'w:lang w:val="{tag}"' in read(content).styles.element.xml
    assert read(content).core_properties.language == tag


def test_the_file_tells_what_it_is_and_whose_and_nothing_of_who_made_it() -> None:
    content = agenda_docx(a_sheet())
    named = read(content).core_properties
    assert named.title == "Indkaldelse til ordinært bestyrelsesmøde nr. 14 · " + SOLBAKKEN.name
    assert (named.author, named.last_modified_by, named.comments) == (SOLBAKKEN.name, "", "")
    everything = everything_in(content)
    for trace in ("python-docx", "Macintosh", "rsidRoot"):
        assert trace not in everything
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or "customXml" in name]


def test_the_page_is_a4() -> None:
    section = read(agenda_docx(a_sheet())).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_parts_of_every_element_stand_in_the_order_word_insists_on() -> None:
    assert out_of_order(agenda_docx(a_sheet())) == []


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = a_sheet()
    assert agenda_docx(sheet) == agenda_docx(replace(sheet))


def test_what_was_typed_as_lists_are_lists_that_begin_at_the_number_typed() -> None:
    content = agenda_docx(a_case("Vi kan\n\n3. vente\n4) sælge\n- eller bygge\n– eller leje"))
    found = [each for each in lists_of(content) if each[3] in ("vente", "sælge")]
    assert [(style, level) for style, level, _number, _words in found] == [("List Number", 0)] * 2
    assert [start_of(content, number) for _style, _level, number, _words in found] == [3, 4]
    bullets = [each for each in lists_of(content) if each[3].startswith("eller")]
    assert [each[0] for each in bullets] == ["List Bullet"] * 2


def test_hostile_text_survives_and_what_xml_cannot_say_is_left_out() -> None:
    typed = (
        "a\x00b\x0bc\x1b <w:p>& ]]> 🎉👍🏽 ø æ å ł ğ \ud800 \ufffe会議\r\nny linje\u2028til sidst"
    )
    text = text_of(agenda_docx(a_case(typed)))
    assert "ab\nc <w:p>& ]]> 🎉👍🏽 ø æ å ł ğ" in text
    assert "会議\nny linje\ntil sidst" in text


def test_a_name_longer_than_a_property_may_be_is_no_hindrance() -> None:
    long = replace(SOLBAKKEN, name="Foreningen " * 60)
    assert isinstance(long, Organisation)
    content = agenda_docx(a_sheet(organisation=long, meeting=a_meeting(long)))
    assert len(read(content).core_properties.title) == 255


def test_an_empty_agenda_is_a_document_too() -> None:
    content = agenda_docx(a_sheet(items=[]))
    assert headings_of(content)[1] == (1, "Dagsorden")


def test_two_hundred_items_are_all_there() -> None:
    meeting = a_meeting()
    items = [an_item(meeting, at, f"Punkt nummer {at}") for at in range(200)]
    agenda = tables_of(agenda_docx(a_sheet(meeting=meeting, items=items)))[-1]
    assert [row[1] for row in agenda[1:]] == [f"Punkt nummer {at}" for at in range(200)]
    assert len(an_agenda(meeting)) < 200
