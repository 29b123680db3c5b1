"""Rules of recurrence as RFC 5545 writes them, `FREQ=WEEKLY;INTERVAL=3`, read and written.

A meeting repeats by days, weeks, months or years, once a day, and a rule is text from anywhere:
what would never move on or never be done counting is refused by name, before any counting.
Weekdays are numbered from Monday, 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from boardkeeper.domain.checks import zone
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

MOST = 1000
"""The most meetings a rule may name, and the longest step it may take."""

LONGEST = 2000
"""Characters in a rule; the longest the world writes have a few hundred."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_END_OF_DAY = time(23, 59, 59)
_NUMBERED_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")


class Frequency(StrEnum):
    """How long the stretch of time is that a rule looks at over and over."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class NumberedDay:
    """A weekday, and which one of the month or year: 2 the second, -1 the last, 0 every one."""

    number: int
    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of recurrence, understood. `until` is the last wall time that still counts."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    months: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    days: tuple[NumberedDay, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def is_endless(self) -> bool:
        return self.count is None and self.until is None

    @property
    def text(self) -> str:
        """The rule as RFC 5545 writes it, the one way this program does.

        A rule that ends with a day ends in that whole day, in the wall time of its place.
        """
        return self._written(_until_text(self.until) if self.until else "")

    def text_for_calendars(self, zone_name: str) -> str:
        """The rule for other programs, which want the end in UTC."""
        if self.until is None:
            return self.text
        ends = self.until.replace(tzinfo=zone(zone_name)).astimezone(UTC)
        return self._written(f"{ends:%Y%m%dT%H%M%S}Z")

    def _written(self, until: str) -> str:
        parts = {
            "FREQ": self.frequency.value,
            "UNTIL": until,
            "COUNT": "" if self.count is None else str(self.count),
            "INTERVAL": "" if self.interval == 1 else str(self.interval),
            "BYMONTH": _listed(self.months),
            "BYWEEKNO": _listed(self.week_numbers),
            "BYYEARDAY": _listed(self.year_days),
            "BYMONTHDAY": _listed(self.month_days),
            "BYDAY": ",".join(f"{d.number or ''}{WEEKDAYS[d.weekday]}" for d in self.days),
            "BYSETPOS": _listed(self.positions),
            "WKST": WEEKDAYS[self.week_start] if self.week_start else "",
        }
        return ";".join(f"{name}={said}" for name, said in parts.items() if said)


def read_rule(text: str, zone_name: str = "UTC", start: datetime | None = None) -> Rule:
    """The rule a text says; an end in UTC becomes the wall time of the zone.

    A time of the day (BYHOUR …) is taken only where it is the start's own.

    Raises:
        InvalidField: of the field `rule`, naming the part that cannot be, and why.
    """
    _refuse(len(text) > LONGEST, _("The rule is too long to be one of meetings."))
    parts: dict[str, str] = {}
    for each in text.strip().removeprefix("RRULE:").upper().strip(";").split(";"):
        name, _equals, said = each.strip().partition("=")
        twice = _("The rule says {part} twice.").format(part=name)
        _refuse(name in parts, twice)
        parts[name] = said.strip()
    frequency = _frequency(parts.pop("FREQ", ""))
    _refuse_other_times(parts, start)
    _refuse_what_does_not_go_together(frequency, parts)
    rule = Rule(
        frequency=frequency,
        interval=_interval(parts.pop("INTERVAL", "1")),
        count=_count(parts.pop("COUNT", "")),
        until=_until(parts.pop("UNTIL", ""), zone_name),
        months=_numbers(parts, "BYMONTH", 12, negative=False),
        week_numbers=_numbers(parts, "BYWEEKNO", 53),
        year_days=_numbers(parts, "BYYEARDAY", 366),
        month_days=_numbers(parts, "BYMONTHDAY", 31),
        days=_days(parts.pop("BYDAY", ""), frequency),
        positions=_numbers(parts, "BYSETPOS", 366),
        week_start=_weekday(parts.pop("WKST", "MO")),
    )
    for name in parts:
        _refuse_part(name or text)
    numbered = any(day.number for day in rule.days)
    _refuse(numbered and bool(rule.week_numbers), _meaningless("BYWEEKNO"))
    return rule


def ending_with(rule: Rule, day: date | None, count: int | None = None) -> Rule:
    """The same rule with another end: with that day, after so many meetings, or never."""
    until = None if day is None else datetime.combine(day, _END_OF_DAY)
    return replace(rule, until=until, count=count)


def _frequency(said: str) -> Frequency:
    often = _("The rule repeats {part}. A meeting repeats by days, weeks, months or years.")
    _refuse(said in _TOO_OFTEN, often.format(part=f"FREQ={said}"))
    if said not in Frequency.__members__:
        _refuse(not said, _("The rule does not say how often it repeats (FREQ=…)."))
        _refuse_part(f"FREQ={said}")
    return Frequency(said)


def _refuse_other_times(parts: dict[str, str], start: datetime | None) -> None:
    for name, unit in (("BYHOUR", "hour"), ("BYMINUTE", "minute"), ("BYSECOND", "second")):
        said = parts.pop(name, "")
        own = start is not None and said.isdecimal() and int(said) == getattr(start, unit)
        times = _("The rule names times of the day ({part}). A series meets once a day.")
        _refuse(bool(said) and not own, times.format(part=f"{name}={said[:40]}"))


def _refuse_what_does_not_go_together(frequency: Frequency, parts: dict[str, str]) -> None:
    refused = {
        "BYWEEKNO": frequency is not Frequency.YEARLY,
        "BYYEARDAY": frequency is not Frequency.YEARLY,
        "BYMONTHDAY": frequency is Frequency.WEEKLY,
    }
    for name, is_refused in refused.items():
        _refuse(is_refused and name in parts, _meaningless(name))
    _refuse(
        "COUNT" in parts and "UNTIL" in parts,
        _("The rule ends twice: with a day (UNTIL) and after a number of meetings (COUNT)."),
    )


def _interval(said: str) -> int:
    number = _whole(said, f"INTERVAL={said}")
    _refuse(number < 1, _("The rule repeats with INTERVAL=0 and would never move on."))
    most = _("INTERVAL={number} is a longer step than the {most} a rule may take.")
    _refuse(number > MOST, most.format(number=number, most=MOST))
    return number


def _count(said: str) -> int | None:
    if not said:
        return None
    number = _whole(said, f"COUNT={said}")
    _refuse(number < 1, _("COUNT=0 leaves no meeting at all."))
    most = _("COUNT={number} is more than the {most} meetings a rule may name.")
    _refuse(number > MOST, most.format(number=number, most=MOST))
    return number


def _until(said: str, zone_name: str) -> datetime | None:
    if not said:
        return None
    try:
        if len(said) == len("20261231"):
            return datetime.combine(datetime.strptime(said, "%Y%m%d").date(), _END_OF_DAY)
        until = datetime.strptime(said.removesuffix("Z"), "%Y%m%dT%H%M%S")
        if said.endswith("Z"):
            place = zone(zone_name)
            until = until.replace(tzinfo=UTC).astimezone(place).replace(tzinfo=None, fold=0)
    except (ValueError, OverflowError, KeyError):
        _refuse_part(f"UNTIL={said[:40]}")
        raise
    return until


def _until_text(until: datetime) -> str:
    if until.time() == _END_OF_DAY:
        return f"{until:%Y%m%d}"
    return f"{until:%Y%m%dT%H%M%S}"


def _numbers(
    parts: dict[str, str], name: str, highest: int, *, negative: bool = True
) -> tuple[int, ...]:
    said = parts.pop(name, None)
    if said is None:
        return ()
    found = set()
    for each in said.split(","):
        number = _whole(each, f"{name}={said[:40]}")
        is_within = 1 <= abs(number) <= highest and (negative or number > 0)
        if not is_within:
            _refuse_part(f"{name}={each}")
        found.add(number)
    return tuple(sorted(found))


def _days(said: str, frequency: Frequency) -> tuple[NumberedDay, ...]:
    if not said:
        return ()
    found = set()
    for each in said.split(","):
        match = _NUMBERED_DAY.fullmatch(each)
        if match is None:
            _refuse_part(f"BYDAY={each[:40]}")
            continue
        number = int(match[1] or 0)
        if match[1] and not 1 <= abs(number) <= 53:
            _refuse_part(f"BYDAY={each}")
        _refuse(
            bool(number) and frequency in (Frequency.DAILY, Frequency.WEEKLY),
            _meaningless(f"BYDAY={each}"),
        )
        found.add((number, _weekday(match[2])))
    return tuple(NumberedDay(*each) for each in sorted(found))


def _weekday(said: str) -> int:
    if said not in WEEKDAYS:
        _refuse_part(said[:40])
    return WEEKDAYS.index(said)


def _whole(said: str, part: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", said):
        _refuse_part(part[:60])
    return int(said)


def _listed(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _meaningless(part: str) -> str:
    message = _("{part} does not go together with the rest of the rule.")
    return message.format(part=part)


def _refuse_part(part: str) -> None:
    _refuse(True, _("“{part}” is no part of a rule of recurrence.").format(part=part[:60]))


def _refuse(is_refused: bool, message: str) -> None:
    if is_refused:
        raise InvalidField("rule", message)
