"""The design system: every widget, colour and distance of the window, and nothing about boards.

Pages import from here and write no style of their own.
"""

from __future__ import annotations

from boardkeeper.ui.kit.buttons import Action, Button, ButtonKind, IconButton, MenuButton, fill_menu
from boardkeeper.ui.kit.cards import Card, CardRow, SettingRow, divider, empty
from boardkeeper.ui.kit.chips import Chip, Dot
from boardkeeper.ui.kit.choice_fields import (
    CheckField,
    ChoiceField,
    ColourField,
    Toggle,
    colour_words,
)
from boardkeeper.ui.kit.dialogs import ConfirmDialog, Dialog
from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.form import Form
from boardkeeper.ui.kit.icons import icon, paint_icon, picture
from boardkeeper.ui.kit.labels import Body, Caption, Display, Heading, Label, Title, set_tooltip
from boardkeeper.ui.kit.messages import EmptyState, MessageBar, Picture, announce
from boardkeeper.ui.kit.pages import ListDetail, ScrollPage
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.record_views import RecordList, RecordTable
from boardkeeper.ui.kit.records import Column, RecordListModel, Role, RowFace
from boardkeeper.ui.kit.row_painting import Row, RowState, paint_chip, paint_row, row_height
from boardkeeper.ui.kit.scrolling import Scrolling
from boardkeeper.ui.kit.search import SearchField
from boardkeeper.ui.kit.segments import Segments, ToggleButton
from boardkeeper.ui.kit.several import Offer, SeveralField
from boardkeeper.ui.kit.sidebar import Section, Sidebar
from boardkeeper.ui.kit.text_fields import LineField, TextField
from boardkeeper.ui.kit.theme import Mode, Theme, colours, font, organisation_colour, scaled
from boardkeeper.ui.kit.toast import Toast, ToastHost
from boardkeeper.ui.kit.tokens import (
    CARD_ROW_HEIGHT,
    CONTROL_HEIGHT,
    ICON,
    ORGANISATION_COLOURS,
    RADIUS,
    ROW_HEIGHT,
    Colours,
    Space,
    Tone,
    Type,
)
from boardkeeper.ui.kit.turning import Turning
from boardkeeper.ui.kit.typed_fields import (
    DateField,
    DurationField,
    NumberField,
    TimeField,
    TimeRangeField,
    TypedField,
)

__all__ = [
    "CARD_ROW_HEIGHT",
    "CONTROL_HEIGHT",
    "ICON",
    "ORGANISATION_COLOURS",
    "RADIUS",
    "ROW_HEIGHT",
    "Action",
    "Body",
    "Button",
    "ButtonKind",
    "Caption",
    "Card",
    "CardRow",
    "CheckField",
    "Chip",
    "ChoiceField",
    "ColourField",
    "Colours",
    "Column",
    "ConfirmDialog",
    "DateField",
    "Dialog",
    "Display",
    "Dot",
    "DurationField",
    "EmptyState",
    "Field",
    "Form",
    "Heading",
    "IconButton",
    "Label",
    "LineField",
    "ListDetail",
    "MenuButton",
    "MessageBar",
    "Mode",
    "NumberField",
    "Offer",
    "Picture",
    "RecordList",
    "RecordListModel",
    "RecordTable",
    "Role",
    "Row",
    "RowFace",
    "RowState",
    "ScrollPage",
    "Scrolling",
    "SearchField",
    "Section",
    "Segments",
    "SettingRow",
    "SeveralField",
    "Sidebar",
    "Space",
    "TextField",
    "Theme",
    "TimeField",
    "TimeRangeField",
    "Title",
    "Toast",
    "ToastHost",
    "Toggle",
    "ToggleButton",
    "Tone",
    "Turning",
    "Type",
    "TypedField",
    "announce",
    "colour_words",
    "colours",
    "divider",
    "empty",
    "fill_menu",
    "font",
    "icon",
    "organisation_colour",
    "paint_chip",
    "paint_ground",
    "paint_icon",
    "paint_ring",
    "paint_row",
    "paint_words",
    "picture",
    "row_height",
    "scaled",
    "set_tooltip",
]
