"""Starts a window in a process of its own and says how long it took.

    python -m tests.support.starting ours FOLDER     our window on the data there, Today drawn
    python -m tests.support.starting bare MODULE…    a bare window, after importing the modules

Both print JSON: `seconds`, and for ours the third-party `modules` it imported.
"""

from __future__ import annotations

from time import perf_counter

_BEGUN = perf_counter()

import importlib  # noqa: E402 - the clock starts before anything else is imported
import json  # noqa: E402
import sys  # noqa: E402
from importlib.machinery import ModuleSpec  # noqa: E402
from pathlib import Path  # noqa: E402
from types import ModuleType  # noqa: E402


def our_window(folder: str) -> None:
    """As `boardkeeper --data FOLDER` does, up to the first picture."""
    from boardkeeper.app import open_services  # noqa: PLC0415 - measured
    from boardkeeper.clock import Clock  # noqa: PLC0415
    from boardkeeper.paths import Folders  # noqa: PLC0415
    from boardkeeper.settings import SettingsFile  # noqa: PLC0415
    from boardkeeper.ui.start import new_session  # noqa: PLC0415

    folders = Folders.below(Path(folder))
    session = new_session(folders, SettingsFile(folders.settings_file), Clock(), open_services)
    session.open_own()
    assert session.window is not None
    session.window.grab()
    taken = perf_counter() - _BEGUN
    print(json.dumps({"seconds": taken, "modules": third_party()}))  # noqa: T201 - read by the test
    session.window.close()
    session.close()


def bare_window(modules: list[str]) -> None:
    """What nobody can do without: the same libraries, and a window with a word in it."""
    for name in modules:
        importlib.import_module(name)
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415 - measured

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("BoardKeeper"))
    window.resize(1280, 820)
    window.show()
    window.grab()
    application.processEvents()
    print(json.dumps({"seconds": perf_counter() - _BEGUN}))  # noqa: T201 - read by the test


def third_party() -> list[str]:
    """The modules of other people's libraries that are imported now, in the order they came."""
    own = {"boardkeeper", "tests", *sys.stdlib_module_names}
    return [
        name
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] not in own and _lies_in_site_packages(module)
    ]


def _lies_in_site_packages(module: ModuleType) -> bool:
    spec: ModuleSpec | None = getattr(module, "__spec__", None)
    return spec is not None and "site-packages" in (spec.origin or "")


if __name__ == "__main__":
    {"ours": lambda: our_window(sys.argv[2]), "bare": lambda: bare_window(sys.argv[2:])}[
        sys.argv[1]
    ]()
