from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from boardkeeper.i18n import Language, set_language
from boardkeeper.ui.kit import Column, RecordListModel, Role, RowFace

DESCENDING = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    id: int
    title: str
    on: dt.date | None = None


def model_of(*sittings: Sitting) -> RecordListModel[Sitting]:
    columns = (
        Column[Sitting]("Title", lambda sitting: sitting.title),
        Column[Sitting](
            "Day", lambda sitting: str(sitting.on), sort_by=lambda s: s.on, align_right=True
        ),
    )
    face = RowFace[Sitting](
        lambda sitting: sitting.title, chip=lambda sitting: str(sitting.on or "")
    )
    model = RecordListModel[Sitting](columns, face=face, search_by=lambda sitting: sitting.title)
    model.set_records(sittings)
    return model


def sittings(*titles: str) -> tuple[Sitting, ...]:
    return tuple(Sitting(id=at, title=title) for at, title in enumerate(titles))


def titles(model: RecordListModel[Sitting]) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_qt_finds_no_fault_in_the_model() -> None:
    model = model_of(*sittings("Budget", "AGM"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter("bud")
    model.sort(0)
    model.set_records(sittings("One", "Two", "Budgets"))
    model.set_records(())
    model.set_filter("")


def test_records_stand_in_the_order_given_until_sorted() -> None:
    model = model_of(*sittings("Budget", "AGM"))
    assert titles(model) == ["Budget", "AGM"]
    model.sort(0)
    assert titles(model) == ["AGM", "Budget"]
    model.sort(0, DESCENDING)
    assert titles(model) == ["Budget", "AGM"]
    model.clear_sort()
    assert titles(model) == ["Budget", "AGM"]


def test_danish_words_sort_as_danes_sort_them() -> None:
    set_language(Language.DANISH)
    model = model_of(*sittings("Årsmøde", "Ølsmagning", "Zebra", "Æblehøst"))
    model.sort(0)
    assert titles(model) == ["Zebra", "Æblehøst", "Ølsmagning", "Årsmøde"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, DESCENDING])
def test_what_has_no_day_sorts_last(order: Qt.SortOrder) -> None:
    model = model_of(
        Sitting(id=1, title="Some day"),
        Sitting(id=2, title="Set", on=dt.date(2026, 3, 5)),
    )
    model.sort(1, order)
    assert titles(model) == ["Set", "Some day"]


def test_the_filter_asks_for_every_word_in_any_order_and_case() -> None:
    model = model_of(*sittings("Budget of the club", "Club night", "AGM"))
    model.set_filter("CLUB bud")
    assert titles(model) == ["Budget of the club"]
    model.set_filter("club")
    assert titles(model) == ["Budget of the club", "Club night"]
    model.set_filter("")
    assert len(titles(model)) == 3


def test_new_records_are_filtered_and_sorted_as_the_old() -> None:
    model = model_of(*sittings("Budget"))
    model.set_filter("b")
    model.sort(0)
    model.set_records(sittings("Bus", "AGM", "Boat"))
    assert titles(model) == ["Boat", "Bus"]


def test_a_record_is_found_by_its_key() -> None:
    model = model_of(*sittings("Budget", "AGM"))
    assert model.row_of(1) == 1
    assert model.record(1).title == "AGM"
    assert model.row_of(99) == -1


def test_a_row_says_all_it_shows_to_a_screen_reader() -> None:
    model = model_of(Sitting(id=1, title="AGM", on=dt.date(2026, 3, 5)))
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "AGM, 2026-03-05"
    assert index.data(Role.CHIP) == "2026-03-05"
    assert index.data(Role.RECORD) == Sitting(id=1, title="AGM", on=dt.date(2026, 3, 5))


def test_figures_stand_to_the_right() -> None:
    model = model_of(*sittings("AGM"))
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Day"


def test_a_hundred_thousand_records_are_sorted_and_filtered_right() -> None:
    day = dt.date(2000, 1, 1)
    many = tuple(
        Sitting(id=at, title=f"Meeting {at}", on=day + dt.timedelta(days=(at * 7919) % 9973))
        for at in range(100_000)
    )
    model = model_of(*many)
    model.sort(1, DESCENDING)
    days = [record.on for record in model.records if record.on is not None]
    assert days == sorted(days, reverse=True)
    model.set_filter("9999")
    assert {record.id for record in model.records} == {
        at for at in range(100_000) if "9999" in str(at)
    }


@given(st.lists(st.text(max_size=5), max_size=20), st.text(max_size=3))
def test_filtering_hides_and_never_changes(words: list[str], wanted: str) -> None:
    records = sittings(*words)
    model = model_of(*records)
    model.set_filter(wanted)
    assert set(model.records) <= set(records)
    model.set_filter("")
    assert tuple(model.records) == records
