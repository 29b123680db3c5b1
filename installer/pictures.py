"""Makes the pictures of the docs from the running program on its sample data.

    python installer/pictures.py [FOLDER]

Without FOLDER the few pictures that the README shows are made anew in docs/pictures. With it every
page and the larger dialogs go there, in light and dark, Danish and English, for the eye. Runs
offscreen, in the project's virtual environment.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SCREEN = {"name": "large", "x": 0, "y": 0, "width": 1600, "height": 1000}
"""A dialog is no larger than the screen, and Qt's own offscreen one is small."""


def _offscreen() -> str:
    """Qt's platform without a screen, with one of our size; its description lies in a file."""
    described = {
        "synchronousWindowSystemEvents": False,
        "windowFrameMargins": False,
        "screens": [{**SCREEN, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}],
    }
    file = Path(gettempdir()) / "boardkeeper-screen.json"
    file.write_text(json.dumps(described), "utf-8")
    return f"offscreen:configfile={file}"


os.environ.setdefault("QT_QPA_PLATFORM", _offscreen())

from PIL import Image  # noqa: E402 - the platform is chosen first
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget  # noqa: E402

from boardkeeper.app import open_services  # noqa: E402
from boardkeeper.clock import Clock  # noqa: E402
from boardkeeper.domain.meetings import MeetingId, MeetingState  # noqa: E402
from boardkeeper.i18n import Language, set_language  # noqa: E402
from boardkeeper.paths import Folders  # noqa: E402
from boardkeeper.printing.raster import Pages  # noqa: E402
from boardkeeper.services.catalogue import Services  # noqa: E402
from boardkeeper.services.prepared import Prepared  # noqa: E402
from boardkeeper.settings import SettingsFile  # noqa: E402
from boardkeeper.ui.calendar.page import CalendarPage  # noqa: E402
from boardkeeper.ui.calendar.spans import View  # noqa: E402
from boardkeeper.ui.kit import Mode, Segments, Theme  # noqa: E402
from boardkeeper.ui.main_window import MainWindow  # noqa: E402
from boardkeeper.ui.meetings.meeting_view import AFTER  # noqa: E402
from boardkeeper.ui.meetings.tabs import Tabs  # noqa: E402
from boardkeeper.ui.preview.sheets import image_of  # noqa: E402

TODAY = date(2026, 11, 23)
YEAR_AHEAD = TODAY.year + 1
SIZE = (1280, 820)
COLOURS = 256  # in a picture of the docs: enough for flat colours and smooth letters
PAPER_SCALE = 1.2
MODES = (Mode.LIGHT, Mode.DARK)

Shot = Callable[["Studio"], QWidget]
"""Brings the window to something, and says which widget to photograph."""


class Studio:
    """The sample data, and a window on it, dressed and photographed."""

    def __init__(self, folder: Path) -> None:
        existing = QApplication.instance()
        self.application = existing if isinstance(existing, QApplication) else QApplication([])
        self.theme = Theme(self.application, mode=Mode.LIGHT)
        self.folders = Folders.below(folder)
        self.services, self.store = open_services(self.folders, Clock(TODAY))
        self.services.sample.fill()
        meeting = self.services.meetings.next()
        if meeting is None:
            raise LookupError("The sample has a next meeting.")
        self.meeting_id = meeting.id
        self.board_id = meeting.organisation_id
        self.window: MainWindow

    @contextmanager
    def opened(
        self, language: Language, mode: Mode, services: Services | None = None
    ) -> Iterator[None]:
        """A fresh window in the language and theme."""
        set_language(language)
        self.theme.set_mode(mode)
        settings = SettingsFile(self.folders.settings_file)
        self.window = MainWindow(services or self.services, settings, self.folders)
        self.window.resize(*SIZE)
        self.window.show()
        self.settle()
        yield
        self.window.close()

    def settle(self) -> None:
        """Let everything asked for be done and drawn."""
        self.window.settle()
        for _turn in range(5):
            self.application.processEvents()

    def take(self, shot: Shot) -> QImage:
        """Photograph it, and close the dialog if it was one."""
        widget = shot(self)
        self.settle()
        image = widget.grab().toImage()
        if isinstance(widget, QDialog):
            widget.reject()
            self.settle()
        return image

    def dialog(self) -> QDialog:
        """The dialog that was just opened."""
        self.settle()
        return next(each for each in self.window.findChildren(QDialog) if each.isVisible())

    def to_the_end(self) -> None:
        """Scroll the longest pane of the page on screen to its end."""
        self.settle()
        bars = [
            each.verticalScrollBar()
            for each in self.window.page.findChildren(QAbstractScrollArea)
            if each.isVisible()
        ]
        longest = max(bars, key=lambda bar: bar.maximum())
        longest.setValue(longest.maximum())


def section(name: str, opened: str = "", *, at_the_end: bool = False) -> Shot:
    def shot(studio: Studio) -> QWidget:
        studio.window.go_to(name, opened)
        if at_the_end:
            studio.to_the_end()
        return studio.window

    return shot


def board(studio: Studio) -> QWidget:
    return section("boards", studio.board_id)(studio)


def board_end(studio: Studio) -> QWidget:
    return section("boards", studio.board_id, at_the_end=True)(studio)


def meeting(studio: Studio) -> QWidget:
    return section("meetings", studio.meeting_id)(studio)


def meeting_details(studio: Studio) -> QWidget:
    meeting(studio)
    tabs = next(each for each in studio.window.findChildren(Tabs) if each.isVisible())
    tabs.setCurrentIndex(tabs.count() - 1)
    return studio.window


def _last_draft(studio: Studio) -> MeetingId:
    """The last meeting whose draft minutes are out."""
    every = studio.services.meetings.all()
    return [each.id for each in every if each.state is MeetingState.DRAFT_MINUTES][-1]


def minutes(studio: Studio) -> QWidget:
    studio.window.go_to("meetings", _last_draft(studio))
    studio.window.take_minutes()
    return studio.window


def calendar(view: View) -> Shot:
    def shot(studio: Studio) -> QWidget:
        studio.window.go_to("calendar")
        page = studio.window.page
        if isinstance(page, CalendarPage):
            page.show_view(view)
        return studio.window

    return shot


def new_one(name: str) -> Shot:
    """The dialog behind Ctrl+N in a section."""

    def shot(studio: Studio) -> QWidget:
        studio.window.go_to(name)
        studio.settle()
        studio.window.make_new()
        return studio.dialog()

    return shot


def segment(name: str, index: int) -> Shot:
    """A section with another of its segments down."""

    def shot(studio: Studio) -> QWidget:
        studio.window.go_to(name)
        studio.settle()
        frame = next(each for each in studio.window.page.findChildren(Segments) if each.isVisible())
        frame.findChildren(QAbstractButton)[index].click()
        return studio.window

    return shot


def meeting_after(studio: Studio) -> QWidget:
    """The last meeting of the network, with what came of it."""
    network = studio.services.organisations.named("Netværket")
    last = studio.services.meetings.last(network.id)
    studio.window.go_to("meetings", "" if last is None else last.id)
    tabs = next(each for each in studio.window.findChildren(Tabs) if each.isVisible())
    tabs.setCurrentIndex(AFTER)
    return studio.window


def review(studio: Studio) -> QWidget:
    """The yearly question of the seat in the network."""
    network = studio.services.organisations.named("Netværket")
    seat = studio.services.reviews.my_seat(network.id)
    return section("reviews", "" if seat is None else seat.id)(studio)


def simulator(studio: Studio) -> QWidget:
    studio.window.what_if_yes()
    return studio.dialog()


def wheel(studio: Studio) -> QWidget:
    return section("yearwheel", studio.board_id)(studio)


def trash(studio: Studio) -> QWidget:
    """The trash with two things in it."""
    services = studio.services
    services.meetings.discard(services.meetings.upcoming()[1].id)
    services.organisations.discard(services.organisations.all()[-1].id)
    return section("trash")(studio)


def previewed(shot: Shot) -> Shot:
    """The preview behind Ctrl+P."""

    def preview(studio: Studio) -> QWidget:
        shot(studio)
        studio.settle()
        studio.window.print_this()
        return studio.dialog()

    return preview


def shortcuts(studio: Studio) -> QWidget:
    studio.window.show_shortcuts()
    return studio.dialog()


EVERYTHING: dict[str, Shot] = {
    "today": section("today"),
    "today-end": section("today", at_the_end=True),
    "calendar-month": calendar(View.MONTH),
    "calendar-week": calendar(View.WEEK),
    "calendar-list": calendar(View.LIST),
    "board": board,
    "board-end": board_end,
    "board-new": new_one("boards"),
    "meetings": section("meetings"),
    "meeting": meeting,
    "meeting-details": meeting_details,
    "minutes": minutes,
    "meeting-new": new_one("meetings"),
    "tasks": section("tasks"),
    "decisions": section("decisions"),
    "meeting-after": meeting_after,
    "people": segment("people", 0),
    "ambassadors": segment("people", 1),
    "referrals": segment("people", 2),
    "person-new": new_one("people"),
    "hours": segment("hours", 0),
    "hours-end": section("hours", at_the_end=True),
    "hours-entries": segment("hours", 1),
    "hours-report": segment("hours", 2),
    "hours-money": segment("hours", 3),
    "simulator": simulator,
    "review": review,
    "portfolio": section("reviews"),
    "yearwheel": wheel,
    "yearwheel-new": new_one("yearwheel"),
    "settings": section("settings"),
    "settings-end": section("settings", at_the_end=True),
    "preview-agenda": previewed(meeting),
    "preview-wheel": previewed(wheel),
    "shortcuts": shortcuts,
    "trash": trash,
}


def of_everything(studio: Studio, folder: Path) -> None:
    """Every page in both languages and both themes, and the window with nothing in it yet."""
    with TemporaryDirectory() as empty:
        services, store = open_services(Folders.below(Path(empty)), Clock(TODAY))
        for language in Language:
            for mode in MODES:
                kind = f"{language.value}-{mode.value}"
                with studio.opened(language, mode):
                    for name, shot in EVERYTHING.items():
                        _save(studio.take(shot), folder / f"{name}-{kind}.png")
                    while studio.services.trash.entries():
                        studio.services.journal.undo()
                with studio.opened(language, mode, services):
                    _save(studio.take(section("today")), folder / f"first-run-{kind}.png")
        store.close()


def for_the_docs(studio: Studio, folder: Path) -> None:
    """The pictures the README shows: the program as a Danish person sees it."""
    documents = studio.services.documents
    with studio.opened(Language.DANISH, Mode.LIGHT):
        _save_small(studio.take(section("today")), folder / "today.png")
        _save_small(studio.take(calendar(View.MONTH)), folder / "calendar.png")
        _save_small(studio.take(meeting), folder / "meeting.png")
        _save_small(studio.take(previewed(meeting)), folder / "preview.png")
        _save_small(studio.take(minutes), folder / "minutes.png")
        _save_small(studio.take(section("decisions")), folder / "decisions.png")
        _save_small(studio.take(section("hours")), folder / "hours.png")
        _save_small(studio.take(simulator), folder / "simulator.png")
        _save_small(studio.take(segment("people", 1)), folder / "ambassadors.png")
        _save_small(studio.take(review), folder / "review.png")
        _save_small(studio.take(wheel), folder / "yearwheel.png")
        _save_small(_paper(documents.agenda(studio.meeting_id)), folder / "agenda.png")
        _save_small(_paper(documents.plan(None, YEAR_AHEAD)), folder / "plan.png")
        _save_small(_paper(documents.ahead()), folder / "ahead.png")
        last = _last_draft(studio)
        _save_small(
            _paper(studio.services.minutes_papers.minutes(last)), folder / "minutes-paper.png"
        )
    with studio.opened(Language.DANISH, Mode.DARK):
        _save_small(studio.take(board), folder / "board-dark.png")
    with studio.opened(Language.ENGLISH, Mode.LIGHT):
        _save_small(studio.take(section("today")), folder / "today-english.png")


def _paper(prepared: Prepared) -> QImage:
    """The first page of a paper."""
    with Pages(prepared.printed().content) as pages:
        return image_of(pages.raster(0, PAPER_SCALE))


def _save(image: QImage, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(file)


def _save_small(image: QImage, file: Path) -> None:
    """Keep the picture in few colours: half the bytes, and the eye sees no difference."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub takes only bytes here
    with Image.open(BytesIO(buffer.data().data())) as picture:
        few = picture.convert("RGB").quantize(
            COLOURS,
            method=Image.Quantize.MAXCOVERAGE,  # a small spot of pink stays pink
            dither=Image.Dither.NONE,
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    few.save(file, optimize=True)


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
