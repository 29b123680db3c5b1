"""The second revision: meetings learn of series, and keep all they had."""

from __future__ import annotations

import shutil
from pathlib import Path

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.series import Series
from tests.support.builders import house

FIRST = Path(__file__).parent / "files" / "0001.db"


def test_meetings_of_the_first_revision_keep_what_they_had(tmp_path: Path) -> None:
    path = tmp_path / "boardkeeper.db"
    shutil.copy(FIRST, path)
    with house(path=path) as home:
        meetings = {each.number: each for each in home.meetings.all()}
        held, ahead = meetings[14], meetings[15]
        assert held.state is MeetingState.APPROVED
        assert ahead.purpose == "Vi skal blive enige om lukkedagene."
        assert held.chair_id == ahead.chair_id == home.people.all()[0].id
        titles = [line.item.title for line in home.agenda.of(ahead.id).lines]
        assert titles == ["Lukkedage", "Uge 29"]
        assert [each.meeting_id for each in home.hours.all()].count(held.id) == 1
        assert home.journal.reader.every(Series) == []
        assert (ahead.series_id, ahead.series_day, ahead.sequence, ahead.uid) == (None, None, 0, "")


def test_a_meeting_thrown_away_in_the_first_revision_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "boardkeeper.db"
    shutil.copy(FIRST, path)
    with house(path=path) as home:
        (entry,) = home.trash.entries()
        home.trash.restore(entry.id)
        assert 64 in {each.number for each in home.meetings.all()}
