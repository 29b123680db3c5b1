from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from boardkeeper.ui.kit.tokens import DARK, LIGHT, ORGANISATION_HUES, Colours, Tone

TEXT = 4.5
SHAPE = 3.0

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

GROUNDS = ("background", "surface", "sidebar", "selected", "hover")

TEXT_PAIRS = (
    *((words, ground) for words in ("text", "muted") for ground in GROUNDS),
    *((words, "background") for words in ("accent", "danger", "success", "warning")),
    *((words, "surface") for words in ("accent", "danger", "success", "warning")),
    ("accent", "selected"),
    ("accent", "hover"),
    ("danger", "danger_ground"),
    ("success", "success_ground"),
    ("warning", "warning_ground"),
    ("text", "danger_ground"),
    ("text", "success_ground"),
    ("text", "warning_ground"),
    ("text", "divider"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("surface", "text"),
)

SHAPE_PAIRS = (
    *(("border", ground) for ground in ("background", "surface", "sidebar")),
    *(("accent", ground) for ground in (*GROUNDS, "divider")),
    *(("danger", ground) for ground in ("background", "surface")),
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(colour)
    red, green, blue = shown.redF(), shown.greenF(), shown.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_greatest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@THEMES
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_every_ground_they_stand_on(
    theme: Colours, words: str, ground: str
) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_icons_and_rings_can_be_seen(theme: Colours, shape: str, ground: str) -> None:
    assert contrast(getattr(theme, shape), getattr(theme, ground)) >= SHAPE


@THEMES
@pytest.mark.parametrize("tone", Tone)
def test_a_chip_can_be_read_in_every_tone_also_on_a_selected_row(
    theme: Colours, tone: Tone
) -> None:
    words = theme.of_tone(tone)
    assert contrast(words, theme.ground_of_tone(tone)) >= TEXT
    assert contrast(words, theme.surface) >= TEXT


@pytest.mark.parametrize("name", ORGANISATION_HUES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_an_organisation_colour_can_be_seen_in_both_themes(name: str, ground: str) -> None:
    hue = ORGANISATION_HUES[name]
    assert contrast(hue.light, getattr(LIGHT, ground)) >= SHAPE
    assert contrast(hue.dark, getattr(DARK, ground)) >= SHAPE


def test_the_organisation_colours_are_all_different() -> None:
    assert len({hue.light for hue in ORGANISATION_HUES.values()}) == len(ORGANISATION_HUES)
    assert len({hue.dark for hue in ORGANISATION_HUES.values()}) == len(ORGANISATION_HUES)
