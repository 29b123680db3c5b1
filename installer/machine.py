"""What the machine must have besides Python: Qt's shared libraries, the venv module, two tools.

A library counts as there when it can be loaded, whoever put it there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from installer.terminal import Halted, quietly, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing of the system: the file or command, and the package that brings it."""

    name: str
    debian: str
    fedora: str
    homebrew: str = ""
    winget: str = ""

    @property
    def is_command(self) -> bool:
        """Commands are asked for everywhere; Qt brings its libraries to Windows and macOS."""
        return bool(self.homebrew)

    def package(self, manager: str | None) -> str:
        """What brings it, in the words of a package manager; Debian's where none is known."""
        names = {"dnf": self.fedora, "brew": self.homebrew, "winget": self.winget}
        return names.get(manager or "", self.debian)


def _library(name: str, debian: str, fedora: str) -> Need:
    return Need(name=name, debian=debian, fedora=fedora)


OFFSCREEN = (
    _library("libGL.so.1", "libgl1", "libglvnd-glx"),
    _library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    _library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
)
WINDOW = (
    *OFFSCREEN,
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    _library("libcups.so.2", "libcups2", "cups-libs"),  # without it Qt finds no printers
)
READERS_OF_PAPER = (
    Need(name="qpdf", debian="qpdf", fedora="qpdf", homebrew="qpdf", winget="QPDF.QPDF"),
    Need(
        name="pdftoppm",
        debian="poppler-utils",
        fedora="poppler-utils",
        homebrew="poppler",
        winget="oschwartz10612.Poppler",
    ),
)
TESTS = (*OFFSCREEN, *READERS_OF_PAPER)
_LINES = {
    "apt-get": "apt-get install -y",
    "dnf": "dnf install -y",
    "brew": "brew install",
    "winget": "winget install",
}


def has_screen() -> bool:
    """Whether a window opened now could be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_there(need: Need) -> bool:
    """Whether the command is on the PATH, or the library can be loaded."""
    if need.is_command:
        return shutil.which(need.name) is not None
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def lacking(needs: Iterable[Need], present: Callable[[Need], bool] = is_there) -> list[Need]:
    """What of the needs this machine lacks."""
    concerned = [need for need in needs if need.is_command or sys.platform == "linux"]
    return [need for need in concerned if not present(need)]


def ensure(needs: Iterable[Need]) -> None:
    """Install what is lacking where that is ours to do (Debian, as root), and name it elsewhere.

    Raises:
        Halted: With the exact line that installs what is lacking.
    """
    needs = tuple(needs)
    missing = lacking(needs)
    if missing and may_install():
        install_debian([need.debian for need in missing])
        missing = lacking(needs)
    if missing:
        raise Halted(what_to_install(missing, package_manager(), _prefix()))


def ensure_venv_module() -> None:
    """See to it that this Python can make a virtual environment.

    Raises:
        Halted: With the exact line that installs the module.
    """
    if _can_make_venv():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if may_install():
        install_debian([package])
    if not _can_make_venv():
        raise Halted(
            "This Python lacks the venv module. Install it with:\n"
            f"    {_prefix()}apt-get install -y {package}"
        )


def _can_make_venv() -> bool:
    # Asked of a fresh Python: this one has already looked, and remembers what was not there.
    asked = [sys.executable, "-c", "import ensurepip, venv"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def what_to_install(missing: Sequence[Need], manager: str | None, prefix: str = "") -> str:
    """The sentence that names what is lacking, and the line that installs it.

    Args:
        missing: What the machine lacks.
        manager: The command that installs packages here; None where we know of none.
        prefix: What a person who is not root writes before it.
    """
    names = ", ".join(need.name for need in missing)
    sentence = f"This machine lacks {names}."
    packages = " ".join(dict.fromkeys(need.package(manager) for need in missing))
    if manager is None:
        return f"{sentence} On Debian these packages bring them: {packages}"
    return f"{sentence} Install with:\n    {prefix}{_LINES[manager]} {packages}"


def package_manager() -> str | None:
    """The command that installs packages on this machine, where it is one that we know."""
    known = {"darwin": ("brew",), "win32": ("winget",)}.get(sys.platform, ("apt-get", "dnf"))
    return next((name for name in known if shutil.which(name)), None)


def _prefix() -> str:
    return "" if _is_root() or sys.platform in ("win32", "darwin") else "sudo "


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def may_install() -> bool:
    """Whether packages may be installed unasked: on Debian and its kin, as root."""
    return _is_root() and shutil.which("apt-get") is not None


def install_debian(packages: Sequence[str]) -> None:
    """Install Debian packages, after asking for the newest list of them.

    Raises:
        Halted: With apt's last lines when it fails.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    line = ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(packages)]
    # One unreachable source among many fails the update; whether that matters, the install tells.
    with step("Reading Debian's list of packages"), suppress(Halted):
        quietly(["apt-get", "update"], otherwise="", environment=environment)
    with step(f"Installing Debian packages ({len(line) - 4})"):
        quietly(line, otherwise=f"{' '.join(line)} failed:", environment=environment)
