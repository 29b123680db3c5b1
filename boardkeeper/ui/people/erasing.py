"""Asks before a person is erased: what goes, what stays, and that it cannot be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper.i18n import _, ngettext
from boardkeeper.services.privacy import Held
from boardkeeper.ui.kit import ConfirmDialog

_MOST_NAMED = 3


def erase_dialog(held: Held, parent: QWidget) -> ConfirmDialog:
    """The question, with what is held about the person in numbers."""
    title = _("Erase {name}?").format(name=held.person.name)
    return ConfirmDialog(title, _story(held), _("Erase for good"), parent=parent)


def _story(held: Held) -> str:
    told = [
        _(
            "What is theirs goes: seats, contacts, profile, shares in tasks. Where a text names"
            " them stands “[erased]” instead. It cannot be undone, and neither can anything before"
            " it."
        )
    ]
    records, texts = len(held.pointing), len(held.named) - held.passages
    counted = [ngettext("{count} record", "{count} records", records).format(count=records)]
    counted.append(ngettext("{count} text", "{count} texts", texts).format(count=texts))
    told.append(_("Found: {what}.").format(what=", ".join(counted)))
    if held.passages:
        words = ngettext(
            "{count} passage of approved minutes is struck, and their paper with it; that nothing"
            " else was changed can still be verified.",
            "{count} passages of approved minutes are struck, and their papers with them; that"
            " nothing else was changed can still be verified.",
            held.passages,
        )
        told.append(words.format(count=held.passages))
    if held.papers:
        names = _some([each.title or each.file_name for each in held.papers])
        words = _("Papers stay as they are, and these name the person: {names}.")
        told.append(words.format(names=names))
    if held.copies:
        names = _some([each.name for each in held.copies])
        told.append(_("Older copies of the database still hold them: {names}.").format(names=names))
    told.append(_("What you have exported before holds them, too."))
    return "\n\n".join(told)


def _some(names: list[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    more = len(names) - _MOST_NAMED
    words = _("{names} and {count} more")
    return words.format(names=", ".join(names[:_MOST_NAMED]), count=more)
