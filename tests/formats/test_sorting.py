"""The order of names."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

NAMES = ["Åse", "zebra", "Ølgaard", "Ærø", "abe", "Aagaard", "Éva", "Ebbe", "Müller", "Munk"]


def test_danish_letters_come_last_in_danish() -> None:
    with speaking(Language.DANISH):
        assert sorted(NAMES, key=formats.sort_key) == [
            "abe", "Ebbe", "Éva", "Munk", "Müller", "zebra", "Ærø", "Ølgaard", "Aagaard", "Åse",
        ]  # fmt: skip


def test_danish_letters_stand_by_their_cousins_in_english() -> None:
    with speaking(Language.ENGLISH):
        assert sorted(NAMES, key=formats.sort_key) == [
            "Aagaard", "abe", "Ærø", "Åse", "Ebbe", "Éva", "Müller", "Munk", "Ølgaard", "zebra",
        ]  # fmt: skip


def test_small_and_capital_letters_sort_alike() -> None:
    with speaking(Language.DANISH):
        assert formats.sort_key("ÅRHUS") == formats.sort_key("aarhus")
