"""Records as plain data, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import from_plain, plain, shapes
from boardkeeper.domain.trash import TrashEntry
from tests.support.builders import meeting, organisation, person
from tests.support.laws import examples
from tests.support.strategies import any_record

EVERY_KIND = [*KINDS.values(), TrashEntry]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_record_comes_back_as_it_was(kind: type[Record]) -> None:
    @settings(max_examples=examples(30))  # of each of the many kinds
    @given(st.data())
    def law(data: st.DataObject) -> None:
        record = data.draw(any_record(kind))
        problems: list[str] = []
        written = json.loads(json.dumps(plain(record)))
        assert from_plain(kind, written, "here", problems) == record
        assert problems == []

    law()


def test_fields_are_written_in_their_order_defaults_included() -> None:
    written = plain(person("Anna Holm"))
    assert list(written) == [shape.name for shape in shapes(Person)]
    assert written["is_me"] is False


def test_what_has_a_default_may_be_left_out() -> None:
    problems: list[str] = []
    anna = from_plain(Person, {"id": "a", "name": "Anna"}, "people[0]", problems)
    assert anna == Person(id=type(person().id)("a"), name="Anna")


def test_an_id_is_never_made_up() -> None:
    problems: list[str] = []
    assert from_plain(Person, {"name": "Anna"}, "people[0]", problems) is None
    assert problems == ["people[0].id: is missing."]


def broken(**changed: Any) -> list[str]:
    problems: list[str] = []
    written = plain(meeting(organisation(), number=3)) | changed
    assert from_plain(Meeting, written, "meetings[0]", problems) is None
    return problems


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("starts_at", "5/3 19:00", "must be a date and time, as 2026-03-05T19:00:00."),
        ("starts_at", "2026-03-05", "must be a date and time, as 2026-03-05T19:00:00."),
        ("starts_at", "2026-03-05T19:00:00+01:00", "must be a date and time"),
        ("starts_at", 20260305, "must be a date and time"),
        ("ends_at", "2026-03-05T18:00:00", "A meeting must end after it starts."),
        ("number", "3", "must be a whole number."),
        ("number", True, "must be a whole number."),
        ("number", 3.0, "must be a whole number."),
        ("number", 10**30, "must be a whole number."),
        ("number", 0, "A meeting's number starts at 1."),
        ("kind", "party", "must be one of regular, extraordinary,"),
        ("title", None, "must be text."),
        ("title", "half \ud83d", "holds half a character"),
        ("zone", "Mars/Olympus", "is not a time zone."),
        ("zone", "../../etc/passwd", "is not a time zone."),
        ("organisation_id", "", "an id cannot be empty."),
        ("notice_sent_on", "2026-02-30", "must be a date, as 2026-03-05."),
        ("surprise", 1, "there is no such field."),
    ],
)
def test_what_is_wrong_is_named_by_its_path(field: str, value: object, said: str) -> None:
    (problem,) = broken(**{field: value})
    assert problem.startswith(f"meetings[0].{field}: ")
    assert said in problem


def test_everything_wrong_in_a_record_is_named_at_once() -> None:
    assert len(broken(number="3", title=4, kind="party")) == 3


@pytest.mark.parametrize("data", [None, 3, "text", [], [1]])
def test_a_record_is_written_in_braces(data: object) -> None:
    problems: list[str] = []
    assert from_plain(Person, data, "people[7]", problems) is None
    assert problems == ["people[7]: a record is written in braces, as {…}."]
