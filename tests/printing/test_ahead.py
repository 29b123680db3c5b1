from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.deadlines import DeadlineKind
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.printing import page
from boardkeeper.printing.ahead import ahead_pdf
from tests.support.ahead import BOARDS, an_ahead, busy_days, due
from tests.support.laws import examples
from tests.support.paper import (
    boxes_of,
    fonts_of,
    outline_of,
    pages_of,
    properties_of,
    text_of,
)
from tests.support.plans import SKOVEN, SOLBAKKEN, sitting


def test_a_week_stands_with_its_hours_meetings_and_deadlines() -> None:
    meeting = sitting("2026-03-05 19:00", number=13)
    text = text_of(
        ahead_pdf(an_ahead([meeting], deadlines=[due("2026-03-06", DeadlineKind.NOTICE)]))
    )
    assert "Mette Sørensen Mine næste 90 dage 3. marts - 31. maj 2026 · 1 møde · 1 frist" in text
    assert "uge 10 2,5 t tor. 5. mar. 19.00-21.30 Solbakken" in text
    assert "Bestyrelsesmøde nr. 13" in text
    assert "Fælleshuset, Solbakken 12" in text
    assert "6. mar. Solbakken: indkaldelse" in text
    assert "uge 11-22 Intet" in text


@pytest.mark.parametrize("language", Language)
def test_sixteen_meetings_in_places_of_long_names_are_told_whole(language: Language) -> None:
    place = "Mødelokalet over værkstedet, Værftsvej 1"
    deadlines = [due("2026-03-24", kind) for kind in (DeadlineKind.NOTICE, DeadlineKind.ITEMS_IN)]
    sheet = an_ahead(busy_days(16, place=place), deadlines=deadlines, language=language)
    text = text_of(ahead_pdf(sheet))
    assert text.count(place) == 16
    assert "…" not in text


def test_the_page_in_english() -> None:
    late = due("2026-03-01", DeadlineKind.NOTICE, is_late=True)
    content = ahead_pdf(
        an_ahead([sitting("2026-03-05 19:00")], deadlines=[late], language=Language.ENGLISH)
    )
    text = text_of(content)
    assert "My next 90 days 3 March – 31 May 2026 · 1 meeting · 1 deadline · 2.5 h" in text
    assert "week 10 2.5 h Thu 5 Mar 19:00–21:30 Solbakken" in text
    assert "1 Mar Solbakken: notice – late" in text
    assert properties_of(content)["Lang"] == "en-GB"


def test_meetings_that_clash_bear_a_mark_that_is_explained() -> None:
    meetings = [sitting("2026-03-05 19:00"), sitting("2026-03-05 20:00", SKOVEN)]
    text = text_of(ahead_pdf(an_ahead(meetings)))
    assert "19.00-21.30* Solbakken" in text
    assert "20.00-22.30* Egernet" in text
    assert "Sammenfald * Solbakken og Egernet overlapper med 1 t 30 min tor. 5. marts." in text


def test_a_quiet_quarter_says_so_and_leaves_room_for_notes() -> None:
    text = text_of(ahead_pdf(an_ahead()))
    assert "Ingen møder og ingen frister i disse 90 dage. Noter" in text


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("count", [0, 1, 20, 400])
def test_it_is_always_one_page_on_which_nothing_overlaps(profile: Profile, count: int) -> None:
    content = ahead_pdf(an_ahead(busy_days(count)), profile)
    assert len(pages_of(content)) == 1
    boxes = boxes_of(content, 0)
    assert all(box.left >= page.INNER - 1 for box in boxes)
    assert all(box.right <= page.WIDTH - page.OUTER + 1 for box in boxes)
    assert not any(one.overlaps(two) for at, one in enumerate(boxes) for two in boxes[at + 1 :])


def test_thirty_meetings_with_their_deadlines_are_all_there() -> None:
    meetings = [replace(each, title=f"[{at}]") for at, each in enumerate(busy_days(30))]
    text = text_of(ahead_pdf(an_ahead(meetings)))
    assert [text.count(f"[{at}]") for at in range(30)] == [1] * 30
    assert "mere frem til" not in text


def test_what_does_not_fit_is_counted() -> None:
    meetings = [replace(each, title=f"[{at}]") for at, each in enumerate(busy_days(80))]
    text = text_of(ahead_pdf(an_ahead(meetings, deadlines=())))
    shown = sum(f"[{at}]" in text for at in range(80))
    assert 30 < shown < 80
    assert f"… og {80 - shown} møder mere frem til 31. maj 2026." in text


def test_more_clashes_than_there_is_room_for_are_counted() -> None:
    text = text_of(ahead_pdf(an_ahead(busy_days(80), deadlines=())))
    assert "sammenfald mere" in text


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    texts=st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=4, max_size=4),
    profile=st.sampled_from(Profile),
    count=st.integers(1, 20),
)
def test_no_text_whatever_stops_the_printing(
    texts: list[str], profile: Profile, count: int
) -> None:
    name, title, place, owner = texts
    boards = [replace(each, name=name, short_name="") for each in BOARDS]
    meetings = busy_days(count, title=title, place=place)
    late = [due("2026-03-01", DeadlineKind.NOTICE, is_late=True)]
    sheet = an_ahead(meetings, deadlines=late, organisations=boards, owner=owner)
    assert len(pages_of(ahead_pdf(sheet, profile))) == 1


@pytest.mark.parametrize(
    "words", ["Rødgrød på Ærø", "<b>ikke fed</b>", "Hansen & Søn", "x<y and y>z"]
)
def test_names_are_printed_as_written(words: str) -> None:
    board = replace(SOLBAKKEN, short_name=words)
    meeting = sitting("2026-03-05 19:00", board, title=words, place=words)
    text = text_of(ahead_pdf(an_ahead([meeting], organisations=[board], owner=words)))
    assert text.count(words) >= 4


@pytest.mark.parametrize("profile", Profile)
def test_the_same_sheet_gives_the_same_bytes_in_embedded_type(profile: Profile) -> None:
    sheet = an_ahead(busy_days(12))
    content = ahead_pdf(sheet, profile)
    assert content == ahead_pdf(sheet, profile)
    assert all(fonts_of(content).values())


def test_the_file_is_whole_and_says_what_it_is() -> None:
    content = ahead_pdf(an_ahead(busy_days(12)))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
    assert properties_of(content)["Title"] == "Mine næste 90 dage · Mette Sørensen"
    assert outline_of(content) == [(0, "Mine næste 90 dage")]
