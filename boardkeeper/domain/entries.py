"""Time written down in one line: `2t forb børnehaven`, `8-9.30 møde netværk`, `2h prep yesterday`.

A line says how long it took, and may say what the time went to, which organisation, which day and
a note: what stands in quotes, after a colon, or is left when all else is understood. Words are
understood in both languages whichever one is active.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from boardkeeper import formats
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.named_in_words import FILLERS, fitting, organisation_among
from boardkeeper.domain.organisations import Organisation
from boardkeeper.formats.typed import NotUnderstood, tidy, weekday_number
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """What a line says. Without an organisation the line left it to be understood."""

    minutes: int
    activity: Activity
    organisation: Organisation | None
    on: date
    note: str


_ACTIVITY_WORDS = {
    Activity.MEETING: "møde bestyrelsesmøde generalforsamling meeting mtg board-meeting",
    Activity.PREPARATION: (
        "forberedelse forberede forberedt læsning læst preparation prepare prepared prep reading"
    ),
    Activity.TRAVEL: (
        "transport kørsel kørslen kørt rejse rejst travel travelling drive driving trip"
    ),
    Activity.FOLLOW_UP: (
        "opfølgning opfulgt efterarbejde referat referatskrivning follow-up followup follow"
    ),
    Activity.NETWORKING: "netværk netværke netværksarbejde networking network one-to-one 1:1",
}
_TELLING_WORDS = {
    Activity.PREPARATION: "læste read",
    Activity.TRAVEL: "kørte drove rejste cyklede",
    Activity.FOLLOW_UP: "skrev wrote",
}
"""Words that say what the time went to, and are part of the note as well."""

_GENERAL = frozenset(tidy("bestyrelse bestyrelsen bestyrelsens board board's").split())
"""Words that any organisation may be called by."""

_SHORTEST = 3
"""Letters that are enough to begin an activity's word with."""

_LONGEST_RANGE = 6
"""Words a start and an end take at most: `fra kl. 8 til kl. 9.30`."""

_FAR = timedelta(days=92)
"""How far ahead a day without a year may lie and be a slip rather than a day of last year."""

_MOST_BARE_HOURS = 12
"""Up to this a number without a unit is hours, `2 forb`, and above it minutes, `45 forb`."""

_NOON = 12 * 60
_DAY = 24 * 60


def read_entry_line(text: str, organisations: Sequence[Organisation], today: date) -> EntryLine:
    """What the line says.

    The day is today unless the line names another; a weekday is the latest one. Without a word
    for it, the time went to a meeting.

    Raises:
        NotUnderstood: no duration, a day still ahead, or words that fit no or several
            organisations; the message says which, and what would be understood.
    """
    said, note, is_quoted = _split_note(text)
    minutes, rest = _taken(said)
    on, rest = _day(rest, organisations, today)
    if on is None and not is_quoted:
        on, note = _day_at_end(note, today)
    if minutes is None:
        raise NotUnderstood(
            _("Begin with how long it took, for example 2h, 1½ h, 90 min or 8-9.30.")
        )
    activity, words = _activity(rest.split(), organisations)
    organisation, left = _organisation(words, organisations)
    return EntryLine(
        minutes=minutes,
        activity=activity,
        organisation=organisation,
        on=on or today,
        note=": ".join(filter(None, (left, note))),
    )


def _split_note(text: str) -> tuple[str, str, bool]:
    """What is said, the note in quotes or after a colon, and whether it is in quotes.

    The colon of `1:30` is none.
    """
    quoted = re.search(r"[\"“”„»](?P<note>[^\"“”„«]*)(?:[\"“”„«]|$)", text)
    if quoted:
        said = f"{text[: quoted.start()]} {text[quoted.end() :]}".replace(": ", " ")
        return _spaced(said), _spaced(quoted["note"]), True
    said, *notes = re.split(r":(?:\s+|$)", text, maxsplit=1)
    return _spaced(said), _spaced(" ".join(notes)), False


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _taken(said: str) -> tuple[int | None, str]:
    """The minutes it took, and the line without them.

    A start and an end count at the very beginning, or where the line has no duration: in
    `2t forb 3-4` the end is a day.
    """
    words = said.split()
    minutes, rest = _range_from(words, 0)
    if minutes is None:
        minutes, rest = formats.duration_in_line(said, bare_is_hours=True)
        is_bare = words[:1] != [] and words[0].isdecimal() and rest == " ".join(words[1:])
        if is_bare and int(words[0]) > _MOST_BARE_HOURS:
            minutes = int(words[0])
    first = 1
    while minutes is None and first < len(words):
        minutes, rest = _range_from(words, first)
        first += 1
    return minutes, rest


def _range_from(words: list[str], first: int) -> tuple[int | None, str]:
    """The minutes between the start and end that begin with a word, and the line without them."""
    for last in range(min(len(words), first + _LONGEST_RANGE), first, -1):
        run = " ".join(words[first:last])
        if re.fullmatch(r"\d{4}-\d\d?-\d\d?", run) or not re.search(r"\d", words[last - 1]):
            continue
        try:
            start, end = formats.read_time_range(run)
        except NotUnderstood:
            continue
        minutes = _between(start, end)
        if minutes:
            return minutes, " ".join(words[:first] + words[last:])
    return None, " ".join(words)


def _between(start: time, end: time) -> int:
    """Minutes from start to end; `11-1` goes past noon, and `22-1` past midnight."""
    began, ended = (60 * each.hour + each.minute for each in (start, end))
    if ended < began <= _NOON and ended > 0:
        ended += _NOON
    return (ended - began) % _DAY


def _day(said: str, organisations: Sequence[Organisation], today: date) -> tuple[date | None, str]:
    """The day the line names anywhere, the last one if there are several, and what is left."""
    words = said.split()
    for last in range(len(words), 0, -1):
        on, rest = _day_at_end(" ".join(words[:last]), today)
        if on is not None:
            return on, _spaced(" ".join([rest, *words[last:]]))
    if words and _is_weekday(words[-1], organisations):
        return _past(formats.read_date(words[-1], today), words[-1], today), " ".join(words[:-1])
    return None, said


def _day_at_end(text: str, today: date) -> tuple[date | None, str]:
    """The day the words end with, and the words without it."""
    on, rest = formats.date_at_end(text, today)
    return (None, rest) if on is None else (_past(on, text[len(rest) :], today), rest)


def _is_weekday(word: str, organisations: Sequence[Organisation]) -> bool:
    """Whether the last word is a weekday of three letters or more, and nothing else."""
    typed = tidy(word).rstrip(".")
    is_long_enough = len(typed) >= _SHORTEST and weekday_number(typed) is not None
    return is_long_enough and not fitting([word], organisations)


def _past(on: date, typed: str, today: date) -> date:
    """The day as a log means it: a bare weekday has been, and so has a month far ahead."""
    words = tidy(typed).split()
    is_weekday = words[:-1] in ([], ["pa"], ["on"]) and weekday_number(words[-1]) is not None
    if is_weekday and on > today:
        on -= timedelta(days=7)
    has_year = re.search(r"\d{4}|\d{6}|\d\W+\d+\W+'?\d", typed) is not None
    if on > today + _FAR and not has_year:
        day = 28 if (on.month, on.day) == (2, 29) else on.day
        on = on.replace(year=on.year - 1, day=day)
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
    meant = [(at, found) for at, word in enumerate(words) if (found := _activity_of(word))]
    if not meant:
        told = [found for word in words if (found := _meant(word, _TELLING_WORDS))]
        return (told[0] if told else Activity.MEETING), words
    sure = [each for each in meant if not fitting([words[each[0]]], organisations)]
    at, activity = (sure or meant)[0]
    left = words[:at] + words[at + 1 :]
    if not sure and not _telling(left) and len(fitting([words[at]], organisations)) == 1:
        left = [words[at]]
    return activity, left


def _activity_of(word: str) -> Activity | None:
    return None if _meant(word, _TELLING_WORDS) else _meant(word, _ACTIVITY_WORDS)


def _meant(word: str, words_of: dict[Activity, str]) -> Activity | None:
    typed = tidy(word).strip(".,;")
    for activity, known in words_of.items():
        for full in tidy(known).split():
            begins = len(typed) >= _SHORTEST and full.startswith(typed)
            is_inflected = typed.startswith(full) and len(typed) <= len(full) + 2
            if typed == full or (words_of is _ACTIVITY_WORDS and (begins or is_inflected)):
                return activity
    return None


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if tidy(word).strip(".,;") not in FILLERS]


def _organisation(
    words: list[str], organisations: Sequence[Organisation]
) -> tuple[Organisation | None, str]:
    """The organisation the words name, if they name one, and the rest of them as a note."""
    telling = _telling(words)
    named = organisation_among(telling, organisations)
    if named is not None and len(named.organisations) > 1:
        names = ", ".join(each.label for each in named.organisations)
        message = _("“{name}” fits several: {names}. Write more of the name.")
        typed = " ".join(telling[named.first : named.last])
        raise NotUnderstood(message.format(name=typed, names=names))
    used = set() if named is None else set(range(named.first, named.last))
    left = _note_of(words, used)
    if all(tidy(word) in _GENERAL | FILLERS for word in left.split()):
        left = ""
    if named is not None:
        return named.organisations[0], left
    if left:
        names = ", ".join(each.label for each in organisations) or "–"
        message = _(
            "“{name}” is not one of your boards ({names})."
            " Write a note after a colon, as in 2h: note."
        )
        raise NotUnderstood(message.format(name=left, names=names))
    return None, ""


def _note_of(words: list[str], used: set[int]) -> str:
    """The words without those used, which are counted without fillers; no filler at an end."""
    left: list[str] = []
    at = -1
    for word in words:
        is_filler = not _telling([word])
        at += not is_filler
        if is_filler or at not in used:
            left.append(word)
        elif left and not _telling(left[-1:]):
            left.pop()  # what led up to the name
    while left and not _telling(left[-1:]):
        left.pop()
    while left and not _telling(left[:1]):
        left.pop(0)
    return " ".join(left).strip(" ,;-–")
