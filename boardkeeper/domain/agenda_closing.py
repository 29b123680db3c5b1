"""The end of an agenda: any other business, and what must come before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from boardkeeper.domain.agenda import AgendaItem, opened_up
from boardkeeper.i18n import Language, _, speaking


def is_any_other_business(item: AgendaItem) -> bool:
    """Whether the item is "Any other business", in either language, also with a remark after it.

    "Eventuelt (ingen beslutninger)" is; "Eventuelt salg af jollen" is something else.
    """
    title = item.title.strip().casefold()
    for name in _in_every_language(lambda: _("Any other business")):
        rest = title.removeprefix(name).lstrip()
        if title.startswith(name) and not rest[:1].isalnum():
            return True
    return False


def before_closing(agenda: Sequence[AgendaItem], item: AgendaItem) -> list[AgendaItem]:
    """The agenda with the item at the end of the top level, before any other business."""
    top = sorted(
        (each for each in agenda if each.parent_id is None),
        key=lambda each: (each.position, each.id),
    )
    is_closed_off = bool(top) and _closes(top[-1])
    place = len(top) - 1 if is_closed_off else len(top)
    return opened_up(agenda, replace(item, parent_id=None, position=place))


def _closes(item: AgendaItem) -> bool:
    """Whether it is the last item of a usual agenda: nothing is put after it."""
    closing = _in_every_language(
        lambda: _("Any other business"), lambda: _("One-to-ones and goodbye")
    )
    return item.title.strip().casefold() in closing


def _in_every_language(*titles: Callable[[], str]) -> set[str]:
    found = set()
    for language in Language:
        with speaking(language):
            found |= {title().casefold() for title in titles}
    return found
