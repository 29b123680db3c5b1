"""How an organisation wants its packs: the parts, and how they are set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.packs import PackPart, PackProfile, part_name
from boardkeeper.i18n import _
from boardkeeper.ui.kit import CheckField, Dialog, Heading, NumberField


def switches() -> dict[str, str]:
    """What is on or off in a profile, and what it is called."""
    return {
        "has_stamps": _("Number and page on appendices"),
        "has_dividers": _("A divider before each item"),
        "starts_items_right": _("Items begin on a right-hand page"),
        "is_two_sided": _("Printed on both sides"),
        "is_large_print": _("Large print"),
        "has_note_margin": _("Wide margin for notes"),
        "is_two_up": _("Two pages on a sheet"),
    }


class ProfileDialog(Dialog[PackProfile]):
    """Asks which parts a pack has and how it is set. What it says is kept for the organisation."""

    def __init__(self, profile: PackProfile, parent: QWidget | None = None) -> None:
        super().__init__(
            _("How packs are made"),
            accept=_("Keep it so"),
            explanation=_("Kept for the organisation, for this pack and the ones to come."),
            width=560,
            parent=parent,
        )
        self._profile = profile
        self.form.add_widget(Heading(_("What is in it")))
        self._parts: dict[PackPart, CheckField] = {}
        for at, part in enumerate(PackPart):
            field = self.form.add(part.value, CheckField(part_name(part)), beside=at % 2 == 1)
            field.set_value(part in profile.chosen_parts)
            self._parts[part] = field
        self.form.add_widget(Heading(_("How it is set")))
        self._switches: dict[str, CheckField] = {}
        for at, (name, words) in enumerate(switches().items()):
            field = self.form.add(name, CheckField(words), beside=at % 2 == 1)
            field.set_value(bool(getattr(profile, name)))
            self._switches[name] = field
        hint = _("The program speaks up where a pack is longer. 0 is never.")
        limit = NumberField(_("Pages one can be expected to read"), highest=9999, hint=hint)
        self._limit = self.form.add("page_limit", limit)
        self._limit.set_value(profile.page_limit)

    def read(self) -> PackProfile:
        parts = ",".join(part for part, field in self._parts.items() if field.value())
        switched: dict[str, Any] = {name: each.value() for name, each in self._switches.items()}
        limit = self._limit.value() or 0
        return replace(self._profile, parts=parts, page_limit=limit, **switched)
