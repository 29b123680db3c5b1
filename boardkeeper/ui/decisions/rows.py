"""How a decision reads in the register, with the words one searches for marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.decisions import Decision, DecisionState, state_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import RowFace, Tone

_TONES = {
    DecisionState.IN_FORCE: Tone.SUCCESS,
    DecisionState.REPEALED: Tone.NEUTRAL,
    DecisionState.REPLACED: Tone.NEUTRAL,
}


def tone_of(state: DecisionState) -> Tone:
    """The tone of a state's chip: green while the decision counts."""
    return _TONES[state]


def on_one_line(text: str) -> str:
    return " ".join(text.split())


class DecisionWords:
    """The words of a row; the item a decision stands under is read when a search asks for it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._items: dict[AgendaItemId, str] = {}

    def refresh(self, organisations: Mapping[OrganisationId, Organisation]) -> None:
        """Forget what was read before."""
        self._organisations = organisations
        self._items.clear()

    def face(self, words: Callable[[], str]) -> RowFace[Decision]:
        """How a row reads, given what is searched for."""
        return RowFace(
            title=lambda each: on_one_line(each.text),
            caption=lambda each: self._caption(each, words()),
            chip=lambda each: "" if _is_in_force(each) else state_name(each.state),
            colour=self._colour,
            is_muted=lambda each: not _is_in_force(each),
            marked=lambda _each: words(),
        )

    def _caption(self, decision: Decision, words: str) -> str:
        """Number, day and board; and where a word was found, if it stands in none of them."""
        parts = [decision.number, formats.short_date(decision.decided_on), self._label(decision)]
        said = " · ".join(filter(None, parts))
        if not words:
            return said
        missing = [
            word for word in words.split() if not formats.found_in(f"{decision.text} {said}", word)
        ]
        around = [_("Basis: {basis}").format(basis=decision.basis)] if decision.basis else []
        around += [self._item(decision)]
        told = [each for each in around if any(formats.found_in(each, word) for word in missing)]
        return " · ".join([said, *told])

    def _item(self, decision: Decision) -> str:
        if decision.item_id is None:
            return ""
        if decision.item_id not in self._items:
            self._items[decision.item_id] = self._services.agenda.get(decision.item_id).title
        return self._items[decision.item_id]

    def _label(self, decision: Decision) -> str:
        found = self._organisations.get(decision.organisation_id)
        return "" if found is None else found.label

    def _colour(self, decision: Decision) -> str:
        found = self._organisations.get(decision.organisation_id)
        return "" if found is None else found.colour


def _is_in_force(decision: Decision) -> bool:
    return decision.state is DecisionState.IN_FORCE
