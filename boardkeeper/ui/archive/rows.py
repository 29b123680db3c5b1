"""How the papers of a folder read in the preview, and which of them are to be stored."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from pathlib import PurePosixPath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from boardkeeper import formats
from boardkeeper.domain.meetings import title_of
from boardkeeper.i18n import _
from boardkeeper.services.archive import ArchiveRow, Standing, standing_name
from boardkeeper.ui.kit import RecordListModel, Role, RowFace, Tone

PLACEABLE = (Standing.NEW, Standing.UNPLACED)
"""The papers one may say whose they are, and of which day."""

Index = QModelIndex | QPersistentModelIndex


class PaperModel(RecordListModel[ArchiveRow]):
    """The papers of a folder; those that can be stored carry a box to tick."""

    def __init__(self) -> None:
        self._left_out: set[PurePosixPath] = set()
        super().__init__((), face=self._look(), key=_key)

    def show_rows(self, rows: Iterable[ArchiveRow]) -> None:
        """Show the papers: whose nobody knows first, what is here already last."""
        self.set_records(sorted(rows, key=lambda row: _ORDER[row.standing]))

    def replace_rows(self, placed: Sequence[ArchiveRow]) -> None:
        """Show some of the papers anew, each in its place."""
        anew = {_key(row): row for row in placed}
        self.set_records([anew.get(_key(row), row) for row in self.records])

    @property
    def taken(self) -> list[ArchiveRow]:
        """The papers to be stored."""
        return [row for row in self.records if self._is_taken(row)]

    @property
    def is_all_taken(self) -> bool:
        """Whether nothing that could be stored is left out."""
        return not any(
            row.standing is Standing.NEW and not self._is_taken(row) for row in self.records
        )

    def turn(self, row: ArchiveRow) -> None:
        """Take a paper that is left out, or leave it out."""
        if row.standing is Standing.NEW:
            self._left_out ^= {row.file.inside}
            self._tell()

    def take_all(self, *, is_wanted: bool) -> None:
        """Take every paper that can be stored, or none."""
        keys = {row.file.inside for row in self.records if row.standing is Standing.NEW}
        self._left_out = set() if is_wanted else keys
        self._tell()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_offered = index.isValid() and self.record(index.row()).standing is Standing.NEW
        return flags if is_offered else flags & ~Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_of_box = role in (Role.IS_TICKED, Qt.ItemDataRole.CheckStateRole)
        if is_of_box and index.isValid() and self.record(index.row()).standing is not Standing.NEW:
            return None  # no box
        return super().data(index, role)

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def _is_taken(self, row: ArchiveRow) -> bool:
        return row.standing is Standing.NEW and row.file.inside not in self._left_out

    def _look(self) -> RowFace[ArchiveRow]:
        """What the paper is called, whose and where from, and how it stands to what is here."""
        return RowFace(
            title=lambda row: row.title,
            caption=_caption,
            chip=lambda row: standing_name(row.standing),
            colour=lambda row: row.organisation.colour if row.organisation else "",
            tone=lambda row: _TONES[row.standing],
            is_muted=lambda row: row.standing not in PLACEABLE,
            is_ticked=self._is_taken,
        )


def _caption(row: ArchiveRow) -> str:
    """`Skoven · Board meeting no. 4 · 2019/referat.pdf`, or what is to be known of it."""
    parts = [row.organisation.label if row.organisation else ""]
    if row.standing in PLACEABLE:
        if row.meeting is not None:
            parts.append(title_of(row.meeting))
        elif row.day is None:
            parts.append(_("no date found"))
        else:
            parts.append(formats.short_date(row.day))
    return " · ".join(filter(None, (*parts, row.reason, str(row.file.inside))))


def _key(row: ArchiveRow) -> Hashable:
    return row.file.inside


_ORDER = {
    Standing.UNPLACED: 0,
    Standing.NEW: 1,
    Standing.UNREADABLE: 2,
    Standing.SAME: 3,
}

_TONES = {
    Standing.NEW: Tone.ACCENT,
    Standing.SAME: Tone.NEUTRAL,
    Standing.UNPLACED: Tone.WARNING,
    Standing.UNREADABLE: Tone.DANGER,
}
