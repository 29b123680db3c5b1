"""Office documents as PDF: what the program is told, and what becomes of one that misbehaves.

The programs here are small scripts in its place; one test asks the real one, where it is installed.
"""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from boardkeeper.exchange.limited import Limits
from boardkeeper.exchange.office_pdf import office_as_pdf, office_program
from boardkeeper.exchange.office_settings import write_settings
from tests.support.office import an_office_program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the programs here are shell scripts")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "0123456789abcdef0123"
    path.write_bytes(b"PK\x03\x04 words")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    return path


def test_the_pdf_is_what_stays_in_the_folder(tmp_path: Path, source: Path, folder: Path) -> None:
    program = an_office_program(tmp_path, 'cp "$1" "$made"')
    made = office_as_pdf(program, source, ".docx", folder)
    assert made is not None
    assert made.read_bytes() == source.read_bytes()
    assert sorted(each.name for each in folder.glob("office-*.*")) == [made.name]


def test_macros_links_and_the_network_are_off_before_the_program_starts(
    tmp_path: Path, source: Path, folder: Path
) -> None:
    program = an_office_program(tmp_path, 'cp "$settings/user/registrymodifications.xcu" "$made"')
    made = office_as_pdf(program, source, ".docx", folder)
    assert made is not None
    told = made.read_text(encoding="utf-8")
    for name in ("BlockUntrustedRefererLinks", "DisableMacrosExecution"):
        assert f'oor:name="{name}" oor:op="fuse"><value>true</value>' in told
    assert 'oor:name="ooInetProxyType" oor:op="fuse"><value>2</value>' in told


def test_half_a_document_is_none(tmp_path: Path, source: Path, folder: Path) -> None:
    program = an_office_program(tmp_path, 'echo half > "$made"; exit 1')
    assert office_as_pdf(program, source, ".docx", folder) is None
    assert list(folder.iterdir()) == []


def test_a_program_that_makes_nothing_makes_none(
    tmp_path: Path, source: Path, folder: Path
) -> None:
    assert office_as_pdf(an_office_program(tmp_path, "exit 0"), source, ".docx", folder) is None
    assert list(folder.iterdir()) == []


def test_a_program_that_cannot_be_started_makes_none(
    tmp_path: Path, source: Path, folder: Path
) -> None:
    nothing = tmp_path / "soffice"
    nothing.write_text("no program", encoding="utf-8")
    assert office_as_pdf(nothing, source, ".docx", folder) is None
    assert list(folder.iterdir()) == []


def test_cancelling_ends_the_program_and_what_it_started(
    tmp_path: Path, source: Path, folder: Path
) -> None:
    started = tmp_path / "started"
    program = an_office_program(
        tmp_path,
        f'echo half > "$made"; sleep 600 & echo $! > {started}.part\n'
        f"mv {started}.part {started}; wait",
    )
    assert office_as_pdf(program, source, ".docx", folder, is_cancelled=started.exists) is None
    assert has_ended(int(started.read_text(encoding="utf-8")))
    assert list(folder.iterdir()) == []


def test_a_program_that_never_ends_is_ended(tmp_path: Path, source: Path, folder: Path) -> None:
    program = an_office_program(tmp_path, 'echo half > "$made"; sleep 600')
    assert office_as_pdf(program, source, ".docx", folder, limits=Limits(seconds=0.2)) is None
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process from outside")
def test_the_system_holds_memory_and_size(tmp_path: Path, source: Path, folder: Path) -> None:
    # The limits come a moment after the start, so the script looks until they are there.
    program = an_office_program(
        tmp_path,
        'until [ "$(ulimit -v)" != unlimited ]; do :; done\nulimit -v > "$made"',
    )
    made = office_as_pdf(program, source, ".docx", folder, limits=Limits(memory=2**31))
    assert made is not None
    assert int(made.read_text(encoding="utf-8")) == 2**21  # the shell counts in KiB


def test_the_program_does_not_get_this_programs_modules(
    tmp_path: Path, source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    made = office_as_pdf(an_office_program(tmp_path, 'env > "$made"'), source, ".docx", folder)
    assert made is not None
    assert "PYTHONPATH" not in made.read_text(encoding="utf-8")


def test_a_second_document_gets_settings_nobody_has_locked(
    tmp_path: Path, source: Path, folder: Path
) -> None:
    ended = an_office_program(tmp_path, 'touch "$settings/.lock"; sleep 600')
    assert office_as_pdf(ended, source, ".docx", folder, limits=Limits(seconds=0.2)) is None
    good = an_office_program(tmp_path, '[ ! -e "$settings/.lock" ] && cp "$1" "$made"')
    assert office_as_pdf(good, source, ".docx", folder) is not None


def test_the_settings_are_xml(tmp_path: Path) -> None:
    write_settings(tmp_path)
    root = ET.parse(tmp_path / "user" / "registrymodifications.xcu").getroot()  # noqa: S314 - our own
    assert len(root) > 0


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it has been asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_GET = do_HEAD = do_OPTIONS = answer  # noqa: N815 - the library's names

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_pages_and_fetches_nothing(
    folder: Path, tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    program = office_program()
    assert program is not None
    address, paths = asked
    letter = tmp_path / "letter"
    write_letter_with_a_picture_at(letter, f"{address}/picture.png")
    made = office_as_pdf(program, letter, ".odt", folder)
    assert made is not None
    assert made.read_bytes().startswith(b"%PDF-")
    assert paths == []


def write_letter_with_a_picture_at(path: Path, address: str) -> None:
    """A small OpenDocument text whose picture lies elsewhere."""
    of = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{of}:manifest:1.0"><m:file-entry m:full-path="/"'
            ' m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry'
            ' m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        packed.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{of}:office:1.0" xmlns:t="{of}:text:1.0"'
            f' xmlns:d="{of}:drawing:1.0" xmlns:s="{of}:svg-compatible:1.0"'
            ' xmlns:x="http://www.w3.org/1999/xlink" o:version="1.2"><o:body><o:text>'
            f'<t:p>Words<d:frame s:width="5cm" s:height="3cm"><d:image x:href="{address}"/>'
            "</d:frame></t:p></o:text></o:body></o:document-content>",
        )


def has_ended(process: int) -> bool:
    """Whether nothing runs under the number; what nobody has buried yet has ended all the same."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)],  # noqa: S607 - wherever the machine has it
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return not state or state.startswith("Z")
