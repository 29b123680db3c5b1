"""Records as plain data (dicts of text, numbers and truths) and back, driven by their fields.

The interchange file and the trash both speak this form; its shapes are described in
docs/interchange.md. A field that holds its default is written all the same: a file must be readable
without the program that wrote it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from boardkeeper.domain.identity import Id, Record
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _

R = TypeVar("R", bound=Record)

LARGEST = 2**31 - 1
"""The largest whole number a field holds; every other program can read it too."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: its type without None, and whether None or nothing at all will do."""

    name: str
    type: type[Any]
    may_be_empty: bool
    may_be_left_out: bool


@cache
def shapes(kind: type[Record]) -> tuple[Shape, ...]:
    """The fields of a record, in order."""
    hints = typing.get_type_hints(kind)
    found = []
    for each in dataclasses.fields(typing.cast("Any", kind)):
        hint = hints[each.name]
        options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        bare = [option for option in options if option is not types.NoneType]
        has_default = (
            each.default is not dataclasses.MISSING
            or each.default_factory is not dataclasses.MISSING
        )
        found.append(
            Shape(
                name=each.name,
                type=bare[0],
                may_be_empty=types.NoneType in options,
                may_be_left_out=has_default and each.name != "id",
            )
        )
    return tuple(found)


def plain(record: Record) -> dict[str, Any]:
    """The record as plain data, its fields in their order."""
    return {shape.name: _plain_value(getattr(record, shape.name)) for shape in shapes(type(record))}


def from_plain(kind: type[R], data: object, path: str, problems: list[str]) -> R | None:
    """The record the plain data describe, or None after adding to `problems` what is wrong.

    A path reads `meetings[3].starts_at`.
    """
    if not isinstance(data, Mapping):
        problems.append(_("{path}: a record is written in braces, as {{…}}.").format(path=path))
        return None
    known = shapes(kind)
    before = len(problems)
    names = {shape.name for shape in known}
    problems.extend(
        _("{path}.{field}: there is no such field.").format(path=path, field=field)
        for field in data
        if field not in names
    )
    values = {}
    for shape in known:
        if shape.name not in data:
            if not shape.may_be_left_out:
                message = _("{path}.{field}: is missing.")
                problems.append(message.format(path=path, field=shape.name))
            continue
        try:
            values[shape.name] = _value(shape, data[shape.name])
        except UserError as error:
            problems.append(f"{path}.{shape.name}: {error}")
    if len(problems) > before:
        return None
    try:
        return kind(**values)
    except InvalidField as error:
        problems.append(f"{path}.{error.field}: {error}")
        return None


def _plain_value(value: Any) -> Any:
    if isinstance(value, (date, time)):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Id):
        return str(value)
    return value


def _value(shape: Shape, stored: Any) -> Any:
    if stored is None and shape.may_be_empty:
        return None
    if shape.type in (bool, int):
        if type(stored) is not shape.type or not -LARGEST <= stored <= LARGEST:
            raise UserError(_wanted(shape.type))
        return stored
    if not isinstance(stored, str):
        raise UserError(_wanted(shape.type))
    if _is_half_a_character(stored):
        raise UserError(_("holds half a character, which no file can keep."))
    if issubclass(shape.type, Id) and not stored:
        raise UserError(_("an id cannot be empty."))
    try:
        if shape.type in (date, datetime, time):
            return _moment(shape.type, stored)
        return shape.type(stored)
    except ValueError:
        raise UserError(_wanted(shape.type)) from None


def _is_half_a_character(text: str) -> bool:
    """JSON can spell one half of a surrogate pair; UTF-8 cannot."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _moment(kind: type[Any], stored: str) -> Any:
    moment = kind.fromisoformat(stored)
    if getattr(moment, "tzinfo", None) is not None or moment.isoformat() != stored:
        raise ValueError(stored)
    return moment


def _wanted(kind: type[Any]) -> str:
    if issubclass(kind, Enum):
        choices = ", ".join(str(member.value) for member in kind)
        return _("must be one of {choices}.").format(choices=choices)
    return {
        bool: _("must be true or false."),
        int: _("must be a whole number."),
        datetime: _("must be a date and time, as 2026-03-05T19:00:00."),
        date: _("must be a date, as 2026-03-05."),
        time: _("must be a time, as 19:00:00."),
    }.get(kind, _("must be text."))
