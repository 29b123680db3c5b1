"""What went wrong, told where the person looks: a sentence for a UserError, a report for a bug."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from boardkeeper import __version__
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.logs import log_bug, places_of
from boardkeeper.ui.kit import Dialog, TextField

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def hook(tell: Callable[[str], None], window: Callable[[], QWidget | None]) -> Hook:
    """An excepthook: UserError goes to `tell`, anything else to the log and a report."""

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserError):
            tell(str(error))
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log_bug(kind, trace)
        parent = window()
        if parent is not None:
            BugDialog(report_of(kind, trace), parent).ask(lambda _none: None)

    return on_error


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What a developer needs and nothing else: places in the code, no texts, no names."""
    return "\n".join(
        [
            f"BoardKeeper {__version__}, Python {platform.python_version()}, PySide {qt_version}",
            platform.platform(),
            kind.__name__,
            *places_of(trace),
        ]
    )


class BugDialog(Dialog[None]):
    """Says that the program made a mistake, what is safe, and offers the report to copy."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(
            _("BoardKeeper made a mistake"),
            accept=_("Copy the report"),
            explanation=_(
                "What you did last may not have been carried out. Everything before it is stored."
                " You can go on working; if it happens again, send the report to whoever gave you"
                " the program. It holds no names and no texts."
            ),
            icon="bug",
            parent=parent,
        )
        self._report = report
        shown = TextField(_("Report"), lines=6)
        shown.set_value(report)
        self.add(shown)

    def read(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
