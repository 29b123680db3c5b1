"""Everything out, everything in, and whether everything is whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from boardkeeper.errors import UserError
from boardkeeper.exchange.interchange import interchange_of
from boardkeeper.services.interchange import Imported
from tests.support.builders import (
    House,
    house,
    item,
    meeting,
    one_of_every_kind,
    organisation,
    person,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "everything.json"


def test_out_into_an_empty_house_and_out_again_is_the_same_bytes(path: Path) -> None:
    records = one_of_every_kind()
    with house(*records) as first:
        assert first.interchange.export_to(path) == len(records)
    before = path.read_bytes()
    with house() as second:
        assert second.interchange.import_from(path) == Imported(len(records), 0, 0, lacking=1)
        second.interchange.export_to(path)
        assert set(second.everything()) == set(records)
    assert path.read_bytes() == before


def test_what_lies_in_the_trash_stays_there(house: House, path: Path) -> None:
    anna = person()
    house.keep(anna)
    house.people.discard(anna.id)
    assert house.interchange.export_to(path) == 0


def test_a_second_import_makes_no_doubles_and_changes_what_has_changed(
    house: House, path: Path
) -> None:
    anna, bo = person("Anna"), person("Bo")
    house.keep(anna, bo)
    path.write_bytes(interchange_of([anna, replace(bo, notes="sails"), person("Carl")]))
    done = house.interchange.import_from(path)
    assert done == Imported(new=1, changed=1, same=1)
    assert done.in_words() == "1 new, 1 changed, 1 the same as before."
    assert len(house.people.all()) == 3


def test_an_import_is_undone_in_one_step(house: House, path: Path) -> None:
    path.write_bytes(interchange_of(one_of_every_kind()))
    house.interchange.import_from(path)
    house.journal.undo()
    assert house.everything() == []


def test_a_file_that_is_wrong_changes_nothing(house: House, path: Path) -> None:
    good = interchange_of(one_of_every_kind())
    path.write_bytes(good.replace(b'"Budget"', b'" "'))
    with pytest.raises(UserError, match=r"agenda_items\[0\]\.title: An agenda item needs a title"):
        house.interchange.import_from(path)
    assert house.everything() == []


def test_a_file_about_somebody_else_changes_nothing(house: House, path: Path) -> None:
    me = house.people.introduce_me("Bo")
    path.write_bytes(interchange_of(one_of_every_kind()))
    with pytest.raises(UserError, match="another person's boards"):
        house.interchange.import_from(path)
    assert house.everything() == [me]


def test_a_file_that_does_not_fit_what_is_there_changes_nothing(house: House, path: Path) -> None:
    board = organisation()
    sitting = meeting(board)
    first = item(sitting, "first")
    second = item(sitting, "second", parent=first)
    house.keep(board, sitting, first, second, item(sitting, "third", parent=second))
    # Right in itself, but what lies below the first here would lie too deep.
    top = item(sitting, "top")
    path.write_bytes(interchange_of([board, sitting, top, replace(first, parent_id=top.id)]))
    before = set(house.everything())
    with pytest.raises(UserError, match="below itself, or on a fourth level"):
        house.interchange.import_from(path)
    assert set(house.everything()) == before


def test_no_such_file_is_told_in_words(house: House, path: Path) -> None:
    with pytest.raises(UserError, match=r"“everything\.json” could not be read"):
        house.interchange.import_from(path)


def test_a_house_in_order_has_no_problems() -> None:
    with house(*one_of_every_kind()) as home:
        assert home.interchange.problems() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM people", "memberships 1 → people"),
        ("UPDATE meetings SET kind = 'party'", "meetings: 'party'"),
        ("UPDATE meetings SET starts_at = 'soon'", "meetings: Invalid isoformat string: 'soon'"),
        ("UPDATE people SET name = ''", "people: A person needs a name."),
    ],
)
def test_what_is_not_whole_is_named(tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "boardkeeper.db"
    with house(*one_of_every_kind(), path=path):
        pass
    connection = sqlite.connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.close()
    with house(path=path) as home:
        assert said in home.interchange.problems()
