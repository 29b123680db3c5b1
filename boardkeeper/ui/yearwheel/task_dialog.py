"""The dialog of one task of the year wheel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType, type_name
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    ChoiceField,
    Dialog,
    DurationField,
    LineField,
    NumberField,
    TextField,
    Toggle,
)


class TaskDialog(Dialog[WheelTask]):
    """Asks for everything a task holds; the record comes back changed."""

    def __init__(
        self,
        organisation_id: OrganisationId,
        task: WheelTask | None,
        *,
        month: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("New task in the year wheel") if task is None else _("Task in the year wheel"),
            accept=_("Add") if task is None else _("Keep"),
            explanation=_("It comes onto the agenda of the meeting that deals with it by itself."),
            parent=parent,
        )
        self._organisation_id = organisation_id
        self._task = task
        self._fill(month)
        self._title.setFocus()

    def read(self) -> WheelTask:
        made = WheelTask(
            organisation_id=self._organisation_id,
            title=self._title.value(),
            month=self._month.value(),
            day=self._day.value(),
            every_years=self._every_years.value() or 1,
            first_year=self._first_year.value(),
            type=self._type.value(),
            minutes=self._minutes.value() or 0,
            responsible=self._responsible.value(),
            basis=self._basis.value(),
            notes=self._notes.value(),
            is_active=self._is_active.value(),
        )
        return made if self._task is None else replace(made, id=self._task.id)

    def _fill(self, month: int) -> None:
        self._title = self.form.add("title", LineField(_("What")))
        self._month = self.form.add("month", ChoiceField(_("Month"), months()))
        self._day = self.form.add(
            "day",
            NumberField(_("No later than the"), lowest=1, highest=31, hint=_("Empty: any day")),
            beside=True,
        )
        self._type = self.form.add("type", ChoiceField(_("On the agenda for"), _types()))
        self._minutes = self.form.add("minutes", DurationField(_("How long")), beside=True)
        self._responsible = self.form.add("responsible", LineField(_("Responsible")))
        self._basis = self.form.add(
            "basis",
            LineField(_("Where it stands"), placeholder=_("e.g. bylaws § 7")),
            beside=True,
        )
        self._every_years = self.form.add(
            "every_years",
            NumberField(_("Years from one to the next"), lowest=1, highest=99),
        )
        self._first_year = self.form.add(
            "first_year",
            NumberField(_("First year"), lowest=1900, highest=2200, hint=_("Empty: every year")),
            beside=True,
        )
        self._notes = self.form.add("notes", TextField(_("Note"), lines=2))
        self._is_active = self.form.add("is_active", Toggle(_("In use")))
        self._show(month)

    def _show(self, month: int) -> None:
        task = self._task
        self._month.set_value(month if task is None else task.month)
        self._every_years.set_value(1 if task is None else task.every_years)
        self._is_active.set_value(task is None or task.is_active)
        if task is None:
            return
        self._title.set_value(task.title)
        self._day.set_value(task.day)
        self._type.set_value(task.type)
        self._minutes.set_value(task.minutes or None)
        self._responsible.set_value(task.responsible)
        self._basis.set_value(task.basis)
        self._first_year.set_value(task.first_year)
        self._notes.set_value(task.notes)


def _types() -> list[tuple[ItemType, str]]:
    return [(each, type_name(each)) for each in ItemType if each is not ItemType.BREAK]


def months() -> list[tuple[int, str]]:
    """The twelve months by number and name."""
    names = [formats.month_name(date(2001, month, 1)) for month in range(1, 13)]
    return [(month, name[:1].upper() + name[1:]) for month, name in enumerate(names, start=1)]
