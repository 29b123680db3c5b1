"""Calendar files by hand: only what a test is about is written out."""

from __future__ import annotations

from pathlib import Path

FILES = Path(__file__).parents[1] / "exchange" / "files"


def event(*lines: str, start: str = "20260305T190000", end: str = "20260305T210000") -> str:
    """An event with a UID, in Copenhagen, unless the lines say otherwise."""
    given = {line.partition(":")[0].partition(";")[0] for line in lines}
    usual = {
        "UID": "UID:1@example.dk",
        "DTSTART": f"DTSTART;TZID=Europe/Copenhagen:{start}",
        "DTEND": f"DTEND;TZID=Europe/Copenhagen:{end}",
        "SUMMARY": "SUMMARY:Budget",
    }
    if "DURATION" in given:
        del usual["DTEND"]
    own = [line for name, line in usual.items() if name not in given]
    return "\r\n".join(["BEGIN:VEVENT", *own, *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar file of these events."""
    opening = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
    return f"{opening}{head}{''.join(events)}END:VCALENDAR\r\n".encode()
