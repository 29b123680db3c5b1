"""The JSON Schema of the interchange file, made from the records themselves.

`resources/schema/interchange-1.schema.json` is what this writes; a test holds the two equal.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.plain import LARGEST, Shape, shapes
from boardkeeper.exchange.interchange import FORMAT, VERSION


def schema() -> bytes:
    """The schema as UTF-8 JSON (draft 2020-12)."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "BoardKeeper interchange file",
        "type": "object",
        "required": ["format", "version"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **{
                name: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}}
                for name, kind in KINDS.items()
            },
        },
        "$defs": {kind.__name__: _record(kind) for kind in KINDS.values()},
    }
    return (json.dumps(document, indent=1) + "\n").encode()


def _record(kind: type[Record]) -> dict[str, Any]:
    fields = shapes(kind)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n", 1)[0],
        "required": [shape.name for shape in fields if not shape.may_be_left_out],
        "additionalProperties": False,
        "properties": {shape.name: _field(shape) for shape in fields},
    }


def _field(shape: Shape) -> dict[str, Any]:
    described = _type(shape.type)
    if not shape.may_be_empty:
        return described
    return {"anyOf": [described, {"type": "null"}]}


def _type(kind: type[Any]) -> dict[str, Any]:
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if issubclass(kind, Id):
        return {"type": "string", "minLength": 1, "description": kind.__doc__}
    described: dict[type[Any], dict[str, Any]] = {
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST},
        datetime: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?$"},
        date: {"type": "string", "format": "date"},
        time: {"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}(\.\d{6})?$"},
    }
    return described.get(kind, {"type": "string"})
