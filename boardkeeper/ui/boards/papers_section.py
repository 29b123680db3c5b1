"""The organisation's own papers, and how its meeting packs are made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.packs import PackPart, part_name
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.compact import CompactPapers, Shown
from boardkeeper.ui.appendices.desk import Place
from boardkeeper.ui.kit import Card, CardRow, divider
from boardkeeper.ui.packs.profile_dialog import ProfileDialog


class PapersSection(Card):
    """Articles, rules of procedure, policies: what belongs to no one meeting."""

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Papers"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._papers = CompactPapers(
            services, _("The bylaws, the rules of procedure and the like belong here.")
        )
        self._papers.said.connect(self.said)
        self._packs = CardRow(_("How packs are made"), caption=" ", icon="book-open")
        self._packs.clicked.connect(self._on_packs)
        self.add(self._papers)
        self.add(divider())
        self.add(self._packs)

    def show_papers(self, organisation: Organisation) -> None:
        self._organisation = organisation
        service = self._services.papers
        papers = [
            Shown(each, versions=len(service.versions(each.id)))
            for each in service.of_organisation(organisation.id)
        ]
        self._papers.show_papers(Place(organisation_id=organisation.id), papers)
        self._packs.set_words(_("How packs are made"), self._pack_in_words(organisation))

    def _pack_in_words(self, organisation: Organisation) -> str:
        profile = self._services.packs.profile_of(organisation.id)
        parts = [each for each in profile.chosen_parts if each is not PackPart.COVER]
        names = [part_name(each) for each in parts[:3]]
        first = ", ".join([*names[:1], *(each.lower() for each in names[1:])])
        left = len(parts) - 3
        if left <= 0:
            return first
        more = ngettext("{parts} and {count} more", "{parts} and {count} more", left)
        return more.format(parts=first, count=left)

    def _on_packs(self) -> None:
        if self._organisation is not None:
            profile = self._services.packs.profile_of(self._organisation.id)
            ProfileDialog(profile, self.window()).ask(self._services.packs.change_profile)
