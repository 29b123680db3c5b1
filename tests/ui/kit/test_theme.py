from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Button, ButtonKind, Mode, Theme, colours, organisation_colour, scaled
from boardkeeper.ui.kit.icons import picture
from boardkeeper.ui.kit.tokens import DARK, LIGHT


def test_the_theme_changes_while_the_program_runs(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert colours() is DARK
    theme.set_mode(Mode.LIGHT)
    assert colours() is LIGHT


def test_what_qt_draws_itself_wears_our_colours(theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(DARK.text)


def test_a_button_on_screen_takes_the_new_colours_without_being_told(
    theme: Theme, qtbot: QtBot
) -> None:
    button = Button("Print", kind=ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    theme.set_mode(Mode.DARK)
    middle = button.grab().toImage().pixelColor(8, button.height() // 2)
    assert middle == QColor(DARK.accent)


def test_everything_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    small = button.sizeHint()
    theme.set_text_size(2.0)
    assert scaled(36) == 72
    assert button.sizeHint().height() == 72
    assert button.sizeHint().width() > small.width() * 1.8


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_the_text_size_stays_between_one_and_two(theme: Theme, asked: float, given: float) -> None:
    theme.set_text_size(asked)
    assert theme.text_size == given


def test_an_organisation_colour_follows_the_theme(theme: Theme) -> None:
    light = organisation_colour("teal")
    theme.set_mode(Mode.DARK)
    assert organisation_colour("teal") != light


def test_an_unknown_organisation_colour_is_slate() -> None:
    assert organisation_colour("heliotrope") == organisation_colour("slate")


def test_an_icon_is_drawn_in_the_colour_asked_for_and_sharp_on_a_dense_screen() -> None:
    drawn = picture("square", 18, "#ff0000", 2.0)
    image = drawn.toImage()
    assert image.width() == 36
    assert drawn.deviceIndependentSize().width() == 18
    shown = {
        image.pixelColor(x, y).name()
        for x in range(36)
        for y in range(36)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert shown == {"#ff0000"}
