"""The schema of the interchange file: shipped as it is made, and true of what is written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.exchange.interchange import interchange_of
from boardkeeper.exchange.json_schema import schema
from boardkeeper.i18n import Language, speaking
from boardkeeper.resources import resource
from tests.support.builders import one_of_every_kind
from tests.support.laws import examples
from tests.support.strategies import any_record

SCHEMA: dict[str, Any] = json.loads(schema())
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_shipped_schema_is_the_one_the_records_make() -> None:
    shipped = resource("schema", "interchange-1.schema.json").read_bytes()
    assert shipped == schema(), "write it anew: see docs/interchange.md"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_language_spoken_does_not_show() -> None:
    with speaking(Language.DANISH):
        danish = schema()
    assert danish == schema()


def test_every_list_and_field_is_described() -> None:
    written = json.loads(interchange_of(one_of_every_kind()))
    assert set(SCHEMA["properties"]) == set(written)
    for name, kind in KINDS.items():
        assert set(SCHEMA["$defs"][kind.__name__]["properties"]) == set(written[name][0])


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_whatever_is_written_fits_the_schema(kind: type[Record]) -> None:
    @settings(max_examples=examples(30))  # of each of the many kinds
    @given(any_record(kind))
    def law(record: Record) -> None:
        VALIDATOR.validate(json.loads(interchange_of([record])))

    law()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("gadgets",), []),
        (("people", 0, "nickname"), ""),
        (("people", 0, "is_me"), "yes"),
        (("people", 0, "id"), ""),
        (("people", 0, "name"), None),
        (("meetings", 0, "number"), "14"),
        (("meetings", 0, "state"), "late"),
        (("meetings", 0, "starts_at"), "5 March"),
        (("organisations", 0, "usual_start"), "19"),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(path: tuple[Any, ...], value: object) -> None:
    written = json.loads(interchange_of(one_of_every_kind()))
    assert VALIDATOR.is_valid(written)
    at = written
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not VALIDATOR.is_valid(written)
