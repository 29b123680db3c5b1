"""The yearly question from anywhere: one deed for each seat, and one for all boards."""

from __future__ import annotations

from functools import partial

from boardkeeper.domain.search_words import words_in
from boardkeeper.i18n import Language, _, speaking
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.palette.deed import Deed
from boardkeeper.ui.palette.errands import Desk

_ICON = "scale"


def review_deeds(desk: Desk, services: Services) -> list[Deed]:
    """Stay or leave, of each board I sit on today; and all of them side by side."""
    today = services.clock.today()
    seats = [each for each in services.memberships.mine() if each.sits_on(today)]
    found = [
        _deed(each.organisation.label, partial(desk.go_to, "reviews", each.membership.id))
        for each in seats
    ]
    if found:
        found.append(
            Deed(
                _("All my boards"),
                "layout-list",
                "",
                partial(desk.go_to, "reviews"),
                words=_in_every_language("All my boards"),
            )
        )
    return found


def _deed(name: str, do: partial[None]) -> Deed:
    words = (*_in_every_language("Stay or leave?"), *words_in(name))
    return Deed(_("Stay or leave {name}?").format(name=name), _ICON, "", do, words=words)


def _in_every_language(message: str) -> tuple[str, ...]:
    """The words of a message in each language there is."""
    found: list[str] = []
    for each in Language:
        with speaking(each):
            found += words_in(_(message))
    return tuple(dict.fromkeys(found))
