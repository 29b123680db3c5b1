"""What one does every week, held to the number of clicks and chords it may take.

The program has just started on three boards, and the next meeting is in six days. Where a flow
begins elsewhere, on the evening of the meeting or with a meeting open, the test says so. The
minutes of a whole evening, without a mouse, are in `minutes/test_evening.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView
from pytestqt.qtbot import QtBot

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.minutes import Outcome
from boardkeeper.i18n import Language
from boardkeeper.ui.packs.dialog import PackDialog
from boardkeeper.ui.palette.palette import Palette
from boardkeeper.ui.preview.dialog import PreviewDialog
from tests.support.builders import items, meeting, membership, organisation, person, series
from tests.support.calendars import calendar, event
from tests.support.drivers.counting import CountingHands
from tests.support.drivers.secretary import Secretary, evening
from tests.support.drivers.simulator import SimulatorDriver
from tests.support.drivers.window import open_window
from tests.support.evenings import an_evening
from tests.support.minutes_builders import decision, item_minutes, task, task_owner
from tests.support.paper import text_of
from tests.support.sources import pdf
from tests.support.time_builders import ceiling

KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven", language=Language.ENGLISH)
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben", language=Language.ENGLISH)
HOUSING = organisation("Andelsboligforeningen Solsiden", language=Language.ENGLISH)
ME = person("Åse Ravn", is_me=True)
BOARDS: tuple[Record, ...] = (
    KINDERGARTEN,
    CLUB,
    HOUSING,
    ME,
    *(membership(ME, o) for o in (KINDERGARTEN, CLUB)),
)

SUNDAYS = series(KINDERGARTEN, "FREQ=WEEKLY;INTERVAL=4;UNTIL=20260630T235959", "2026-02-08 10:00")
LAST = meeting(
    KINDERGARTEN,
    "2026-02-08 10:00",
    number=13,
    state=MeetingState.HELD,
    series_id=SUNDAYS.id,
    series_day=date(2026, 2, 8),
)
ROOF, PLAYGROUND = items(LAST, "The roof", "The playground")
DECIDED = decision(ROOF, KINDERGARTEN, "Hansen lays new tiles in May.", number="B-2026-003")
PUT_OFF = item_minutes(PLAYGROUND, "", outcome=Outcome.POSTPONED)
NEXT = meeting(
    KINDERGARTEN,
    "2026-03-08 10:00",
    number=14,
    series_id=SUNDAYS.id,
    series_day=date(2026, 3, 8),
)
AGENDA = items(NEXT, "Welcome", "Accounts", "Summer party")
LATER = meeting(CLUB, "2026-03-19 18:00", number=3)
BEFORE: tuple[Record, ...] = (
    *BOARDS,
    SUNDAYS,
    LAST,
    ROOF,
    PLAYGROUND,
    DECIDED,
    PUT_OFF,
    NEXT,
    LATER,
)

LIST = "Meetings"


@pytest.fixture(name="hands")
def hands_on_a_window_just_opened(qtbot: QtBot, tmp_path: Path) -> Iterator[CountingHands]:
    with open_window(qtbot, tmp_path, *BEFORE, *AGENDA) as window:
        yield CountingHands(window)


def test_the_agenda_of_the_next_meeting_is_printed_from_today(
    hands: CountingHands, tmp_path: Path
) -> None:
    paper = tmp_path / "agenda.pdf"
    with hands.within(3):
        hands.click("Print agenda")
        hands.click("Save…")
        hands.save_as(paper)
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_printer_is_as_near_as_the_file(hands: CountingHands) -> None:
    with hands.within(1):
        hands.click("Print agenda")
        preview = hands.window.over(PreviewDialog)
        hands.window.qtbot.waitUntil(lambda: preview.is_enabled("Print…"))
    assert preview.focused() == "Print…"  # Enter here, and Enter in the system's own dialog


def test_two_hours_of_preparation_are_logged(hands: CountingHands) -> None:
    with hands.within(2, fields=1):
        hands.chord("Ctrl+T")
        hands.write("2t forb")
        hands.chord("Return")
    (entry,) = hands.window.services.hours.all()
    assert (entry.minutes, entry.activity) == (120, Activity.PREPARATION)
    assert (entry.organisation_id, entry.meeting_id) == (KINDERGARTEN.id, NEXT.id)


def test_the_hours_of_every_board_are_printed_for_the_year(
    hands: CountingHands, tmp_path: Path
) -> None:
    paper = tmp_path / "hours.pdf"
    with hands.within(3):
        hands.click("My year")
        hands.click("Save…")
        hands.save_as(paper)
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_hours_are_as_near_to_the_printer_from_their_own_section(hands: CountingHands) -> None:
    with hands.within(3):
        hands.chord(f"Ctrl+{hands.window.sidebar.keys.index('hours') + 1}")
        hands.chord("Ctrl+P")
        preview = hands.window.over(PreviewDialog)
        hands.window.qtbot.waitUntil(lambda: preview.is_enabled("Print…"))
    assert preview.focused() == "Print…"  # Enter here, and Enter in the system's own dialog


@pytest.fixture(name="papers")
def eight_papers_for_the_next_meeting(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"Appendix {number}.pdf" for number in range(1, 9)]
    for file in made:
        file.write_bytes(pdf(file.stem, "Page two"))
    return made


def test_the_pack_of_eight_papers_is_made_from_today(
    hands: CountingHands, papers: list[Path], tmp_path: Path
) -> None:
    window = hands.window
    window.services.papers.add(papers, item_id=AGENDA[1].id)
    pack = tmp_path / "pack.pdf"
    with hands.within(3):
        hands.click("Meeting pack…")
        dialog = window.over(PackDialog)
        window.qtbot.waitUntil(lambda: dialog.is_enabled("Save…"), timeout=60_000)
        hands.click("Save…")
        hands.save_as(pack)
    words = text_of(pack.read_bytes())
    assert all(file.stem in words for file in papers)


def test_a_pack_that_is_being_made_can_be_cancelled(hands: CountingHands, tmp_path: Path) -> None:
    thick = tmp_path / "Thick.pdf"  # long in the making: a thin pack is ready before the hand is
    thick.write_bytes(pdf(*(f"Page {number}" for number in range(1, 801))))
    hands.window.services.papers.add([thick], item_id=AGENDA[1].id)
    with hands.within(2):
        hands.click("Meeting pack…")
        hands.click("Cancel")
    dialog = hands.window.over(PackDialog)
    hands.window.qtbot.waitUntil(lambda: "No pack is made yet." in dialog.words())
    assert not dialog.is_enabled("Save…")


@pytest.mark.parametrize("way", ["a drag", "the button"])
def test_five_papers_are_put_onto_an_item(
    hands: CountingHands, papers: list[Path], way: str
) -> None:
    window, five = hands.window, papers[:5]
    window.window.go_to("meetings", NEXT.id, AGENDA[1].id)
    with hands.within(1 if way == "a drag" else 2):
        if way == "a drag":
            hands.drag_onto(window.screen.find(QAbstractItemView, "Agenda"), "Accounts", *five)
        else:
            hands.click("Add papers…")
            hands.open_files(*five)
        stored = window.services.papers.of_meeting
        window.qtbot.waitUntil(lambda: len(stored(NEXT.id)) == 5, timeout=30_000)
    assert {each.paper.item_id for each in stored(NEXT.id)} == {AGENDA[1].id}


@pytest.mark.parametrize("way", ["the hours", "the palette"])
def test_what_if_i_say_yes(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    """From Today to the weeks that break, with nothing known of the seat yet."""
    busy = (meeting(CLUB, "2026-04-08 18:00"), meeting(KINDERGARTEN, "2026-04-09 18:00"))
    limits = ceiling(minutes_a_week=None, evenings_a_week=2)
    with open_window(qtbot, tmp_path, *BEFORE, *busy, limits) as window:
        hands = CountingHands(window)
        with hands.within(2, fields=1):
            if way == "the hours":
                hands.chord(f"Ctrl+{window.sidebar.keys.index('hours') + 1}")
                hands.click("What if I say yes?")
            else:
                hands.chord("Ctrl+K")
                hands.write("say yes")
                hands.chord("Return")
        (week,) = SimulatorDriver(window).breaking
    assert week.startswith("Week 15 · 6–12 April 2026")
    assert "3 evenings, the ceiling is 2" in week


def test_what_did_we_decide_about_the_roof(hands: CountingHands) -> None:
    with hands.within(2, fields=1):
        hands.chord("Ctrl+K")
        hands.write("roof")
        palette = hands.window.over(Palette)
        (found,) = palette.visible(QAbstractItemView)
        name = found.accessibleName()
        hands.window.qtbot.waitUntil(
            lambda: any("Hansen lays new tiles in May." in each for each in palette.rows(name))
        )  # the answer can be read here; the second interaction opens what it belongs to
        hands.chord("Return")
    assert not hands.dialogs
    assert hands.window.section in ("decisions", "meetings")


def test_stay_or_leave_is_asked_of_a_board_with_its_facts(hands: CountingHands) -> None:
    hands.window.visit("boards")
    with hands.within(2):
        hands.chord("Down")
        hands.click("Stay or leave?")
    assert "Stay or leave Klubben?" in hands.window.screen.words()
    assert any(
        each.accessibleName().startswith("Hours spent")
        for each in hands.window.screen.visible(QAbstractButton)
    )


def test_stay_or_leave_is_as_near_from_anywhere(hands: CountingHands) -> None:
    with hands.within(2, fields=1):
        hands.chord("Ctrl+K")
        hands.write("leave klub")
        palette = hands.window.over(Palette)
        (found,) = palette.visible(QAbstractItemView)
        hands.window.qtbot.waitUntil(
            lambda: palette.rows(found.accessibleName())[0].startswith("Stay or leave Klubben?")
        )
        hands.chord("Return")
    assert hands.window.section == "boards"
    assert "Stay or leave Klubben?" in hands.window.screen.words()


@pytest.mark.parametrize("way", ["the toast", "the keyboard"])
def test_a_deleted_meeting_comes_back(hands: CountingHands, way: str) -> None:
    hands.window.visit("meetings")
    hands.window.screen.click_row(LIST, "Board meeting no. 14")
    hands.window.screen.pick("More with this meeting", "Delete the meeting")
    assert hands.window.services.meetings.find(NEXT.id) is None
    with hands.within(1):
        if way == "the toast":
            hands.click("Undo")
        else:
            hands.chord("Ctrl+Z")
    assert hands.window.services.meetings.get(NEXT.id) == NEXT
    assert len(hands.window.services.agenda.of(NEXT.id).lines) == len(AGENDA)


def test_a_calendar_from_outlook_is_taken_in_once(hands: CountingHands, tmp_path: Path) -> None:
    file = tmp_path / "outlook.ics"
    file.write_bytes(
        calendar(
            event("UID:1@x", "SUMMARY:Skoven: Budget"),
            event("UID:2@x", "SUMMARY:Klubben: The mast", start="20260305T193000"),
        )
    )
    with hands.within(2):
        hands.drag_in(file)
        hands.window.qtbot.waitUntil(lambda: hands.window.screen.is_offered("Store 2 meetings"))
        hands.click("Store 2 meetings")
    stored = hands.window.services.meetings.all()
    assert {"Budget", "The mast"} <= {each.title for each in stored}
    with hands.within(1):
        hands.drag_in(file)
        words = "Everything in the file is here already"
        hands.window.qtbot.waitUntil(lambda: words in hands.window.screen.words())
    assert hands.window.services.meetings.all() == stored


def test_minutes_are_approved_from_the_open_meeting(hands: CountingHands) -> None:
    hands.window.services.approval.send_draft(LAST.id)
    hands.window.window.go_to("meetings", LAST.id)
    with hands.within(2):
        hands.click("Approve the minutes…")
        hands.chord("Return")
    assert hands.window.services.meetings.get(LAST.id).state is MeetingState.APPROVED


def test_the_next_meeting_of_the_series_gets_what_the_last_one_put_off(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_window(qtbot, tmp_path, *BEFORE) as window:
        hands = CountingHands(window)
        with hands.within(2):
            hands.click("Open the meeting")
            hands.click("Use the usual agenda")
        titles = [each.item.title for each in window.services.agenda.of(NEXT.id).lines]
    assert "The playground" in titles
    assert "The roof" not in titles
    assert len(titles) > 3


def test_the_last_meeting_hands_over_what_it_put_off(hands: CountingHands) -> None:
    hands.window.window.go_to("meetings", LAST.id)
    hands.window.keys("Ctrl+M")
    with hands.within(2):
        hands.choose("More with the minutes", "Put unfinished items on the next agenda")
    lines = hands.window.services.agenda.of(NEXT.id).lines
    assert "The playground" in [each.item.title for each in lines]


def test_the_first_run_asks_for_a_name_and_a_date(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path) as window:
        hands = CountingHands(window)
        with hands.within(2, fields=2):
            hands.write("Skovbørnehaven")
            hands.chord("Return")
            hands.write("8/3 10")
            hands.chord("Return")
            assert not hands.dialogs
        assert window.section == "meetings"
        (planned,) = window.services.meetings.all()
        assert planned.day == NEXT.day
        assert window.services.journal.reader.every(AgendaItem)


@pytest.fixture(name="her")
def secretary_at_the_minutes(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretary]:
    """Nine people meet tonight; the minutes are open, and nobody is marked as present yet."""
    others: tuple[Record, ...] = (KINDERGARTEN, CLUB, LATER)
    with evening(qtbot, tmp_path, *an_evening(), *others) as secretary:
        secretary.keys("Ctrl+M")
        yield secretary


@pytest.mark.parametrize("absent", [(), ("Gorm Bak",), ("Gorm Bak", "Hanne Kjær")])
def test_the_attendance_of_nine_is_one_chord_and_a_click_for_each_who_is_away(
    her: Secretary, absent: tuple[str, ...]
) -> None:
    hands = CountingHands(her.window)
    with hands.within(1 + len(absent)):
        hands.chord("Ctrl+Shift+P")
        for name in absent:
            hands.click(name)
    presences = {each.name: each.presence for each in her.book.attendances}
    away = {name for name, each in presences.items() if each is not Presence.PRESENT}
    assert len(presences) == 9
    assert away == set(absent)
    assert her.says(f"{9 - len(absent)} of 9 members present; the board is quorate")


def test_a_line_becomes_a_task_that_knows_its_item(her: Secretary) -> None:
    hands = CountingHands(her.window)
    with hands.within(2, fields=1):
        hands.chord("Ctrl+Shift+A")
        assert not hands.dialogs
        hands.write("Anna bestil revisor 1/6")
        hands.chord("Return")
    (noted,) = her.book.tasks
    assert (noted.task.text, noted.owner_names) == ("Bestil revisor", ("Anna Holm",))
    assert noted.task.due_on == date(2026, 6, 1)
    assert noted.task.meeting_id == her.meeting.id
    assert noted.task.item_id == her.item("Godkendelse af dagsorden").item.id


def test_a_task_leads_back_to_the_meeting_it_was_given_at(hands: CountingHands) -> None:
    window = hands.window
    given = task(KINDERGARTEN, "Order the tiles", under=ROOF)
    with window.services.journal.command("How things stood") as tx:
        tx.put_all([given, task_owner(given, ME)])
    window.window.go_to("tasks", given.id)
    with hands.within(2):
        hands.chord("Return")
        hands.click("Board meeting no. 13")
    assert window.section == "meetings"
    assert "Board meeting no. 13" in window.screen.words()
