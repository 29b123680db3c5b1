"""The composition root: the only place that builds things and puts them together."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper

from boardkeeper.cli.asked import asked_language, parsed
from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.errors import UsageError, UserError
from boardkeeper.files import sweep_passing
from boardkeeper.i18n import _, set_language
from boardkeeper.logs import log_bug, logging_to
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile


def start(arguments: Sequence[str]) -> int:
    """Run the program; returns its exit code: 0 done, 1 the world refused, 2 bad arguments."""
    _write_any_letter()
    language = asked_language(arguments)
    if language is not None:
        set_language(language)
    try:
        asked = parsed(arguments)
        folders = Folders.of_this_person() if asked.data is None else Folders.below(asked.data)
        settings = SettingsFile(folders.settings_file)
        set_language(language or settings.current.language)
        with logging_to(folders.logs), _bugs_told():
            return _carry_out(asked, folders, settings)
    except UsageError as error:
        return _said(str(error), 2)
    except UserError as error:
        return _said(str(error), 1)


@contextmanager
def _bugs_told() -> Iterator[None]:
    """Never a traceback at a person: a bug is logged, and told as any other error."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        log_bug(type(error), error.__traceback__)
        message = _(
            "Something went wrong inside BoardKeeper ({kind}). Your data are as they were before"
            " the last step. The log tells more."
        )
        raise UserError(message.format(kind=type(error).__name__)) from error


def _carry_out(asked: Namespace, folders: Folders, settings: SettingsFile) -> int:
    clock = Clock(asked.today)
    if asked.command is None:
        # Qt is needed by the window alone; the rest works without a screen or its libraries.
        from boardkeeper.ui.start import show_window  # noqa: PLC0415

        return show_window(folders, settings, clock, open_services)
    # The window needs none of the commands.
    from boardkeeper.cli.run import run  # noqa: PLC0415

    services, store = open_services(folders, clock)
    try:
        run(services, asked)
    finally:
        store.close()
    return 0


def open_services(folders: Folders, clock: Clock) -> tuple[Services, Store]:
    """The services over the folder's database; the store is to be closed at the end."""
    store = Store.open(folders.database)
    services = Services.over(store, clock)
    services.papers.tidy()
    sweep_passing()
    return services, store


def _write_any_letter() -> None:
    """A terminal that lacks a letter shows a question mark rather than stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _said(message: str, code: int) -> int:
    if sys.stderr is not None:  # a program without a terminal has none
        sys.stderr.write(message + "\n")
    return code
