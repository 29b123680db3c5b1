"""The one door for trying and building BoardKeeper. Needs only Python 3.11 to 3.14.

    python3 installer/dev.py demo      opens BoardKeeper on sample data (prints, where no screen is)
    python3 installer/dev.py test      every check and test, with one clear result
    python3 installer/dev.py run       BoardKeeper on your own data; takes BoardKeeper's arguments
    python3 installer/dev.py lint      the checks alone
    python3 installer/dev.py bench     the measurements; takes pytest's arguments
    python3 installer/dev.py soak      the tests of laws with many more examples; the same arguments
    python3 installer/dev.py words     brings the Danish words in step with the code
    python3 installer/dev.py pictures  makes the pictures of the documentation anew
    python3 installer/dev.py lock      pins the dependencies anew; takes uv's arguments

The first run makes `.venv` and installs the pinned dependencies; later runs skip that.

This file alone is read by whatever Python the reader happens to have, so it keeps to the language
of Python 3.6 and leaves the work to its neighbours once the version is known to be right.
"""

import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - see above
SUITABLE = ((3, 11), (3, 12), (3, 13), (3, 14))


def suitable_command():
    # type: () -> str | None
    """The command of a Python on this machine that will do, newest first."""
    for major, minor in reversed(SUITABLE):
        name = f"{major}.{minor}"
        commands = [["py", "-" + name]] if os.name == "nt" else [["python" + name]]
        for command in commands:
            if shutil.which(command[0]) and _answers(command):
                return " ".join(command)
    return None


def _answers(command):
    # type: (list[str]) -> bool
    """Whether the command starts a Python: a name on the PATH may be a mere signpost."""
    nothing = subprocess.DEVNULL
    return subprocess.call([*command, "-c", ""], stdout=nothing, stderr=nothing) == 0


def refusal(version, command):
    # type: (tuple[int, int], str | None) -> str | None
    """What to tell a person whose Python will not do; None when it does."""
    if version in SUITABLE:
        return None
    sentence = (
        f"BoardKeeper needs Python 3.11 to 3.14, and this is Python {version[0]}.{version[1]}."
    )
    if command is None:
        return sentence + " Install Python 3.13 and give the same command with it."
    line = " ".join([command, "installer/dev.py", *sys.argv[1:]])
    return f"{sentence} Give this command instead:\n    {line}"


def main():
    # type: () -> int
    """Refuse an unsuitable Python in plain words, or do what is asked."""
    version = (sys.version_info[0], sys.version_info[1])
    if version not in SUITABLE:
        sys.stderr.write(f"{refusal(version, suitable_command())}\n")
        return 1
    sys.path.insert(0, ROOT)
    from installer import verbs  # noqa: PLC0415 - only a suitable Python can read it

    return verbs.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
