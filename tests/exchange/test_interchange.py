"""The open interchange file: everything out, everything in, and what is wrong named by path."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkeeper.domain.agenda import DEEPEST, AgendaItem, ItemType
from boardkeeper.domain.identity import Record
from boardkeeper.errors import UserError
from boardkeeper.exchange.interchange import (
    SHOWN,
    UnreadableFile,
    interchange_of,
    records_in,
)
from boardkeeper.i18n import Language, speaking
from tests.support.builders import item, meeting, one_of_every_kind, organisation, paper, person
from tests.support.laws import examples

Json = Any
EVERY_KIND = one_of_every_kind()


def document() -> dict[str, Json]:
    written: dict[str, Json] = json.loads(interchange_of(EVERY_KIND))
    return written


def problems_of(content: bytes) -> tuple[str, ...]:
    with pytest.raises(UnreadableFile) as refused:
        records_in(content)
    return refused.value.problems


def test_everything_written_is_read_back() -> None:
    assert set(records_in(interchange_of(EVERY_KIND))) == set(EVERY_KIND)


def test_what_is_read_and_written_again_is_the_same_bytes() -> None:
    once = interchange_of(EVERY_KIND)
    assert interchange_of(records_in(once)) == once


def test_the_order_records_come_in_does_not_show() -> None:
    many = [*EVERY_KIND, *(person(f"Person {number}") for number in range(20))]
    assert interchange_of(reversed(many)) == interchange_of(many)


def test_the_language_spoken_does_not_show() -> None:
    with speaking(Language.DANISH):
        danish = interchange_of(EVERY_KIND)
    assert danish == interchange_of(EVERY_KIND)


def test_letters_are_written_as_they_are() -> None:
    assert "Skovbørnehaven" in interchange_of([organisation("Skovbørnehaven")]).decode("utf-8")


def test_an_empty_document_holds_nothing() -> None:
    assert records_in(interchange_of([])) == []
    assert records_in(b'{"format": "boardkeeper", "version": 1}') == []


def test_a_byte_order_mark_does_no_harm() -> None:
    assert records_in(b"\xef\xbb\xbf" + interchange_of([])) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "It is not JSON"),
        (b"Dear board,", "It is not JSON"),
        (b"\xff\xfe\x00", "It is not JSON"),
        (b"\x80\x81", "It is not JSON"),
        (b'{"format": "boardkeeper"', "It is not JSON"),
        (b"[" * 100_000, "It is not JSON"),
        (b'{"format": ' + b"9" * 10_000 + b"}", "not an interchange file|It is not JSON"),
        (b"[]", "not an interchange file"),
        (b"null", "not an interchange file"),
        (b'"boardkeeper"', "not an interchange file"),
        (b"{}", "not an interchange file"),
        (b'{"format": "other", "version": 1}', "not an interchange file"),
        (b'{"format": "boardkeeper"}', r"of version \?; this program reads version 1"),
        (b'{"format": "boardkeeper", "version": 2}', "of version 2; this program reads"),
        (b'{"format": "boardkeeper", "version": "1"}', "of version 1; this program reads"),
        (b'{"format": "boardkeeper", "version": true}', "of version True; this program"),
        (b'{"format": "boardkeeper", "version": [[]]}', r"of version \?; this program"),
    ],
)
def test_what_is_no_interchange_file_is_told_in_words(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        records_in(content)


def broken(change: Callable[[dict[str, Json]], object]) -> tuple[str, ...]:
    changed = document()
    change(changed)
    return problems_of(json.dumps(changed).encode())


def put(*path: str | int, value: Json) -> Callable[[dict[str, Json]], None]:
    def change(written: dict[str, Json]) -> None:
        at: Json = written
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return change


def leave_out(kind: str, field: str) -> Callable[[dict[str, Json]], None]:
    def change(written: dict[str, Json]) -> None:
        del written[kind][0][field]

    return change


def twice(kind: str) -> Callable[[dict[str, Json]], None]:
    return lambda written: written[kind].append(dict(written[kind][0]))


def second_me(written: dict[str, Json]) -> None:
    written["people"].append(written["people"][0] | {"id": "another"})


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (put("gadgets", value=[]), "gadgets: there is no such list."),
        (put("people", value={}), "people: must be a list, as [ … ]."),
        (put("people", value=None), "people: must be a list, as [ … ]."),
        (put("people", 0, value="Anna"), "people[0]: a record is written in braces, as {…}."),
        (put("people", 0, "name", value=7), "people[0].name: must be text."),
        (put("people", 0, "name", value=" "), "people[0].name: A person needs a name."),
        (put("people", 0, "is_me", value=1), "people[0].is_me: must be true or false."),
        (put("people", 0, "is_me", value="yes"), "people[0].is_me: must be true or false."),
        (put("people", 0, "nickname", value=""), "people[0].nickname: there is no such field."),
        (put("people", 0, "id", value=""), "people[0].id: an id cannot be empty."),
        (put("people", 0, "id", value=None), "people[0].id: must be text."),
        (leave_out("people", "id"), "people[0].id: is missing."),
        (leave_out("meetings", "starts_at"), "meetings[0].starts_at: is missing."),
        (leave_out("organisations", "kind"), "organisations[0].kind: is missing."),
        (
            put("meetings", 0, "starts_at", value="5 March"),
            "meetings[0].starts_at: must be a date and time, as 2026-03-05T19:00:00.",
        ),
        (
            put("meetings", 0, "ends_at", value="2026-03-05T19:00:00"),
            "meetings[0].ends_at: A meeting must end after it starts.",
        ),
        (
            put("meetings", 0, "starts_at", value="0001-01-01T00:00:00"),
            "meetings[0].starts_at: A meeting lies between the years 1900 and 2200.",
        ),
        (put("meetings", 0, "number", value=1.5), "meetings[0].number: must be a whole number."),
        (
            put("meetings", 0, "state", value="late"),
            (
                "meetings[0].state: must be one of planned, notice_sent, held, draft_minutes,"
                " approved, cancelled."
            ),
        ),
        (
            put("meetings", 0, "zone", value="Mars"),
            (
                "meetings[0].zone: “Mars” is not a time zone. An example that is one:"
                " Europe/Copenhagen."
            ),
        ),
        (
            put("organisations", 0, "usual_start", value="19"),
            "organisations[0].usual_start: must be a time, as 19:00:00.",
        ),
        (
            put("terms", 0, "starts_on", value=""),
            "terms[0].starts_on: must be a date, as 2026-03-05.",
        ),
        (
            put("terms", 0, "ends_on", value="2020-01-01"),
            "terms[0].ends_on: A term must end on or after the day it starts.",
        ),
        (
            put("own_rules", 0, "days", value=-1),
            "own_rules[0].days: A rule counts from 0 to 366 days.",
        ),
        (
            put("time_entries", 0, "minutes", value=0),
            "time_entries[0].minutes: A time entry is between one minute and 24 hours.",
        ),
        (
            put("memberships", 0, "person_id", value="nobody"),
            "memberships[0].person_id: “nobody” is nowhere in the file.",
        ),
        (
            put("agenda_items", 0, "parent_id", value="gone"),
            "agenda_items[0].parent_id: “gone” is nowhere in the file.",
        ),
        (
            put(
                "agenda_items",
                0,
                "parent_id",
                value=next(each.id for each in EVERY_KIND if isinstance(each, AgendaItem)),
            ),
            "agenda_items[0].parent_id: An agenda item cannot lie below itself.",
        ),
        (twice("people"), "people[1].id: another record has the same id."),
        (second_me, "people[1].is_me: only one person can be the user."),
    ],
)
def test_what_is_wrong_is_named_by_its_path(
    change: Callable[[dict[str, Json]], object], problem: str
) -> None:
    assert problem in broken(change)


def test_a_pointer_to_another_kind_of_record_is_told_as_such() -> None:
    board = EVERY_KIND[0].id
    (problem,) = broken(put("memberships", 0, "person_id", value=board))
    assert problem == f"memberships[0].person_id: “{board}” is the id of something else."


def test_a_half_character_is_refused() -> None:
    content = interchange_of([person("Anna")]).replace(b'"Anna"', rb'"Anna \ud83d"')
    (problem,) = problems_of(content)
    assert problem.startswith("people[0].name: holds half a character")


def misplaced(*records: Record) -> tuple[str, ...]:
    return problems_of(interchange_of(records))


BOARD = organisation()
SITTING, OTHER = meeting(BOARD), meeting(BOARD, "2026-04-09 19:00")


def chain(count: int) -> list[AgendaItem]:
    """Items each below the one before."""
    row = [item(SITTING, "1")]
    while len(row) < count:
        row.append(item(SITTING, "below", parent=row[-1]))
    return row


def test_items_lie_as_deep_as_the_editor_lets_them_and_no_deeper() -> None:
    assert records_in(interchange_of([BOARD, SITTING, *chain(DEEPEST + 1)]))
    (problem,) = misplaced(BOARD, SITTING, *chain(DEEPEST + 2))
    assert "on a fourth level" in problem


def test_items_that_lie_below_each_other_are_refused() -> None:
    first, second = chain(2)
    circle = [replace(first, parent_id=second.id), second]
    assert len(misplaced(BOARD, SITTING, *circle)) == 2


def test_an_item_below_one_of_another_meeting_is_refused() -> None:
    here = item(SITTING)
    there = replace(item(OTHER), parent_id=here.id)
    (problem,) = misplaced(BOARD, SITTING, OTHER, here, there)
    assert "belongs to another meeting" in problem


def test_an_item_below_a_break_is_refused() -> None:
    coffee = item(SITTING, "Coffee", type=ItemType.BREAK)
    (problem,) = misplaced(BOARD, SITTING, coffee, item(SITTING, parent=coffee))
    assert "is a break" in problem


def test_a_very_long_chain_is_told_without_a_traceback() -> None:
    assert len(misplaced(BOARD, SITTING, *chain(5_000))) == 5_000 - DEEPEST - 1


def test_of_many_problems_the_first_are_shown_and_the_rest_counted() -> None:
    people = [{"id": str(number), "name": ""} for number in range(SHOWN + 3)]
    content = json.dumps({"format": "boardkeeper", "version": 1, "people": people}).encode()
    with pytest.raises(UnreadableFile) as refused:
        records_in(content)
    opening, *lines = str(refused.value).splitlines()
    assert opening.startswith("The file was not imported, and nothing was changed.")
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "… and 3 more."
    assert len(refused.value.problems) == SHOWN + 3


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["\ud83d", "2026-03-05", "19:00:00", "boardkeeper", "9" * 400])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def places(value: Json, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value in a document."""
    found = [path] if path else []
    steps: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return found + [place for step, inner in steps for place in places(inner, (*path, step))]


@settings(max_examples=examples(300))
@given(st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused_in_words(data: st.DataObject) -> None:
    changed = document()
    for _time in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places(changed)))
        put(*path, value=data.draw(ANYTHING))(changed)
    try:
        records = records_in(json.dumps(changed).encode())
    except UserError as refusal:
        str(refusal).encode("utf-8")  # any screen or terminal can show it
        return
    assert records_in(interchange_of(records)) is not None


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        records_in(content)


@given(st.data())
def test_a_file_cut_short_or_changed_in_one_byte_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(interchange_of(EVERY_KIND))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    try:
        records_in(bytes(content[:end]))
    except UserError:
        return


def test_a_paper_lies_in_its_items_meeting_and_its_meetings_organisation() -> None:
    board, other = organisation(), organisation("Sejlklubben")
    sitting, elsewhere = meeting(board), meeting(other)
    point = item(elsewhere)
    wrong = [
        paper(None, board, meeting_id=sitting.id, item_id=point.id),
        paper(None, board, meeting_id=elsewhere.id),
    ]
    document = interchange_of([board, other, sitting, elsewhere, point, *wrong])
    with pytest.raises(UnreadableFile) as refused:
        records_in(document)
    assert sorted(each.partition("]")[2] for each in refused.value.problems) == [
        ".item_id: the item belongs to another meeting.",
        ".meeting_id: the meeting is another organisation's.",
    ]
