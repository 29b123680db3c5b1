from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.errors import InvalidField, UserError
from boardkeeper.ui.kit import ConfirmDialog, Dialog, DurationField, LineField


class TitleDialog(Dialog[str]):
    """Asks for a title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Rename", accept="Rename", parent=parent)
        self.title = self.form.add("title", LineField("Title"))
        self.length = self.form.add("length", DurationField("Length"))

    def read(self) -> str:
        if not self.title.value():
            raise InvalidField("title", "A meeting must have a title.")
        if self.title.value() == "taken":
            raise InvalidField("elsewhere", "There is such a meeting already.")
        if self.title.value() == "locked":
            raise UserError("The file is locked.")
        return self.title.value()


@pytest.fixture(name="window")
def plain_window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture(name="answers")
def no_answers_yet() -> list[str]:
    return []


@pytest.fixture(name="dialog")
def open_dialog(window: QWidget, answers: list[str]) -> TitleDialog:
    dialog = TitleDialog(window)
    dialog.ask(answers.append)
    return dialog


def test_enter_hands_over_what_was_written(
    dialog: TitleDialog, answers: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.title.control, "AGM")
    qtbot.keyClick(dialog.title.control, Qt.Key.Key_Return)
    assert answers == ["AGM"]
    assert not dialog.isVisible()


def test_esc_hands_over_nothing(dialog: TitleDialog, answers: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.title.control, "AGM")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == []
    assert not dialog.isVisible()


def test_what_the_record_refuses_is_said_by_its_field(
    dialog: TitleDialog, answers: list[str]
) -> None:
    dialog.accept_button.click()
    assert dialog.title.error == "A meeting must have a title."
    assert dialog.isVisible()
    assert answers == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [("taken", "There is such a meeting already."), ("locked", "The file is locked.")],
)
def test_what_has_no_field_is_said_at_the_top(dialog: TitleDialog, typed: str, said: str) -> None:
    dialog.title.set_value(typed)
    dialog.accept_button.click()
    assert dialog.messages.text == said
    assert dialog.title.value() == typed


def test_a_field_that_cannot_be_read_keeps_the_dialog_open(dialog: TitleDialog) -> None:
    dialog.title.set_value("AGM")
    dialog.length.type_text("a while")
    dialog.accept_button.click()
    assert dialog.length.error
    assert dialog.isVisible()


def test_what_cannot_be_undone_starts_at_cancel(window: QWidget, qtbot: QtBot) -> None:
    done: list[None] = []
    dialog = ConfirmDialog("Empty the trash?", "14 things go.", "Empty it", parent=window)
    dialog.ask(done.append)
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.cancel_button
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert done == []


def test_confirming_does_it(window: QWidget) -> None:
    done: list[None] = []
    dialog = ConfirmDialog("Empty the trash?", "14 things go.", "Empty it", parent=window)
    dialog.ask(done.append)
    dialog.accept_button.click()
    assert done == [None]


def test_a_form_higher_than_the_screen_scrolls_and_the_buttons_stay(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = TitleDialog(window)
    for count in range(30):
        dialog.form.add(f"more{count}", LineField(f"Field {count}"))
    dialog.ask(lambda _answer: None)
    room = dialog.screen().availableGeometry().height()
    qtbot.waitUntil(lambda: dialog.height() <= room)
    assert dialog.accept_button.geometry().bottom() <= room
