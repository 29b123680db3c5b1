"""Office documents in a pack: pages where there is a program to make them, else a slip of paper."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.exchange.docx_agenda import agenda_docx
from boardkeeper.exchange.office_pdf import office_program
from boardkeeper.services.catalogue import Services
from boardkeeper.services.pack_building import Pack
from tests.support.builders import house, item, meeting, organisation
from tests.support.hostile import everything_in, scripts_everywhere
from tests.support.notices import a_sheet
from tests.support.office import an_office_program
from tests.support.packs import a_pdf
from tests.support.paper import text_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program here is a shell script")


@dataclass(frozen=True)
class Evening:
    """A meeting with a Word document as its one appendix, and where things lie."""

    services: Services
    meeting_id: MeetingId
    folder: Path
    passing: Path

    def pack(self) -> Pack:
        return self.services.packs.prepare(self.meeting_id).build()


@pytest.fixture(name="evening")
def an_evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Evening]:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    board = organisation("Grundejerforeningen Solbakken")
    held = meeting(board, "2026-03-05 19:00", number=14)
    budget = item(held, "Budget", position=0, minutes=20)
    document = tmp_path / "Budgetforslag.docx"
    document.write_bytes(agenda_docx(a_sheet()))
    with house(board, held, budget, path=tmp_path / "board.db") as built:
        services = Services.over(built.store, built.clock)
        services.papers.add([document], item_id=budget.id)
        yield Evening(services, held.id, tmp_path, passing)


@pytest.fixture(name="installed")
def install(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program in LibreOffice's place that does as told."""

    def installed(script: str) -> None:
        folder = evening.folder / "bin"
        an_office_program(folder, script)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return installed


def test_a_word_document_becomes_stamped_pages(
    evening: Evening, installed: Callable[[str], None]
) -> None:
    pages = a_pdf(evening.folder / "pages.pdf", 2, text="Budgettet")
    installed(f'cp "{pages}" "$made"')
    pack = evening.pack()
    text = text_of(pack.content)
    assert "Budgettet page 2" in text
    assert "bilag s. 2/2" in text
    assert pack.warnings == ()


def test_what_the_program_makes_is_cleaned_like_any_file_from_outside(
    evening: Evening, installed: Callable[[str], None]
) -> None:
    hostile = evening.folder / "hostile.pdf"
    scripts_everywhere(hostile)
    assert b"/JavaScript" in everything_in(hostile.read_bytes())
    installed(f'cp "{hostile}" "$made"')
    whole = everything_in(evening.pack().content)
    assert b"/JavaScript" not in whole
    assert b"/OpenAction" not in whole


def test_a_document_the_program_cannot_read_has_a_slip_that_says_so(
    evening: Evening, installed: Callable[[str], None]
) -> None:
    installed('echo half > "$made"; exit 1')
    pack = evening.pack()
    assert "vedlægges særskilt" in text_of(pack.content)
    assert "LibreOffice kunne ikke" in " ".join(pack.warnings)


def test_a_pdf_that_is_none_has_a_slip_too(
    evening: Evening, installed: Callable[[str], None]
) -> None:
    installed('echo nonsense > "$made"')
    pack = evening.pack()
    assert "vedlægges særskilt" in text_of(pack.content)
    assert len(pack.warnings) == 1


def test_only_the_pack_itself_is_left_lying_and_nothing_once_it_is_discarded(
    evening: Evening, installed: Callable[[str], None]
) -> None:
    pages = a_pdf(evening.folder / "pages.pdf", 1)
    installed(f'cp "{pages}" "$made"')
    pack = evening.pack()
    assert list(pack.path.parent.iterdir()) == [pack.path]
    pack.discard()
    assert list(evening.passing.iterdir()) == []


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_makes_the_pages(evening: Evening) -> None:
    pack = evening.pack()
    assert pack.warnings == ()
    assert "Bilag 1.1" in text_of(pack.content)
    assert "bilag s. 1/" in text_of(pack.content)
