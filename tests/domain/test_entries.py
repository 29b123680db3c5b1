"""Time in one line, seen from Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.entries import EntryLine, read_entry_line
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.formats import NotUnderstood
from boardkeeper.i18n import Language, speaking

TODAY = dt.date(2026, 3, 3)
MAAGEREDEN = Organisation(
    kind=OrganisationKind.KINDERGARTEN, name="Børnehuset Mågereden", short_name="Mågereden"
)
LANTERNER = Organisation(kind=OrganisationKind.COMPANY, name="Nørrevig Lanterner A/S")
MORGENLYS = Organisation(
    kind=OrganisationKind.NETWORK, name="Erhvervsnetværket Morgenlys", short_name="Morgenlys"
)
EVERY = (MAAGEREDEN, LANTERNER, MORGENLYS)
NOBODY = None

meeting, prep, travel, follow_up, networking = (
    Activity.MEETING,
    Activity.PREPARATION,
    Activity.TRAVEL,
    Activity.FOLLOW_UP,
    Activity.NETWORKING,
)


def read(line: str, language: Language = Language.DANISH) -> EntryLine:
    with speaking(language):
        return read_entry_line(line, EVERY, TODAY)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("line", "minutes", "activity", "organisation", "on", "note"),
    [
        ("2t forb", 120, prep, NOBODY, "2026-03-03", ""),
        ("2t forb mågereden", 120, prep, MAAGEREDEN, "2026-03-03", ""),
        ("2 forb Mågereden", 120, prep, MAAGEREDEN, "2026-03-03", ""),
        ("1,5 forberedelse maagereden", 90, prep, MAAGEREDEN, "2026-03-03", ""),
        ("2t forb kindergarten", 120, prep, MAAGEREDEN, "2026-03-03", ""),
        ("2t forb børneh", 120, prep, MAAGEREDEN, "2026-03-03", ""),
        ("1½ t kørsel lanterner", 90, travel, LANTERNER, "2026-03-03", ""),
        ("45 min transport til Nørrevig Lanterner", 45, travel, LANTERNER, "2026-03-03", ""),
        ("90 min rejse nørrevig i går", 90, travel, LANTERNER, "2026-03-02", ""),
        ("1t opf mågereden", 60, follow_up, MAAGEREDEN, "2026-03-03", ""),
        ("en halv time opfølgning Mågereden", 30, follow_up, MAAGEREDEN, "2026-03-03", ""),
        ("1:30 møde mågereden 1/3", 90, meeting, MAAGEREDEN, "2026-03-01", ""),
        ("møde mågereden 2t", 120, meeting, MAAGEREDEN, "2026-03-03", ""),
        ("mødet i Mågereden 2 t", 120, meeting, MAAGEREDEN, "2026-03-03", ""),
        ("2t lanterner", 120, meeting, LANTERNER, "2026-03-03", ""),
        ("2t", 120, meeting, NOBODY, "2026-03-03", ""),
        ("2t netværk", 120, networking, MORGENLYS, "2026-03-03", ""),
        ("2t forb netværk", 120, prep, MORGENLYS, "2026-03-03", ""),
        ("1 t netværk morgenlys fredag", 60, networking, MORGENLYS, "2026-02-27", ""),
        ("3 kvarter opf morgenlys: ring", 45, follow_up, MORGENLYS, "2026-03-03", "ring"),
        ("2t forb mågereden: budget 2027", 120, prep, MAAGEREDEN, "2026-03-03", "budget 2027"),
        ("2t forb mågereden: budget i går", 120, prep, MAAGEREDEN, "2026-03-02", "budget"),
        ("2t forb i går: læste bilag", 120, prep, NOBODY, "2026-03-02", "læste bilag"),
        ("1t30 referat mågereden sidste torsdag", 90, follow_up, MAAGEREDEN, "2026-02-26", ""),
        ("2h prep", 120, prep, NOBODY, "2026-03-03", ""),
        ("2h prep morgenlys yesterday", 120, prep, MORGENLYS, "2026-03-02", ""),
        ("90 min travel to Lanterner", 90, travel, LANTERNER, "2026-03-03", ""),
        ("1 hour follow-up mågereden", 60, follow_up, MAAGEREDEN, "2026-03-03", ""),
        ("1h network morgenlys on Friday", 60, networking, MORGENLYS, "2026-02-27", ""),
        ("1.5 h meeting with lanterner", 90, meeting, LANTERNER, "2026-03-03", ""),
        ("2.5h meeting company board", 150, meeting, LANTERNER, "2026-03-03", ""),
        ("Mågereden 2 h reading 28 February 2026", 120, prep, MAAGEREDEN, "2026-02-28", ""),
    ],
)
def test_a_line_is_understood_whichever_language_is_active(
    language: Language,
    line: str,
    minutes: int,
    activity: Activity,
    organisation: Organisation | None,
    on: str,
    note: str,
) -> None:
    assert read(line, language) == EntryLine(
        minutes=minutes,
        activity=activity,
        organisation=organisation,
        on=dt.date.fromisoformat(on),
        note=note,
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Begin with how long"),
        ("forb mågereden", "Begin with how long"),
        ("2t forb tennisklubben", "“tennisklubben” is not one of your boards"),
        ("2t forb re", "“re” fits several: Mågereden, Nørrevig Lanterner A/S"),
        ("2t forb i morgen", "4 March 2026 is still ahead"),
        ("2t forb 5/3", "5 March 2026 is still ahead"),
        ("2t forb 31/2", "31"),
    ],
)
def test_what_is_not_understood_is_said(line: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        read(line, Language.ENGLISH)
    assert said in str(refusal.value)


@given(st.text())
def test_any_text_is_either_understood_or_refused(line: str) -> None:
    try:
        entry = read(line)
    except NotUnderstood:
        return
    assert entry.minutes > 0
    assert entry.on <= TODAY
