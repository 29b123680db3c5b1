from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from boardkeeper.printing.agenda import agenda_pdf
from boardkeeper.printing.raster import Pages
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Document, Prepared
from boardkeeper.ui.jobs import Jobs
from boardkeeper.ui.kit import Mode, Theme
from boardkeeper.ui.papers import Paper, agenda_paper
from boardkeeper.ui.preview.dialog import PreviewDialog
from boardkeeper.ui.preview.paper import paint_pages
from tests.support import word
from tests.support.builders import House, item, meeting, membership, organisation, person
from tests.support.drivers.screen import Screen
from tests.support.notices import a_sheet
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven", language=Language.DANISH)
ME = person("Åse Ravn", is_me=True, email="aase@ravn.example")
ANNA = person("Anna Ærø", email="anna@holm.example")
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14, place="The library")
LONG = [
    item(NEXT, f"Item {at}", position=at, minutes=1, background="Words. " * 60) for at in range(40)
]
SECRET = item(NEXT, "The wages", position=50, minutes=5, is_closed=True)

SHEET = agenda_pdf(a_sheet())


@dataclass
class Previewed:
    """The preview of an agenda, and what one does with it."""

    qtbot: QtBot
    dialog: PreviewDialog
    jobs: Jobs

    @property
    def screen(self) -> Screen:
        return Screen(self.qtbot, self.dialog)

    def wait(self) -> None:
        """Wait until the paper is drawn."""
        self.qtbot.waitUntil(lambda: self.screen.is_enabled("Save…"))

    @property
    def document(self) -> Document:
        """The paper on screen, once it is drawn."""
        self.wait()
        assert self.dialog.document is not None
        return self.dialog.document

    @property
    def text(self) -> str:
        return text_of(self.document.content)


@pytest.fixture(name="preview")
def preview_of_an_agenda(house: House, qtbot: QtBot) -> Iterator[Previewed]:
    house.keep(BOARD, ME, ANNA, membership(ME, BOARD), membership(ANNA, BOARD), NEXT, *LONG, SECRET)
    services = Services.over(house.store, house.clock)
    jobs = Jobs()
    dialog = PreviewDialog(agenda_paper(services, NEXT.id), jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test looks at it
    dialog.show()
    dialog.activateWindow()
    yield Previewed(qtbot, dialog, jobs)
    dialog.reject()
    jobs.wait()
    dialog.deleteLater()


def test_the_paper_is_first_in_the_organisations_language_and_whole(preview: Previewed) -> None:
    assert "Dagsorden" in preview.text
    assert "The wages" in preview.text


def test_a_preview_closed_while_it_draws_is_simply_gone(preview: Previewed) -> None:
    preview.screen.press("Close")
    preview.jobs.wait()
    QApplication.processEvents()
    assert not preview.dialog.isVisible()


def test_until_the_paper_is_drawn_it_cannot_be_sent_anywhere(qtbot: QtBot) -> None:
    may_end, jobs = threading.Event(), Jobs()

    def draw() -> bytes:
        may_end.wait()
        return SHEET

    paper = Paper(
        prepare=lambda _wanted: Prepared("Agenda", "a.pdf", draw),
        choices=frozenset(),
        mail=lambda document: document,
    )
    dialog = PreviewDialog(paper, jobs)
    dialog.show()
    screen = Screen(qtbot, dialog)
    assert not any(screen.is_enabled(each) for each in ("Print…", "Save…", "Mail draft"))
    may_end.set()
    qtbot.waitUntil(lambda: screen.is_enabled("Save…"))
    assert all(screen.is_enabled(each) for each in ("Print…", "Save…", "Mail draft"))
    dialog.reject()


def test_another_language_gives_another_paper(preview: Previewed) -> None:
    preview.wait()
    preview.screen.choose("Language", "English")
    assert "Agenda" in preview.text


def test_the_open_edition_holds_nothing_of_closed_items(preview: Previewed) -> None:
    preview.wait()
    preview.screen.choose("Edition", "Without closed items")
    assert "The wages" not in preview.text


def test_large_print_takes_more_pages(preview: Previewed) -> None:
    before = len(Pages(preview.document.content))
    preview.screen.choose("Layout", "Large print")
    assert len(Pages(preview.document.content)) > before


def test_of_several_choices_made_quickly_the_last_one_is_shown(preview: Previewed) -> None:
    preview.screen.choose("Layout", "Large print")
    preview.screen.choose("Language", "English")
    preview.screen.choose("Edition", "Without closed items")
    assert "Agenda" in preview.text
    assert "The wages" not in preview.text


def test_the_foot_says_which_page_one_sees(preview: Previewed) -> None:
    count = len(Pages(preview.document.content))
    assert f"Page 1 of {count}" in preview.screen.words()


def test_zooming_keeps_the_paper_and_the_page(preview: Previewed) -> None:
    before = preview.document
    preview.screen.press("Larger")
    preview.screen.press("Larger")
    preview.screen.press("Smaller")
    assert preview.dialog.document is before


def test_the_pages_are_drawn_on_the_screen_in_both_themes(
    preview: Previewed, qapp: QApplication
) -> None:
    preview.wait()
    theme = Theme(qapp, mode=Mode.DARK)
    for mode in (Mode.DARK, Mode.LIGHT):
        theme.set_mode(mode)
        colours = _colours(preview)
        assert "#ffffff" in colours  # the paper is white in both
        assert len(colours) > 10  # and something is written on it


def test_saving_writes_exactly_what_is_shown(preview: Previewed, tmp_path: Path) -> None:
    shown = preview.document
    preview.screen.press("Save…")
    _save_as(preview, tmp_path / "here.pdf")
    assert (tmp_path / "here.pdf").read_bytes() == shown.content


def test_saving_proposes_the_papers_own_name(preview: Previewed) -> None:
    shown = preview.document
    preview.screen.press("Save…")
    (dialog,) = preview.dialog.findChildren(QFileDialog)
    assert _name_line(dialog).text() == shown.file_name
    dialog.reject()


def test_a_mail_draft_carries_the_paper_to_the_others(
    preview: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    shown = preview.document
    preview.screen.press("Mail draft")
    draft = message_from_bytes(Path(opened[0].toLocalFile()).read_bytes(), policy=default)
    (attached,) = draft.iter_attachments()
    assert attached.get_content() == shown.content
    assert attached.get_filename() == shown.file_name
    assert draft["To"].addresses[0].display_name == "Anna Ærø"
    assert "aase" not in draft["To"]
    assert draft["X-Unsent"] == "1"


def test_without_a_mail_program_one_is_told_where_the_draft_lies(
    preview: Previewed, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    preview.wait()
    with qtbot.captureExceptions() as raised:
        preview.screen.press("Mail draft")
    assert isinstance(raised[0][1], UserError)
    lies = str(raised[0][1]).split("It lies in ")[1].split(";")[0]
    assert Path(lies).is_file()


def test_printing_gives_as_many_pages_of_the_same_size(preview: Previewed, tmp_path: Path) -> None:
    shown = Pages(preview.document.content)
    printer = _printer_to(tmp_path / "printed.pdf")
    paint_pages(preview.document.content, printer)
    printed = Pages((tmp_path / "printed.pdf").read_bytes())
    assert [_rounded(each) for each in printed.sizes] == [_rounded(each) for each in shown.sizes]


def test_printing_some_pages_prints_those(preview: Previewed, tmp_path: Path) -> None:
    printer = _printer_to(tmp_path / "printed.pdf")
    printer.setFromTo(2, 3)
    paint_pages(preview.document.content, printer)
    assert len(Pages((tmp_path / "printed.pdf").read_bytes())) == 2


def _printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QSizeF(595, 842), QPageSize.Unit.Point))
    printer.setFullPage(True)
    printer.setResolution(72)
    return printer


def _rounded(size: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(round(each / 3) for each in size)


def test_saved_under_words_suffix_it_is_a_word_document_in_the_edition_chosen(
    preview: Previewed, tmp_path: Path
) -> None:
    preview.wait()
    preview.screen.choose("Edition", "Without closed items")
    preview.wait()
    preview.screen.press("Save…")
    (asking,) = preview.dialog.findChildren(QFileDialog)
    assert [each.split(" (")[0] for each in asking.nameFilters()] == [
        "PDF documents",
        "Word documents",
    ]
    asking.selectNameFilter(asking.nameFilters()[1])
    asking.filterSelected.emit(asking.nameFilters()[1])
    assert _name_line(asking).text().endswith("_Dagsorden.docx")
    _save_as(preview, tmp_path / "agenda.docx")
    preview.qtbot.waitUntil((tmp_path / "agenda.docx").exists)
    words = word.text_of((tmp_path / "agenda.docx").read_bytes())
    assert "Item 39" in words
    assert "The wages" not in words


def _colours(preview: Previewed) -> set[str]:
    image = preview.dialog.grab().toImage()
    across, down = range(0, image.width(), 3), range(0, image.height(), 3)
    return {image.pixelColor(x, y).name() for x in across for y in down}


def _save_as(preview: Previewed, path: Path) -> None:
    (dialog,) = preview.dialog.findChildren(QFileDialog)
    _name_line(dialog).setText(str(path))
    dialog.accept()


def _name_line(dialog: QFileDialog) -> QLineEdit:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    return line


def test_after_the_mail_the_notice_can_be_marked_as_sent_and_the_paper_is_a_draft_no_more(
    preview: Previewed, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    assert "UDKAST" in preview.text
    preview.screen.press("Mail draft")
    assert "marked as a draft" in preview.screen.words()
    preview.screen.press("Mark the notice as sent")
    preview.wait()
    assert house.meetings.get(NEXT.id).state is MeetingState.NOTICE_SENT
    assert "UDKAST" not in preview.text
    assert "marked as sent" in preview.screen.words()


def test_of_a_notice_that_is_sent_nothing_is_offered(
    preview: Previewed, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    house.meetings.send_notice(NEXT.id)
    preview.wait()
    preview.screen.press("Mail draft")
    assert not preview.screen.is_offered("Mark the notice as sent")
