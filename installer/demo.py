"""BoardKeeper on sample data in a folder of its own; where there is no screen, on paper."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import machine
from installer.environment import ROOT, Environment, surroundings
from installer.terminal import Halted, quietly, step

FOLDER = ROOT / "demo"
DAYS_FRESH = (
    6  # the sample's next meeting lies at most this many days after the day it was laid out
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A kind of document, what to make it from, and the editions it comes in."""

    kind: str
    subject: tuple[str, ...]
    editions: tuple[str, ...] = ()


GENERAL_MEETING = "meeting-skovbrynet-generalforsamling"
"""One of the sample's."""

DOCUMENTS = (
    Document(kind="agenda", subject=("--meeting", "next"), editions=("open", "full")),
    Document(kind="minutes", subject=("--organisation", "Skovbrynet"), editions=("open", "full")),
    Document(kind="protocol", subject=("--organisation", "Sejlklub")),
    Document(kind="attendance", subject=("--organisation", "Skovbrynet")),
    Document(kind="tasks", subject=("--organisation", "Skovbrynet")),
    Document(kind="decisions", subject=("--organisation", "Sejlklub")),
    Document(kind="yearbook", subject=("--organisation", "Sejlklub")),
    Document(kind="nameplates", subject=("--organisation", "Skovbrynet")),
    Document(kind="ballots", subject=("--meeting", GENERAL_MEETING)),
    Document(kind="proxy", subject=("--meeting", GENERAL_MEETING)),
    Document(kind="pack", subject=("--meeting", "next"), editions=("open", "full")),
    Document(kind="plan", subject=()),
    Document(kind="ahead", subject=()),
    Document(kind="wheel", subject=("--organisation", "Sejlklub")),
    Document(kind="hours", subject=()),
    Document(kind="mileage", subject=("--organisation", "Sejlklub")),
    Document(kind="candidate", subject=("--candidate", "Havnens Fond")),
    Document(kind="brief", subject=("--organisation", "Kvart over Syv")),
    Document(kind="offices", subject=()),
    Document(kind="network", subject=("--organisation", "Kvart over Syv")),
    Document(kind="pocket", subject=("--organisation", "Kvart over Syv")),
    Document(kind="review", subject=("--organisation", "Kvart over Syv")),
    Document(kind="portfolio", subject=()),
    Document(kind="letter", subject=("--organisation", "Sejlklub")),
    Document(kind="handover", subject=("--organisation", "Sejlklub")),
)
LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One file to print: its name, and the arguments of `print` that make it."""

    name: str
    arguments: tuple[str, ...]


def prints(documents: Sequence[Document] = DOCUMENTS) -> Iterator[Print]:
    """Every document in every edition and language."""
    for document in documents:
        for language in LANGUAGES:
            for edition in document.editions or (None,):
                parts = [document.kind, language, *([edition] if edition else [])]
                yield Print(
                    name=f"{'-'.join(parts)}.pdf",
                    arguments=(
                        *("print", document.kind, *document.subject, "--language", language),
                        *(("--edition", edition) if edition else ()),
                    ),
                )


def needs() -> tuple[machine.Need, ...]:
    """What the demo asks of the system: a window needs Qt's libraries, paper needs nothing."""
    return machine.WINDOW if machine.has_screen() else ()


def show(environment: Environment, arguments: Sequence[str]) -> int:
    """Lay out the sample, then open the window or print; the exit code says whether it went well.

    Raises:
        Halted: When the sample cannot be laid out.
    """
    lay_out_sample(environment)
    if machine.has_screen():
        return _open_window(environment, arguments)
    return _print_all(environment)


def is_fresh(marker: str, today: dt.date) -> bool:
    """Whether the sample was laid out within the days that its next meeting still lies ahead."""
    try:
        laid_out = dt.date.fromisoformat(marker.strip())
    except ValueError:
        return False
    return 0 <= (today - laid_out).days <= DAYS_FRESH


def lay_out_sample(environment: Environment, folder: Path = FOLDER) -> None:
    """Fill the demo's own data folder, anew when its meetings have begun to lie behind us.

    The marker lies beside the data and is written last: what was interrupted is begun again.
    """
    marker = folder / "laid-out-on.txt"
    data = folder / "data"
    today = dt.date.today()  # noqa: DTZ011 - the day on this person's wall
    laid_out = marker.read_text(encoding="utf-8") if marker.exists() else ""
    if is_fresh(laid_out, today) and data.is_dir():
        return
    folder.mkdir(exist_ok=True)
    marker.unlink(missing_ok=True)
    with step("Laying out the sample"):
        _remove(data)
        quietly(
            _boardkeeper(environment, data, "sample"),
            otherwise="The sample could not be laid out:",
            environment=surroundings(),
        )
    marker.write_text(f"{today.isoformat()}\n", encoding="utf-8")


def _remove(data: Path) -> None:
    if not data.exists():
        return
    try:
        shutil.rmtree(data)
    except OSError as error:
        raise Halted(
            f"The old sample in {data} is in use. Close BoardKeeper and give the command again."
        ) from error


def _boardkeeper(environment: Environment, data: Path, *arguments: str) -> list[str]:
    return environment.command("-m", "boardkeeper", "--data", str(data), *arguments)


def _open_window(environment: Environment, arguments: Sequence[str]) -> int:
    print(f"BoardKeeper opens on the sample in {FOLDER / 'data'}; close its window to end.")
    command = _boardkeeper(environment, FOLDER / "data", *arguments)
    code = subprocess.run(command, env=surroundings(), check=False).returncode
    if code != 0:
        print(f"BoardKeeper ended with exit code {code}.")
    return code


def _print_all(environment: Environment) -> int:
    print(f"There is no screen here, so the sample is printed into {FOLDER}")
    failures = []
    for each in prints():
        command = _boardkeeper(
            environment, FOLDER / "data", *each.arguments, "-o", str(FOLDER / each.name)
        )
        try:
            with step(f"Printing {each.name}"):
                quietly(command, otherwise=f"{each.name}:", environment=surroundings())
        except Halted as halted:
            failures.append(each.name)
            print(halted)
    if failures:
        print(f"Not printed: {', '.join(failures)}.")
        return 1
    print(f"The documents lie in {FOLDER}")
    return 0
