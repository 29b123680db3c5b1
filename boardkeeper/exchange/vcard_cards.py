"""What was read from a file of contacts: cards, and what could not be read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person as a card tells of them. `uid` is what the other program knows them by.

    `also` are lines that have no field of their own here: a second number, another address.
    """

    uid: str = ""
    name: str
    occupation: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableCard:
    """A card that is nobody here, by what it calls itself, and the reason."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFile:
    """Everything a file of contacts holds."""

    cards: tuple[Card, ...] = ()
    unreadable: tuple[UnreadableCard, ...] = ()


def file_as_plain(file: CardFile) -> dict[str, Any]:
    """The file as the child process hands it over."""
    return asdict(file)


def file_from_plain(data: dict[str, Any]) -> CardFile:
    """The file as the child process handed it over."""
    return CardFile(
        cards=tuple(Card(**{**each, "also": tuple(each["also"])}) for each in data["cards"]),
        unreadable=tuple(UnreadableCard(**each) for each in data["unreadable"]),
    )
