"""What a command did, as before and after: the one thing undo and the window need to know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from boardkeeper.domain.identity import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record as it was and as it is; `None` before means made, `None` after means removed."""

    before: Record | None
    after: Record | None

    @property
    def subject(self) -> Record:
        """The record the change is about, in whichever version there is."""
        subject = self.after if self.after is not None else self.before
        if subject is None:
            raise ValueError("A change is about a record.")
        return subject

    def inverse(self) -> Change:
        return Change(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one command changed, under the words a person knows it by ("Delete meeting")."""

    label: str
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def touches(self, *kinds: type[Any]) -> bool:
        """Whether a record of any of these kinds was made, changed or removed."""
        return any(isinstance(change.subject, kinds) for change in self.changes)

    def inverse(self) -> ChangeSet:
        """The change set that takes this one back."""
        return ChangeSet(self.label, tuple(change.inverse() for change in reversed(self.changes)))

    def followed_by(self, later: ChangeSet) -> ChangeSet:
        """Both as one step, as when typing goes on in the same field."""
        return ChangeSet(self.label, netted([*self.changes, *later.changes]))


def netted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change a record: the first before, the last after, and nothing where they are equal."""
    net: dict[tuple[type[Record], str], Change] = {}
    for change in changes:
        key = (type(change.subject), change.subject.id)
        first = net.get(key)
        net[key] = Change(first.before if first else change.before, change.after)
    return tuple(change for change in net.values() if change.before != change.after)
