"""The log: ids, counts and types, never titles, names or text."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from boardkeeper.errors import UserError
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _

_log = logging.getLogger(__name__)


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Write what is logged to a file that is turned over at half a megabyte, three deep.

    Raises UserError when there can be no such folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _(
            "The folder “{folder}” cannot be used ({reason}). Nothing was changed. Choose another"
            " folder."
        )
        reason = reason_in_words(error)
        raise UserError(message.format(folder=folder, reason=reason)) from error
    handler = RotatingFileHandler(
        folder / "boardkeeper.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def log_bug(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Log an error nobody foresaw: its kind and place, not its text, which may hold names."""
    _log.error("%s at %s", kind.__name__, " < ".join(reversed(places_of(trace))) or "?")


def places_of(trace: TracebackType | None) -> list[str]:
    """Where in the code it went, the outermost first: no texts, no values."""
    return [
        f"{frame.filename.rsplit('boardkeeper', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
