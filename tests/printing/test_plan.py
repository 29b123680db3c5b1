from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.plan import plan_of_mine
from boardkeeper.i18n import Language
from boardkeeper.printing import page
from boardkeeper.printing.plan import plan_pdf
from tests.support.laws import examples
from tests.support.paper import (
    boxes_of,
    fonts_of,
    letters_of,
    outline_of,
    pages_of,
    properties_of,
    text_of,
)
from tests.support.plans import (
    NETWORK,
    PRINTED_AT,
    SKOVEN,
    SOLBAKKEN,
    a_plan,
    a_year,
    dropped,
    monthly,
    my_plan,
    sitting,
)


def test_a_meeting_stands_with_month_week_day_times_and_deadlines() -> None:
    text = text_of(plan_pdf(a_plan()))
    assert "Grundejerforeningen Solbakken CVR 31 40 52 67 Mødeplan 2026" in text
    assert "Sted Fælleshuset, Solbakken 12" in text
    assert "Marts 10 tor. 5. 19.00-21.30 Bestyrelsesmøde nr. 13 23. feb. 26. feb." in text
    assert "Ordinær generalforsamling Roskilde Gymnasium, festsalen" in text


def test_the_plan_adds_up_and_names_the_next_years_first_meeting() -> None:
    text = text_of(plan_pdf(a_plan()))
    assert "I alt 6 møder · 15,5 t" in text
    assert "Første i 2027 Torsdag den 14. januar 2027 kl. 19.00-21.30" in text


def test_the_plan_in_english() -> None:
    content = plan_pdf(a_plan(language=Language.ENGLISH))
    text = text_of(content)
    assert "Meeting plan 2026" in text
    assert "March 10 Thu 5 19:00–21:30 Board meeting no. 13 23 Feb 26 Feb" in text
    assert "In all 6 meetings · 15.5 h" in text
    assert properties_of(content)["Lang"] == "en-GB"


def test_my_plan_names_the_boards_and_what_each_takes() -> None:
    text = text_of(plan_pdf(my_plan()))
    assert text.startswith("Mette Sørensen Mødeplan 2026")
    assert "19.00-21.15 Netværk Roskilde Netværksmøde nr. 1" in text
    assert "Solbakken 6 møder · 15,5 t Grundejerforeningen Solbakken · Fælleshuset" in text
    assert "Første i 2027 Torsdag den 14. januar 2027 kl. 19.00-21.30 Solbakken:" in text


def test_my_plan_without_my_name_is_still_titled() -> None:
    assert text_of(plan_pdf(my_plan(owner=""))).startswith("Alle hverv Mødeplan 2026")


def test_what_was_left_out_or_moved_stands_with_its_reason() -> None:
    gaps = [dropped("2026-04-02", "Skærtorsdag: flyttet til tor. 9. april")]
    text = text_of(plan_pdf(a_plan(dropped=gaps)))
    assert "Falder ud eller er flyttet tor. 2. april Skærtorsdag: flyttet til" in text
    assert "tor. 2. april Solbakken Skærtorsdag" in text_of(plan_pdf(my_plan(dropped=gaps)))


def test_a_cancelled_meeting_says_so() -> None:
    off = sitting("2026-03-05 19:00", state=MeetingState.CANCELLED)
    assert "Bestyrelsesmøde – aflyst" in text_of(plan_pdf(a_plan([off])))


def test_a_meeting_over_several_days_says_when_it_ends() -> None:
    text = text_of(plan_pdf(a_plan([sitting("2026-03-06 17:00", hours=46)])))
    assert "fre. 6. 17.00 Bestyrelsesmøde til søn. 8. marts kl. 15.00" in text


def test_a_plan_without_meetings_says_so() -> None:
    assert "Der er ikke planlagt møder i 2026." in text_of(plan_pdf(a_plan([])))
    assert "Der er ikke planlagt møder i 2026." in text_of(plan_pdf(my_plan([])))


def test_one_meeting_and_twenty_take_one_page() -> None:
    assert len(pages_of(plan_pdf(a_plan(monthly(1))))) == 1
    assert len(pages_of(plan_pdf(a_plan(monthly(20))))) == 1
    assert len(pages_of(plan_pdf(my_plan()))) == 1


@pytest.mark.parametrize("profile", Profile)
def test_eighty_meetings_are_each_printed_once_under_a_header_on_every_page(
    profile: Profile,
) -> None:
    meetings = [replace(each, title=f"[{each.number}]") for each in monthly(80)]
    content = plan_pdf(a_plan(meetings), profile)
    pages = pages_of(content)
    text = " ".join(pages)
    assert [text.count(f"[{at}]") for at in range(1, 81)] == [1] * 80
    assert len(pages) > 1
    assert all("Uge" in each for each in pages if "[" in each)
    for number in range(len(pages)):
        boxes = boxes_of(content, number)
        assert all(box.left >= page.INNER - 1 for box in boxes)
        assert all(box.right <= page.WIDTH - page.OUTER + 1 for box in boxes)
        assert not any(one.overlaps(two) for at, one in enumerate(boxes) for two in boxes[at + 1 :])


def test_a_month_that_fits_a_page_is_not_parted() -> None:
    for count in range(20, 60, 3):
        sheet = a_plan([replace(each, title=f"[{each.number}]") for each in monthly(count)])
        first_of_month = {month.meetings[0].title for month in sheet.months}
        firsts = [re.search(r"\[\d+\]", text) for text in pages_of(plan_pdf(sheet))]
        assert {found[0] for found in firsts if found} <= first_of_month


def test_the_sum_never_stands_alone_on_a_page() -> None:
    for count in range(30, 60):
        meetings = [replace(each, title=f"[{each.number}]") for each in monthly(count)]
        with_sum = [text for text in pages_of(plan_pdf(a_plan(meetings))) if "I alt" in text]
        assert f"[{count}]" in with_sum[0]


def test_a_month_of_more_than_a_page_is_parted() -> None:
    day = [sitting(f"2026-03-{1 + at % 28:02} 19:00", title=f"[{at}]") for at in range(90)]
    text = text_of(plan_pdf(a_plan(day)))
    assert [text.count(f"[{at}]") for at in range(90)] == [1] * 90


@pytest.mark.parametrize(
    "words",
    [
        "Rødgrød på Ærø, café, Łódź og Doğan",
        "<b>ikke fed</b>",
        "Hansen & Søn",
        "x<y and y>z",
        '<img src="/etc/passwd">',
    ],
)
def test_names_are_printed_as_written(words: str) -> None:
    board = replace(SOLBAKKEN, name=words, short_name="")
    meeting = sitting("2026-03-05 19:00", board, title=words, place=words)
    printed = letters_of(plan_pdf(a_plan([meeting], organisation=board)))
    assert printed.count("".join(words.split())) >= 3


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    texts=st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=4, max_size=4),
    profile=st.sampled_from(Profile),
    is_mine=st.booleans(),
)
def test_no_text_whatever_stops_the_printing(
    texts: list[str], profile: Profile, is_mine: bool
) -> None:
    name, title, place, why = texts
    board = replace(SOLBAKKEN, name=name, registration_number=title, confidentiality=why)
    meetings = [
        sitting(f"2026-03-{1 + at:02} 19:00", board, title=title * 3, place=place * at)
        for at in range(14)
    ]
    gaps = [dropped("2026-04-02", why, board)]
    sheet = a_plan(meetings, organisation=board, dropped=gaps)
    sheet = replace(sheet, is_mine=is_mine, owner=name)
    assert plan_pdf(sheet, profile).startswith(b"%PDF")


@pytest.mark.parametrize("profile", Profile)
def test_the_same_plan_gives_the_same_bytes_in_embedded_type(profile: Profile) -> None:
    content = plan_pdf(my_plan(), profile)
    assert content == plan_pdf(my_plan(), profile)
    assert all(fonts_of(content).values())


def test_the_file_is_whole_and_says_what_it_is() -> None:
    content = plan_pdf(my_plan(dropped=[dropped("2026-04-02", "Skærtorsdag")]))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
    assert properties_of(content)["Title"] == "Mødeplan 2026 · Mette Sørensen"
    assert outline_of(content) == [
        (0, "Mødeplan 2026"),
        (0, "Falder ud eller er flyttet"),
        (0, "Hverv"),
    ]


def test_boards_are_told_apart_without_colour() -> None:
    meetings = [sitting("2026-03-05 19:00", each) for each in (SOLBAKKEN, NETWORK, SKOVEN)]
    text = text_of(plan_pdf(my_plan(meetings)))
    assert all(name in text for name in ("Solbakken", "Netværk Roskilde", "Egernet"))


def test_a_place_that_does_not_fit_beside_its_boards_name_has_a_line_of_its_own() -> None:
    name = "Fikserstuen, Nørrevigs og omegns reparationscafé"
    cafe = replace(SKOVEN, name=name, short_name="Fikserstuen")
    place = "Værkstedet i biblioteket, Skolegade 5"
    sheet = plan_of_mine(
        [cafe],
        2026,
        [sitting("2026-03-05 19:00", cafe, place=place)],
        owner="Mette",
        language=Language.DANISH,
        printed_at=PRINTED_AT,
    )
    lines = [each.text.strip() for each in boxes_of(plan_pdf(sheet), 0)]
    assert lines[lines.index("Hverv", 10) :][3:5] == [name, place]


def test_the_page_says_when_it_was_printed() -> None:
    sheet = replace(a_plan(a_year()), printed_at=datetime(2026, 3, 3, 21, 14))
    assert "Udskrevet 3.3.2026 kl. 21.14" in text_of(plan_pdf(sheet))
