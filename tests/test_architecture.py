"""What import-linter cannot see: who may say `Paragraph(`, who speaks SQL, and that lists agree."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import boardkeeper
from boardkeeper import domain
from boardkeeper.db.schema import TABLES
from boardkeeper.domain.identity import Id
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.trash import TrashEntry

pytestmark = pytest.mark.xdist_group("architecture")  # one process parses the program, not two

PACKAGE = Path(boardkeeper.__file__).parent
SQL = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA)\s",
    re.DOTALL,
)
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "misc", "base", "manager"}


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Every module by its path in the package, parsed."""
    return tuple(
        (path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


@cache
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Everything in a module, walked through once."""
    return tuple(ast.walk(tree))


def called(tree: ast.Module) -> set[str]:
    """The last part of every name that is called."""
    calls = [node.func for node in nodes(tree) if isinstance(node, ast.Call)]
    return {call.id for call in calls if isinstance(call, ast.Name)} | {
        call.attr for call in calls if isinstance(call, ast.Attribute)
    }


def texts(tree: ast.Module) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def record_kinds() -> set[type[Any]]:
    """Every dataclass of the domain that has an id of its own."""
    return {
        kind
        for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}.")
        for kind in vars(importlib.import_module(module.name)).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
        if "id" in {field.name for field in dataclasses.fields(kind)}
    }


def test_text_reaches_reportlab_through_one_module() -> None:
    assert {path for path, tree in modules() if "Paragraph" in called(tree)} == {"printing/text.py"}


def test_only_db_speaks_sql() -> None:
    speaking = {path for path, tree in modules() if any(SQL.match(text) for text in texts(tree))}
    assert "db/store.py" in speaking
    assert {path for path in speaking if not path.startswith("db/")} == set()


def test_every_record_travels_in_the_interchange_file_but_the_trash() -> None:
    assert record_kinds() == {*KINDS.values(), TrashEntry}


def test_every_record_has_its_table() -> None:
    assert record_kinds() == set(TABLES)


@pytest.mark.parametrize("kind", sorted(record_kinds(), key=str), ids=lambda kind: kind.__name__)
def test_a_record_is_frozen_slotted_and_named_by_keywords(kind: type[Any]) -> None:
    assert kind.__dataclass_params__.frozen
    assert all(field.kw_only for field in dataclasses.fields(kind))
    assert "__dict__" not in {name for each in kind.__mro__ for name in vars(each)}


def test_ids_are_text_of_their_own_type() -> None:
    kinds = Id.__subclasses__()
    assert len({kind.__name__ for kind in kinds}) == len(kinds)
    assert all(not hasattr(kind.new(), "__dict__") for kind in kinds)


def test_a_module_is_named_for_what_it_does() -> None:
    parts = {part for path, _tree in modules() for part in Path(path).with_suffix("").parts}
    assert parts & NAMES_THAT_SAY_NOTHING == set()


def test_no_word_to_translate_hides_in_an_f_string() -> None:
    hidden = {
        path
        for path, tree in modules()
        for node in nodes(tree)
        if isinstance(node, ast.JoinedStr)
        if {"_", "ngettext", "pgettext"}
        & {
            each.func.id
            for each in ast.walk(node)
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
        }
    }
    assert hidden == set(), "Babel does not look into f-strings"


def test_no_word_is_translated_before_the_language_is_chosen() -> None:
    early = []
    for path, tree in modules():
        inside = {
            inner
            for node in nodes(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for statement in (node.body if isinstance(node.body, list) else [node.body])
            for inner in ast.walk(statement)
        }
        early += [
            f"{path}:{node.lineno}"
            for node in nodes(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext", "pgettext")
            and node not in inside
        ]
    assert early == []
