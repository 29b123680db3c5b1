"""A contact written down in one line: `1-1 45 min: the new brochure 5/3`, `ringet i går`.

Words are understood in both languages, whichever one is active.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.formats.typed import NotUnderstood, tidy, weekday_number
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """What a line says; 0 minutes where it names none."""

    kind: ContactKind
    on: date
    minutes: int
    note: str


_WORDS = {
    ContactKind.ONE_TO_ONE: "1-1 1:1 1-til-1 en-til-en one-to-one 1-til-1-samtale samtale",
    ContactKind.CALL: "ringet ringede opkald telefon tlf telefonsamtale called call phone phoned",
    ContactKind.MESSAGE: "besked mail e-mail email sms skrev skrevet brev message wrote letter",
    ContactKind.MET: "mødt mødte mødtes truffet traf met",
}
_DURATION = re.compile(
    r"(?<!\S)(?:\d+(?:[.,]\d+)?|\d*½)\s?(?:min(?:utter|utes)?|t(?:ime|imer)?|h(?:ours?|rs?)?)"
    r"(?=[\s,.;:]|$)",
    re.IGNORECASE,
)
_AHEAD = ("+", "om ", "in ")
"""What begins a day that was meant to lie ahead."""


def read_contact_line(text: str, today: date) -> ContactLine:
    """What the line says: its first word may tell how, its end the day; the rest is the note.

    Without a word for it, it was a one-to-one; without a day, today. A bare weekday has been.

    Raises:
        NotUnderstood: the line is empty, or the day is still ahead.
    """
    if not text.strip():
        raise NotUnderstood(_("Write what it was, for example: call about the budget, 5/3."))
    kind, line = _kind(" ".join(text.split()))
    on, said = formats.date_at_end(line, today)
    on = today if on is None else _past(on, line[len(said) :], today)
    minutes, said = _minutes(said)
    note = re.sub(r"[\s,;:]*,[\s,;:]*", ", ", " ".join(said.split())).strip(" ,;:")
    return ContactLine(kind=kind, on=on, minutes=minutes, note=note)


def _kind(said: str) -> tuple[ContactKind, str]:
    """How it was, by the first word; words that tell no more than that go."""
    first, _blank, rest = said.partition(" ")
    typed = tidy(first).strip(".,;:")
    for kind, words in _WORDS.items():
        if typed in tidy(words).split():
            return kind, rest
    return ContactKind.ONE_TO_ONE, said


def _minutes(said: str) -> tuple[int, str]:
    """How long it took, and the rest. Only figures with a unit: a harbour is no half hour."""
    match = _DURATION.search(said)
    if match is None:
        return 0, said
    minutes = formats.read_duration(match[0])
    return minutes, f"{said[: match.start()]} {said[match.end() :]}"


def _past(on: date, typed: str, today: date) -> date:
    """The day as a log means it: a bare weekday, or a day without a year, has been."""
    words = tidy(typed).strip(" ,;")
    if on > today and not words.startswith(_AHEAD) and not re.search(r"\d{4}", words):
        last = words.split()[-1:]
        if any(weekday_number(word) is not None for word in last):
            on -= timedelta(days=7)
        elif re.search(r"\d", words):
            on = _a_year_before(on)
    if on > today:
        message = _("{day} is still ahead. A contact is written down once it has been.")
        raise NotUnderstood(message.format(day=formats.date(on)))
    return on


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
