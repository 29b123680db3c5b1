"""`python -m boardkeeper`, and the `boardkeeper` command."""

from __future__ import annotations

import sys

from boardkeeper.app import start
from boardkeeper.exchange import limited_child
from boardkeeper.exchange.limited import FLAG


def main() -> None:
    """Run the program with the words of the command line."""
    if sys.argv[1:2] == [FLAG]:
        # A frozen program has no other way to be the child that reads foreign files.
        limited_child.main()
        return
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
