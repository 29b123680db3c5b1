"""Colours, sizes and type of the whole window, named by what they are for.

Nothing else in the program writes a colour or a distance of its own. The contrast of every pair
that meets on screen is held by tests/ui/kit/test_tokens.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Space(IntEnum):
    """The distances between things, in pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


RADIUS = 6
CONTROL_HEIGHT = 36
ROW_HEIGHT = 44
CARD_ROW_HEIGHT = 56
ICON = 18
RING = 2
"""The width of the ring around what has the keyboard, in pixels."""


class Type(Enum):
    """The five sizes of type, in points at text size 100 %."""

    CAPTION = 10.0
    BODY = 11.0
    HEADING = 13.0
    TITLE = 18.0
    DISPLAY = 24.0


class Tone(Enum):
    """What a word says beside its meaning; the word itself always says it too."""

    PLAIN = "plain"
    MUTED = "muted"
    NEUTRAL = "neutral"
    ACCENT = "accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One theme. Every colour is `#rrggbb` and named by what it is for."""

    background: str
    surface: str
    sidebar: str
    text: str
    muted: str
    border: str
    divider: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    hover: str
    danger: str
    on_danger: str
    danger_hover: str
    danger_ground: str
    success: str
    success_ground: str
    warning: str
    warning_ground: str

    def of_tone(self, tone: Tone) -> str:
        """The colour of words in this tone."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.NEUTRAL: self.muted,
            Tone.ACCENT: self.accent,
            Tone.SUCCESS: self.success,
            Tone.WARNING: self.warning,
            Tone.DANGER: self.danger,
        }[tone]

    def ground_of_tone(self, tone: Tone) -> str:
        """The ground behind a chip or a message in this tone."""
        return {
            Tone.PLAIN: self.sidebar,
            Tone.MUTED: self.sidebar,
            Tone.NEUTRAL: self.sidebar,
            Tone.ACCENT: self.selected,
            Tone.SUCCESS: self.success_ground,
            Tone.WARNING: self.warning_ground,
            Tone.DANGER: self.danger_ground,
        }[tone]


LIGHT = Colours(
    background="#F7F6F4",
    surface="#FFFFFF",
    sidebar="#EFEDE9",
    text="#1F1E1C",
    muted="#5A5650",
    border="#827C74",
    divider="#E4E0DA",
    accent="#1D5B9E",
    on_accent="#FFFFFF",
    accent_hover="#174B84",
    selected="#DCE8F6",
    hover="#F1EFEB",
    danger="#B3261E",
    on_danger="#FFFFFF",
    danger_hover="#931D17",
    danger_ground="#FCEAE8",
    success="#1B6B3A",
    success_ground="#E4F3E9",
    warning="#7A4B00",
    warning_ground="#FFF3D9",
)

DARK = Colours(
    background="#1A1A1C",
    surface="#232326",
    sidebar="#141416",
    text="#EDECEA",
    muted="#B5B2AD",
    border="#7F7C78",
    divider="#37373B",
    accent="#7DB3F2",
    on_accent="#10243B",
    accent_hover="#9CC6F7",
    selected="#26405C",
    hover="#2D2D31",
    danger="#FF8A80",
    on_danger="#3A0906",
    danger_hover="#FFA79F",
    danger_ground="#442321",
    success="#7FD19B",
    success_ground="#1F3A2A",
    warning="#FFCF7A",
    warning_ground="#3A2E14",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hue:
    """One organisation's colour in both themes, at least 3:1 against every ground it lies on."""

    light: str
    dark: str


ORGANISATION_HUES: dict[str, Hue] = {
    "blue": Hue(light="#2F6FB7", dark="#6FA8EA"),
    "teal": Hue(light="#0F7C7C", dark="#4CBDBB"),
    "green": Hue(light="#2E7D4A", dark="#6CC389"),
    "olive": Hue(light="#6B7410", dark="#B7BF4F"),
    "amber": Hue(light="#A66A00", dark="#E8B04A"),
    "orange": Hue(light="#BD5315", dark="#F0935A"),
    "red": Hue(light="#B93A3A", dark="#EF8079"),
    "pink": Hue(light="#B43A7A", dark="#EC86B8"),
    "purple": Hue(light="#7B4FB5", dark="#B592E8"),
    "slate": Hue(light="#5B6673", dark="#A3AFBC"),
}

ORGANISATION_COLOURS: tuple[str, ...] = tuple(ORGANISATION_HUES)
"""The names an organisation's colour can have; the names are stored, never the colours."""
