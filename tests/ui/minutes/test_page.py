"""Taking minutes, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.votes import VoteMethod
from boardkeeper.i18n import Language
from boardkeeper.ui.minutes.tool_row import ToolRow
from tests.support.drivers.secretary import Secretary, evening
from tests.support.drivers.width import too_wide
from tests.support.evenings import an_evening


@pytest.fixture(name="her")
def secretary_at_the_minutes(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretary]:
    """Everyone is there, the meeting has begun, the keyboard is in the first item's text."""
    with evening(qtbot, tmp_path, *an_evening()) as secretary:
        secretary.wait(0)
        secretary.keys("Ctrl+M", "Ctrl+Shift+P", "Esc", "Ctrl+Shift+B")
        yield secretary


def presences(her: Secretary) -> dict[str, Presence]:
    return {each.name: each.presence for each in her.book.attendances}


def go_to(her: Secretary, number: int) -> None:
    for _each in range(number - 1):
        her.go_on(1)


def test_ctrl_m_goes_from_today_into_the_text_of_tonights_minutes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with evening(qtbot, tmp_path, *an_evening()) as secretary:
        assert secretary.window.section == "today"
        secretary.keys("Ctrl+M")
        assert secretary.focused() == "Minutes of the item"
        assert secretary.says("1. Godkendelse af dagsorden")


def test_one_key_marks_everyone_and_space_the_one_who_is_away(her: Secretary) -> None:
    assert set(presences(her).values()) == {Presence.PRESENT}
    her.keys("Ctrl+Shift+P", "Right", "Space")
    assert presences(her)["Jens Østergaard"] is Presence.APOLOGIES
    assert her.focused().startswith("Jens Østergaard, Vice-chair: apologies")
    her.keys("Ctrl+Z")
    assert presences(her)["Jens Østergaard"] is Presence.PRESENT


def test_the_quorum_is_said_to_be_lost_the_moment_it_is(her: Secretary) -> None:
    assert her.says("9 of 9 members present; the board is quorate")
    her.keys("Ctrl+Shift+P")
    for _each in range(5):
        her.keys("Space", "Right")
    assert her.says("4 of 9 members present; the board is not quorate")


def test_what_is_typed_is_stored_while_one_types(her: Secretary, qtbot: QtBot) -> None:
    her.write("Velkommen")
    qtbot.waitUntil(lambda: her.book.items[0].text == "Velkommen")
    her.write(" til")
    qtbot.waitUntil(lambda: her.book.items[0].text == "Velkommen til")
    assert her.focused() == "Minutes of the item"


def test_undo_takes_typing_back_in_the_text_and_then_in_the_book(her: Secretary) -> None:
    her.write("Velkommen")
    her.go_on()
    her.keys("Ctrl+Shift+Return")
    her.services.journal.undo()  # the second item has begun
    her.services.journal.undo()
    QApplication.processEvents()
    assert her.text == ""


def test_pasted_words_keep_bold_and_lists_and_lose_every_other_look(her: Secretary) -> None:
    pasted = QMimeData()
    pasted.setHtml("<h1 style='color:red'>Tag</h1><ul><li>ny <b>pris</b></li></ul>")
    QApplication.clipboard().setMimeData(pasted)
    her.keys("Ctrl+V")
    assert her.text == "**Tag**\n\n- ny **pris**"


def test_the_signs_of_markdown_have_keys(her: Secretary) -> None:
    her.write("et\nto")
    her.keys("Ctrl+A", "Ctrl+Shift+7")
    assert her.text == "1. et\n2. to"
    her.keys("Ctrl+A", "Ctrl+Shift+8")
    assert her.text == "- et\n- to"
    her.keys("Ctrl+A", "Ctrl+Shift+8")
    assert her.text == "et\nto"
    her.keys("Ctrl+A", "Ctrl+B")
    assert her.text == "**et**\n**to**"
    her.keys("Ctrl+B")
    assert her.text == "et\nto"


def test_a_list_goes_on_by_itself_and_ends_with_an_empty_item(her: Secretary) -> None:
    her.write("1. et\nto\n\nslut")
    assert her.text == "1. et\n2. to\n\nslut"


def test_a_phrase_is_found_by_a_word_and_put_into_the_text(her: Secretary) -> None:
    her.keys("Ctrl+Space")
    her.write("lovligt")
    her.keys("Return")
    assert her.text.startswith("Mette Sørensen konstaterede, at mødet var lovligt indvarslet")
    assert her.focused() == "Minutes of the item"


def test_a_marked_line_becomes_a_task_and_a_task_a_line(her: Secretary) -> None:
    her.write("Anna bestil revisor 1/6")
    her.keys("Shift+Home", "Ctrl+Shift+A")
    assert her.text == ""
    assert her.book.tasks[0].task.text == "Bestil revisor"
    her.window.press("Make it a line of the text: Bestil revisor")
    assert not her.book.tasks
    assert her.text == "- Anna Holm: Bestil revisor, 1.6.2026"


def test_a_task_half_typed_is_stored_when_one_goes_on(her: Secretary) -> None:
    her.keys("Ctrl+Shift+A")
    her.write("Dorte køb kaffe")
    her.go_on()
    assert her.book.items[0].tasks[0].owner_names == ("Dorte Friis",)
    assert her.focused() == "Minutes of the item"
    assert her.says("2. Referat fra sidst")


def test_what_was_noted_is_edited_with_enter_and_deleted_with_del(her: Secretary) -> None:
    her.keys("Ctrl+Shift+D")
    her.write("Ja")
    her.keys("Return", "Tab")
    assert her.focused() == "Decision B-2026-001, Ja"
    her.keys("Return")
    her.write("Nej")
    her.keys("Return", "Tab")
    assert her.focused() == "Decision B-2026-001, Nej"
    her.keys("Del")
    assert not her.book.decisions
    assert her.focused() == "Minutes of the item"
    her.keys("Ctrl+Z")
    assert her.book.decisions[0].text == "Nej"


def test_a_refused_entry_says_why_and_keeps_what_was_typed(her: Secretary) -> None:
    her.keys("Ctrl+Shift+D", "Return")
    assert her.says("A decision needs its words.")
    her.write("Ja")
    her.keys("Return")
    assert her.book.decisions[0].text == "Ja"


def test_a_declared_interest_is_asked_about_where_it_is_named(her: Secretary) -> None:
    go_to(her, 5)
    assert her.says("Erik Lund has declared an interest in Tagkompagniet")
    her.window.press("Note the conflict")
    her.keys("Return")
    absence = her.item("Nyt tag: tilbud fra Tagkompagniet").absences[0]
    assert absence.explanation == "Tagkompagniet A/S"
    assert not her.says("Erik Lund has declared")
    assert her.says("8 of 8 members without a conflict of interest present")


def test_a_decision_where_none_is_expected_is_remarked_on(her: Secretary) -> None:
    go_to(her, 3)
    her.keys("Ctrl+Shift+D")
    her.write("Vi køber en båd.")
    her.keys("Return")
    assert her.says("Decision B-2026-001 stands under “Meddelelser”, which was for information")


def test_an_election_is_counted_and_settled_by_lot(her: Secretary) -> None:
    her.keys("Ctrl+Shift+V", "Shift+Tab", "Shift+Tab", "E", "Tab", "Tab")
    her.write("Dorte Friis 4\nErik Lund 4")
    assert her.says("to be decided by lot")
    her.write(" lot")
    assert her.says("Elected: Erik Lund (4, by lot)")
    her.window.press("Store")
    vote = her.book.items[0].votes[0]
    assert vote.vote.method is VoteMethod.ELECTION
    assert [(each.name, each.won_by_lot) for each in vote.candidates] == [
        ("Dorte Friis", False),
        ("Erik Lund", True),
    ]


def test_more_votes_than_there_are_is_remarked_on(her: Secretary) -> None:
    her.keys("Ctrl+Shift+V")
    her.write("10")
    assert her.says("Only 9 votes are present.")


def test_a_decision_after_a_vote_stands_with_it_and_one_before_it_too(her: Secretary) -> None:
    her.keys("Ctrl+Shift+V")
    her.write("9")
    her.keys("Return", "Ctrl+Shift+D")
    her.write("Det gør vi.")
    her.keys("Return")
    her.go_on()
    her.keys("Ctrl+Shift+D")
    her.write("Det gør vi også.")
    her.keys("Return", "Ctrl+Shift+V")
    her.write("8")
    her.keys("Return")
    for each in her.book.items[:2]:
        assert each.votes[0].vote.decision_id == each.decisions[0].id


def test_closing_the_meeting_says_what_goes_on_to_which(her: Secretary) -> None:
    her.plan_another()
    go_to(her, 7)
    her.keys("Ctrl+Shift+O", "Right", "Return", "Ctrl+Shift+B")
    assert her.window.toast.startswith("1 item now stands on the agenda of ")
    assert her.window.toast.endswith("no. 15, Thu 9 April.")
    her.keys("Ctrl+Z")
    assert her.book.is_running


def test_a_decision_half_typed_is_stored_when_another_meeting_is_opened(her: Secretary) -> None:
    her.keys("Ctrl+Shift+D")
    her.write("Vi køber en båd.")
    her.open_another()
    assert her.book.decisions[0].text == "Vi køber en båd."


def test_what_is_not_complete_waits_for_its_meeting_to_be_opened_again(her: Secretary) -> None:
    leave_a_decision_without_words(her)
    her.open_another()
    assert not her.book.decisions
    her.window.window.go_to("meetings", her.meeting.id)
    her.keys("Ctrl+M")
    assert her.focused() == "Decision, word for word"
    her.write("Ja")
    her.keys("Return")
    assert (her.book.decisions[0].text, her.book.decisions[0].basis) == ("Ja", "Bilag 4")


def test_what_is_half_typed_is_stored_when_the_window_closes(her: Secretary) -> None:
    her.keys("Ctrl+Shift+A")
    her.write("Dorte køb kaffe")
    her.window.window.close()
    assert her.book.tasks[0].task.text == "Køb kaffe"
    assert not her.window.window.isVisible()


def test_the_window_asks_before_it_closes_over_what_is_not_complete(her: Secretary) -> None:
    leave_a_decision_without_words(her)
    her.window.window.close()
    assert her.window.window.isVisible()
    her.window.press("Cancel")
    assert her.window.screen.text_in("Rests on") == "Bilag 4"
    her.window.window.close()
    her.window.press("Close without it")
    her.window.qtbot.waitUntil(lambda: not her.window.window.isVisible())


def test_the_writing_field_grows_and_what_came_of_the_item_stays_in_sight(her: Secretary) -> None:
    edit = her.window.screen.find(QPlainTextEdit, "Minutes of the item")
    before = edit.height()
    her.write("\n".join(f"Linje {each}" for each in range(9)))
    assert edit.height() > before
    her.keys("Ctrl+Shift+O", "Return")
    her.window.window.resize(1280, 820)
    QApplication.processEvents()
    assert her.is_in_sight("Noted")


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize(("width", "height"), [(1280, 820), (1024, 768)])
def test_the_tools_are_one_row_and_the_way_on_is_always_in_it(
    her: Secretary, spoken: Language, width: int, height: int
) -> None:
    her.window.session.speak(spoken.value)
    her.window.look()
    her.window.window.resize(width, height)
    her.keys("Ctrl+M")
    (row,) = [each for each in her.view.findChildren(ToolRow) if each.isVisible()]
    on = {Language.DANISH: "Næste punkt", Language.ENGLISH: "Next item"}[spoken]

    def stands_in_one_row() -> bool:
        buttons = [each for each in row.findChildren(QAbstractButton) if each.isVisible()]
        lines = {each.y() for each in buttons}
        within = all(row.rect().contains(each.geometry()) for each in buttons)
        return within and len(lines) == 1 and on in {each.accessibleName() for each in buttons}

    her.window.qtbot.waitUntil(stands_in_one_row)


@pytest.mark.parametrize("spoken", Language)
def test_with_text_twice_as_large_the_minutes_fit_a_small_window(
    her: Secretary, spoken: Language
) -> None:
    her.keys("Ctrl+Shift+O", "Return")
    her.window.session.speak(spoken.value)
    her.window.session.size_text(200)
    her.window.look()
    her.window.window.resize(1024, 768)
    her.keys("Ctrl+M")
    her.window.look()
    assert too_wide(her.window) == []
    her.keys("Ctrl+Shift+B")
    assert too_wide(her.window) == []


def leave_a_decision_without_words(her: Secretary) -> None:
    her.keys("Ctrl+Shift+D", "Tab")
    her.write("Bilag 4")


def test_the_next_vote_is_taken_as_the_last_one_was(her: Secretary) -> None:
    her.keys("Ctrl+Shift+V", "Shift+Tab", "Shift+Tab", "S", "Tab", "Tab")  # a secret ballot
    her.write("9")
    her.keys("Return")
    her.go_on()
    her.keys("Ctrl+Shift+V")
    her.write("7")
    her.keys("Return")
    methods = [each.votes[0].vote.method for each in her.book.items[:2]]
    assert methods == [VoteMethod.WRITTEN, VoteMethod.WRITTEN]


def test_what_one_says_of_somebody_is_one_step_back(her: Secretary) -> None:
    before = her.book.attendances
    her.keys("Ctrl+Shift+P", "F", "Return", "Tab")
    her.write("now")
    her.keys("Return", "Ctrl+Z")
    assert her.book.attendances == before


def test_a_guest_is_added_by_name(her: Secretary) -> None:
    her.keys("Ctrl+Shift+P")
    her.window.press("Guest…")
    her.write("Karin Holm")
    her.keys("Return", "Esc")
    assert any(each.startswith("Karin Holm, Guest: present") for each in her.people())


def test_private_notes_are_kept_apart(her: Secretary) -> None:
    her.window.screen.pick("More under the item", "Private notes")
    her.write("Carl var sur.")
    her.keys("Esc")
    noted = her.book.items[0].minutes
    assert noted is not None
    assert noted.private_notes == "Carl var sur."
    assert noted.text == ""


def test_minutes_are_approved_with_two_presses_and_stay_as_they_are(her: Secretary) -> None:
    her.write("Alt vel.")
    her.keys("Ctrl+Shift+B")
    her.services.approval.send_draft(her.meeting.id)
    QApplication.processEvents()
    her.window.press("Approve…")
    her.keys("Return")
    assert her.meeting.state is MeetingState.APPROVED
    assert her.says("Version 1, fingerprint")
    assert her.window.screen.find(QPlainTextEdit, "Minutes of the item").isReadOnly()
    assert not her.window.screen.is_offered("Decision")
    her.keys("Ctrl+Shift+D")
    assert her.focused() != "Decision, word for word"


def test_a_correction_asks_for_its_reason_and_opens_the_minutes_again(her: Secretary) -> None:
    her.keys("Ctrl+Shift+B")
    her.services.approval.approve(her.meeting.id)
    QApplication.processEvents()
    her.window.press("Correct…")
    her.write("Forkert beløb")
    her.keys("Ctrl+Return")
    assert her.meeting.state is MeetingState.DRAFT_MINUTES
    assert her.says("Being corrected: Forkert beløb")


def test_a_general_meeting_has_fields_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    records = an_evening(kind=MeetingKind.GENERAL)
    with evening(qtbot, tmp_path, *records) as secretary:
        secretary.keys("Ctrl+M")
        secretary.window.screen.write("Votes represented", "42")
        minutes = secretary.services.minutes.of(secretary.meeting.id)
        assert minutes.voters == 42


def test_every_button_of_the_minutes_has_a_name(her: Secretary) -> None:
    her.keys("Ctrl+Shift+P")
    buttons: list[QAbstractButton] = her.view.findChildren(QAbstractButton)
    nameless = [each for each in buttons if each.isVisible() and not each.accessibleName()]
    assert not nameless


def test_who_leaves_now_is_noted_with_the_time_on_the_wall(her: Secretary) -> None:
    her.wait(42)
    her.keys("Ctrl+Shift+P", "F", "Return", "Tab")
    her.write("now")
    her.keys("Return")
    assert her.focused() == "Freja Toft, Member: present, until 19:42"
