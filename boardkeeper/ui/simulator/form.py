"""What is known of a seat that is offered: the fields it is described in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.memberships import Role, role_name
from boardkeeper.domain.organisations import OrganisationKind, kind_name
from boardkeeper.domain.rhythm import rhythm_of
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.amount_fields import kroner_field
from boardkeeper.ui.kit import (
    ChoiceField,
    DateField,
    DurationField,
    Form,
    Heading,
    LineField,
    SeveralField,
    TextField,
    TimeRangeField,
)
from boardkeeper.ui.series.repeat_words import Repeats, month_offers, repeats_of
from boardkeeper.ui.series.rhythm_fields import RhythmFields

_OWN = ("name", "role", "place", "notes", "answer_by", "fee", "dues")
"""Fields in which boards of a kind do not resemble one another."""


class SeatForm(QWidget):
    """Shows a seat and hands it back as it is described; it does not save.

    `changed` with every keystroke, `committed` when a field is left or a pause is made. A kind that
    is chosen before anything else brings what is usual of boards of that kind.
    """

    changed = Signal()
    committed = Signal()

    def __init__(
        self,
        usual: Callable[[OrganisationKind], CandidateSeat],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = Form()
        self._usual = usual
        self._seat = usual(OrganisationKind.ASSOCIATION)
        self._build(today)
        self._connect()

    def _build(self, today: Callable[[], date]) -> None:
        add = self.form.add
        placeholder = _("e.g. the harbour's foundation")
        self._name = add("name", LineField(_("Board"), placeholder=placeholder))
        kinds = [(each, kind_name(each)) for each in OrganisationKind]
        self._kind = add("kind", ChoiceField[OrganisationKind](_("Kind"), kinds))
        roles = [(each, role_name(each)) for each in Role]
        self._role = add("role", ChoiceField[Role](_("My role"), roles), beside=True)
        self._add_meetings(today)
        self._add_work()
        self._add_answer(today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)

    def _add_meetings(self, today: Callable[[], date]) -> None:
        add = self.form.add
        self.form.add_widget(Heading(_("Meetings")))
        self._first = add("starts_at", DateField(_("First meeting"), today))
        self._times = add("minutes", TimeRangeField(_("From and to")), beside=True)
        self._rhythm = RhythmFields(self.form, with_not=False, with_own=True, head=True)
        self._skipped = add(
            "skipped_months",
            SeveralField(_("Months without meetings"), month_offers(), columns=6),
        )

    def _add_work(self) -> None:
        add = self.form.add
        self.form.add_widget(Heading(_("What each meeting takes")))
        self._preparation = add("preparation_minutes", DurationField(_("Preparation")))
        self._follow_up = add("follow_up_minutes", DurationField(_("Follow-up")), beside=True)
        self._travel = add("travel_minutes", DurationField(_("Travel, one way")))
        self._place = add(
            "place",
            LineField(_("Place"), hint=_("Nobody travels to “online”.")),
            beside=True,
        )
        self._other = add("other_minutes_a_month", DurationField(_("Between meetings, a month")))

    def _add_answer(self, today: Callable[[], date]) -> None:
        add = self.form.add
        self.form.add_widget(Heading(_("What it pays, and the answer")))
        self._fee = add("fee", kroner_field(_("Fee a year")))
        self._dues = add("dues", kroner_field(_("Dues a year")), beside=True)
        self._answer_by = add("answer_by", DateField(_("Answer by"), today))
        self._notes = add("notes", TextField(_("Notes"), lines=3))

    def _connect(self) -> None:
        self._kind.changed.connect(self._on_kind_chosen)
        self._first.changed.connect(self._on_first_changed)
        for field in self.form.fields.values():
            field.changed.connect(self.changed)
            field.committed.connect(self.committed)
        self._rhythm.changed.connect(self.changed)

    def show_seat(self, seat: CandidateSeat, *, is_new: bool) -> None:
        """Fill in a seat; a new one has no name yet."""
        self._seat = seat
        ends_at = seat.starts_at + timedelta(minutes=seat.minutes)
        for name in ("kind", "role", "place", "answer_by", "notes"):
            self.form.fields[name].set_value(getattr(seat, name))
        for name in ("preparation_minutes", "follow_up_minutes", "travel_minutes"):
            self.form.fields[name].set_value(getattr(seat, name))
        for name in ("other_minutes_a_month", "fee", "dues"):
            self.form.fields[name].set_value(getattr(seat, name) or None)
        self._name.set_value("" if is_new else seat.name)
        self._first.set_value(seat.starts_at.date())
        self._times.set_value((seat.starts_at.time(), ends_at.time()))
        has_own = repeats_of(rhythm_of(seat.recurrence, seat.starts_at)) is Repeats.OWN
        self._rhythm.offer_own(is_offered=has_own)
        self._rhythm.show_rule(seat.recurrence, seat.starts_at)
        self._skipped.set_value(tuple(sorted(seat.months_skipped)))
        self.form.clear_errors()

    def seat(self, *, unnamed: str = "") -> CandidateSeat:
        """The seat as it is described; without a name it is called `unnamed`, where that is given.

        Raises:
            UserError: a field cannot be read, or something is missing.
        """
        day, times = self._first.value(), self._times.value()
        if day is None:
            raise InvalidField("starts_at", _("A seat needs the date of its first meeting."))
        if times is None:
            raise InvalidField("minutes", _("A meeting needs a time, as 19-21."))
        starts_at, ends_at = (datetime.combine(day, each) for each in times)
        if ends_at <= starts_at:
            ends_at += timedelta(days=1)
        before = self._seat.recurrence
        until = before.until.date() if before.until else None
        return replace(
            self._seat,
            name=self._name.value() or unnamed,
            kind=self._kind.value(),
            role=self._role.value(),
            starts_at=starts_at,
            minutes=(ends_at - starts_at) // timedelta(minutes=1),
            rule=self._rhythm.rule(starts_at, until, before.count).text,
            skipped_months=",".join(map(str, self._skipped.value())),
            preparation_minutes=self._preparation.value() or 0,
            follow_up_minutes=self._follow_up.value() or 0,
            travel_minutes=self._travel.value() or 0,
            place=self._place.value(),
            other_minutes_a_month=self._other.value() or 0,
            fee=self._fee.value() or 0,
            dues=self._dues.value() or 0,
            answer_by=self._answer_by.value(),
            notes=self._notes.value(),
        )

    def show_refusal(self, error: InvalidField) -> bool:
        """Show what was refused by its field; False if there is no such field."""
        return self.form.show_refusal(error)

    def focus_name(self) -> None:
        self._name.setFocus()

    def _on_kind_chosen(self) -> None:
        """Bring what is usual of the kind, as long as nothing but that stands in the form."""
        kind, before = self._kind.value(), self._seat.kind
        if kind is before:
            return
        try:
            described = self.seat(unnamed=self._seat.name)
        except UserError:
            return
        if _is_alike(replace(described, kind=before), self._usual(before)):
            own = {name: getattr(described, name) for name in (*_OWN, "id")}
            is_new = not self._name.value()
            self.show_seat(replace(self._usual(kind), **own), is_new=is_new)

    def _on_first_changed(self) -> None:
        try:
            day = self._first.value()
        except UserError:
            return  # half a date; it is complained of when the keyboard leaves it
        if day is not None:
            self._rhythm.follow(day)


def _is_alike(one: CandidateSeat, other: CandidateSeat) -> bool:
    """Whether two seats differ only in what boards of a kind do not share."""
    own = {name: getattr(other, name) for name in (*_OWN, "id")}
    return replace(one, **own) == other
