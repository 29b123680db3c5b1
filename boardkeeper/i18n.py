"""Words in Danish and English. English stands in the code; Danish in resources/locale/da.

The active language is a context variable over a process-wide default, so that a document can be
written in its organisation's language while the window speaks the person's:

    with speaking(Language.ENGLISH):
        ...

Never call these at import time: the language is chosen later.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache

from boardkeeper.resources import resource

DOMAIN = "boardkeeper"


class Language(StrEnum):
    """A language the program and its documents speak completely."""

    DANISH = "da"
    ENGLISH = "en"


_default = Language.DANISH
_spoken: ContextVar[Language | None] = ContextVar("language", default=None)


def set_language(language: Language) -> None:
    """Choose the language of the whole process (the window, the command line)."""
    global _default  # noqa: PLW0603 - the one process-wide choice; documents use speaking()
    _default = language


def language() -> Language:
    """The language spoken here and now."""
    return _spoken.get() or _default


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for a while, in this thread and context only."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(message: str) -> str:
    """The message in the active language."""
    return _words(language()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """The message in the active language, where the same English word has several meanings."""
    return _words(language()).pgettext(context, message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The singular or plural in the active language; fill `{count}` in yourself."""
    return _words(language()).ngettext(singular, plural, count)


@cache
def _words(language: Language) -> _gettext.NullTranslations:
    if language is Language.ENGLISH:
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, resource("locale"), [language.value])
