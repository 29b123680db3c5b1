"""The tables: equal to the records, and to what the revisions make."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkeeper.db.schema import HEAD, TABLES
from boardkeeper.db.upgrade import SCRIPTS
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.plain import shapes
from boardkeeper.domain.trash import TrashEntry
from tests.support.builders import House, house, person
from tests.support.laws import examples
from tests.support.strategies import any_record

EVERY_KIND = [*KINDS.values(), TrashEntry]


def test_every_kind_of_record_has_its_table() -> None:
    assert set(TABLES) == set(EVERY_KIND)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_columns_are_the_fields_in_their_order(kind: type[Record]) -> None:
    columns = TABLES[kind].columns
    assert [column.name for column in columns] == [shape.name for shape in shapes(kind)]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_a_column_may_be_empty_where_the_field_may(kind: type[Record]) -> None:
    may_be_empty = {column.name: column.nullable for column in TABLES[kind].columns}
    assert may_be_empty == {shape.name: shape.may_be_empty for shape in shapes(kind)}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_pointer_is_a_foreign_key_with_an_index(kind: type[Record]) -> None:
    table = TABLES[kind]
    pointers = {s.name for s in shapes(kind) if issubclass(s.type, Id) and s.name != "id"}
    assert {c.name for c in table.columns if c.foreign_keys} == pointers
    indexed = {column.name for index in table.indexes for column in index.columns}
    assert pointers <= indexed


def test_the_head_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_value_is_read_back_as_it_was_written(kind: type[Record]) -> None:
    # The pointers of a made-up record lead nowhere, so it is written and read without a commit.
    with house() as home, home.journal.command("Try") as tx:

        @settings(max_examples=examples(40))
        @given(st.data())
        def law(data: st.DataObject) -> None:
            record = data.draw(any_record(kind))
            tx.put(record)
            assert types_and_values(tx.get(kind, record.id)) == types_and_values(record)
            tx.remove(record)

        law()


def types_and_values(record: Record) -> list[tuple[type[Any], Any]]:
    values = [getattr(record, shape.name) for shape in shapes(type(record))]
    return [(type(value), value) for value in values]


def test_text_is_kept_to_the_letter(house: House) -> None:
    odd = "Æblegrød <b>&</b> \x00 \n\r\n 'quoted' \"so\" 🎉 é e\u0301"
    anna = person("Anna", notes=odd)
    house.keep(anna)
    assert house.people.get(anna.id).notes == odd
