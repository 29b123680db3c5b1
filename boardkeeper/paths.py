"""The folders of this person on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "BoardKeeper"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where data, settings and logs lie. Everything hangs below `data` when one is named."""

    data: Path
    settings: Path
    logs: Path

    @classmethod
    def of_this_person(cls) -> Folders:
        """The folders the operating system sets aside for this person and program."""
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return cls(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)

    @classmethod
    def below(cls, data: Path) -> Folders:
        """Data, settings and logs all in one named folder: a demo, a stick, a test."""
        return cls(data, data, data / "logs")

    @property
    def database(self) -> Path:
        return self.data / "boardkeeper.db"

    @property
    def settings_file(self) -> Path:
        return self.settings / "settings.json"
