"""What this program is, what it is made of, and what it never does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper import __version__
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Caption, Card

_PARTS = (
    ("Qt, PySide6", "LGPL 3"),
    ("ReportLab, Pillow", "BSD, MIT-CMU"),
    ("PDFium, pypdfium2", "Apache 2.0, BSD"),
    ("SQLAlchemy", "MIT"),
    ("SQLCipher, sqlcipher3", "BSD, zlib"),
    ("Alembic", "MIT"),
    ("platformdirs", "MIT"),
    ("holidays", "MIT"),
    ("icalendar, dateutil", "BSD, Apache 2.0"),
    ("tzdata", "Apache 2.0"),
    ("Lucide", "ISC, MIT"),
    ("Source Sans Pro", "SIL OFL 1.1"),
)
"""What the program stands on, and the licence of each: names, the same in every language."""


class AboutCard(Card):
    """Version, promise and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About BoardKeeper"), parent)
        self.add(
            Body(_("Version {version}, free under the MIT licence.").format(version=__version__))
        )
        self.add(
            Body(
                _(
                    "Nothing is ever sent anywhere. Everything you write stays on this computer,"
                    " and the program works without a network."
                )
            )
        )
        parts = " · ".join(f"{name} ({licence})" for name, licence in _PARTS)
        self.add(Caption(_("Built with {parts}.").format(parts=parts)))
