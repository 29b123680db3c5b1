"""What an old paper is, as far as its name, its folders and its first words tell.

A guess is for a person to look at before anything is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from boardkeeper import formats
from boardkeeper.domain.archive_dates import Dating, dated
from boardkeeper.domain.media_types import title_from
from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.search_words import stems_of, words_in
from boardkeeper.i18n import pgettext, speaking

HEAD = 4000
"""Characters of a paper's text that are looked at."""


class PaperKind(StrEnum):
    """What sort of paper it is."""

    MINUTES = "minutes"
    NOTICE = "notice"
    AGENDA = "agenda"
    ACCOUNTS = "accounts"
    BUDGET = "budget"
    STATUTES = "statutes"
    REPORT = "report"
    APPENDIX = "appendix"
    OTHER = "other"


def paper_kind_name(kind: PaperKind) -> str:
    """The sort of paper in words, as a title."""
    return {
        PaperKind.MINUTES: pgettext("kind of paper", "Minutes"),
        PaperKind.NOTICE: pgettext("kind of paper", "Notice"),
        PaperKind.AGENDA: pgettext("kind of paper", "Agenda"),
        PaperKind.ACCOUNTS: pgettext("kind of paper", "Accounts"),
        PaperKind.BUDGET: pgettext("kind of paper", "Budget"),
        PaperKind.STATUTES: pgettext("kind of paper", "Statutes"),
        PaperKind.REPORT: pgettext("kind of paper", "Report"),
        PaperKind.APPENDIX: pgettext("kind of paper", "Appendix"),
        PaperKind.OTHER: pgettext("kind of paper", "Document"),
    }[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What is thought of a paper.

    `year` and `month` are told where the day is not known but they are. `words` is its name without
    the day; empty where the name says nothing, and `name` is all of it. `number` is the meeting's.
    """

    kind: PaperKind = PaperKind.OTHER
    organisation: Organisation | None = None
    day: date | None = None
    year: int | None = None
    month: int | None = None
    number: int | None = None
    meeting_kind: MeetingKind | None = None
    words: str = ""
    name: str = ""


class ArchiveGuessing:
    """Knows the organisations there are; asked of one paper after another."""

    def __init__(self, organisations: Sequence[Organisation], today: date) -> None:
        self._owners = _Owners(organisations)
        self._today = today

    def of(self, path: PurePosixPath, text: str = "") -> Guess:
        """What the paper at a path below the chosen folder is, by that and its first words."""
        name = title_from(path.name)
        folders = [title_from(each) for each in path.parent.parts]
        head = text[:HEAD]
        dating = dated(name, folders, head, self._today)
        words = _tidy(dating)
        return Guess(
            kind=kind_of(name, head),
            organisation=self._owners.of([*folders, name], head),
            day=dating.day,
            year=dating.year,
            month=dating.month,
            number=number_of(f"{dating.before} {dating.after}", head),
            meeting_kind=meeting_kind_of(" ".join((name, *folders[-1:], head[:_FIRST_WORDS]))),
            words="" if _NAMELESS.fullmatch(words.lower()) else words,
            name=name,
        )


def archive_title(guess: Guess, organisation: Organisation | None, day: date | None) -> str:
    """What the paper is to be called: its words and its day, in the organisation's language."""
    if organisation is None:
        return _title(guess, day)
    with speaking(organisation.language):
        return _title(guess, day)


def _title(guess: Guess, day: date | None) -> str:
    if day is None:
        return guess.words or guess.name  # "Minutes" alone would be one of many
    return f"{guess.words or paper_kind_name(guess.kind)}, {formats.date(day)}"


_KINDS: tuple[tuple[PaperKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PaperKind.APPENDIX, r"^(?:\d+[ .-]+)?(?:bilag|appendix|annex|attachment)\b"),
        (
            PaperKind.MINUTES,
            r"referat(?:et|er|erne|s)?\b|\bref\b|\bminutes\b|protokol(?:len)?\b|\bmom\b",
        ),
        (PaperKind.NOTICE, r"indkaldelse(?:n|r)?\b|\bnotice\b|\bconvening\b|\binvitation\b"),
        (PaperKind.AGENDA, r"dagsorden(?:en|er)?\b|\bagenda\b"),
        (PaperKind.BUDGET, r"budget(?:tet|ter)?\b"),
        (
            PaperKind.ACCOUNTS,
            r"regnskab(?:et|er)?\b|årsrapport(?:en)?\b|\b(?:accounts|balance|annual report)\b",
        ),
        (
            PaperKind.STATUTES,
            (
                r"vedtægt(?:er|erne)?\b|forretningsorden(?:en)?\b|fundats\b"
                r"|\b(?:statutes|by-?laws|articles of association|rules of procedure)\b"
            ),
        ),
        (PaperKind.REPORT, r"beretning(?:en|er)?\b|\breport\b"),
        (PaperKind.APPENDIX, r"bilag(?:et)?\b|\bappendix\b|\bannex\b"),
    )
)
_FIRST_WORDS = 300


def kind_of(name: str, text: str = "") -> PaperKind:
    """The sort of paper by its name, or by the first words of its text."""
    for told in (name, text[:_FIRST_WORDS]):
        for kind, pattern in _KINDS:
            if pattern.search(told.lower()):
                return kind
    return PaperKind.OTHER


_NUMBERS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?:møde|mødet|meeting|referat|minutes|forsamling)[ -]*(?:nr\.?|no\.?|number|nummer|#)[ ]*"
        r"(\d{1,3})(?![\d/:]|[.,]\d)"
    ),
    re.compile(r"(?:møde|mødet|meeting)[ -]*(\d{1,3})(?![\d/:]|[.,]\d)"),
    re.compile(
        r"(?<![\d./-])(\d{1,3})(?:\.|st|nd|rd|th) ?(?:ordinære?|ordinary)? ?(?:board )?"
        r"(?:bestyrelses)?(?:møde|meeting)"
    ),
    re.compile(r"^(?:nr\.?|no\.?|#) ?(\d{1,3})(?![\d/:]|[.,]\d)"),
)


def number_of(rest: str, text: str = "") -> int | None:
    """The number of the meeting, by the name without its day, or the text's first words."""
    for told in (rest, text[:_FIRST_WORDS]):
        for pattern in _NUMBERS:
            match = pattern.search(told.lower().strip())
            if match and int(match[1]) > 0:
                return int(match[1])
    return None


_MEETING_KINDS: tuple[tuple[MeetingKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (MeetingKind.CONSTITUTION, r"konstituer|constituent|constitutive"),
        (
            MeetingKind.EXTRAORDINARY_GENERAL,
            r"ekstraordinær generalforsamling|extraordinary general|\begm\b|\bekstra ?gf\b",
        ),
        (MeetingKind.GENERAL, r"generalforsamling|general meeting|\bgf\b|\bagm\b|årsmøde"),
        (MeetingKind.EXTRAORDINARY, r"ekstraordinær|extraordinary"),
    )
)


def meeting_kind_of(text: str) -> MeetingKind | None:
    """The kind of meeting a text speaks of, where it is no ordinary one."""
    lowered = text.lower()
    return next((kind for kind, pattern in _MEETING_KINDS if pattern.search(lowered)), None)


_LOOSE = " -–—_.,;:"
_LEFT_BEHIND = re.compile(
    r"(?:[\s,]+(?:den|d\.?|af|fra|on|of|the|from|dated|"
    r"(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day))+$",
    re.IGNORECASE,
)
_COPY = re.compile(r"\s*(?:\(\d\)|- (?:kopi|copy)(?: \(\d\))?)$", re.IGNORECASE)
_NAMELESS = re.compile(
    r"(?:scan(?:ned|net)?|skan|img|image|foto|photo|dsc|doc|dok|document|dokument|file|fil|page"
    r"|side|untitled|unavngivet)?[\W\d_]*"
)


def _tidy(dating: Dating) -> str:
    """The words around the day of a name: no loose signs, no "den" left behind."""
    before, after = dating.before, dating.after
    if before.count("(") > before.count(")"):  # the day, or what begins with it, stood in brackets
        before, after = before.rpartition("(")[0], after.replace(")", "", 1)
    before = _LEFT_BEHIND.sub("", f" {before.rstrip(_LOOSE)}")
    words = " ".join(_COPY.sub("", each).strip(_LOOSE) for each in (before, after))
    words = " ".join(_COPY.sub("", words).split())
    return words[:1].upper() + words[1:]


class _Owners:
    """Finds the organisation that is named somewhere."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        self._only = organisations[0] if len(organisations) == 1 else None
        self._names = _unique((" ".join(words_in(each.name)), each) for each in organisations)
        self._shorts = _unique(
            (" ".join(words_in(each.short_name)), each) for each in organisations
        )
        self._words = _unique(
            (stem, each)
            for each in organisations
            for stem in _telling(f"{each.name} {each.short_name}")
        )

    def of(self, names: Sequence[str], text: str) -> Organisation | None:
        """The owner by the file's name, its folders from the nearest, its text; or the only one."""
        for each in reversed(names):
            told = words_in(each)
            found = self._named(told, _SHORTEST) or self._hinted(told, 1)
            if found is not None:
                return found
        told = words_in(text[:_LETTERHEAD])
        return self._named(told, _SHORTEST_IN_TEXT) or self._hinted(told, 2) or self._only

    def _named(self, told: Sequence[str], shortest: int) -> Organisation | None:
        """By its whole name, or its short one; the longest where several stand there."""
        line = f" {' '.join(told)} "
        for names in (self._names, self._shorts):
            there = [
                name
                for name in names
                if len(name) >= shortest
                and name not in _NO_NAMES
                and (f" {name} " in line or f" {name}s " in line)
            ]
            if there:
                return names[max(there, key=len)]
        return None

    def _hinted(self, told: Sequence[str], enough: int) -> Organisation | None:
        """By words that only its name holds; nobody where two are hinted at as strongly."""
        seen: dict[str, tuple[Organisation, set[str]]] = {}
        for word in told:
            for stem in {word, *stems_of(word)} & self._words.keys():
                owner = self._words[stem]
                seen.setdefault(owner.id, (owner, set()))[1].add(word)
        ranked = sorted(seen.values(), key=lambda each: -len(each[1]))
        if not ranked or len(ranked[0][1]) < enough:
            return None
        if len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1]):
            return None
        return ranked[0][0]


_SHORTEST = 2
_SHORTEST_IN_TEXT = 3
_LETTERHEAD = 1500
_TELLING = 4
"""Letters a word needs to tell an organisation."""
_NO_NAMES = frozenset({"gf", "nr", "no", "as", "pdf"})
_GENERAL = (
    "forening foreningen bestyrelse bestyrelsen bestyrelsesmøde klub klubben selskab selskabet"
    " grundejerforening andelsboligforening ejerforening boligforening idrætsforening børnehave"
    " fond fonden netværk netværket danmark dansk danske gruppe gruppen råd rådet møde referat"
    " forældre forældrebestyrelse frivillige by holding advisory board association club company"
    " limited group foundation network society trust council the and kindergarten volunteers"
)
_SAYS_LITTLE = frozenset(stem for word in words_in(_GENERAL) for stem in (word, *stems_of(word)))


def _telling(name: str) -> set[str]:
    """The words of a name that other names seldom hold, and their stems."""
    return {
        stem
        for word in words_in(name)
        for stem in (word, *stems_of(word))
        if len(stem) >= _TELLING and stem not in _SAYS_LITTLE
    }


def _unique(pairs: Iterable[tuple[str, Organisation]]) -> dict[str, Organisation]:
    """What only one organisation is called."""
    found: dict[str, Organisation] = {}
    shared: set[str] = {""}
    for name, organisation in pairs:
        if found.setdefault(name, organisation).id != organisation.id:
            shared.add(name)
    return {name: each for name, each in found.items() if name not in shared}
