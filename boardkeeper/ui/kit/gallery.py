"""Every widget of the kit on one page: `python -m boardkeeper.ui.kit.gallery [dark] [da] [150]`."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.i18n import Language, set_language
from boardkeeper.ui import kit

TODAY = dt.date(2026, 11, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A row to show."""

    id: int
    title: str
    caption: str
    on: dt.date
    colour: str
    minutes: int


def sittings() -> tuple[Sitting, ...]:
    boards = (
        ("Nordlys Kindergarten", "blue", "Board meeting"),
        ("Skagerrak Sailing Club", "teal", "Committee meeting"),
        ("Elmegade Housing Association", "amber", "Budget and the new roof"),
        ("Halvorsen Maskinfabrik A/S", "purple", "Board meeting with the auditor"),
        ("Morning Network", "red", "Breakfast"),
    )
    return tuple(
        Sitting(
            id=at,
            title=title,
            caption=f"{board} · 19:00–21:30",
            on=TODAY + dt.timedelta(days=6 * at),
            colour=colour,
            minutes=90 + 15 * at,
        )
        for at, (board, colour, title) in enumerate(boards * 3)
    )


class Gallery(QWidget):
    """The window of the gallery."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Kit")
        self.toasts = kit.ToastHost(self)
        sections = (
            kit.Section("today", "Today", "sun"),
            kit.Section("boards", "Boards", "landmark"),
            kit.Section("meetings", "Meetings", "calendar-days"),
            kit.Section("people", "People", "users"),
            kit.Section("hours", "Hours", "clock"),
        )
        foot = (
            kit.Section("trash", "Trash", "trash-2"),
            kit.Section("set", "Settings", "settings"),
        )
        sidebar = kit.Sidebar(sections, foot)
        sidebar.choose("meetings")
        sidebar.set_count("today", 3)
        split = kit.ListDetail(self._rows(), self._detail())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(sidebar)
        line.addWidget(split, 1)

    def _rows(self) -> QWidget:
        face = kit.RowFace[Sitting](
            lambda sitting: sitting.title,
            lambda sitting: sitting.caption,
            chip=lambda sitting: formats.day(sitting.on),
            colour=lambda sitting: sitting.colour,
            is_muted=lambda sitting: sitting.id > 10,
        )
        model = kit.RecordListModel[Sitting]((), face=face, parent=self)
        model.set_records(sittings())
        rows = kit.RecordList(model, "Meetings")
        rows.choose(1)
        search = kit.SearchField("Find a meeting")
        search.searched.connect(model.set_filter)
        search.moved_down.connect(rows.setFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(*(kit.Space.M,) * 4)
        column.addWidget(search)
        column.addWidget(rows, 1)
        return holder

    def _detail(self) -> QWidget:
        page = kit.ScrollPage("Committee meeting")
        page.set_caption("Skagerrak Sailing Club · Tuesday 10 November 2026")
        new = kit.Button("Print agenda", kind=kit.ButtonKind.PRIMARY, icon="printer")
        new.clicked.connect(lambda: self.toasts.show_toast("“Budget” was deleted.", lambda: None))
        page.add_action(kit.MenuButton("More", (kit.Action("Copy", self.update, "copy"),)))
        page.add_action(new)
        page.messages.show_warning(
            "The notice is two days late.", (kit.Action("Why", self.update),)
        )
        page.add(self._buttons())
        page.add(self._fields())
        page.add(self._card())
        page.add(self._table())
        empty = kit.Card()
        empty.add(kit.EmptyState("calendar-plus", "No meetings are planned yet.", "Plan a meeting"))
        page.add(empty)
        return page

    def _buttons(self) -> QWidget:
        card = kit.Card("Buttons and words")
        line = QHBoxLayout()
        for kind in kit.ButtonKind:
            line.addWidget(kit.Button(kind.value.capitalize(), kind=kind))
        off = kit.Button("Not now", icon="ban")
        off.setEnabled(False)
        line.addWidget(off)
        line.addWidget(kit.IconButton("pencil", "Rename", shortcut="F2"))
        line.addStretch(1)
        card.add_layout(line)
        chips = QHBoxLayout()
        for tone in (t for t in kit.Tone if t not in (kit.Tone.PLAIN, kit.Tone.MUTED)):
            chips.addWidget(kit.Chip(tone.value.capitalize(), tone=tone))
        chips.addStretch(1)
        card.add_layout(chips)
        dots = QHBoxLayout()
        for name in kit.ORGANISATION_COLOURS:
            dots.addWidget(kit.Dot(name))
        dots.addStretch(1)
        card.add_layout(dots)
        card.add(kit.Display("42 h"))
        card.add(
            kit.Body("Body text that says what there is to say, calmly, and as long as it takes.")
        )
        card.add(kit.Caption("A caption explains in small words."))
        return card

    def _fields(self) -> QWidget:
        card = kit.Card("Fields")
        form = kit.Form()
        form.add("title", kit.LineField("Title")).set_value("Committee meeting")
        day = form.add("on", kit.DateField("Day", lambda: TODAY))
        day.set_value(TODAY + dt.timedelta(days=7))
        form.add("times", kit.TimeRangeField("Time"), beside=True).set_value(
            (dt.time(19), dt.time(21, 30))
        )
        form.add("length", kit.DurationField("Length"), beside=True).type_text("soon")
        form.fields["length"].check()
        choices = ((1, "Board meeting"), (2, "General meeting"), (3, "Committee meeting"))
        form.add("kind", kit.ChoiceField("Kind", choices))
        form.add("number", kit.NumberField("Number", hint="Counts on by itself."), beside=True)
        form.add("purpose", kit.TextField("Purpose", placeholder="What should come of it?"))
        form.add("colour", kit.ColourField("Colour")).set_value("teal")
        form.add("consent", kit.CheckField("Approve without discussion")).set_value(value=True)
        form.add("open", kit.CheckField("Open to members"), beside=True)
        form.add("series", kit.Toggle("Meet every month")).set_value(value=True)
        card.add(form)
        return card

    def _card(self) -> QWidget:
        card = kit.Card("Next")
        card.add_action(kit.Button("See all", kind=kit.ButtonKind.QUIET))
        for sitting in sittings()[:3]:
            row = kit.CardRow(
                sitting.title,
                caption=sitting.caption,
                chip=formats.day(sitting.on),
                colour=sitting.colour,
            )
            card.add(row)
        card.add(kit.divider())
        choice = kit.ChoiceField("Language", ((1, "Dansk"), (2, "English")), is_label_hidden=True)
        card.add(
            kit.SettingRow("Language", choice, caption="Of the window; each board has its own.")
        )
        return card

    def _table(self) -> QWidget:
        columns = (
            kit.Column[Sitting]("Day", lambda s: formats.day(s.on), sort_by=lambda s: s.on),
            kit.Column[Sitting]("Meeting", lambda s: s.title, stretch=1),
            kit.Column[Sitting](
                "Time", lambda s: formats.duration(s.minutes), lambda s: s.minutes, align_right=True
            ),
        )
        model = kit.RecordListModel[Sitting](columns, parent=self)
        model.set_records(sittings())
        table = kit.RecordTable(model, "Hours")
        model.sort(0)
        table.choose(2)
        table.setMinimumHeight(260)
        return table


def main(arguments: list[str]) -> int:
    """Show the gallery.

    Args:
        arguments: `dark`, `da` and a text size in percent, in any order.
    """
    set_language(Language.DANISH if "da" in arguments else Language.ENGLISH)
    size = next((int(word) for word in arguments if word.isdigit()), 100)
    app = QApplication(sys.argv[:1])
    mode = kit.Mode.DARK if "dark" in arguments else kit.Mode.LIGHT
    theme = kit.Theme(app, mode=mode, text_size=size / 100)
    window = Gallery()
    window.resize(1180, 900)
    window.show()
    code = app.exec()
    theme.deleteLater()
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
