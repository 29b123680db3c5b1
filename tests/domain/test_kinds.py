"""The list of kinds."""

from __future__ import annotations

from boardkeeper.domain.identity import Id
from boardkeeper.domain.kinds import KINDS, NAMES
from boardkeeper.domain.plain import shapes


def test_owners_stand_before_what_they_own() -> None:
    seen: set[type[Id]] = set()
    for kind in KINDS.values():
        own_id, *others = shapes(kind)
        seen.add(own_id.type)
        pointed = {shape.type for shape in others if issubclass(shape.type, Id)}
        assert pointed <= seen, kind


def test_every_kind_has_one_name() -> None:
    assert {NAMES[kind] for kind in KINDS.values()} == set(KINDS)
