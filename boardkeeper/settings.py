"""How this person likes the program: language, theme, text size. Kept beside, not in, the data.

The file holds choices, sizes and a folder only, never a name or a title.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from boardkeeper.errors import UserError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language

_log = logging.getLogger(__name__)


class ThemeMode(StrEnum):
    """Light, dark, or as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices. `text_size` is a percentage, `window` Qt's own geometry in hexadecimal.

    `published_folder` is where calendar files are kept in step with the meetings; empty: nowhere.
    `reminded_on` is the day, as 2026-03-05, of the last look for reminders; empty: never.
    """

    language: Language = Language.DANISH
    theme: ThemeMode = ThemeMode.SYSTEM
    text_size: int = 100
    window: str = ""
    published_folder: str = ""
    reminds_on_desktop: bool = True
    reminded_on: str = ""


class SettingsFile:
    """Reads and writes the settings; a file that cannot be read gives the defaults."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.current = _read(path)

    def change(self, **choices: Any) -> Settings:
        """Change the named choices and write them down at once."""
        self.current = replace(self.current, **choices)
        try:
            write_whole(self._path, json.dumps(asdict(self.current), indent=2).encode())
        except UserError:
            _log.warning("The settings could not be written", exc_info=True)
        return self.current


def _read(path: Path) -> Settings:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Settings(
            language=Language(stored.get("language", Language.DANISH)),
            theme=ThemeMode(stored.get("theme", ThemeMode.SYSTEM)),
            text_size=min(200, max(100, int(stored.get("text_size", 100)))),
            window=str(stored.get("window", "")),
            published_folder=str(stored.get("published_folder", "")),
            reminds_on_desktop=stored.get("reminds_on_desktop", True) is not False,
            reminded_on=str(stored.get("reminded_on", "")),
        )
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, AttributeError, TypeError):
        _log.warning("The settings could not be read; the defaults are used")
        return Settings()
