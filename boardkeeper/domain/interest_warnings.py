"""Where an agenda names something a person has declared an interest in.

A name is found as a whole word, whatever its case, with or without the form of company (A/S, ApS,
Ltd) and with a genitive's s: "Tagkompagniets tilbud" names Tagkompagniet A/S. A short name that is
an ordinary word without its form, as "Tag ApS" is, is found as it is written only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.i18n import _

_FORMS = (
    "A/S",
    "ApS",
    "I/S",
    "K/S",
    "P/S",
    "IVS",
    "A.M.B.A.",
    "AMBA",
    "F.M.B.A.",
    "FMBA",
    "S.M.B.A.",
    "SMBA",
    "Ltd",
    "Ltd.",
    "Limited",
    "PLC",
    "LLP",
    "LLC",
    "Inc",
    "Inc.",
    "GmbH",
    "AB",
    "AS",
    "Oy",
    "B.V.",
    "BV",
)
_ENDING = re.compile(rf"[\s,]+(?:{'|'.join(map(re.escape, _FORMS))})$", re.IGNORECASE)
_SHORTEST = 4
"""The fewest letters by which a name is known whatever its case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestWarning:
    """An agenda item that names what a person of the meeting has an interest in."""

    item: AgendaItem
    person: Person
    interest: Interest
    named: str

    def in_words(self) -> str:
        """The warning as a sentence."""
        return _("“{item}” names {named}, in which {person} has declared an interest.").format(
            item=self.item.title.strip(), named=self.named, person=self.person.name
        )


def counts_on(interest: Interest, day: date) -> bool:
    """Whether the interest still counts on the day; one declared later counts for what was before.

    What somebody is tied to today is worth knowing of, also where the day of declaration is late.
    """
    return interest.ends_on is None or day <= interest.ends_on


def named_in(interest: Interest, text: str) -> str | None:
    """How the text names the interest, as it is written there, or None."""
    for name in (interest.name, *interest.also_known_as.split(",")):
        found = _pattern(name).search(text) if name.strip() else None
        if found is not None:
            return found[0]
    return None


def interest_warnings(
    items: Iterable[AgendaItem],
    people: Mapping[PersonId, Person],
    interests: Iterable[Interest],
    day: date,
    organisation: Organisation,
) -> list[InterestWarning]:
    """Each item with each person whose interest it names in title or case, in the items' order.

    An office in the organisation that meets is no interest apart from its own.
    """
    own_names = f"{organisation.name}\n{organisation.short_name}"
    counting = [
        each
        for each in interests
        if each.person_id in people and counts_on(each, day) and named_in(each, own_names) is None
    ]
    return [
        InterestWarning(
            item=item, person=people[interest.person_id], interest=interest, named=named
        )
        for item in items
        for interest in counting
        if (named := named_in(interest, _words(item))) is not None
    ]


def _words(item: AgendaItem) -> str:
    """What everybody can read of an item. The minute-taker's own notes are not for warnings."""
    read = (item.title, item.purpose, item.background, item.economy, item.recommendation)
    return "\n".join(read)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """What finds the name in a text; spaces may be any, and line breaks."""
    whole = " ".join(name.split())
    core = _ENDING.sub("", whole)
    form = whole[len(core) :].strip(" ,")
    spaced = r"\s+".join(map(re.escape, core.split()))
    is_short = sum(letter.isalnum() for letter in core) < _SHORTEST
    words = spaced if is_short else f"(?i:{spaced})"
    genitive = r"(?i:['’]?s|['’])?"
    ending = rf"(?:[\s,]+(?i:{re.escape(form)}))?" if form else ""
    return re.compile(rf"(?<!\w){words}{ending}{genitive}(?!\w)")
