from __future__ import annotations

import logging
from pathlib import Path

import pytest

from boardkeeper.errors import UserError
from boardkeeper.logs import log_bug, logging_to, places_of


def test_what_is_logged_lies_in_the_folder(tmp_path: Path) -> None:
    with logging_to(tmp_path / "logs"):
        logging.getLogger("boardkeeper.db").warning("Upgraded from %s", "0001")
    written = (tmp_path / "logs" / "boardkeeper.log").read_text(encoding="utf-8")
    assert "WARNING boardkeeper.db: Upgraded from 0001" in written


def test_what_is_logged_afterwards_does_not(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        pass
    logging.getLogger("boardkeeper").error("Too late")
    assert not (tmp_path / "boardkeeper.log").exists()


def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="a file stands where"), logging_to(tmp_path / "file" / "x"):
        pass


def test_a_bug_is_logged_by_kind_and_place_without_its_text(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        try:
            dict[str, str]()["Anna Holm"]
        except KeyError as error:
            log_bug(type(error), error.__traceback__)
            places = places_of(error.__traceback__)
    written = (tmp_path / "boardkeeper.log").read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "Anna" not in written
    assert places[0] in written
    assert places[0].endswith("test_a_bug_is_logged_by_kind_and_place_without_its_text")
