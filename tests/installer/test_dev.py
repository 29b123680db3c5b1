"""The tools' own promises, as far as they can be kept without a network."""

from __future__ import annotations

import ast
import datetime as dt
import re
import sys
import tomllib
from pathlib import Path

import pytest

from installer import checks, demo, dev, environment, locking, machine, terminal, verbs
from installer.environment import ROOT, RUNTIME, TEST

LOCKS = pytest.mark.parametrize("lock", [RUNTIME, TEST], ids=lambda lock: lock.stem)


def read(lock: Path) -> str:
    return lock.read_text(encoding="utf-8")


def required(requirements: list[str]) -> set[str]:
    """The names alone, as the locks spell them."""
    names = (re.match(r"[A-Za-z0-9._-]+", each) for each in requirements)
    return {re.sub(r"[._-]+", "-", name[0]).lower() for name in names if name}


def project() -> tuple[set[str], set[str]]:
    """What pyproject.toml asks for: to run, and to test."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return required(told["project"]["dependencies"]), required(told["dependency-groups"]["test"])


# The locks


@LOCKS
def test_a_lock_holds_pins_and_hashes_and_names_no_index(lock: Path) -> None:
    assert locking.strange_lines(read(lock)) == []


@LOCKS
def test_every_pin_of_a_lock_has_a_hash(lock: Path) -> None:
    lines = read(lock).splitlines()
    pins = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    assert pins
    assert all("--hash=sha256:" in lines[number + 1] for number in pins)


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    to_run, to_test = project()
    assert to_run <= set(environment.pinned(read(RUNTIME)))
    assert to_run | to_test <= set(environment.pinned(read(TEST)))


def test_what_is_tested_is_what_is_shipped() -> None:
    pins = [line for line in read(RUNTIME).splitlines() if not line.startswith(" ")]
    assert set(pins) <= set(read(TEST).splitlines())


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links /srv/wheels",
        "six @ file:///srv/six.whl",
        "six==1.17.0",
        "    # via pip",
    ],
)
def test_a_line_that_a_lock_must_not_hold_is_seen(line: str) -> None:
    assert locking.strange_lines(f"{line}\n") == [line]


# The environment


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "runtime.txt"
    file.write_text("six==1.17.0 \\\n    --hash=sha256:00\n", encoding="utf-8")
    return file


def test_an_environment_with_its_own_stamp_is_left_alone(lock: Path) -> None:
    stamp = environment.stamp_text("3.12.1", [lock])
    assert environment.is_filled(stamp, "3.12.1", lock)


def test_another_python_fills_the_environment_anew(lock: Path) -> None:
    stamp = environment.stamp_text("3.12.1", [lock])
    assert not environment.is_filled(stamp, "3.13.0", lock)


def test_a_changed_lock_fills_the_environment_anew(lock: Path) -> None:
    stamp = environment.stamp_text("3.12.1", [lock])
    lock.write_text("six==1.18.0 \\\n    --hash=sha256:01\n", encoding="utf-8")
    assert not environment.is_filled(stamp, "3.12.1", lock)


def test_the_ends_of_lines_do_not_change_a_lock(lock: Path) -> None:
    stamp = environment.stamp_text("3.12.1", [lock])
    lock.write_bytes(lock.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert environment.is_filled(stamp, "3.12.1", lock)


@pytest.mark.parametrize("stamp", ["", "half a {", "[]", "{}", '{"locks": 3}', '{"locks": {}}'])
def test_a_stamp_that_tells_nothing_fills_the_environment_anew(stamp: str, lock: Path) -> None:
    assert not environment.is_filled(stamp, "3.12.1", lock)


def test_the_stamp_of_the_tests_serves_for_running_too() -> None:
    stamp = environment.stamp_text("3.12.1", [RUNTIME, TEST])
    assert environment.is_filled(stamp, "3.12.1", RUNTIME)


def test_a_set_up_that_fails_leaves_no_stamp(lock: Path, tmp_path: Path) -> None:
    made = environment.Environment(tmp_path / "venv")
    made.folder.mkdir()
    made.stamp.write_text(environment.stamp_text("3.10.0", [lock]), encoding="utf-8")
    lock.write_text("six==1.17.0 \\\n    --hash=not-a-hash\n", encoding="utf-8")
    with pytest.raises(terminal.Halted, match="could not be installed"):
        environment.set_up(lock, made.folder)
    assert not made.stamp.exists()


@pytest.mark.parametrize(
    ("settings", "version"),
    [
        ("home = /usr/bin\nversion = 3.11.7\n", "3.11.7"),
        ("version_info = 3.13.0.final.0\n", "3.13.0"),
        ("home = /usr/bin\n", None),
    ],
)
def test_the_version_of_an_environment_is_read_from_its_settings(
    settings: str, version: str | None
) -> None:
    assert environment.version_made_with(settings) == version


# The machine


def test_a_missing_library_is_named_with_the_line_that_installs_it() -> None:
    egl = next(need for need in machine.OFFSCREEN if need.debian == "libegl1")
    assert machine.what_to_install([egl], "apt-get", "sudo ") == (
        "This machine lacks libEGL.so.1. Install with:\n    sudo apt-get install -y libegl1"
    )


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "apt-get install -y qpdf poppler-utils"),
        ("dnf", "dnf install -y qpdf poppler-utils"),
        ("brew", "brew install qpdf poppler"),
        ("winget", "winget install QPDF.QPDF oschwartz10612.Poppler"),
        (None, "On Debian these packages bring them: qpdf poppler-utils"),
    ],
)
def test_the_line_speaks_the_words_of_the_system(manager: str | None, line: str) -> None:
    assert machine.what_to_install(machine.READERS_OF_PAPER, manager).endswith(line)


def test_only_what_is_lacking_is_asked_for() -> None:
    qpdf, pdftoppm = machine.READERS_OF_PAPER
    assert machine.lacking([qpdf, pdftoppm], lambda need: need is qpdf) == [pdftoppm]


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its libraries elsewhere")
def test_a_library_that_cannot_be_loaded_is_lacking() -> None:
    absent = machine.Need(name="libboardkeeper-is-no-library.so.9", debian="none", fedora="none")
    assert machine.lacking([absent]) == [absent]


def test_a_window_needs_all_that_drawing_without_one_needs() -> None:
    assert set(machine.OFFSCREEN) < set(machine.WINDOW)


# The front door


def test_a_python_too_old_is_told_which_command_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["installer/dev.py", "demo", "--language", "en"])
    assert dev.refusal((3, 9), "python3.13") == (
        "BoardKeeper needs Python 3.11 to 3.14, and this is Python 3.9. "
        "Give this command instead:\n    python3.13 installer/dev.py demo --language en"
    )


def test_a_machine_without_a_suitable_python_is_told_to_install_one() -> None:
    assert "Install Python 3.13" in str(dev.refusal((3, 15), None))


@pytest.mark.parametrize("version", dev.SUITABLE)
def test_a_suitable_python_is_not_refused(version: tuple[int, int]) -> None:
    assert dev.refusal(version, None) is None


def test_the_front_door_accepts_the_pythons_that_the_project_does() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (_, oldest), (_, newest) = dev.SUITABLE[0], dev.SUITABLE[-1]
    assert told["project"]["requires-python"] == f">=3.{oldest},<3.{newest + 1}"


def test_an_old_python_can_read_the_front_door() -> None:
    source = (ROOT / "installer" / "dev.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))


def test_every_verb_is_told_at_the_front_door() -> None:
    told = re.findall(r"installer/dev\.py (\w+) ", str(dev.__doc__))
    assert sorted(told) == sorted(verbs.VERBS)


# The result of the checks


def verdict(name: str, exit_code: int, closing: str = "") -> checks.Verdict:
    return checks.Verdict(name=name, exit_code=exit_code, seconds=1.0, closing=closing)


def test_the_result_names_what_is_not_in_order() -> None:
    told = checks.result([verdict("mypy", 1), verdict("ruff check", 0), verdict("pytest", 2)])
    assert told.endswith("Not in order: mypy, pytest.")


def test_the_result_repeats_the_count_of_the_tests() -> None:
    told = checks.result([verdict("pytest", 0, "===== 7 passed in 1.20s =====")])
    assert told.splitlines()[-2:] == ["===== 7 passed in 1.20s =====", "Everything is in order."]


@pytest.mark.parametrize(
    "closing",
    [
        "==== 412 passed in 61.20s (0:01:01) ====",
        "=== 3 failed, 409 passed, 2 skipped in 70.00s ===",
        "==== 1 error in 0.10s ====",
        "==== no tests ran in 0.01s ====",
    ],
)
def test_the_closing_line_of_the_tests_is_found(closing: str) -> None:
    assert checks.closing_line(["tests/a.py .... [100%]\n", f"{closing}\n", "\n"]) == closing


# The demo


def test_the_demo_prints_each_edition_in_both_languages() -> None:
    agenda = demo.Document(kind="agenda", subject=("--meeting", "next"), editions=("open", "full"))
    names = [each.name for each in demo.prints([agenda])]
    assert names == [
        "agenda-da-open.pdf",
        "agenda-da-full.pdf",
        "agenda-en-open.pdf",
        "agenda-en-full.pdf",
    ]


def test_a_document_without_editions_is_printed_once_in_each_language() -> None:
    hours = demo.Document(kind="hours", subject=("--year", "2026"))
    danish = next(iter(demo.prints([hours])))
    assert danish.name == "hours-da.pdf"
    assert danish.arguments == ("print", "hours", "--year", "2026", "--language", "da")


@pytest.mark.parametrize(
    ("marker", "is_fresh"),
    [
        ("2026-11-23\n", True),
        ("2026-11-17", True),
        ("2026-11-16", False),
        ("2026-11-24", False),
        ("", False),
        ("torn", False),
    ],
)
def test_the_sample_is_laid_out_anew_when_its_meetings_lie_behind(
    marker: str, is_fresh: bool
) -> None:
    assert demo.is_fresh(marker, dt.date(2026, 11, 23)) is is_fresh
