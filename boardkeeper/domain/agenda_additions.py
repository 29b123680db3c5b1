"""What comes to an agenda from the meeting before: items put off, and a place for open tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, ItemType, in_order, opened_up
from boardkeeper.domain.agenda_closing import before_closing
from boardkeeper.domain.meetings import Meeting
from boardkeeper.i18n import Language, _, speaking

_OPENING = 2
"""How many items an agenda opens with before it follows up: itself, and the last minutes."""


def carried(items: Iterable[AgendaItem], put_off: Collection[AgendaItemId]) -> list[AgendaItem]:
    """Those of a meeting's items that another is to deal with, each with what lies below it."""
    ordered = in_order(items)
    taken: dict[AgendaItemId, AgendaItem] = {}
    for item in ordered:
        if not item.is_break and (item.id in put_off or item.parent_id in taken):
            taken[item.id] = item
    return list(taken.values())


def with_carried(
    agenda: Sequence[AgendaItem], meeting: Meeting, put_off: Sequence[AgendaItem]
) -> list[AgendaItem]:
    """The agenda with the items put off at another meeting that it does not have yet.

    An item is known by its title. What lies below one that is taken over comes along; notes stay
    behind, and so does the number, which belongs to the other meeting's notice.
    """
    known = {_known_by(each) for each in agenda}
    ids: dict[AgendaItemId, AgendaItemId] = {}
    every = list(agenda)
    for item in put_off:
        parent_id = None if item.parent_id is None else ids.get(item.parent_id)
        if parent_id is None and _known_by(item) in known:
            continue
        new = _copied(item, meeting)
        ids[item.id] = new.id
        if parent_id is None:
            every = before_closing(every, new)
        else:
            every = opened_up(every, replace(new, parent_id=parent_id))
    return every


def with_follow_up(agenda: Sequence[AgendaItem], meeting: Meeting) -> list[AgendaItem]:
    """The agenda with the standing item for open tasks, in the active language, if it lacks it."""
    if any(is_follow_up(each) for each in agenda):
        return list(agenda)
    new = AgendaItem(
        meeting_id=meeting.id,
        position=min(_OPENING, len(_top(agenda))),
        title=_("Follow-up on tasks"),
        type=ItemType.INFORMATION,
        minutes=10,
    )
    return opened_up(agenda, new)


def is_follow_up(item: AgendaItem) -> bool:
    """Whether the item is the standing one for tasks, in either language."""
    titles = set()
    for language in Language:
        with speaking(language):
            titles.add(_("Follow-up on tasks").casefold())
    return _known_by(item) in titles


def _copied(item: AgendaItem, meeting: Meeting) -> AgendaItem:
    return replace(
        item,
        id=AgendaItemId.new(),
        meeting_id=meeting.id,
        parent_id=None,
        number="",
        notes="",
        wheel_task_id=None,
    )


def _top(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    level = [each for each in items if each.parent_id is None]
    return sorted(level, key=lambda each: (each.position, each.id))


def _known_by(item: AgendaItem) -> str:
    return " ".join(item.title.split()).casefold()
