from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.i18n import Language
from boardkeeper.printing import page
from boardkeeper.printing.agenda import agenda_pdf
from tests.support.laws import examples
from tests.support.notices import SOLBAKKEN, START, a_meeting, a_sheet, an_item
from tests.support.paper import (
    boxes_of,
    everything_in,
    fonts_of,
    letters_of,
    outline_of,
    pages_of,
    properties_of,
    text_of,
)


@pytest.mark.parametrize(
    "words",
    [
        "Rødgrød på Ærø, café, Łódź og Doğan",
        "<b>ikke fed</b>",
        "Hansen & Søn",
        "x<y and y>z",
        "Ole <ole@example.dk>",
        '<img src="/etc/passwd">',
    ],
)
def test_a_title_and_its_case_are_printed_as_written(words: str) -> None:
    meeting = a_meeting()
    items = [an_item(meeting, 0, words, presenter=words, background=words, recommendation=words)]
    printed = text_of(agenda_pdf(a_sheet(meeting=meeting, items=items)))
    assert printed.count(words) >= 4


@pytest.mark.parametrize("profile", Profile)
def test_an_endless_word_is_broken_and_nothing_is_cut(profile: Profile) -> None:
    word = "".join(chr(ord("a") + at % 26) for at in range(200))
    meeting = a_meeting(place=word)
    items = [an_item(meeting, 0, word, presenter=word, background=word)]
    letters = letters_of(agenda_pdf(a_sheet(meeting=meeting, items=items), profile))
    assert letters.count(word) >= 3


@pytest.mark.parametrize("profile", Profile)
def test_sixty_items_are_each_printed_once_and_within_the_margins(profile: Profile) -> None:
    meeting = a_meeting(ends_at=START + timedelta(hours=9), place="", purpose="")
    items = [
        an_item(meeting, at, f"Punkt [{at}] " + "med mange ord " * (at % 6), minutes=5)
        for at in range(60)
    ]
    content = agenda_pdf(a_sheet(meeting=meeting, items=items), profile)
    pages = pages_of(content)
    text = " ".join(pages)
    assert [text.count(f"[{at}]") for at in range(60)] == [1] * 60
    assert re.findall(r"Side (\d+) af (\d+)", text) == [
        (str(number), str(len(pages))) for number in range(1, len(pages) + 1)
    ]
    for number in range(len(pages)):
        boxes = boxes_of(content, number)
        assert all(box.left >= page.INNER - 1 for box in boxes)
        assert all(box.right <= page.WIDTH - page.OUTER + 1 for box in boxes)
        assert not any(one.overlaps(two) for at, one in enumerate(boxes) for two in boxes[at + 1 :])


def test_the_clock_runs_through_the_agenda() -> None:
    text = text_of(agenda_pdf(a_sheet()))
    assert "4.2 19.35 30 Budget 2027" in text
    assert "20.05 10 Pause" in text
    assert "120 I alt" in text


def test_types_are_letters_explained_below_the_table() -> None:
    assert "O: til orientering · D: til drøftelse" in text_of(agenda_pdf(a_sheet()))
    english = text_of(agenda_pdf(a_sheet(language=Language.ENGLISH)))
    assert "I: for information · D: for discussion · A: for approval" in english


def test_columns_nobody_filled_in_are_left_out() -> None:
    meeting = a_meeting()
    text = text_of(agenda_pdf(a_sheet(meeting=meeting, items=[an_item(meeting, 0, "Snak")])))
    assert "Nr. Punkt 1 Snak" in text
    assert "I alt" not in text


def test_consent_items_are_marked_and_the_mark_explained() -> None:
    text = text_of(agenda_pdf(a_sheet()))
    assert "fra møde nr. 13 *" in text.replace("\u00a0", " ")
    assert "* Samlet godkendelse" in text


def test_the_open_edition_holds_no_word_of_a_closed_item() -> None:
    content = agenda_pdf(a_sheet(edition=Edition.OPEN))
    held = everything_in(content).decode("utf-8", "replace")
    read = text_of(content)
    for word in ("hegn", "Klage", "naboen", "afvises", "Doğan v/"):
        assert word.casefold() not in held.casefold()
        assert word.casefold() not in read.casefold()
    assert "5 20.15 20 Lukket punkt" in read


def test_the_full_edition_marks_closed_items_and_says_it_is_confidential() -> None:
    text = text_of(agenda_pdf(a_sheet()))
    assert "Klage over naboens hegn (lukket)" in text
    assert "Fortroligt – kun for bestyrelsen" in text


def test_an_agenda_not_yet_sent_is_a_draft_in_its_title_and_on_every_page() -> None:
    planned = a_meeting(state=MeetingState.PLANNED, notice_sent_on=None)
    content = agenda_pdf(a_sheet(meeting=planned))
    assert "UDKAST: Indkaldelse til ordinært bestyrelsesmøde nr. 14" in text_of(content)
    assert properties_of(content)["Title"].startswith("UDKAST: ")
    assert all("UDKAST · udskrevet 3.3.2026 kl. 21.14" in text for text in pages_of(content))


def test_an_agenda_that_was_sent_is_no_draft() -> None:
    assert b"UDKAST" not in everything_in(agenda_pdf(a_sheet()))
    assert "UDKAST" not in text_of(agenda_pdf(a_sheet()))


def test_a_cancelled_meeting_says_so() -> None:
    content = agenda_pdf(a_sheet(meeting=a_meeting(state=MeetingState.CANCELLED)))
    assert all("AFLYST" in text for text in pages_of(content))


def test_there_is_a_bookmark_for_every_heading() -> None:
    assert outline_of(agenda_pdf(a_sheet())) == [
        (0, "Indkaldelse til ordinært bestyrelsesmøde nr. 14"),
        (0, "Dagsorden"),
        (0, "Kommende møder"),
        (0, "Sagsfremstillinger"),
        (1, "4.2 Budget 2027"),
        (1, "5 Klage over naboens hegn"),
        (1, "6 Vejfest til sommer"),
    ]


def test_the_notice_speaks_the_language_of_the_organisation() -> None:
    english = replace(SOLBAKKEN, language=Language.ENGLISH)
    content = agenda_pdf(a_sheet(organisation=english))
    assert "Notice of regular board meeting no. 14" in text_of(content)
    assert "Thursday 5 March 2026, 19:00–21:30" in text_of(content)
    assert properties_of(content)["Lang"] == "en-GB"


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("edition", Edition)
def test_the_same_sheet_gives_the_same_bytes(profile: Profile, edition: Edition) -> None:
    sheet = a_sheet(edition=edition)
    assert agenda_pdf(sheet, profile) == agenda_pdf(sheet, profile)
    assert all(fonts_of(agenda_pdf(sheet, profile)).values())


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    texts=st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=6, max_size=6),
    item_type=st.sampled_from(ItemType),
    profile=st.sampled_from(Profile),
)
def test_no_text_whatever_stops_the_printing(
    texts: list[str], item_type: ItemType, profile: Profile
) -> None:
    title, presenter, case, place, number, name = texts
    meeting = a_meeting(place=place, purpose=case, link=presenter, title=title)
    items = [
        an_item(meeting, 0, title, type=item_type, presenter=presenter, number=number, minutes=5),
        an_item(meeting, 1, case * 9, purpose=case, background=case * 30, recommendation=title),
    ]
    sheet = a_sheet(organisation=replace(SOLBAKKEN, name=name), meeting=meeting, items=items)
    assert agenda_pdf(sheet, profile).startswith(b"%PDF")


def test_the_sum_never_stands_alone_on_a_page() -> None:
    for count in range(8, 20):
        meeting = a_meeting(ends_at=START + timedelta(hours=9))
        items = [an_item(meeting, at, f"Punkt [{at}]", minutes=5) for at in range(count)]
        pages = pages_of(agenda_pdf(a_sheet(meeting=meeting, items=items)))
        with_sum = [text for text in pages if "I alt" in text]
        assert f"[{count - 1}]" in with_sum[0]


@pytest.mark.parametrize(
    ("language", "label"),
    [(Language.ENGLISH, "Recommendation"), (Language.DANISH, "Indstilling")],
)
@pytest.mark.parametrize("profile", Profile)
def test_no_label_is_broken(language: Language, label: str, profile: Profile) -> None:
    sheet = replace(a_sheet(), language=language)
    assert label in text_of(agenda_pdf(sheet, profile))


def test_the_items_of_a_list_keep_their_numbers() -> None:
    text = text_of(agenda_pdf(a_sheet()))
    assert "at bestyrelsen 1. sætter kontingentet op til 2.750 kr. 2. lægger budgettet" in text


def test_the_chair_and_the_minute_taker_are_named_together() -> None:
    text = text_of(agenda_pdf(a_sheet()))
    assert "Mødeleder Mette Sørensen · referent: Renée Dupont" in text


def test_within_a_pack_the_agenda_counts_no_pages_of_its_own() -> None:
    assert "Side 1 af" in text_of(agenda_pdf(a_sheet()))
    assert "Side 1 af" not in text_of(agenda_pdf(a_sheet(), links={}))


def test_an_agenda_without_items_says_so_instead_of_an_empty_table() -> None:
    text = text_of(agenda_pdf(a_sheet(items=[])))
    assert "Dagsorden Der er endnu ingen punkter på dagsordenen." in text
    assert "Nr. Punkt" not in text
