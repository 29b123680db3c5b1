"""A board's evening as it stands before it begins: nine people, twelve items, rules of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import TieRule
from boardkeeper.i18n import Language
from tests.support.builders import item, meeting, membership, organisation, person, term
from tests.support.minutes_builders import interest, procedure

STARTS = datetime(2026, 3, 2, 19, 0)

PEOPLE = (
    ("Mette Sørensen", Role.CHAIR),
    ("Jens Østergaard", Role.VICE_CHAIR),
    ("Anna Holm", Role.TREASURER),
    ("Carl Ågård", Role.SECRETARY),
    ("Dorte Friis", Role.MEMBER),
    ("Erik Lund", Role.MEMBER),
    ("Freja Toft", Role.MEMBER),
    ("Gorm Bak", Role.MEMBER),
    ("Hanne Kjær", Role.MEMBER),
)

ITEMS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Godkendelse af dagsorden", {"type": ItemType.DECISION}),
    ("Referat fra sidst", {"type": ItemType.DECISION}),
    ("Meddelelser", {"type": ItemType.INFORMATION}),
    (
        "Regnskab",
        {
            "type": ItemType.DECISION,
            "recommendation": "Det indstilles, at bestyrelsen godkender regnskabet.",
        },
    ),
    ("Nyt tag: tilbud fra Tagkompagniet", {"type": ItemType.DECISION}),
    ("Ændring af forretningsordenen", {"type": ItemType.DECISION}),
    ("Sommerfest", {"type": ItemType.DECISION}),
    ("Personalesag", {"type": ItemType.DISCUSSION, "is_closed": True}),
    ("Legeplads", {"type": ItemType.DISCUSSION}),
    ("Frivillige", {"type": ItemType.DISCUSSION}),
    ("Næste møde", {}),
    ("Eventuelt", {}),
)


def an_evening(language: Language = Language.DANISH, **fields: Any) -> list[Record]:
    """A board of nine that meets tonight; of its quorum, its chair or vice-chair is part."""
    board = organisation("Grundejerforeningen Solbakken", language=language)
    people = [person(name, is_me=name == "Carl Ågård") for name, _role in PEOPLE]
    seats = [
        membership(who, board, role=role) for who, (_name, role) in zip(people, PEOPLE, strict=True)
    ]
    tonight = meeting(
        board,
        f"{STARTS:%Y-%m-%d %H:%M}",
        "2026-03-02 21:30",
        number=14,
        place="Fælleshuset",
        chair_id=people[0].id,
        minute_taker_id=people[3].id,
        **fields,
    )
    agenda = [
        item(tonight, title, position=at, minutes=10, **rest)
        for at, (title, rest) in enumerate(ITEMS)
    ]
    return [
        board,
        procedure(board, tie_rule=TieRule.CHAIR_DECIDES, quorum_basis="forretningsordenen § 4"),
        *people,
        *seats,
        *(term(seat) for seat in seats),
        interest(people[5], "Tagkompagniet A/S"),
        tonight,
        *agenda,
    ]
