"""The price of a pack: forty appendices of twenty pages against merely putting them together.

The careless way is `pikepdf`: open, append, save. Ours also cleans, sets, stamps, links, bookmarks
and looks through every page, with the child process that a hostile paper may end.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from boardkeeper.domain.sheets.pack import PackSheet
from boardkeeper.printing.pack.building import build
from boardkeeper.services.pack_building import PreparedPack
from tests.support.packs import a_pack_sheet, a_paper, mixed_pdf

APPENDICES, PAGES = 40, 20
ROUNDS = 4
ITEMS = ("1", "2", "3", "4.1", "4.2", "5", "6", "7")


def sheet_of(files: list[Path]) -> PackSheet:
    numbers = [f"{ITEMS[at % len(ITEMS)]}.{at // len(ITEMS) + 1}" for at in range(len(files))]
    return a_pack_sheet(
        [a_paper(path, number) for path, number in zip(files, numbers, strict=True)]
    )


def prepared(sheet: PackSheet) -> PreparedPack:
    return PreparedPack(title="Pack", file_name="pack.pdf", sheet=sheet, documents=())


def put_together(files: list[Path], target: Path) -> None:
    with pikepdf.new() as whole:
        opened = [pikepdf.open(each) for each in files]
        for each in opened:
            whole.pages.extend(each.pages)
        whole.save(target)


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, without clearing up meanwhile: nor does the child process."""
    gc.collect()
    begun = time.perf_counter()
    gc.disable()
    try:
        work()
    finally:
        gc.enable()
    return time.perf_counter() - begun


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of several rounds."""
    return min(seconds(work) for _round in range(ROUNDS))


def say(words: str) -> None:
    """Onto the terminal of whoever asked for the figures, with `-s`."""
    sys.stdout.write(f"\n{words}\n")


@pytest.fixture(name="files", scope="module")
def forty_papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    return [mixed_pdf(folder / f"paper{at}.pdf", PAGES, at) for at in range(APPENDICES)]


def test_a_pack_of_800_pages_costs_at_most_three_times_putting_them_together(
    files: list[Path], tmp_path: Path
) -> None:
    sheet = sheet_of(files)
    careless, ours = [], []
    for _round in range(ROUNDS):  # in turn, so that a busy moment meets both
        careless.append(seconds(lambda: put_together(files, tmp_path / "careless.pdf")))
        ours.append(seconds(lambda: build(sheet, tmp_path / "pack.pdf", lambda _done, _of: None)))
    times = min(ours) / min(careless)
    whole = seconds(lambda: prepared(sheet).build(target=tmp_path / "pack.pdf"))
    say(
        f"800 pages: put together {min(careless):.2f} s, ours {min(ours):.2f} s, {times:.2f} x;"
        f" with its child process {whole:.2f} s"
    )
    assert times <= 3


def test_a_pack_grows_with_its_pages_and_no_faster(tmp_path: Path) -> None:
    took = {}
    for pages in (100, 300, 1000, 2000):
        folder = tmp_path / str(pages)
        folder.mkdir()
        files = [mixed_pdf(folder / f"p{at}.pdf", PAGES, at) for at in range(pages // PAGES)]
        sheet = sheet_of(files)
        took[pages] = fastest(lambda: prepared(sheet).build(target=folder / "pack.pdf"))  # noqa: B023
    say(", ".join(f"{pages} pages {seconds:.2f} s" for pages, seconds in took.items()))
    assert took[300] <= 10
    a_page = (took[1000] - took[100]) / 900
    assert took[2000] <= took[1000] + 1000 * a_page * 1.6


_MEASURED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from tests.bench.test_pack import sheet_of
from boardkeeper.printing.pack.building import build
build(sheet_of(sorted(Path(sys.argv[1]).glob("*.pdf"))), Path(sys.argv[2]), lambda done, of: None)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("pages", [800, 2000])
def test_a_pack_needs_no_more_than_300_mib_whatever_its_size(pages: int, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for at in range(pages // PAGES):
        mixed_pdf(folder / f"paper{at:03}.pdf", PAGES, at)
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(folder), str(tmp_path / "pack.pdf"), str(root)],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    most = int(said.stdout)
    say(f"{pages} pages: at most {most} MiB")
    assert most <= 300
