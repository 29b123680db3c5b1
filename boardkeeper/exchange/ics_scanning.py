"""A calendar file taken apart into its events, before any library sees it.

Each event is handed on as the few lines a meeting is made of, by itself: what is broken, endless or
huge costs the one event and never the file. Only text is looked at here, once, from top to bottom.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field

from boardkeeper.exchange.ics_names import PREFIX
from boardkeeper.exchange.limited import RefusedFile
from boardkeeper.i18n import _

MOST_EVENTS = 20_000
"""The most events a file may hold, and the most meetings its rules may give."""

_MOST_DATES = 1000
_LONGEST_EVENT = 200_000
_LONGEST_LINE = 60_000  # a thousand days fit, and any text a person wrote
_MOST_ZONES = 50
_FOR_THE_LIBRARY = frozenset(
    [
        *("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE"),
        *("CATEGORIES", "ORGANIZER"),
    ]
)
LINKS = ("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "CONFERENCE", "URL")
"""Where the link to a meeting stands; URL last, for it may be a page about the event."""

_TEXTS = frozenset(["UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "SEQUENCE", *LINKS])
_DATES = ("EXDATE", "RDATE")
_CALENDAR_NAMES = ("X-WR-CALNAME", "NAME")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FOLD = re.compile(rb"\n[ \t]")
_SOFT_BREAK = re.compile(r"=\n[ \t]?")
_QUOTED_PRINTABLE = re.compile(r";ENCODING=QUOTED-PRINTABLE", re.IGNORECASE)
_CHARSET = re.compile(r";CHARSET=[^;:]*", re.IGNORECASE)
_QUOTED = re.compile(r"""[^":]*(?:"[^"]*"[^":]*)*(?=:)""")
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)


@dataclass(slots=True)
class ScannedEvent:
    """One event: its texts, read; the lines that are for the library; why it cannot be taken in."""

    texts: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    reason: str = ""

    @property
    def title(self) -> str:
        """What the event is called, as far as it is readable; for a person to find it by."""
        return (self.texts.get("SUMMARY") or self.texts.get("UID") or "–")[:100]


@dataclass(slots=True)
class Scanned:
    """A calendar file in parts: its events, the zones it describes, and what its head says."""

    events: list[ScannedEvent] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    name: str = ""
    method: str = ""
    organisations: list[str] = field(default_factory=list)


def scanned(content: bytes) -> Scanned:
    """The file in parts. Raises RefusedFile when it is no calendar, or holds too many events."""
    text = _decoded(content)
    if "BEGIN:VCALENDAR" not in text.upper():
        message = _("The file is not a calendar file (.ics). Nothing was changed.")
        raise RefusedFile(message)
    scan = _Scan()
    for line in text.split("\n"):
        scan.take(line)
    return scan.finished()


class _Scan:
    """Where the scan is: in which component, and how deep inside it."""

    def __init__(self) -> None:
        self._found = Scanned()
        self._event: ScannedEvent | None = None
        self._zone: list[str] | None = None
        self._inside: list[str] = []
        self._too_deep = 0
        self._length = 0
        self._dates = 0

    def take(self, line: str) -> None:
        """Look at the next whole line."""
        match = _NAME.match(line)
        if match is None:
            return
        name = match[0].upper()
        if name == "BEGIN":
            self._begin(_split(line)[1].strip().upper())
        elif name == "END":
            self._end(line, _split(line)[1].strip().upper())
        elif self._too_deep:
            return
        elif self._zone is not None:
            self._of_zone(name, line)
        elif self._event is not None and self._inside[-1] == "VEVENT":
            self._of_event(name, line)
        elif self._inside == ["VCALENDAR"]:
            self._of_calendar(name, line)

    def finished(self) -> Scanned:
        """All that was found; an event the file ends in the middle of is told as cut off."""
        if self._event is not None:
            self._event.reason = _("The file ends in the middle of it.")
            self._found.events.append(self._event)
        return self._found

    def _begin(self, component: str) -> None:
        if len(self._inside) >= 5:
            self._too_deep += 1
            return
        if self._zone is not None:
            self._zone.append(f"BEGIN:{component}")
        elif component == "VTIMEZONE" and self._event is None:
            self._zone = ["BEGIN:VTIMEZONE"]
        elif component == "VEVENT" and self._event is None:
            self._event = ScannedEvent()
            self._length = self._dates = 0
            if len(self._found.events) == MOST_EVENTS:
                message = _("The file holds more than {most} events. Nothing was changed.")
                raise RefusedFile(message.format(most=MOST_EVENTS))
        self._inside.append(component)

    def _end(self, line: str, component: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        if component not in self._inside:
            return
        while self._inside.pop() != component:
            pass
        if self._zone is not None:
            self._zone.append(line.strip())
            if component == "VTIMEZONE" or "VTIMEZONE" not in self._inside:
                self._end_zone(self._zone)
        if self._event is not None and "VEVENT" not in self._inside:
            self._found.events.append(self._event)
            self._event = None

    def _end_zone(self, lines: list[str]) -> None:
        said = {name: text for line in lines for name, text in [_split(line)]}
        name = said.get("TZID", "")
        if name and len(self._found.zones) < _MOST_ZONES:
            self._found.zones[name] = "\r\n".join(lines) + "\r\n"
            self._found.places[name] = said.get("X-LIC-LOCATION", "")
        self._zone = None

    def _of_zone(self, name: str, line: str) -> None:
        is_wanted = name in ("TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")
        if self._zone is not None and (is_wanted or name == "X-LIC-LOCATION"):
            self._zone.append(line[:_LONGEST_LINE])

    def _of_event(self, name: str, line: str) -> None:
        event = self._event
        is_text = name in _TEXTS or name.startswith(PREFIX)
        if event is None or event.reason or not (is_text or name in _FOR_THE_LIBRARY):
            return
        line = line[:_LONGEST_LINE]
        self._length += len(line)
        if name in _DATES:
            self._dates += line.count(",") + 1
        if name == "RRULE" and _OFTEN.search(line):
            often = _("It repeats {part}. A meeting repeats by days, weeks, months or years.")
            event.reason = often.format(part=_OFTEN.findall(line)[0].upper())
        elif name == "RRULE" and re.search(r"INTERVAL=[+-]?0+(?!\d)", line, re.IGNORECASE):
            event.reason = _("It repeats with INTERVAL=0 and would never move on.")
        elif self._dates > _MOST_DATES:
            dates = _("It names more than {most} days one by one ({part}).")
            event.reason = dates.format(most=_MOST_DATES, part=name)
        elif self._length > _LONGEST_EVENT:
            event.reason = _("It is too long to be a meeting.")
        elif is_text:
            said = _split(line)[1]
            event.texts.setdefault(name, said if name in LINKS else unescaped(said))
        else:
            event.lines.append(line)

    def _of_calendar(self, name: str, line: str) -> None:
        said = _split(line)[1]
        if name in _CALENDAR_NAMES and not self._found.name:
            self._found.name = unescaped(said)[:200]
        elif name == "METHOD":
            self._found.method = said.strip().upper()[:20]
        elif name == f"{PREFIX}ORGANISATION" and len(self._found.organisations) < 1000:
            self._found.organisations.append(unescaped(said))


def unescaped(said: str) -> str:
    """Text as iCalendar writes it, as it reads."""
    if "\\" not in said:
        return said
    return re.sub(
        r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], said, flags=re.DOTALL
    )


def _split(line: str) -> tuple[str, str]:
    """A line's name, without its parameters, and its value."""
    head, _colon, value = line.partition(":")
    if '"' in head:
        quoted = _QUOTED.match(line)
        if quoted is not None:
            head, value = line[: quoted.end()], line[quoted.end() + 1 :]
    return head.partition(";")[0].upper(), value


def _decoded(content: bytes) -> str:
    """The text, its lines unfolded before they are decoded: some programs fold inside letters."""
    if content.startswith(_UTF_16):
        content = content.decode("utf-16", errors="replace").encode()
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    whole = _FOLD.sub(b"", lines)
    try:
        text = whole.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = whole.decode("cp1252", errors="replace")
    if "QUOTED-PRINTABLE" in text:
        text = _without_quoted_printable(text)
    return _CONTROLS.sub("", text)


def _without_quoted_printable(text: str) -> str:
    """Lines as old programs wrote them (vCalendar 1.0), `M=F8de`, as iCalendar writes them."""
    lines = []
    for line in _SOFT_BREAK.sub("", text).split("\n"):
        head, colon, value = line.partition(":")
        if _QUOTED_PRINTABLE.search(head):
            raw = quopri.decodestring(value.encode())
            try:
                said = raw.decode()
            except UnicodeDecodeError:
                said = raw.decode("cp1252", errors="replace")
            head = _CHARSET.sub("", _QUOTED_PRINTABLE.sub("", head))
            value = said.replace("\r\n", "\n").replace("\n", "\\n")
        lines.append(f"{head}{colon}{value}")
    return "\n".join(lines)
