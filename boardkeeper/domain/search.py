"""Finding anything by a few words: what is looked at, what is found, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.search_words import Place, places_in, words_in
from boardkeeper.i18n import _

_SENTENCE = 180
"""Letters of a sentence that are shown; of a longer one those around the words."""
_CLOSE = 120
"""Letters within which words stand together."""


class Kind(StrEnum):
    """What can be found."""

    ORGANISATION = "organisation"
    PERSON = "person"
    MEETING = "meeting"
    ITEM = "item"
    DECISION = "decision"
    WRITTEN = "written"
    TASK = "task"
    IDEA = "idea"
    REMINDER = "reminder"
    WHEEL_TASK = "wheel_task"
    REFERRAL = "referral"
    REVIEW = "review"
    SEAT = "seat"
    PAYMENT = "payment"
    PAPER = "paper"


def kind_name(kind: Kind) -> str:
    """What was found, as the heading over several of them."""
    return {
        Kind.ORGANISATION: _("Boards"),
        Kind.PERSON: _("People"),
        Kind.MEETING: _("Meetings"),
        Kind.ITEM: _("Agendas and minutes"),
        Kind.DECISION: _("Decisions"),
        Kind.WRITTEN: _("Written procedures"),
        Kind.TASK: _("Tasks"),
        Kind.IDEA: _("Ideas for later"),
        Kind.REMINDER: _("Reminders"),
        Kind.WHEEL_TASK: _("Year wheel"),
        Kind.REFERRAL: _("Referrals"),
        Kind.REVIEW: _("Stay or leave?"),
        Kind.SEAT: _("Seats offered"),
        Kind.PAYMENT: _("Payments"),
        Kind.PAPER: _("Papers"),
    }[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a search looks at of one record: its title, and all its other words.

    Some records are looked at as part of another: an item's minutes and statements with the item,
    a task's owners with the task, a person's interests and contacts with the person. `within_id` is
    what has to be opened to see the record, where neither its own id nor its meeting's or
    organisation's says: the item of a paper or an idea, the membership of a review.
    """

    kind: Kind
    record_id: Id
    organisation_id: OrganisationId | None = None
    meeting_id: MeetingId | None = None
    day: date | None = None
    title: str
    body: str = ""
    within_id: Id | None = None


Marks = tuple[tuple[int, int], ...]
"""Where the words asked for stand in a text: beginnings and ends."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A sentence, or as much of it as is shown, and where the words asked for stand in it."""

    text: str = ""
    marks: Marks = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found.

    `where` says in words where it belongs. `meeting_id` and `within_id` are as in its `Document`.
    """

    kind: Kind
    record_id: Id
    title: str
    title_marks: Marks = ()
    where: str = ""
    snippet: Snippet = Snippet()
    day: date | None = None
    organisation_id: OrganisationId | None = None
    meeting_id: MeetingId | None = None
    within_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: the words as typed, folded, and the whole words meant by them.

    `meant` are words of the index that hold one asked for in their middle, or that it nearly is.
    """

    words: tuple[str, ...]
    meant: tuple[str, ...] = ()

    @classmethod
    def for_text(cls, text: str) -> Asked:
        """What is asked for by a line that somebody types; a dozen words at most, each once."""
        return cls(tuple(dict.fromkeys(words_in(text)))[:12])


def marks_in(text: str, asked: Asked) -> Marks:
    """Where the words asked for stand in the text, in order and apart."""
    marks: list[tuple[int, int]] = []
    for place in places_in(text, asked.words, asked.meant):
        if not marks or place.start >= marks[-1][1]:
            marks.append((place.start, place.end))
        elif place.end > marks[-1][1]:
            marks[-1] = (marks[-1][0], place.end)
    return tuple(marks)


def snippet_of(text: str, asked: Asked) -> Snippet:
    """The sentence of the text in which most of the words asked for stand together.

    Without any of them in it, the text's first sentence.
    """
    first, last = _best(text, asked)
    start, end = _sentence(text, first, last)
    shown = " ".join(text[start:end].split())
    if start > 0 and not _ends_sentence(text, start):
        shown = f"… {shown}"
    if end < len(text) and not _ends_sentence(text, end):
        shown = f"{shown} …"
    return Snippet(shown, marks_in(shown, asked))


def _best(text: str, asked: Asked) -> tuple[int, int]:
    """From where to where the most of the words asked for stand close together."""
    places = places_in(text, asked.words, asked.meant)
    best, most = (0, 0), (0, 0)
    for at, place in enumerate(places):
        worth, last = _together(places, at)
        if (worth, place.start - last) > most:
            best, most = (place.start, last), (worth, place.start - last)
    return best


def _together(places: list[Place], first: int) -> tuple[int, int]:
    """What the words from the first place on are worth, and where the last new one ends.

    Different words count; the beginning of a word more than its middle.
    """
    limit = places[first].start + _CLOSE
    worth: dict[int, int] = {}
    last = 0
    for at in range(first, len(places)):
        place = places[at]
        if place.end > limit and worth:
            break
        if place.word not in worth:
            worth[place.word] = 2 if place.is_beginning else 1
            last = place.end
    return sum(worth.values()), last


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """The sentence around a place, cut between words where it is long."""
    start = max(_after_end(text, max(0, first - _SENTENCE), first), 0)
    end = _next_end(text, last)
    if end - start > _SENTENCE:
        start = max(start, _word_start(text, first - _SENTENCE // 3, first))
        end = min(end, _word_end(text, start + _SENTENCE))
    return start, max(end, last)


def _after_end(text: str, earliest: int, first: int) -> int:
    """Where the sentence of a place begins, at `earliest` if no sentence begins after that."""
    for at in range(first, earliest, -1):
        if _ends_sentence(text, at):
            return at
    return 0 if earliest == 0 else _word_start(text, earliest, first)


def _next_end(text: str, last: int) -> int:
    for at in range(last, min(len(text), last + _SENTENCE)):
        if at > last and _ends_sentence(text, at):
            return at
    return min(len(text), last + _SENTENCE)


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence or a line ends just before the place."""
    before = text[at - 1]
    if before in "\n\r\f":
        return True
    return before.isspace() and text[max(0, at - 2)] in ".!?:" and not text[at : at + 1].islower()


def _word_start(text: str, at: int, most: int) -> int:
    at = max(at, 0)
    while 0 < at < most and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    at = min(at, len(text))
    while 0 < at < len(text) and not text[at].isspace():
        at -= 1
    return at
