from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.formats import NotUnderstood
from boardkeeper.ui.kit import (
    DateField,
    DurationField,
    Form,
    NumberField,
    TimeField,
    TimeRangeField,
)
from boardkeeper.ui.kit.calendar import CalendarPopup

TODAY = dt.date(2026, 11, 3)


@pytest.fixture(name="day")
def day_field(qtbot: QtBot) -> DateField:
    field = DateField("Day", lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_day_is_understood_and_its_weekday_echoed_while_one_types(
    day: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(day.control, "10/11")
    assert day.value() == dt.date(2026, 11, 10)
    assert "Tuesday" in day.echo
    assert day.text == "10/11"


def test_the_day_is_written_out_when_one_is_done(day: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(day.control, "tomorrow")
    qtbot.keyClick(day.control, Qt.Key.Key_Return)
    assert day.text == "4 November 2026"
    assert day.value() == dt.date(2026, 11, 4)


def test_what_is_not_understood_stays_and_is_said_when_one_is_done(
    day: DateField, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    day.committed.connect(lambda: heard.append(True))
    qtbot.keyClicks(day.control, "soonish")
    assert day.error == ""
    qtbot.keyClick(day.control, Qt.Key.Key_Return)
    assert "soonish" in day.error
    assert day.text == "soonish"
    assert heard == []
    with pytest.raises(NotUnderstood):
        day.value()


def test_an_empty_day_is_none(day: DateField) -> None:
    day.set_value(TODAY)
    day.type_text("")
    assert day.value() is None
    assert day.echo == ""


def test_a_day_can_be_chosen_in_the_calendar(day: DateField) -> None:
    heard: list[bool] = []
    day.committed.connect(lambda: heard.append(True))
    day.open_calendar()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    popup.chosen.emit(dt.date(2026, 12, 24))
    popup.close()
    assert day.value() == dt.date(2026, 12, 24)
    assert "Thursday" in day.echo
    assert heard == [True]


def test_a_time_range_says_how_long_it_is(qtbot: QtBot) -> None:
    field = TimeRangeField("Time")
    qtbot.addWidget(field)
    field.type_text("19-21.30")
    assert field.value() == (dt.time(19), dt.time(21, 30))
    assert field.echo == "2 h 30 min"


def test_a_time_range_over_midnight_says_so(qtbot: QtBot) -> None:
    field = TimeRangeField("Time")
    qtbot.addWidget(field)
    field.set_value((dt.time(22), dt.time(1)))
    assert field.echo == "3 h, ends the next day"


def test_a_time_and_a_duration_are_read_as_people_write_them(qtbot: QtBot) -> None:
    time, length = TimeField("From"), DurationField("Length")
    qtbot.addWidget(time)
    qtbot.addWidget(length)
    time.type_text("19.30")
    length.type_text("1½ h")
    assert time.value() == dt.time(19, 30)
    assert length.value() == 90


@pytest.mark.parametrize("text", ["0", "13", "2,5", "many"])
def test_a_number_outside_its_limits_is_said_to_be(qtbot: QtBot, text: str) -> None:
    field = NumberField("Meetings a year", lowest=1, highest=12)
    qtbot.addWidget(field)
    field.type_text(text)
    assert not field.check()
    assert field.error


def test_a_form_goes_to_the_first_field_it_cannot_read(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.add("on", DateField("Day", lambda: TODAY)).set_value(TODAY)
    length = form.add("length", DurationField("Length"))
    number = form.add("number", NumberField("Number"))
    length.type_text("a while")
    number.type_text("some")
    assert not form.check()
    assert length.error
    assert number.error
    length.type_text("2h")
    number.type_text("4")
    assert form.check()
