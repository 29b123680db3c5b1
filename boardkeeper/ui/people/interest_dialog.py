"""Declaring what somebody is tied to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.interests import Interest, InterestKind, interest_kind_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, LineField, TextField


class InterestDialog(Dialog[Interest]):
    """Asks what the tie is to, of which kind, and from when to when."""

    def __init__(
        self,
        interest: Interest | None,
        proposed: Callable[[str], Interest],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`proposed` makes a new interest of its name, where there is none yet."""
        super().__init__(
            _("New interest") if interest is None else _("Interest"),
            accept=_("Declare it") if interest is None else _("Keep"),
            width=520,
            parent=parent,
        )
        self._interest = interest
        self._proposed = proposed
        self._name = self.form.add(
            "name", LineField(pgettext("interest", "In what"), placeholder=_("Rooftop Ltd"))
        )
        self._kind = self.form.add(
            "kind",
            ChoiceField(
                pgettext("interest", "Kind"),
                [(each, interest_kind_name(each)) for each in InterestKind],
            ),
        )
        self._also = self.form.add(
            "also_known_as",
            LineField(
                _("Other names"),
                hint=_("Names an agenda may use for it, with commas between."),
            ),
        )
        self._description = self.form.add("description", TextField(_("Description"), lines=2))
        self._declared_on = self.form.add("declared_on", DateField(_("Declared on"), today))
        self._ends_on = self.form.add("ends_on", DateField(_("Last day"), today), beside=True)
        self._declared_on.set_value(today())
        if interest is not None:
            self._show(interest)

    def read(self) -> Interest:
        declared_on = self._declared_on.value()
        if declared_on is None:
            raise InvalidField("declared_on", _("Write the day it was declared."))
        name = self._name.value()
        return replace(
            self._proposed(name) if self._interest is None else self._interest,
            name=name,
            kind=self._kind.value(),
            also_known_as=self._also.value(),
            description=self._description.value(),
            declared_on=declared_on,
            ends_on=self._ends_on.value(),
        )

    def _show(self, interest: Interest) -> None:
        self._name.set_value(interest.name)
        self._kind.set_value(interest.kind)
        self._also.set_value(interest.also_known_as)
        self._description.set_value(interest.description)
        self._declared_on.set_value(interest.declared_on)
        self._ends_on.set_value(interest.ends_on)
