"""How the events of a calendar file read in the preview, and which of them are to be taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.i18n import _
from boardkeeper.services.calendar_matching import EventKey, PreviewRow, Standing, standing_name
from boardkeeper.ui.kit import RecordListModel, RowFace, Tone

TAKEN = (Standing.NEW, Standing.CHANGED)
"""The events that storing would do something about."""

PLACEABLE = (Standing.NEW, Standing.UNPLACED)
"""The events one may say whose they are."""

_ORDER = {
    Standing.NEW: 0,
    Standing.CHANGED: 1,
    Standing.UNPLACED: 2,
    Standing.UNREADABLE: 3,
    Standing.SAME: 4,
}

Index = QModelIndex | QPersistentModelIndex


class EventModel(RecordListModel[PreviewRow]):
    """The events of a file; those that can be taken carry a mark that can be set and unset."""

    marked = Signal()

    def __init__(self) -> None:
        super().__init__((), face=face_of_events(), key=_key)
        self._left_out: set[EventKey] = set()

    def show_rows(self, rows: Iterable[PreviewRow]) -> None:
        """Show the events: what would be stored first, what is here already last."""
        self.set_records(sorted(rows, key=_place))

    @property
    def taken(self) -> frozenset[EventKey]:
        """The events to be stored."""
        return frozenset(
            row.key
            for row in self.records
            if row.standing in TAKEN and row.key and row.key not in self._left_out
        )

    @property
    def is_all_taken(self) -> bool:
        """Whether nothing that could be stored is left out."""
        return not any(row.standing in TAKEN and row.key in self._left_out for row in self.records)

    def take_all(self, *, is_wanted: bool) -> None:
        """Mark every event that can be taken, or none."""
        keys = {row.key for row in self.records if row.standing in TAKEN and row.key}
        self._left_out = set() if is_wanted else keys
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.marked.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.record(index.row()).standing in TAKEN:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return super().data(index, role)
        row = self.record(index.row())
        if row.standing not in TAKEN:
            return None
        is_left_out = row.key in self._left_out
        return Qt.CheckState.Unchecked if is_left_out else Qt.CheckState.Checked

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Set or unset the mark of an event."""
        key = self.record(index.row()).key
        if role != Qt.ItemDataRole.CheckStateRole or key is None:
            return False
        if value == Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
        self.marked.emit()
        return True


def face_of_events() -> RowFace[PreviewRow]:
    """What the event is called, when and whose it is, and how it stands to what is here."""
    return RowFace(
        title=lambda row: " ".join(row.title.split()),
        caption=_caption,
        chip=lambda row: standing_name(row.standing),
        colour=lambda row: row.organisation.colour if row.organisation else "",
        tone=lambda row: _TONES[row.standing],
        is_muted=lambda row: row.standing not in TAKEN,
    )


def changes_in_words(before: Meeting, after: Meeting) -> str:
    """What a file changes in a meeting: `before: Thu 5.3.26 19:00-21:00, other place`."""
    told = []
    if after.state is MeetingState.CANCELLED and before.state is not MeetingState.CANCELLED:
        told.append(_("cancelled"))
    elif before.state is MeetingState.CANCELLED and after.state is not MeetingState.CANCELLED:
        told.append(_("held after all"))
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        told.append(_("before: {when}").format(when=_when(before)))
    if before.place != after.place:
        told.append(_("another place"))
    if before.title != after.title:
        told.append(_("another title"))
    if before.link != after.link:
        told.append(_("another link"))
    return ", ".join(told) or _("details")


def _caption(row: PreviewRow) -> str:
    if row.meeting is None:
        return " · ".join(filter(None, (_on(row.day) if row.day else "", row.reason)))
    parts = [_when(row.meeting)]
    if row.organisation is not None:
        parts.append(row.organisation.label)
    if row.before is not None and row.standing is Standing.CHANGED:
        parts.append(changes_in_words(row.before, row.meeting))
    else:
        parts.append(row.reason or " ".join(row.meeting.place.split()))
    return " · ".join(filter(None, parts))


def _when(meeting: Meeting) -> str:
    return f"{_on(meeting.day)} {formats.time_range(meeting.starts_at, meeting.ends_at)}"


def _on(day: date) -> str:
    return f"{formats.short_weekday(day)} {formats.short_date(day)}"


def _place(row: PreviewRow) -> tuple[int, str]:
    """Where an event stands in the list: by what becomes of it, then by its time."""
    return _ORDER[row.standing], row.meeting.starts_at.isoformat() if row.meeting else ""


def _key(row: PreviewRow) -> object:
    """What a row is known by while the file is compared again."""
    return row.key or (row.title, row.reason)


_TONES = {
    Standing.NEW: Tone.ACCENT,
    Standing.CHANGED: Tone.WARNING,
    Standing.SAME: Tone.NEUTRAL,
    Standing.UNPLACED: Tone.WARNING,
    Standing.UNREADABLE: Tone.DANGER,
}
