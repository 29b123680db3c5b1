"""A task in one line, as a minute-taker types it: `Anna bestil revisor 1/6`.

Who does it comes first (`Anna og Bo bestil revisor`), or after `@` anywhere, or in parentheses or
after a dash at the end. They are known by full name, by a first name or initials only one of the
people has, and by a first name with the beginning of a surname (`Bo L`). `jeg` and `me` are whoever
types. Words before a colon are a name when they look like one, known or not. The day comes last,
also after `senest`, `inden`, `by`; an estimate stands in parentheses or after a tilde: `(2 t)`,
`~2t`. Everything else is what is to be done; no word is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.people import PersonId
from boardkeeper.i18n import Language, _, language

_AND = frozenset({"og", "and", "&", "+", "samt"})
_ME = frozenset({"jeg", "mig", "me", "undertegnede"})
_BEFORE_DAY = frozenset(
    {"inden", "senest", "til", "før", "by", "before", "until", "on", "den", "d", "frist", "due"}
    | {"deadline"}
)
_ESTIMATE = re.compile(
    r"\((?:ca\.? ?)?([^()]*\d[^()]*)\)|~\s?(\d\S*(?: (?:t|h|timer|hours|min)\b\.?)?)"
)
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody a task can be given to: one of the people, or a name alone."""

    name: str
    person_id: PersonId | None = None
    is_me: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """What a line says. `minutes` is the estimate, 0 without one.

    `remark` is a sentence about what could not be understood: a day the calendar does not have, or
    a name that several have. What it is about stays in the text.
    """

    text: str
    owners: tuple[Named, ...] = ()
    due_on: date | None = None
    minutes: int = 0
    remark: str = ""


def read_task_line(line: str, people: Iterable[Named], today: date) -> TaskLine:
    """What the line says; days are counted from `today`, usually that of the meeting."""
    known = _Known(people)
    rest = _without_bullet(line)
    minutes, rest = _estimate(rest)
    due_on, rest, remark = _due(rest, today)
    owners: list[Named] = []
    rest = _mentioned(rest, known, owners)
    rest = _named_first(rest, known, owners)
    if not owners:
        rest = _named_last(rest, known, owners)
    if not minutes:
        minutes, rest = _estimate(rest)
    text = rest.strip(" ,;:–—").strip()
    if not text:
        return TaskLine(text=_without_bullet(line), remark=remark)
    return TaskLine(
        text=text[:1].upper() + text[1:],
        owners=tuple(dict.fromkeys(owners)),
        due_on=due_on,
        minutes=minutes,
        remark=remark or known.remark,
    )


def read_names(text: str, people: Iterable[Named]) -> tuple[Named, ...]:
    """Those named in a list with commas or `og`, known or not: `Anna, Bo L og revisor`."""
    known = _Known(people)
    named = (known.find(words) or Named(name=" ".join(words)) for words in _parts(text))
    return tuple(dict.fromkeys(named))


def written_task_line(text: str, owners: Sequence[str], due_on: date | None) -> str:
    """A task as a line `read_task_line` understands: `Anna Holm: Bestil revisor, 1.6.2026`."""
    who = f"{' & '.join(owners)}: " if owners else ""
    when = f", {due_on.day}.{due_on.month}.{due_on.year}" if due_on else ""
    return f"{who}{' '.join(text.split())}{when}"


class _Known:
    """The people by every way of naming them; one that several share names nobody."""

    def __init__(self, people: Iterable[Named]) -> None:
        self.remark = ""
        self._ways: dict[str, list[Named]] = {}
        self._full: list[Named] = list(dict.fromkeys(people))
        for each in self._full:
            for way in _ways(each):
                self._ways.setdefault(way, []).append(each)

    def find(self, words: Sequence[str]) -> Named | None:
        """Whoever the words name, if it is one person only."""
        asked = _plain(" ".join(words))
        found = self._ways.get(asked, [])
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            message = _("Several are called {name}. Add a letter of the surname.")
            self.remark = self.remark or message.format(name=" ".join(words))
            return None
        return self._by_beginning(asked) if len(words) > 1 else None

    def _by_beginning(self, asked: str) -> Named | None:
        """`Bo L` is Bo Lund: whole words, the last one begun, with a capital as names have."""
        first, _space, begun = asked.rpartition(" ")
        fits = [
            each
            for each in self._full
            if (name := _plain(each.name)).startswith(f"{first} ")
            and any(word.startswith(begun) for word in name.split()[1:])
        ]
        return fits[0] if len(fits) == 1 and len(begun) <= 3 else None


def _ways(named: Named) -> set[str]:
    words = _plain(named.name).split()
    ways = {" ".join(words), words[0], f"{words[0]} {words[-1]}"} if words else set()
    initials = "".join(word[0] for word in words)
    if len(words) > 1:
        ways |= {initials, words[0][0] + words[-1][0]}
    if named.is_me:
        ways |= _ME
        if language() is Language.ENGLISH:
            ways.add("i")  # in Danish it is a preposition: "I morgen …"
    return ways


def _plain(text: str) -> str:
    """For comparing: no case, no accents (`René` is found as `rene`); æ, ø and å stay."""
    kept = text.casefold().replace("å", "\ue001")
    bare = (each for each in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(each))
    return "".join(bare).replace("\ue001", "å").replace(".", "").replace("’s", "").strip()


def _without_bullet(line: str) -> str:
    bare = " ".join(line.split())
    return re.sub(r"^(?:[-*•☐→]|\[ ?\])\s+", "", bare)


def _estimate(text: str) -> tuple[int, str]:
    """The minutes in parentheses or after a tilde, and the text without them."""
    for found in _ESTIMATE.finditer(text):
        asked = found[1] or found[2]
        if re.search(r"[^\W\d]", asked):
            minutes, left = formats.duration_in_line(asked)
            if minutes and not left:
                return minutes, " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    return 0, text


def _due(text: str, today: date) -> tuple[date | None, str, str]:
    """The day at the end, the text without it, and what is wrong with it."""
    bare = text.rstrip(" .;,")
    closed = re.fullmatch(r"(.+)\(([^()]+)\)", bare)
    try:
        if closed is not None:
            due_on, rest = formats.date_at_end(closed[2], today)
            if due_on is not None and all(_is_before_day(word) for word in rest.split()):
                return due_on, closed[1].rstrip(), ""
        due_on, rest = formats.date_at_end(bare, today)
    except formats.NotUnderstood as error:
        return None, text, str(error)
    if due_on is None:
        return None, text, ""
    words = rest.split()
    while len(words) > 1 and _is_before_day(words[-1]):
        words.pop()
    return due_on, " ".join(words), ""


def _is_before_day(word: str) -> bool:
    return word.casefold().rstrip(".:") in _BEFORE_DAY


def _mentioned(text: str, known: _Known, owners: list[Named]) -> str:
    """The text without those named after an `@`, who are owners, known or not."""
    words = text.split()
    kept: list[str] = []
    at = 0
    while at < len(words):
        if not re.match(r"@\w", words[at]):
            kept.append(words[at])
            at += 1
            continue
        run = [words[at][1:].rstrip(",;:"), *words[at + 1 : at + _LONGEST_NAME]]
        owner, taken = _longest(run, known)
        owners.append(owner or Named(name=run[0]))
        at += max(taken, 1)
    return " ".join(kept)


def _named_first(text: str, known: _Known, owners: list[Named]) -> str:
    """The text without the names it begins with; a list of names ends where one is unknown."""
    before, colon, after = text.partition(": ")
    if colon and (named := _listed(before, known)):
        owners.extend(named)
        return after
    words = text.split()
    at = 0
    found: list[Named] = []
    while at < len(words):
        run = [word.rstrip(",:;") for word in words[at : at + _LONGEST_NAME]]
        owner, taken = _longest(run, known)
        if owner is None or (len(words) == at + taken and not found):
            break
        found.append(owner)
        at += taken
        closed = words[at - 1][-1]
        if at < len(words) and words[at].casefold() in _AND:
            at += 1
        elif closed != ",":
            break
    if at and at < len(words) and words[at - 1].casefold() in _AND:
        at -= 1
    owners.extend(found)
    return " ".join(words[at:])


def _named_last(text: str, known: _Known, owners: list[Named]) -> str:
    """The text without the names in parentheses or after a dash at its end."""
    ending = re.fullmatch(r"(.+?)(?:\s*\(([^()]+)\)|\s+[–—-]+\s+([^–—]+))", text)
    if ending is None:
        return text
    named = _listed(ending[2] or ending[3], known, must_be_known=True)
    owners.extend(named)
    return ending[1] if named else text


def _listed(text: str, known: _Known, *, must_be_known: bool = False) -> list[Named]:
    """The names of a list; none at all if a part of it looks like none."""
    found: list[Named] = []
    for words in _parts(text, keeps_empty=True):
        owner = known.find(words) if words else None
        if owner is None and not must_be_known and _looks_like_a_name(words):
            owner = Named(name=" ".join(words))
        if owner is None:
            return []
        found.append(owner)
    return found


def _parts(text: str, *, keeps_empty: bool = False) -> list[list[str]]:
    """The words of each part of a list of names."""
    parts = [each.split() for each in re.split(r",|;|\s(?:og|and|&|\+|samt|/)\s|/", text)]
    return [each for each in parts if each or keeps_empty]


def _looks_like_a_name(words: Sequence[str]) -> bool:
    """Two to four words that each begin with a capital: `Revisor Jensen`."""
    return 2 <= len(words) <= 4 and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _longest(run: Sequence[str], known: _Known) -> tuple[Named | None, int]:
    """Whoever the longest beginning of the words names, and how many words that took."""
    for count in range(len(run), 0, -1):
        words = run[:count]
        if count > 1 and not words[-1][:1].isupper():
            continue
        if count == 1 and words[0].islower() and len(words[0]) < 3 and words[0] not in _ME:
            continue
        owner = known.find(words)
        if owner is not None:
            return owner, count
    return None, 0
