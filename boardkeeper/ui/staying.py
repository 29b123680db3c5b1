"""What keeps a page with the record one is working on while the records around it change."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def has_keyboard(place: QWidget) -> bool:
    """Whether the keyboard is somewhere within the place."""
    focused = QApplication.focusWidget()
    return focused is not None and place.isAncestorOf(focused)


def still_fits(search: str, words: str) -> bool:
    """Whether what is searched for still stands in the words, as the list itself looks for it."""
    found_in = words.casefold()
    return all(word in found_in for word in search.casefold().split())
