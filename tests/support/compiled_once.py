"""Lets all the databases of a test run share what SQLAlchemy compiled.

Every test has a database of its own, and SQLAlchemy writes each statement out anew for each of
them: a third of the time of many tests. The statements are the same, so they are written out once.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import Dialect

_SHARED: dict[type[Dialect], tuple[Dialect, dict[Any, Any]]] = {}
"""The first dialect of its kind, since what is compiled belongs to one, and what it compiled."""


def compile_once() -> None:
    """From now on, connections of any engine share their compiled statements."""
    event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    dialect, compiled = _SHARED.setdefault(type(connection.dialect), (connection.dialect, {}))
    connection.dialect = dialect
    connection.execution_options(compiled_cache=compiled)
