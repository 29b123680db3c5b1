"""Qt's stylesheet, written from the tokens.

Only what Qt draws itself is dressed here; what needs a picture or a ring with a gap paints itself.
"""

from __future__ import annotations

from string import Template

from boardkeeper.ui.kit.tokens import CONTROL_HEIGHT, RADIUS, Colours, Type

_SHEET = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: ${px6}px ${px8}px; }

QLabel { background: transparent; }
QLabel[type="caption"] { font-size: ${caption}pt; color: $muted; }
QLabel[type="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[type="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[type="display"] { font-size: ${display}pt; font-weight: 600; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[tone="plain"] { color: $text; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="success"] { color: $success; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="danger"] { color: $danger; }
QLabel:disabled { color: $border; }

QLineEdit, QPlainTextEdit, QComboBox {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 1px ${px9}px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted;
}
QLineEdit, QComboBox { min-height: ${control}px; max-height: ${control}px; }
QPlainTextEdit { padding: ${px5}px ${px5}px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0px ${px8}px;
}
QPlainTextEdit:focus { padding: ${px4}px ${px4}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $danger; padding: 0px ${px8}px;
}
QPlainTextEdit[wrong="true"] { padding: ${px4}px ${px4}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $background; color: $border; border-color: $divider;
}
QLineEdit:read-only { background: $background; }
QComboBox { padding-right: ${px28}px; }
QComboBox::drop-down { border: 0; width: ${px28}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 0;
    padding: ${px4}px; outline: 0;
    selection-background-color: $selected; selection-color: $text;
}
QComboBox QAbstractItemView::item {
    min-height: ${px34}px; padding: 0 ${px8}px; border-radius: 4px; color: $text;
}
QComboBox QAbstractItemView::item:hover { background: $hover; }
QComboBox QAbstractItemView::item:selected { background: $selected; }

QScrollArea { border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QAbstractItemView { background: transparent; border: 0; outline: 0; }
QTableView { gridline-color: transparent; selection-background-color: transparent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: transparent; color: $muted; border: 0; border-bottom: 1px solid $border;
    padding: ${px6}px ${px12}px; font-size: ${caption}pt; font-weight: 600;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QTableCornerButton::section { background: transparent; border: 0; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border-radius: 3px; border: 0; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $border; padding: ${px4}px; }
QMenu::item { padding: ${px8}px ${px16}px ${px8}px ${px12}px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $border; }
QMenu::icon { padding-left: ${px10}px; }
QMenu::separator { height: 1px; background: $divider; margin: ${px4}px ${px8}px; }

QSplitter::handle { background: $divider; }
QSplitter::handle:hover { background: $border; }

QProgressBar {
    background: $divider; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QFrame[surface="card"] {
    background: $surface; border: 1px solid $divider; border-radius: ${radius}px;
}
QFrame[surface="popup"] {
    background: $surface; border: 1px solid $border; border-radius: 0;
}
QFrame[surface="sidebar"] { background: $sidebar; border: 0; }
QFrame[surface="divider"] { background: $divider; border: 0; max-height: 1px; min-height: 1px; }
QFrame[surface="info"] { background: $selected; border: 0; border-radius: ${radius}px; }
QFrame[surface="success"] { background: $success_ground; border: 0; border-radius: ${radius}px; }
QFrame[surface="warning"] { background: $warning_ground; border: 0; border-radius: ${radius}px; }
QFrame[surface="danger"] { background: $danger_ground; border: 0; border-radius: ${radius}px; }
QFrame[surface="toast"] { background: $text; border: 0; border-radius: ${radius}px; }
QFrame[surface="toast"] QLabel { color: $surface; }

QCalendarWidget QWidget { alternate-background-color: $surface; }
QCalendarWidget QAbstractItemView {
    background: $surface; color: $text; selection-background-color: transparent;
    selection-color: $text;
}
""")


def stylesheet(colours: Colours, text_size: float, points: float) -> str:
    """The whole program's stylesheet.

    Args:
        colours: The theme.
        text_size: 1.0 to 2.0.
        points: What a point is worth on this system.
    """
    pixels = {f"px{n}": round(n * text_size) for n in (4, 5, 6, 8, 9, 10, 12, 16, 28, 34)}
    sizes = {size.name.lower(): f"{size.value * text_size * points:.2f}" for size in Type}
    named = {name: getattr(colours, name) for name in Colours.__slots__}
    # Qt counts a border outside the height it is given.
    control = round(CONTROL_HEIGHT * text_size) - 4
    return _SHEET.substitute(named, **pixels, **sizes, radius=RADIUS, control=control)
