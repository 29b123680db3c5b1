from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.errors import InvalidField
from boardkeeper.ui.kit import (
    CheckField,
    ChoiceField,
    ColourField,
    Field,
    Form,
    LineField,
    SearchField,
    TextField,
    Toggle,
)

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def committed(field: Field[Any]) -> list[Any]:
    """A list that grows with each value the field commits."""
    values: list[Any] = []
    field.committed.connect(lambda: values.append(field.value()))
    return values


def test_setting_a_value_says_nothing(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField("Title"))
    heard = committed(field)
    field.set_value("Budget")
    assert field.value() == "Budget"
    assert heard == []


def test_enter_commits_once(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField("Title"))
    heard = committed(field)
    qtbot.keyClicks(field.control, " AGM ")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.control, Qt.Key.Key_Return)
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert heard == ["AGM"]


def test_leaving_the_field_commits(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second = LineField("Title"), LineField("Place")
    column.addWidget(first)
    column.addWidget(second)
    shown(qtbot, holder)
    holder.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.control.hasFocus)
    heard = committed(first)
    qtbot.keyClicks(first.control, "AGM")
    second.setFocus()
    assert heard == ["AGM"]


def test_a_pause_in_the_typing_commits(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField("Purpose"))
    with qtbot.waitSignal(field.committed):
        qtbot.keyClicks(field.control, "To decide")
    assert field.value() == "To decide"


def test_typing_what_was_there_before_commits_nothing(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField("Title"))
    field.set_value("AGM")
    heard = committed(field)
    qtbot.keyClicks(field.control, "x")
    qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    field.commit()
    assert heard == []


def test_an_error_stands_by_its_field_and_goes_when_one_types(qtbot: QtBot) -> None:
    field = shown(qtbot, LineField("Title", hint="Short"))
    field.show_error("A meeting must have a title.")
    assert field.error == "A meeting must have a title."
    assert field.control.accessibleDescription() == "A meeting must have a title."
    qtbot.keyClicks(field.control, "A")
    assert field.error == ""
    assert field.control.accessibleDescription() == "Short"


def test_every_field_is_spoken_by_its_label(qtbot: QtBot) -> None:
    for field in (
        LineField("Name"),
        TextField("Name"),
        ChoiceField("Name", [(1, "One")]),
        CheckField("Name"),
        Toggle("Name"),
        ColourField("Name"),
    ):
        qtbot.addWidget(field)
        assert field.control.accessibleName() == "Name"


def test_a_text_grows_with_its_lines_up_to_its_limit(qtbot: QtBot) -> None:
    field = shown(qtbot, TextField("Purpose", lines=2, max_lines=6))
    field.resize(400, 400)
    small = field.control.sizeHint().height()
    field.set_value("\n".join("abcd"))
    grown = field.control.sizeHint().height()
    field.set_value("\n".join("abcdefghijkl"))
    assert small < grown < field.control.sizeHint().height()
    assert field.control.sizeHint().height() < 6 * small


def test_a_choice_asks_for_the_room_of_its_longest_words_and_for_no_more_than_it_gets(
    qtbot: QtBot,
) -> None:
    field = shown(qtbot, ChoiceField("Kind", [(1, "AGM"), (2, "Board")]))
    before = field.control.sizeHint().width()
    field.setFixedWidth(before)
    field.set_choices([(1, "AGM"), (2, "The board's seminar of two days in the autumn")])
    assert field.control.sizeHint().width() > before
    field.control.window().repaint()
    assert field.control.width() <= before


def test_a_choice_is_what_its_words_stand_for(qtbot: QtBot) -> None:
    field = shown(qtbot, ChoiceField("Kind", [(1, "Board meeting"), (2, "AGM")]))
    heard = committed(field)
    field.set_value(2)
    assert (field.value(), heard) == (2, [])
    qtbot.keyClick(field.control, Qt.Key.Key_Up)
    assert heard == [1]


def test_a_choice_stays_when_other_choices_come(qtbot: QtBot) -> None:
    field = shown(qtbot, ChoiceField("Kind", [(1, "Board meeting"), (2, "AGM")]))
    field.set_value(2)
    field.set_choices([(3, "Committee"), (2, "General meeting")])
    assert field.value() == 2


def test_a_box_and_a_switch_commit_at_once(qtbot: QtBot) -> None:
    for field in (shown(qtbot, CheckField("Open")), shown(qtbot, Toggle("Open"))):
        heard = committed(field)
        qtbot.keyClick(field.control, Qt.Key.Key_Space)
        qtbot.mouseClick(field.control, Qt.MouseButton.LeftButton)
        assert heard == [True, False]


def test_a_colour_is_chosen_with_the_arrows_and_named(qtbot: QtBot) -> None:
    field = shown(qtbot, ColourField("Colour"))
    heard = committed(field)
    field.set_value("teal")
    assert field.echo == "Teal"
    qtbot.keyClick(field.control, Qt.Key.Key_Right)
    assert heard == ["green"]
    assert field.echo == "Green"


def test_what_a_record_refuses_is_shown_by_the_field_of_that_name(qtbot: QtBot) -> None:
    form = shown(qtbot, Form())
    title = form.add("title", LineField("Title"))
    assert form.show_refusal(InvalidField("title", "A meeting must have a title."))
    assert title.error == "A meeting must have a title."
    assert not form.show_refusal(InvalidField("number", "Too great."))
    form.clear_errors()
    assert title.error == ""


def test_a_search_is_made_as_one_types_and_esc_ends_it(qtbot: QtBot) -> None:
    field = shown(qtbot, SearchField("Find a meeting"))
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == "roof"):
        qtbot.keyClicks(field, "roof")
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == ""):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.moved_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
