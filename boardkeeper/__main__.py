"""`python -m boardkeeper`, and the `boardkeeper` command."""

from __future__ import annotations

import sys

from boardkeeper.app import start


def main() -> None:
    """Run the program with the words of the command line."""
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
