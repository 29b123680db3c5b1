from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    Card,
    CardRow,
    EmptyState,
    ListDetail,
    MessageBar,
    ScrollPage,
    Section,
    SettingRow,
    Sidebar,
    Theme,
)


def sidebar_of(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(
        (Section("today", "Today", "sun"), Section("boards", "Boards", "landmark")),
        (Section("trash", "Trash", "trash-2"),),
    )
    qtbot.addWidget(sidebar)
    sidebar.show()
    return sidebar


def test_a_section_is_chosen_by_its_number(qtbot: QtBot) -> None:
    sidebar = sidebar_of(qtbot)
    with qtbot.waitSignal(sidebar.chosen, check_params_cb=lambda key: key == "boards"):
        sidebar.choose_nth(2)
    assert sidebar.current == "boards"


def test_arrows_move_in_the_sidebar_and_enter_goes_there(qtbot: QtBot) -> None:
    sidebar = sidebar_of(qtbot)
    sidebar.choose("today")
    sidebar.activateWindow()
    sidebar.setFocus()
    first = sidebar.place("today")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert sidebar.focusWidget() is sidebar.place("boards")
    with qtbot.waitSignal(sidebar.chosen):
        qtbot.keyClick(sidebar.place("boards"), Qt.Key.Key_Return)
    assert sidebar.current == "boards"


def test_what_waits_in_a_section_is_spoken(qtbot: QtBot) -> None:
    sidebar = sidebar_of(qtbot)
    sidebar.set_count("today", 3)
    assert sidebar.place("today").accessibleName() == "Today, 3"


def test_a_message_is_shown_with_what_can_be_done(qtbot: QtBot) -> None:
    done: list[bool] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.text == ""
    bar.show_warning("The notice is late.", (Action("Why", lambda: done.append(True)),))
    assert bar.text == "The notice is late."
    next(button for button in bar.findChildren(Button) if button.words == "Why").click()
    assert done == [True]
    bar.clear()
    assert bar.text == ""


def test_an_empty_page_offers_the_one_thing_to_do(qtbot: QtBot) -> None:
    state = EmptyState("calendar-plus", "No meetings yet.", "Plan a meeting")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.wanted):
        state.button.click()


def test_a_row_in_a_card_says_all_it_shows(qtbot: QtBot) -> None:
    row = CardRow("AGM", caption="Sailing Club", chip="Thu 5 March")
    qtbot.addWidget(row)
    assert row.accessibleName() == "AGM, Sailing Club, Thu 5 March"
    row.set_words("Budget")
    assert row.row.title == "Budget"
    assert row.accessibleName() == "Budget"


def test_a_setting_names_its_control(qtbot: QtBot) -> None:
    control = QWidget()
    row = SettingRow("Language", control)
    qtbot.addWidget(row)
    assert control.accessibleName() == "Language"


def test_a_card_is_emptied(qtbot: QtBot) -> None:
    card = Card("Next")
    qtbot.addWidget(card)
    card.add(Body("One"))
    card.clear()
    assert card.body.count() == 0


def test_where_there_is_no_room_the_list_and_the_detail_take_turns(qtbot: QtBot) -> None:
    one, other = Body("List"), Body("Detail")
    both = ListDetail(one, other)
    qtbot.addWidget(both)
    both.resize(900, 400)
    both.show()
    assert one.isVisible()
    assert other.isVisible()
    both.resize(500, 400)
    assert both.is_narrow
    assert one.isVisible()
    assert not other.isVisible()
    both.show_detail()
    assert other.isVisible()
    assert not one.isVisible()
    both.show_list()
    assert one.isVisible()


def test_a_page_keeps_its_column_at_a_width_that_reads_well(theme: Theme, qtbot: QtBot) -> None:
    page = ScrollPage("Meetings", max_width=600)
    qtbot.addWidget(page)
    words = Body("Words")
    page.add(words)
    page.resize(1400, 600)
    page.show()
    assert words.width() <= 600
    theme.set_text_size(1.5)
    page.resize(1500, 600)
    assert 600 < words.width() <= 900


def test_a_page_ends_where_its_last_card_ends(qtbot: QtBot) -> None:
    page = ScrollPage("Meetings")
    qtbot.addWidget(page)
    for _each in range(6):
        card = Card("Next")
        card.add(Body("Here are a good many words that take one line on a wide page. " * 2))
        page.add(card)
    page.add_stretch()
    page.resize(1200, 300)
    page.show()
    ground = page.widget()
    assert ground is not None
    qtbot.waitUntil(lambda: ground.height() == ground.heightForWidth(ground.width()))


def test_long_words_are_whole_on_a_narrow_page(qtbot: QtBot) -> None:
    page = ScrollPage("Meetings")
    qtbot.addWidget(page)
    long = "Here are a good many words that take several lines where the page is narrow. " * 4
    words = Body(long)
    card = Card("Next")
    card.add(words)
    page.add(card)
    page.messages.show_error(long)
    page.resize(360, 500)
    page.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    said = next(label for label in page.messages.findChildren(Body) if label.text() == long)
    assert said.height() >= said.heightForWidth(said.width())
