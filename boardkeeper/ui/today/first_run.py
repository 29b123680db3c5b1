"""The first run: the name of a board and a date give an agenda."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.organisations import OrganisationKind, kind_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Card,
    ChoiceField,
    Form,
    LineField,
    ScrollPage,
    Space,
    Title,
    TypedField,
    scaled,
)
from boardkeeper.ui.today.next_meeting import capitalised


class FirstRun(QWidget):
    """Two fields that have to be filled, two that may."""

    meeting_wanted = Signal(str)
    sample_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()

    def _build(self) -> None:
        self._form = Form()
        self._name = self._form.add("name", LineField(_("Name of the board")))
        self._kind = self._form.add("kind", ChoiceField(_("What kind of board"), _kinds()))
        self._kind.set_value(OrganisationKind.ASSOCIATION)
        self._when = self._form.add("starts_at", self._moment_field())
        self._me = self._form.add(
            "me",
            LineField(
                _("Your own name"),
                hint=_("If you like. Then your own seats and terms are known as yours."),
            ),
        )
        self._begin = Button(_("Write the agenda"), kind=ButtonKind.PRIMARY, icon="list-ordered")
        self._sample = Button(_("See it with sample data"), kind=ButtonKind.QUIET)
        page = ScrollPage(max_width=560)
        page.add_space(Space.XL)
        page.add(Title(_("Welcome. When does your board meet?")))
        page.add(Body(_("A name and a date are enough: the usual agenda is written for you.")))
        card = Card()
        card.add(self._form)
        card.body.addSpacing(scaled(Space.S))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._begin)
        buttons.addWidget(self._sample)
        buttons.addStretch(1)
        card.add_layout(buttons)
        page.add(card)
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.setFocusProxy(self._name)

    def _connect(self) -> None:
        self._begin.clicked.connect(self._on_begin)
        self._sample.clicked.connect(self.sample_wanted)
        for field in (self._name, self._when, self._me):
            field.entered.connect(self._on_entered)

    @Slot()
    def _on_entered(self) -> None:
        """Enter goes on as long as something is missing."""
        if not self._name.value():
            self._name.setFocus()
        elif not self._when.text.strip():
            self._when.setFocus()
        else:
            self._on_begin()

    @Slot()
    def _on_begin(self) -> None:
        self._form.clear_errors()
        if not self._form.check():
            return
        starts_at = self._when.value()
        if starts_at is None:
            self._form.show_error("starts_at", _("A day and a time, for example 5/3 19.30."))
            return
        if starts_at < self._services.clock.now():
            self._form.show_error(
                "starts_at", _("That is in the past. Write when the board meets next.")
            )
            return
        try:
            self._store(starts_at)
        except InvalidField as error:
            self._form.show_refusal(error)

    def _store(self, starts_at: datetime) -> None:
        if self._me.value():
            self._services.people.introduce_me(self._me.value())
        meeting = self._services.meetings.begin(self._name.value(), self._kind.value(), starts_at)
        self.meeting_wanted.emit(meeting.id)

    def _moment_field(self) -> TypedField[datetime]:
        today = self._services.clock.today
        return TypedField(
            _("Next meeting"),
            lambda text: formats.read_moment(text, today()),
            formats.long_moment,
            echo=lambda at: capitalised(formats.long_moment(at)),
            placeholder=_("e.g. Thu 19.30 or 5/3 19"),
        )


def _kinds() -> list[tuple[OrganisationKind, str]]:
    return [(kind, kind_name(kind)) for kind in OrganisationKind]
