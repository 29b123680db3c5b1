"""A paper on its way: its facts gathered, and then its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A finished paper: what it is, what its file is called, and its bytes."""

    title: str
    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper whose facts are gathered; drawing it needs no database and may run in any thread."""

    title: str
    file_name: str
    draw: Callable[[], bytes]

    def printed(self) -> Document:
        return Document(self.title, self.file_name, self.draw())
