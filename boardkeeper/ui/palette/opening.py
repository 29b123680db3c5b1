"""Opens the palette over the window, with what the window can do and where one has been."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search import Hit, Kind
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Section
from boardkeeper.ui.palette.deeds import deeds
from boardkeeper.ui.palette.entries import place_of
from boardkeeper.ui.palette.errands import Desk, Errands
from boardkeeper.ui.palette.palette import Palette
from boardkeeper.ui.palette.review_deeds import review_deeds
from boardkeeper.ui.sections import foot_sections, upper_sections

_RECENT = 8
_KINDS = {
    "boards": Kind.ORGANISATION,
    "people": Kind.PERSON,
    "meetings": Kind.MEETING,
    "decisions": Kind.DECISION,
    "tasks": Kind.TASK,
}


def opened_over(
    window: QWidget,
    desk: Desk,
    services: Services,
    been: Sequence[tuple[str, str]],
    organisation_id: OrganisationId | None,
) -> Palette:
    """Open the palette; `been` are the sections and records shown before, the latest first."""
    recent = [(_KINDS[section], record) for section, record in been if section in _KINDS]
    palette = Palette(
        services.search,
        [*deeds(desk, Errands(desk, services), _sections), *review_deeds(desk, services)],
        services.search.recent(recent, _RECENT),
        organisation_id,
        window,
    )
    palette.hit_chosen.connect(lambda hit: _open(desk, hit))
    palette.open()
    return palette


def _sections() -> list[Section]:
    return [*upper_sections(), *foot_sections()]


def _open(desk: Desk, hit: Hit) -> None:
    if hit.kind is Kind.SEAT:
        desk.what_if_yes(hit.record_id)
        return
    place = place_of(hit)
    desk.go_to(place.section, place.opened, place.part)
