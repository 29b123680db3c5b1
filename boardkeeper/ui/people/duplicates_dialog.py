"""People who may stand here twice, and what of each is to stay when they become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boardkeeper.domain.duplicates import Pair, reason_name
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.merging import FIELDS
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    Body,
    Caption,
    ChoiceField,
    Dialog,
    EmptyState,
    Form,
    RecordList,
    RecordListModel,
    RowFace,
    Space,
    Tone,
    empty,
    scaled,
)

_ROWS = 3
_SIZE = QSize(600, 600)
"""Pixels at text size 100 %, where the window leaves room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Whom to keep, who becomes one with them, and what is taken of the other one."""

    keep_id: PersonId
    other_id: PersonId
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offered:
    """A pair in the list; a list's row needs a name of its own."""

    pair: Pair

    @property
    def id(self) -> str:
        return f"{self.pair.one.id}{self.pair.other.id}"


class DuplicatesDialog(Dialog[Merge]):
    """A list of pairs, and for the chosen one a choice of each field in which they differ."""

    def __init__(self, pairs: Sequence[Pair], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Duplicates"),
            accept=_("Make them one"),
            explanation=_summary(pairs) if pairs else "",
            parent=parent,
        )
        self._pairs = list(pairs)
        self._choices: dict[str, ChoiceField[bool]] = {}
        self._model = RecordListModel[_Offered]((), face=_face())
        self._build_parts()
        self._list.chosen.connect(self._on_chosen)
        self._list.choose_row(0)

    def read(self) -> Merge:
        chosen = self._list.chosen_record()
        if chosen is None:
            raise UserError(_("Choose a pair in the list."))
        return Merge(
            keep_id=chosen.pair.one.id,
            other_id=chosen.pair.other.id,
            chosen=frozenset(name for name, field in self._choices.items() if field.value()),
        )

    def _build_parts(self) -> None:
        self.form.hide()
        self._list = RecordList(self._model, _("Who may stand here twice"))
        self._model.set_records([_Offered(pair=each) for each in self._pairs])
        self._list.setFixedHeight(scaled(CARD_ROW_HEIGHT) * min(_ROWS, len(self._pairs)) + 6)
        self._about = Caption(tone=Tone.MUTED)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(Space.M)
        if self._pairs:
            self.add(self._scrolling())
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):  # what is free belongs to what scrolls
                layout.setStretch(0, 1)
                layout.setStretch(1, 0)
        else:
            self.add(EmptyState("users", _("Nobody stands here twice.")))
            self.accept_button.hide()
            self.cancel_button.set_text(_("Close"))
            self.cancel_button.setDefault(True)

    def _scrolling(self) -> QScrollArea:
        """The list and the fields, which move only where large text leaves no room."""
        pane = QWidget()
        pane.setProperty("ground", "none")
        column = QVBoxLayout(pane)
        column.setContentsMargins(3, 0, 3, 3)  # room for the ring of the keyboard
        column.setSpacing(Space.M)
        column.addWidget(self._list)
        column.addWidget(self._about)
        column.addLayout(self._fields)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(pane)
        return scroll

    def _on_chosen(self, chosen: _Offered | None) -> None:
        empty(self._fields)
        self._choices = {}
        self.accept_button.setEnabled(chosen is not None)
        if chosen is None:
            return
        keep, other = chosen.pair.one, chosen.pair.other
        form = Form()
        for name in FIELDS:
            ours, theirs = getattr(keep, name), getattr(other, name)
            if ours and theirs and ours != theirs and name not in ("how_we_met", "notes"):
                field = ChoiceField[bool](
                    _field_name(name), [(False, _short(ours)), (True, _short(theirs))]
                )
                self._choices[name] = field
                form.add(name, field)
        if self._choices:
            self._about.setText(_("They differ here. What is to stay?"))
            self._fields.addWidget(form)
        else:
            self._about.setText("")
            self._fields.addWidget(Body(_whole(keep), tone=Tone.MUTED))
        self._fields.addWidget(
            Caption(
                _(
                    "Seats, meetings, tasks and everything else of both stay, as do the notes of"
                    " both. It can be undone."
                ),
                tone=Tone.MUTED,
            )
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As large as is pleasant, and no larger than the window it lies over."""
        if self._pairs:
            room = (self.parentWidget() or self).window().size()
            wanted = QSize(scaled(_SIZE.width()), scaled(_SIZE.height()))
            self.resize(wanted.boundedTo(room - QSize(Space.XXL, Space.XXL)))
        super().showEvent(event)


def _face() -> RowFace[_Offered]:
    return RowFace(
        title=lambda each: _names(each.pair),
        caption=lambda each: ", ".join(reason_name(reason) for reason in each.pair.reasons),
    )


def _names(pair: Pair) -> str:
    one, other = pair.one.name, pair.other.name
    return _("{name}, twice").format(name=one) if one == other else f"{one} · {other}"


def _summary(pairs: Sequence[Pair]) -> str:
    words = ngettext(
        "{count} pair may be one person.", "{count} pairs may be one person each.", len(pairs)
    )
    return words.format(count=len(pairs))


def _short(text: str) -> str:
    return " ".join(text.split())[:80]


def _whole(person: Person) -> str:
    """What there is to tell them by."""
    told = (person.name, person.occupation, person.company, person.email, person.phone)
    return " · ".join(filter(None, told))


def _field_name(name: str) -> str:
    return {
        "name": _("Name"),
        "occupation": _("Occupation"),
        "company": _("Company"),
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "address": _("Address"),
    }[name]
