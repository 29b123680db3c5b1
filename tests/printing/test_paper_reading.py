"""Pages, words and pictures of foreign files, damaged ones too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from boardkeeper.domain.papers import MediaType
from boardkeeper.exchange.limited import no_report
from boardkeeper.printing.paper_reading import facts_of_files
from boardkeeper.printing.pictures import picture_pages, upright
from tests.support.laws import examples
from tests.support.sources import pdf, picture, protected_pdf


def facts(path: Path, kind: MediaType = MediaType.PDF) -> dict[str, Any]:
    arguments = {"files": [(str(path), kind.value)], "with_text": True}
    (found,) = facts_of_files(b"", arguments, no_report)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper"


def test_a_pdf_tells_its_pages_its_words_and_its_text(path: Path) -> None:
    path.write_bytes(pdf("Årets regnskab", "Budget for næste år"))
    found = facts(path)
    assert (found["pages"], found["words"], found["problem"]) == (2, 6, "")
    assert " ".join(found["text"].split()) == "Årets regnskab Budget for næste år"


def test_a_pdf_behind_a_password_is_said_to_be_protected(path: Path) -> None:
    path.write_bytes(protected_pdf())
    assert facts(path)["problem"] == "protected"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=examples(40),
    deadline=None,
)
@given(data=st.data())
def test_no_damage_to_a_pdf_or_a_picture_escapes(path: Path, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from([MediaType.PDF, MediaType.IMAGE]))
    content = bytearray(pdf("Budget") if kind is MediaType.PDF else picture("PNG"))
    for _wound in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    found = facts(path, kind)
    assert (found["pages"] is None) == (found["problem"] != "")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP"])
def test_a_picture_is_a_page_without_words(path: Path, kind: str) -> None:
    path.write_bytes(picture(kind))
    assert facts(path, MediaType.IMAGE) == {"pages": 1, "words": 0, "text": "", "problem": ""}


def test_a_scan_of_three_pages_has_three(path: Path) -> None:
    sheets = [Image.new("L", (30, 40), shade) for shade in (0, 100, 200)]
    sheets[0].save(path, "TIFF", save_all=True, append_images=sheets[1:])
    assert picture_pages(path) == 3
    last = upright(path, 2)
    assert last is not None
    assert last.getpixel((5, 5)) == (200, 200, 200)


@pytest.mark.parametrize(
    ("orientation", "red_at"), [(1, (2, 15)), (3, (37, 15)), (6, (15, 2)), (8, (15, 37))]
)
def test_a_photo_is_turned_the_way_it_was_held(
    path: Path, orientation: int, red_at: tuple[int, int]
) -> None:
    path.write_bytes(picture("PNG", orientation=orientation))
    shown = upright(path)
    assert shown is not None
    assert shown.getpixel(red_at) == (255, 0, 0)
    assert shown.info == {}


def test_what_is_seen_through_stands_on_white(path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(path, "PNG")
    shown = upright(path)
    assert shown is not None
    assert shown.getpixel((1, 1)) == (255, 255, 255)


def test_a_small_file_that_claims_a_wall_of_pixels_is_refused(path: Path) -> None:
    Image.new("1", (40_000, 40_000)).save(path, "PNG")
    assert path.stat().st_size < 1_000_000
    assert picture_pages(path) is None
    assert upright(path) is None
