from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.contact_lines import read_contact_line
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.formats.typed import NotUnderstood
from boardkeeper.i18n import Language, set_language

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("line", "kind", "on", "minutes", "note"),
    [
        ("1-1", ContactKind.ONE_TO_ONE, "2026-03-02", 0, ""),
        ("1-1 45 min: the brochure 26/2", ContactKind.ONE_TO_ONE, "2026-02-26", 45, "the brochure"),
        ("one-to-one, 45 min, the new brochure, yesterday", "one_to_one", "2026-03-01", 45, None),
        ("1-til-1, 45 min, den nye brochure, i går", "one_to_one", "2026-03-01", 45, None),
        ("ringet om budgettet", ContactKind.CALL, "2026-03-02", 0, "om budgettet"),
        ("Called 10 min, the roof", ContactKind.CALL, "2026-03-02", 10, "the roof"),
        ("mail: tak for sidst 1/3", ContactKind.MESSAGE, "2026-03-01", 0, "tak for sidst"),
        ("mødt på havnen i tirsdags", ContactKind.MET, "2026-02-24", 0, "på havnen"),
        ("coffee at the harbour", ContactKind.ONE_TO_ONE, "2026-03-02", 0, "coffee at the harbour"),
        ("call Friday", ContactKind.CALL, "2026-02-27", 0, ""),
        ("call 12/8", ContactKind.CALL, "2025-08-12", 0, ""),
        ("call 5 August", ContactKind.CALL, "2025-08-05", 0, ""),
        ("call 12/8 2024", ContactKind.CALL, "2024-08-12", 0, ""),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_line_tells_how_when_how_long_and_what(
    language: Language, line: str, kind: str, on: str, minutes: int, note: str | None
) -> None:
    set_language(language)
    read = read_contact_line(line, MONDAY)
    assert (read.kind, read.on.isoformat(), read.minutes) == (kind, on, minutes)
    if note is not None:
        assert read.note == note
    else:
        assert "brochure" in read.note
        assert not read.note.startswith((",", " "))


@pytest.mark.parametrize("line", ["", "   ", "call tomorrow", "call +2 uger", "call 12/8 2026"])
def test_what_has_not_been_is_not_written_down(line: str) -> None:
    with pytest.raises(NotUnderstood):
        read_contact_line(line, MONDAY)


def test_a_leap_day_last_year_is_the_day_before() -> None:
    assert read_contact_line("call 29/2", date(2028, 2, 1)).on == date(2027, 2, 28)
