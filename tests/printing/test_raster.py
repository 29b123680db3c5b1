from __future__ import annotations

import pytest

from boardkeeper.printing.agenda import agenda_pdf
from boardkeeper.printing.raster import Pages
from tests.support.notices import a_sheet

PAPER = agenda_pdf(a_sheet())


def test_a_page_is_a4_in_points() -> None:
    with Pages(PAPER) as pages:
        assert [tuple(map(round, size)) for size in pages.sizes] == [(595, 842)] * len(pages)


@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0])
def test_a_page_has_as_many_pixels_as_asked_for(scale: float) -> None:
    with Pages(PAPER) as pages:
        raster = pages.raster(0, scale)
    assert raster.width == pytest.approx(595.28 * scale, abs=1)
    assert raster.height == pytest.approx(841.89 * scale, abs=1)
    assert raster.stride >= 4 * raster.width
    assert len(raster.pixels) == raster.stride * raster.height


def test_a_page_is_white_paper_with_dark_words() -> None:
    with Pages(PAPER) as pages:
        raster = pages.raster(0, 1.0)
    greens = raster.pixels[1::4]
    assert raster.pixels[:3] == b"\xff\xff\xff"
    assert min(greens) < 100


def test_the_pixels_outlive_the_pages() -> None:
    with Pages(PAPER) as pages:
        raster = pages.raster(0, 0.2)
    assert bytes(raster.pixels)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Exception, match="format"):
        Pages(b"A letter to the board.")
