"""The printed year wheel: on A4 and A3, in both languages, whatever it is asked to hold."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations
from typing import Any

import pypdfium2 as pdfium
import pytest

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.sheets.paper import PaperSize, Profile
from boardkeeper.domain.sheets.yearwheel import WheelSheet, wheel_sheet
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.domain.yearwheel_templates import starter_wheel
from boardkeeper.i18n import Language, speaking
from boardkeeper.printing.yearwheel import wheel_pdf
from tests.support.builders import meeting, organisation, wheel_task
from tests.support.paper import (
    boxes_of,
    fonts_of,
    letters_of,
    outline_of,
    pages_of,
    properties_of,
    text_of,
)

BOARD = organisation("Nørrevig Sejlklub", language=Language.DANISH)
NOW = datetime(2026, 3, 2, 12, 0)
SITTINGS = [meeting(BOARD, f"2026-{month:02}-10 19:00") for month in (1, 2, 4, 6, 9, 11, 12)]
SITTINGS.append(meeting(BOARD, "2026-03-24 19:00", kind=MeetingKind.GENERAL))


def sheet(
    tasks: list[WheelTask] | None = None, sittings: list[Meeting] | None = None, **rest: Any
) -> WheelSheet:
    if tasks is None:
        with speaking(rest.get("language", Language.DANISH)):
            tasks = starter_wheel(BOARD)
    held = SITTINGS if sittings is None else sittings
    return wheel_sheet(BOARD, 2026, tasks, held, printed_at=NOW, **rest)


def sizes_of(content: bytes) -> list[tuple[int, int]]:
    with pdfium.PdfDocument(content) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


@pytest.mark.parametrize(
    ("size", "points"), [(PaperSize.A4, (842, 595)), (PaperSize.A3, (1191, 842))]
)
def test_it_lies_on_its_side_on_two_pages(size: PaperSize, points: tuple[int, int]) -> None:
    assert sizes_of(wheel_pdf(sheet(), size)) == [points, points]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", PaperSize)
def test_the_wall_page_and_the_table_both_name_every_task(
    size: PaperSize, language: Language
) -> None:
    told = sheet(language=language)
    with pdfium.PdfDocument(wheel_pdf(told, size)) as document:
        assert len(document) == 2
    for page in pages_of(wheel_pdf(told, size)):
        letters = "".join(page.split())
        for task in told.tasks:
            assert "".join(task.title.split()) in letters, task.title


@pytest.mark.parametrize("size", PaperSize)
def test_no_text_stands_on_another_and_none_leaves_the_page(size: PaperSize) -> None:
    content = wheel_pdf(sheet(), size)
    (width, height), *_rest = sizes_of(content)
    for page in range(2):
        boxes = boxes_of(content, page)
        for one, other in combinations(boxes, 2):
            turned = one.top - one.bottom > 20 or other.top - other.bottom > 20
            assert turned or not one.overlaps(other), (one, other)
        assert all(box.left > 0 and box.right < width for box in boxes)
        assert all(box.bottom > 0 and box.top < height for box in boxes)


def test_the_table_says_when_by_whom_and_where_a_task_lands() -> None:
    task = wheel_task(
        BOARD,
        "Budget",
        11,
        day=14,
        type=ItemType.DECISION,
        minutes=20,
        responsible="Bo Birk",
        basis="vedtægterne § 9",
    )
    table = " ".join(pages_of(wheel_pdf(sheet([task])))[1].split())
    for words in ("Beslutning", "20", "Bo Birk", "senest 14. november", "jf. vedtægterne § 9"):
        assert words in table
    assert table.count("tir. 10. november") == 2


def test_a_general_meeting_is_named_in_the_table() -> None:
    assert "generalforsamling" in pages_of(wheel_pdf(sheet()))[1].casefold()


def test_a_year_with_nothing_in_it_is_a_wheel_all_the_same() -> None:
    content = wheel_pdf(sheet([], []))
    assert len(sizes_of(content)) == 1
    assert "2026" in text_of(content)
    assert "Juli" in text_of(content)


def test_meetings_without_tasks_are_listed() -> None:
    assert "Der er ingen opgaver i årshjulet endnu." in text_of(wheel_pdf(sheet([])))


def test_tasks_without_meetings_say_so() -> None:
    assert "intet møde i år" in text_of(wheel_pdf(sheet(sittings=[])))


@pytest.mark.parametrize("size", PaperSize)
def test_a_crowded_year_stays_on_its_wall_page_and_is_whole_in_the_table(size: PaperSize) -> None:
    tasks = [
        wheel_task(BOARD, f"Opgave {month}-{count} " + "om noget langt " * 6, month)
        for month in range(1, 13)
        for count in range(9)
    ]
    pages = pages_of(wheel_pdf(sheet(tasks), size))
    assert "mere" in pages[0]
    assert "Opgave12-8" not in "".join(pages[0].split())
    rest = "".join("".join(pages[1:]).split())
    assert all(f"Opgave{month}-{count}" in rest for month in range(1, 13) for count in range(9))


@pytest.mark.parametrize("size", PaperSize)
def test_a_title_longer_than_a_page_is_printed_whole(size: PaperSize) -> None:
    title = " ".join(f"ord{number}" for number in range(3000))
    content = wheel_pdf(sheet([wheel_task(BOARD, title)]), size)
    assert "ord2999" in letters_of(content)


def test_a_name_of_many_lines_leaves_the_wheel_its_page() -> None:
    board = organisation("Foreningen " + "til fremme af lange navne " * 20)
    told = wheel_sheet(board, 2026, [], SITTINGS, printed_at=NOW)
    assert len(sizes_of(wheel_pdf(told))) == 1


def test_large_print_is_larger() -> None:
    def height(profile: Profile) -> float:
        boxes = boxes_of(wheel_pdf(sheet(), profile=profile), 1)
        found = next(box for box in boxes if "Godkendelse" in box.text)
        return found.top - found.bottom

    assert height(Profile.LARGE) > 1.2 * height(Profile.NORMAL)


def test_what_a_person_wrote_is_printed_to_the_letter() -> None:
    odd = "x<y & y>z <img src='a'/> æøå"
    assert "".join(odd.split()) in letters_of(wheel_pdf(sheet([wheel_task(BOARD, odd)])))


def test_the_file_says_what_it_is() -> None:
    content = wheel_pdf(sheet())
    found = properties_of(content)
    assert found["Title"] == "Årshjul 2026 · Nørrevig Sejlklub"
    assert found["Lang"] == "da-DK"
    assert [title for _level, title in outline_of(content)] == [
        "Årshjul 2026",
        "Året måned for måned",
    ]
    assert all(fonts_of(content).values())


def test_the_same_sheet_gives_the_same_bytes() -> None:
    told = sheet()
    assert wheel_pdf(told) == wheel_pdf(told)
