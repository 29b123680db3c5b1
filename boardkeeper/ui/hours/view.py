"""What every view of the hours page can be asked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId


class HoursView(QWidget):
    """One of the views the page's segments choose among."""

    def show_hours(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read what the view shows anew, of one organisation or of all."""
        raise NotImplementedError
