"""Time written down in one line: `2t forb børnehaven`, `1½ h travel Lighthouse yesterday: budget`.

A line names a duration, and may name what the time went to, the organisation, a note after a colon
and, at the end, the day. Words are understood in both languages whichever one is active.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.formats.typed import NotUnderstood, tidy, weekday_number
from boardkeeper.i18n import Language, _, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """What a line says. Without an organisation the line left it to be understood."""

    minutes: int
    activity: Activity
    organisation: Organisation | None
    on: date
    note: str


_ACTIVITY_WORDS = {
    Activity.MEETING: "møde bestyrelsesmøde generalforsamling meeting mtg",
    Activity.PREPARATION: (
        "forberedelse forberede forberedt læsning læst preparation prepare prepared prep reading"
    ),
    Activity.TRAVEL: "transport kørsel kørslen kørt rejse rejst travel travelling driving trip",
    Activity.FOLLOW_UP: (
        "opfølgning opfulgt efterarbejde referat referatskrivning follow-up followup follow"
    ),
    Activity.NETWORKING: "netværk netværke netværksarbejde networking network one-to-one",
}
_FILLERS = frozenset(
    tidy("af at den det en et for fra hos i in med of og on på the til to up ved with").split()
)
_SHORTEST = 3
"""Letters that are enough to begin an activity's word with."""


def read_entry_line(text: str, organisations: Sequence[Organisation], today: date) -> EntryLine:
    """What the line says.

    The day is today unless the line ends with another; a weekday is the latest one. Without a word
    for it, the time went to a meeting.

    Raises:
        NotUnderstood: no duration, a day still ahead, or words that fit no or several
            organisations; the message says which, and what would be understood.
    """
    said, note = _split_note(text)
    on, said, note = _day(said, note, today)
    minutes, rest = formats.duration_in_line(said, bare_is_hours=True)
    if minutes is None:
        raise NotUnderstood(_("Begin with how long it took, for example 2h, 1½ h or 90 min."))
    words = [word for word in rest.split() if tidy(word) not in _FILLERS]
    activity, names = _activity(words, organisations)
    return EntryLine(
        minutes=minutes,
        activity=activity,
        organisation=_organisation(names, organisations) if names else None,
        on=on,
        note=note,
    )


def _split_note(text: str) -> tuple[str, str]:
    """What is said, and the note after a colon; the colon of `1:30` is none."""
    said, *notes = re.split(r":(?:\s+|$)", text, maxsplit=1)
    return " ".join(said.split()), " ".join(" ".join(notes).split())


def _day(said: str, note: str, today: date) -> tuple[date, str, str]:
    """The day, and what is left of the line and of its note."""
    on, rest = formats.date_at_end(said, today)
    if on is not None:
        return _past(on, said[len(rest) :], today), rest, note
    on, rest_of_note = formats.date_at_end(note, today)
    if on is not None:
        return _past(on, note[len(rest_of_note) :], today), said, rest_of_note
    return today, said, note


def _past(on: date, typed: str, today: date) -> date:
    """The day as a log means it: a bare weekday has been."""
    words = tidy(typed).split()
    is_weekday = words[:-1] in ([], ["pa"], ["on"]) and weekday_number(words[-1]) is not None
    if is_weekday and on > today:
        on -= timedelta(days=7)
    if on > today:
        message = _("{day} is still ahead. Time is written down once it has been spent.")
        raise NotUnderstood(message.format(day=formats.date(on)))
    return on


def _activity(
    words: list[str], organisations: Sequence[Organisation]
) -> tuple[Activity, list[str]]:
    """What the time went to, and the words that are left to name the organisation.

    A word can be both: `2t netværk` is networking in the network group, `2t forb netværk` is not.
    """
    meant = [(word, found) for word in words if (found := _activity_of(word)) is not None]
    if not meant:
        return Activity.MEETING, words
    sure = [each for each in meant if not any(_fitting([each[0]], organisations))]
    word, activity = (sure or meant)[0]
    names = list(words)
    names.remove(word)
    if not names and not sure and len(list(_fitting([word], organisations))) == 1:
        names = [word]
    return activity, names


def _activity_of(word: str) -> Activity | None:
    typed = tidy(word).strip(".,;")
    for activity, known in _ACTIVITY_WORDS.items():
        for full in tidy(known).split():
            begins = len(typed) >= _SHORTEST and full.startswith(typed)
            is_inflected = typed.startswith(full) and len(typed) <= len(full) + 2
            if begins or is_inflected:
                return activity
    return None


def _organisation(words: list[str], organisations: Sequence[Organisation]) -> Organisation:
    fitting = list(_fitting(words, organisations))
    if len(fitting) == 1:
        return fitting[0]
    typed = " ".join(words)
    if fitting:
        names = ", ".join(each.label for each in fitting)
        message = _("“{name}” fits several: {names}. Write more of the name.")
    else:
        names = ", ".join(each.label for each in organisations) or "–"
        message = _(
            "“{name}” is not one of your boards ({names})."
            " Write a note after a colon, as in 2h: note."
        )
    raise NotUnderstood(message.format(name=typed, names=names))


def _fitting(words: list[str], organisations: Sequence[Organisation]) -> Iterator[Organisation]:
    """The organisations the words fit best: by whole name, beginnings, parts, and at last kind."""
    typed = [tidy(word).strip(".,;") for word in words]
    for fits in (_is_named, _begins, _holds, _is_of_kind):
        found = [each for each in organisations if fits(typed, each)]
        if found:
            yield from found
            return


def _is_named(typed: list[str], organisation: Organisation) -> bool:
    return " ".join(typed) in (tidy(organisation.name), tidy(organisation.short_name))


def _begins(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _names(organisation), str.startswith)


def _holds(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _names(organisation), str.__contains__)


def _is_of_kind(typed: list[str], organisation: Organisation) -> bool:
    return _each(typed, _kind_words(organisation), str.startswith)


def _each(typed: list[str], known: list[str], fits: Callable[[str, str], bool]) -> bool:
    return all(any(fits(word, part) for word in known) for part in typed)


def _names(organisation: Organisation) -> list[str]:
    return tidy(f"{organisation.name} {organisation.short_name}").split()


def _kind_words(organisation: Organisation) -> list[str]:
    """The words of its kind in both languages, long enough to mean something."""
    words: list[str] = []
    for each in Language:
        with speaking(each):
            words += tidy(kind_name(organisation.kind)).split()
    return [word for word in words if len(word) > _SHORTEST]
