"""Lines of time as people write them in Danish and English, seen from Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.entries import EntryLine, read_entry_line
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.formats import NotUnderstood
from boardkeeper.i18n import Language, speaking

TODAY = dt.date(2026, 3, 3)
SEJL = Organisation(
    kind=OrganisationKind.ASSOCIATION, name="Nørrevig Sejlklub", short_name="Sejlklub"
)
HAVN = Organisation(kind=OrganisationKind.KINDERGARTEN, name="Børnehuset Havnen")
LANTERNER = Organisation(kind=OrganisationKind.COMPANY, name="Anker Lanterner A/S")
MORGENLYS = Organisation(
    kind=OrganisationKind.NETWORK, name="Erhvervsnetværket Morgenlys", short_name="Morgenlys"
)
EVERY = (SEJL, HAVN, LANTERNER, MORGENLYS)
NOBODY = None
TUESDAY, MONDAY, SUNDAY = "2026-03-03", "2026-03-02", "2026-03-01"

meeting, prep, travel, follow_up, networking = (
    Activity.MEETING,
    Activity.PREPARATION,
    Activity.TRAVEL,
    Activity.FOLLOW_UP,
    Activity.NETWORKING,
)

LINES = [
    # The shortest there is, and how long it took in every way of writing it.
    ("2t forb", 120, prep, NOBODY, TUESDAY, ""),
    ("2h prep", 120, prep, NOBODY, TUESDAY, ""),
    ("90 min forb sejl", 90, prep, SEJL, TUESDAY, ""),
    ("90m prep sejl", 90, prep, SEJL, TUESDAY, ""),
    ("1,5 t forb sejl", 90, prep, SEJL, TUESDAY, ""),
    ("1.5h prep sejl", 90, prep, SEJL, TUESDAY, ""),
    ("1½ time opfølgning bestyrelsen tirsdag", 90, follow_up, NOBODY, TUESDAY, ""),
    ("½ t opfølgning sejl", 30, follow_up, SEJL, TUESDAY, ""),
    ("half an hour follow-up sejl", 30, follow_up, SEJL, TUESDAY, ""),
    ("en halv time forb havnen", 30, prep, HAVN, TUESDAY, ""),
    ("3 kvarter kørsel havnen", 45, travel, HAVN, TUESDAY, ""),
    ("halvanden time læsning lanterner", 90, prep, LANTERNER, TUESDAY, ""),
    ("1t30 forb lanterner", 90, prep, LANTERNER, TUESDAY, ""),
    ("1 t 15 min referat sejlklub", 75, follow_up, SEJL, TUESDAY, ""),
    ("2 hours and 15 minutes reading lanterner", 135, prep, LANTERNER, TUESDAY, ""),
    ("1:45 møde sejl", 105, meeting, SEJL, TUESDAY, ""),
    ("2 forb sejl", 120, prep, SEJL, TUESDAY, ""),
    ("45 forb sejl", 45, prep, SEJL, TUESDAY, ""),
    ("30 travel havnen yesterday", 30, travel, HAVN, MONDAY, ""),
    ("20 timer forb sejl", 1200, prep, SEJL, TUESDAY, ""),
    ("Jeg brugte 2 timer på forberedelse til Sejlklub", 120, prep, SEJL, TUESDAY, ""),
    # Start and end.
    ("8-9.30 møde netværk", 90, meeting, MORGENLYS, TUESDAY, ""),
    ("7.15-9.15 morgenlys", 120, meeting, MORGENLYS, TUESDAY, ""),
    ("19-21.30 møde sejlklub i går", 150, meeting, SEJL, MONDAY, ""),
    ("møde sejlklub 19-21.30 i går", 150, meeting, SEJL, MONDAY, ""),
    ("8:00-9:30 meeting lanterner", 90, meeting, LANTERNER, TUESDAY, ""),
    ("kl. 8 til 9.30 møde lanterner", 90, meeting, LANTERNER, TUESDAY, ""),
    ("from 7 to 9pm meeting sejl yesterday", 120, meeting, SEJL, MONDAY, ""),
    ("22-1 generalforsamling sejl", 180, meeting, SEJL, TUESDAY, ""),
    ("11-1 meeting havnen", 120, meeting, HAVN, TUESDAY, ""),
    ("19 + 2t møde havnen", 120, meeting, HAVN, TUESDAY, ""),
    # Days.
    ("45 min transport Sejlklub i går", 45, travel, SEJL, MONDAY, ""),
    ("30m call with Anna Lanterner yesterday", 30, meeting, LANTERNER, MONDAY, "call with Anna"),
    ("2t forb sejl i forgårs", 120, prep, SEJL, SUNDAY, ""),
    ("2t forb sejl fredag", 120, prep, SEJL, "2026-02-27", ""),
    ("2t forb sejl fre", 120, prep, SEJL, "2026-02-27", ""),
    ("1h prep sejl on Monday", 60, prep, SEJL, MONDAY, ""),
    ("2t møde sejl sidste tirsdag", 120, meeting, SEJL, "2026-02-24", ""),
    ("2t møde sejl i torsdags", 120, meeting, SEJL, "2026-02-26", ""),
    ("2t forb sejl for 3 dage siden", 120, prep, SEJL, "2026-02-28", ""),
    ("2h prep sejl 3 days ago", 120, prep, SEJL, "2026-02-28", ""),
    ("2t forb sejl 28/2", 120, prep, SEJL, "2026-02-28", ""),
    ("2t forb sejl d. 28. februar", 120, prep, SEJL, "2026-02-28", ""),
    ("2h prep sejl Feb 28", 120, prep, SEJL, "2026-02-28", ""),
    ("2t forb sejl 2026-02-28", 120, prep, SEJL, "2026-02-28", ""),
    ("2t forb sejl 28/12/2025", 120, prep, SEJL, "2025-12-28", ""),
    ("2t forb sejl 15/11", 120, prep, SEJL, "2025-11-15", ""),
    ("2h prep sejl 31 December", 120, prep, SEJL, "2025-12-31", ""),
    ("i går 2t forb sejl", 120, prep, SEJL, MONDAY, ""),
    ("yesterday 1h travel havnen", 60, travel, HAVN, MONDAY, ""),
    ("28/2 2t møde havnen", 120, meeting, HAVN, "2026-02-28", ""),
    ("20 min referat sejl i morges", 20, follow_up, SEJL, TUESDAY, ""),
    ("2t forb 1-3 sejl", 120, prep, SEJL, SUNDAY, ""),
    # The organisation: short, beginning, inflected, initials, kind, one letter wrong.
    ("2t forb sejlklubben", 120, prep, SEJL, TUESDAY, ""),
    ("2t forb Sejlklubbens bestyrelse", 120, prep, SEJL, TUESDAY, ""),
    ("2t forb sejlkulb", 120, prep, SEJL, TUESDAY, ""),
    ("2t forb sejklub", 120, prep, SEJL, TUESDAY, ""),
    ("1h prep lantener", 60, prep, LANTERNER, TUESDAY, ""),
    ("1t forb AL", 60, prep, LANTERNER, TUESDAY, ""),
    ("1h prep em", 60, prep, MORGENLYS, TUESDAY, ""),
    ("1t forb nørrevig sejlklub", 60, prep, SEJL, TUESDAY, ""),
    ("1 t forb noerrevig", 60, prep, SEJL, TUESDAY, ""),
    ("1t forb børnehaven", 60, prep, HAVN, TUESDAY, ""),
    ("1h prep for the board of havnen", 60, prep, HAVN, TUESDAY, ""),
    # What it went to.
    ("1t netværk", 60, networking, MORGENLYS, TUESDAY, ""),
    ("1h networking morgenlys", 60, networking, MORGENLYS, TUESDAY, ""),
    ("1 time 1:1 med Peter morgenlys", 60, networking, MORGENLYS, TUESDAY, "Peter"),
    ("2t bestyrelsesmøde lanterner", 120, meeting, LANTERNER, TUESDAY, ""),
    ("40 min kørsel t/r sejl", 40, travel, SEJL, TUESDAY, "t/r"),
    ("1 h drive to sejl", 60, travel, SEJL, TUESDAY, ""),
    ("1t forberedte sejl", 60, prep, SEJL, TUESDAY, ""),
    # Notes: the rest, in quotes, after a colon.
    ("forb 2t sejl 3/3 læste regnskab", 120, prep, SEJL, TUESDAY, "læste regnskab"),
    ("2t læste bilag lanterner", 120, prep, LANTERNER, TUESDAY, "læste bilag"),
    ("1h wrote the minutes sejl", 60, follow_up, SEJL, TUESDAY, "wrote the minutes"),
    ('2t forb sejl "møde i Havnen 4/5"', 120, prep, SEJL, TUESDAY, "møde i Havnen 4/5"),
    ("2h prep sejl “budget 2027", 120, prep, SEJL, TUESDAY, "budget 2027"),
    ("2t forb »tilbud fra Lanterner« sejl i går", 120, prep, SEJL, MONDAY, "tilbud fra Lanterner"),
    ("2t forb sejl: budget i går", 120, prep, SEJL, MONDAY, "budget"),
    ("2t forb: ring til banken", 120, prep, NOBODY, TUESDAY, "ring til banken"),
    ("2t forb sejl regnskab: bilag 3", 120, prep, SEJL, TUESDAY, "regnskab: bilag 3"),
    ("1h prep sejl budget and dues", 60, prep, SEJL, TUESDAY, "budget and dues"),
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("line", "minutes", "activity", "organisation", "on", "note"),
    LINES,
    ids=[each[0] for each in LINES],
)
def test_a_line_says_what_its_writer_meant(
    language: Language,
    line: str,
    minutes: int,
    activity: Activity,
    organisation: Organisation | None,
    on: str,
    note: str,
) -> None:
    with speaking(language):
        assert read_entry_line(line, EVERY, TODAY) == EntryLine(
            minutes=minutes,
            activity=activity,
            organisation=organisation,
            on=dt.date.fromisoformat(on),
            note=note,
        )


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("2t forb tennisklubben", "“tennisklubben”"),
        ("2t forb læste regnskab", "“læste regnskab”"),
        ("30m call with Anna", "“call with Anna”"),
        ("2t forb ørnebo i går", "“ørnebo”"),
        ("sejl forb", "how long it took"),
        ("2t forb sejl 5/3 læste", "5 March 2026 is still ahead"),
        ("2t forb sejl 15/11/2026", "15 November 2026 is still ahead"),
        ("2t forb ne", "“ne” fits several"),
    ],
)
def test_what_is_not_understood_is_named(line: str, named: str) -> None:
    with speaking(Language.ENGLISH), pytest.raises(NotUnderstood) as refusal:
        read_entry_line(line, EVERY, TODAY)
    assert named in str(refusal.value)


_PLAIN_WORDS = ["regnskab", "budget", "bilag", "kontrakt", "vedtægter", "tilbud", "faktura"]


@given(st.lists(st.sampled_from(_PLAIN_WORDS), max_size=6), st.integers(min_value=0, max_value=6))
def test_no_word_of_a_line_is_lost(words: list[str], place: int) -> None:
    line = [*words[:place], "sejlklub", *words[place:]]
    with speaking(Language.DANISH):
        understood = read_entry_line(" ".join(["2t forb", *line]), EVERY, TODAY)
    assert understood.organisation == SEJL
    assert Counter(understood.note.split()) == Counter(words)
