"""The money in the whole window, with text twice as large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.i18n import Language, set_language
from boardkeeper.ui.kit import Dialog
from tests.support.drivers.width import too_wide
from tests.support.drivers.window import WindowDriver, open_window


@pytest.fixture(name="sample")
def window_on_the_money_of_the_sample(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path) as driver:
        driver.press("See it with sample data")
        driver.look()
        driver.session.speak(Language.DANISH.value)
        driver.look()
        yield driver
    set_language(Language.DANISH)


def test_with_text_twice_as_large_the_money_fits_a_small_window(sample: WindowDriver) -> None:
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    sample.window.go_to("hours")
    sample.press("Økonomi")
    sample.look()
    assert too_wide(sample) == []


@pytest.mark.parametrize("button", ["Ny betaling", "Ny kørsel", "Markér som udbetalt…"])
def test_with_text_twice_as_large_every_dialog_fits_a_small_window(
    sample: WindowDriver, button: str
) -> None:
    sample.session.size_text(200)
    sample.look()
    sample.window.resize(1024, 768)
    sample.window.go_to("hours")
    sample.press("Økonomi")
    sample.look()
    sample.press(button)
    (asked,) = [each for each in sample.window.findChildren(Dialog) if each.isVisible()]
    assert asked.width() <= 1024
    asked.reject()
