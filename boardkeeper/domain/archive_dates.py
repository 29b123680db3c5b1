"""Which day an old paper is of, by its name, the folders it lies in, and its first words.

Danish and English are read alike, and the day stands before the month save where it cannot. A
wrong day is worse than none: where two readings are as likely, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper.formats.typed import month_number

FIRST_YEAR = 1900

_MONTH = (
    r"(?P<name>jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?"
    r"|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)(?![\d:]|[.,]\d)"
_FULL_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NTH = r"(?:\.|st|nd|rd|th)?(?: of)?"

_DAYS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?<![\d.,:])(?:{each})")
    for each in (
        rf"{_FULL_YEAR}(?P<mark>[-./ ])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)",
        rf"{_FULL_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"{_FULL_YEAR}[-. ]*{_MONTH}[-. ]*(?P<day>\d\d?)(?!\d)",
        rf"(?P<day>\d\d?){_NTH}[- ]*{_MONTH}[-, ]*{_YEAR}",
        rf"(?P<day>\d\d?) ?[./-] ?(?P<month>\d\d?)\.?(?: ?[./-] ?| ){_YEAR}",
        rf"(?P<day>\d\d) (?P<month>\d\d) {_FULL_YEAR}(?! ?\d)",
        rf"(?<!\d )(?P<day>\d\d) (?P<month>\d\d) {_YEAR}(?! ?\d)",
        rf"(?P<day>\d\d)(?P<month>\d\d){_FULL_YEAR}(?!\d)",
    )
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_]){_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?,? {_FULL_YEAR}(?!\d)"
)
_SIX_DIGITS = re.compile(r"(?<![\w.])(?P<digits>\d{6})(?![\w])")
_DAYS_OF_A_YEAR: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?<![\d.,:/-])(?:{each})")
    for each in (
        rf"(?P<day>\d\d?){_NTH}[- ]*{_MONTH}",
        r"(?P<day>\d\d?)[./-](?P<month>\d\d?)(?![\d:]|[./-]\d)",
    )
)
_MONTHS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?<![^\W_]){_MONTH}[-. ]*{_FULL_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_FULL_YEAR}[-. ]*{_MONTH}"),
    re.compile(rf"(?<![\d.]){_FULL_YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])"),
)
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SEASON = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-/ ] ?(?:(?:19|20)?\d\d)(?![\d./-])")

_MADE_BY_A_MACHINE = re.compile(r"^(?:scan|skan|img|image|foto|photo|dsc|whatsapp|skærmbillede)")
"""A scanner and a camera write the day they were used, which is no day of a meeting."""

_ANOTHER = -3
_OTHER_DAY = re.compile(
    r"(?:godkendt|approved|underskrevet|signed|u?d?sendt|sent|rettet|revideret|revised|ændret"
    r"|opdateret|updated|oprettet|created|udskrevet|printed|senest|deadline|frist|næste|next|forrige"
    r"|previous|sidste|kommende|født|version|rev|pr|per|since|siden)\.?"
    r"(?: (?:møde|mødet|meeting|bestyrelsesmøde|board meeting))?[ :,(]*"
    r"(?:(?:den|d\.|on|the|er|is) ?)*[ :]*$"
)
"""What a day says that is not the meeting's own, when it stands right before."""
_OTHER_LINE = re.compile(
    r"(?:godkendelse|approval|approve\b|næste (?:\w+)?møde|next (?:\w+ )?meeting|forrige|previous"
    r"|kommende|opfølgning|follow-up|ref\. fra)"
)
_LABEL = re.compile(
    r"(?:dato|date|mødedato|tid|tidspunkt|time|when|hvornår|afholdt|held)\W*(?:og \w+)?\W*$"
)
_WEEKDAY = re.compile(
    r"(?:\b(?:man|tirs|ons|tors|fre|lør|søn)dag|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\bden|\bd\.|\bon)[\s,]*(?:(?:den|d\.|the)\s*)?$"
)
_MEETING = re.compile(r"møde|referat|meeting|minutes|forsamling|protokol")
_HEAD_LINES = 6
_HEAD = 3000
_ENOUGH = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a paper is from: a day; or the month, or the year alone, as far as is known.

    `before` and `after` are what stands around the day in the name, or all of a name without one.
    """

    day: date | None = None
    year: int | None = None
    month: int | None = None
    before: str = ""
    after: str = ""

    @classmethod
    def on(cls, day: date, before: str, after: str = "") -> Dating:
        """Of a day that is known."""
        return cls(day=day, year=day.year, month=day.month, before=before, after=after)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A day in a text, from where to where; two where six digits can be read in two ways."""

    start: int
    end: int
    days: tuple[date, ...]


def dated(name: str, folders: Sequence[str], text: str, today: date) -> Dating:
    """The day of a paper with that name (no ending), in those folders, the nearest last.

    The name is believed before the folders, and those before the text; a day after today is not.
    """
    folder_days = [_dated_name(each, today, None) for each in reversed(folders)]
    folder_year = next((each.year for each in folder_days if each.year), None)
    named = _dated_name(name, today, folder_year)
    told = _day_told(text, today, named.year or folder_year)
    if named.day is not None and not _MADE_BY_A_MACHINE.match(name.lower()):
        return named
    split = _split(name, today, told, folder_year)
    if split is not None:
        return split
    day = next((each.day for each in folder_days if each.day), None) or told
    if day is not None:
        return Dating.on(day, named.before, named.after)
    if _MADE_BY_A_MACHINE.match(name.lower()):
        return Dating(year=folder_year, before=named.before, after=named.after)
    return Dating(year=named.year or folder_year, month=named.month, before=name)


def _dated_name(name: str, today: date, folder_year: int | None) -> Dating:
    """What a name alone tells; the year of its folder fills in one left out."""
    lowered = _lowered(name)
    certain = [each for each in _mentions(lowered, today) if len(each.days) == 1]
    certain = certain or list(_without_year(lowered, today, _year_in(lowered) or folder_year))
    own = [each for each in certain if not _OTHER_DAY.search(lowered[: each.start].rstrip() + " ")]
    if own:
        return Dating.on(own[0].days[0], name[: own[0].start], name[own[0].end :])
    for pattern in _MONTHS:
        for match in pattern.finditer(lowered):
            month = _month(match)
            if month:
                return Dating(year=int(match["year"]), month=month, before=name)
    return Dating(year=_year_in(lowered), before=name)


def _split(name: str, today: date, told: date | None, folder_year: int | None) -> Dating | None:
    """Six digits that can be read in two ways, when the text or the folder tells which."""
    for each in _mentions(_lowered(name), today):
        if len(each.days) > 1:
            fitting = [day for day in each.days if day == told or day.year == folder_year]
            if len(fitting) == 1:
                return Dating.on(fitting[0], name[: each.start], name[each.end :])
    return None


def _day_told(text: str, today: date, year: int | None) -> date | None:
    """The day of the meeting by the first words of a text, if any of them looks like it."""
    lowered = _lowered(text[:_HEAD])
    best: tuple[int, int, date] | None = None
    found = [*_mentions(lowered, today), *_without_year(lowered, today, year)]
    for each in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        weight = _weight(lowered, each)
        if len(each.days) == 1 and weight >= _ENOUGH and (best is None or weight > best[0]):
            best = (weight, each.start, each.days[0])
    return best[2] if best else None


def _weight(lowered: str, mention: _Mention) -> int:
    """How much what stands before a day speaks for it."""
    before = lowered[: mention.start]
    line = before.rpartition("\n")[2]
    if _OTHER_DAY.search(line) or _OTHER_LINE.search(line):
        return _ANOTHER
    is_labelled = bool(_LABEL.search(before[-60:]) or _LABEL.search(_without_weekday(before[-60:])))
    return (
        2 * is_labelled
        + bool(_WEEKDAY.search(line))
        + bool(_MEETING.search(line))
        + (len([each for each in before.split("\n") if each.strip()]) <= _HEAD_LINES)
    )


def _without_weekday(before: str) -> str:
    return _WEEKDAY.sub("", before)


def _mentions(lowered: str, today: date) -> list[_Mention]:
    """Every day with its year, in the order they stand; overlapping ones are told once."""
    found: list[_Mention] = []
    for match in _matches(lowered):
        if any(each.start < match.end() and match.start() < each.end for each in found):
            continue
        days = _days(match, today)
        if days:
            found.append(_Mention(match.start(), match.end(), days))
    return sorted(found, key=lambda each: each.start)


def _matches(lowered: str) -> Iterator[re.Match[str]]:
    for pattern in (*_DAYS, _MONTH_FIRST, _SIX_DIGITS):
        yield from pattern.finditer(lowered)


def _days(match: re.Match[str], today: date) -> tuple[date, ...]:
    """What a match may mean: real days that are not still to come."""
    groups = match.groupdict()
    if digits := groups.get("digits"):
        first, second, third = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        ways = [
            (_full_year(third, today), second, first),
            (_full_year(first, today), second, third),
        ]
    else:
        month, day = _month(match), int(match["day"])
        year = int(match["year"].lstrip("'"))
        if year < 100:
            year = _full_year(year, today)
        ways = [(year, month, day)]
        if month > 12 and groups.get("name") is None:
            ways = [(year, day, month)]  # as Americans write
    found = (_real(*way) for way in ways)
    return tuple(dict.fromkeys(day for day in found if day is not None and day <= today))


def _without_year(lowered: str, today: date, year: int | None) -> Iterator[_Mention]:
    """Days that leave their year out, where it is known from elsewhere."""
    if year is None:
        return
    for pattern in _DAYS_OF_A_YEAR:
        for match in pattern.finditer(lowered):
            day = _real(year, _month(match), int(match["day"]))
            if day is not None and day <= today:
                yield _Mention(match.start(), match.end(), (day,))


def _month(match: re.Match[str]) -> int:
    """The month of a match, by its name or number; 0 for none."""
    name = match.groupdict().get("name")
    return (month_number(name) or 0) if name else int(match["month"])


def _year_in(lowered: str) -> int | None:
    """The one year a name tells; none for a season such as 2018-2019."""
    if _SEASON.search(lowered):
        return None
    years = set(_A_YEAR.findall(lowered))
    return int(years.pop()) if len(years) == 1 else None


def _full_year(two: int, today: date) -> int:
    """The latest year that ends so and is not still to come."""
    return today.year - (today.year - two) % 100


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def _lowered(text: str) -> str:
    """In small letters, every letter in its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
