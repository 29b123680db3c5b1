"""Makes the pictures of the docs from the running program on its sample data.

    python installer/pictures.py [FOLDER]    docs/pictures when no folder is named

Every page in light and dark, Danish and English, goes to FOLDER/all when it is named; docs/pictures
gets the few that the README shows. Runs offscreen, in the project's virtual environment.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is chosen first

from boardkeeper.app import open_services  # noqa: E402
from boardkeeper.clock import Clock  # noqa: E402
from boardkeeper.i18n import Language, set_language  # noqa: E402
from boardkeeper.paths import Folders  # noqa: E402
from boardkeeper.printing.raster import Pages  # noqa: E402
from boardkeeper.settings import SettingsFile  # noqa: E402
from boardkeeper.ui.kit import Mode, Theme  # noqa: E402
from boardkeeper.ui.main_window import MainWindow  # noqa: E402
from boardkeeper.ui.preview.sheets import image_of  # noqa: E402

TODAY = date(2026, 11, 23)
SIZE = (1280, 820)
SECTIONS = ("today", "boards", "meetings", "people", "hours", "trash", "settings")


class Studio:
    """One window on the sample data, dressed and photographed."""

    def __init__(self, folder: Path) -> None:
        existing = QApplication.instance()
        application = existing if isinstance(existing, QApplication) else QApplication([])
        self.application = application
        self.theme = Theme(application, mode=Mode.LIGHT)
        self.folders = Folders.below(folder)
        self.services, self.store = open_services(self.folders, Clock(TODAY))
        self.services.sample.fill()

    def window(self, language: Language, mode: Mode, size: tuple[int, int] = SIZE) -> MainWindow:
        """A fresh window in the language and theme."""
        set_language(language)
        self.theme.set_mode(mode)
        window = MainWindow(self.services, SettingsFile(self.folders.settings_file), self.folders)
        window.resize(*size)
        window.show()
        self.settle()
        return window

    def settle(self) -> None:
        """Let everything asked for be drawn."""
        for _turn in range(5):
            self.application.processEvents()

    def take(self, window: MainWindow, file: Path) -> None:
        """Photograph the window."""
        self.settle()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not window.grab().save(str(file)):
            raise OSError(file)

    def take_agenda(self, file: Path) -> None:
        """The first page of the next meeting's agenda."""
        meeting = self.services.meetings.next()
        if meeting is None:
            raise LookupError("The sample has a next meeting.")
        content = self.services.documents.agenda(meeting.id).printed().content
        with Pages(content) as pages:
            image_of(pages.raster(0, 1.4)).save(str(file))

    def next_meeting(self) -> str:
        meeting = self.services.meetings.next()
        return str(meeting.id) if meeting else ""

    def next_board(self) -> str:
        meeting = self.services.meetings.next()
        return str(meeting.organisation_id) if meeting else ""


def for_the_docs(studio: Studio, folder: Path) -> None:
    """The pictures the README shows."""
    window = studio.window(Language.DANISH, Mode.LIGHT)
    studio.take(window, folder / "today.png")
    window.go_to("meetings", studio.next_meeting())
    studio.take(window, folder / "meeting.png")
    window.close()
    window = studio.window(Language.DANISH, Mode.DARK)
    window.go_to("boards", studio.next_board())
    studio.take(window, folder / "board-dark.png")
    window.close()
    studio.take_agenda(folder / "agenda.png")


def of_everything(studio: Studio, folder: Path) -> None:
    """Every section in both languages and both themes, for the eye."""
    for language in Language:
        for mode in (Mode.LIGHT, Mode.DARK):
            window = studio.window(language, mode)
            for section in SECTIONS:
                window.go_to(section)
                studio.take(window, folder / f"{section}-{language}-{mode.value}.png")
            window.go_to("meetings", studio.next_meeting())
            studio.take(window, folder / f"meeting-{language}-{mode.value}.png")
            window.close()


def main() -> int:
    """Make the docs' pictures, or every picture into the folder named."""
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with TemporaryDirectory() as folder:
        studio = Studio(Path(folder))
        if named is None:
            for_the_docs(studio, ROOT / "docs" / "pictures")
        else:
            of_everything(studio, named)
        studio.store.close()
    print(f"Pictures: {named or ROOT / 'docs' / 'pictures'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
