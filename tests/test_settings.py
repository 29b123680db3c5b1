from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.i18n import Language
from boardkeeper.settings import Settings, SettingsFile, ThemeMode


def test_without_a_file_the_choices_are_the_usual_ones(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").current == Settings()


def test_what_is_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    SettingsFile(path).change(language=Language.ENGLISH, text_size=150)
    SettingsFile(path).change(theme=ThemeMode.DARK, window="00ff")
    assert SettingsFile(path).current == Settings(
        language=Language.ENGLISH, theme=ThemeMode.DARK, text_size=150, window="00ff"
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"language": "fr"}', b'{"text_size": "large"}', b"\xff\xfe"],
)
def test_a_file_that_makes_no_sense_gives_the_usual_choices(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert SettingsFile(tmp_path / "settings.json").current == Settings()


@pytest.mark.parametrize(("written", "read"), [(10, 100), (999, 200), (130, 130)])
def test_the_text_size_is_kept_within_reason(tmp_path: Path, written: int, read: int) -> None:
    (tmp_path / "settings.json").write_text(f'{{"text_size": {written}}}')
    assert SettingsFile(tmp_path / "settings.json").current.text_size == read


def test_a_file_that_cannot_be_written_still_changes_the_choice_for_now(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(theme=ThemeMode.DARK)
    assert settings.current.theme is ThemeMode.DARK


def test_when_reminders_were_last_looked_for_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).change(reminds_on_desktop=False, reminded_on="2026-03-05")
    assert SettingsFile(path).current == Settings(
        reminds_on_desktop=False, reminded_on="2026-03-05"
    )
