"""Phrases a minute-taker writes again and again, with places to fill in."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, _


class PhraseId(Id):
    """Names a phrase of one's own."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of one's own. What stands in braces is filled in: `{name}`, `{date}`, `{amount}`."""

    id: PhraseId = field(default_factory=PhraseId.new)
    language: Language = Language.DANISH
    title: str
    text: str

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("A phrase needs a title to be found by."))
        if not self.text.strip():
            raise InvalidField("text", _("A phrase needs its words."))
