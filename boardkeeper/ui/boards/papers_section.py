"""The organisation's own papers, and how its meeting packs are made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.packs import PackPart, part_name
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.compact import CompactPapers, Shown
from boardkeeper.ui.appendices.desk import Place
from boardkeeper.ui.kit import Button, ButtonKind, Card, CardRow, divider
from boardkeeper.ui.packs.profile_dialog import ProfileDialog

_FEW, _MANY = 10, 50
"""Papers shown at first, and so many more each time: an archive may hold thousands."""


class PapersSection(Card):
    """Articles, rules of procedure, policies: what belongs to no one meeting."""

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Papers"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._most = _FEW
        self._papers = CompactPapers(
            services, _("The bylaws, the rules of procedure and the like belong here.")
        )
        self._papers.said.connect(self.said)
        self._more = Button("", kind=ButtonKind.QUIET, icon="chevron-down")
        self._more.clicked.connect(self._on_more)
        self._packs = CardRow(_("How packs are made"), caption=" ", icon="book-open")
        self._packs.clicked.connect(self._on_packs)
        self.add(self._papers)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(divider())
        self.add(self._packs)

    def show_papers(self, organisation: Organisation) -> None:
        """Show the organisation's own papers, the newest first; of many only some at first."""
        if self._organisation is None or organisation.id != self._organisation.id:
            self._most = _FEW
        self._organisation = organisation
        service = self._services.papers
        every = service.of_organisation(organisation.id)
        newest = sorted(every, key=lambda each: each.added_on, reverse=True)
        papers = [
            Shown(each, versions=len(service.versions(each.id))) for each in newest[: self._most]
        ]
        self._papers.show_papers(Place(organisation_id=organisation.id), papers)
        left = len(newest) - len(papers)
        words = ngettext("{count} older paper…", "{count} older papers…", left)
        self._more.set_text(words.format(count=formats.number(left)))
        self._more.setVisible(left > 0)
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

    def _on_more(self) -> None:
        if self._organisation is not None:
            self._most += _MANY
            self.show_papers(self._organisation)

    def _on_packs(self) -> None:
        if self._organisation is not None:
            profile = self._services.packs.profile_of(self._organisation.id)
            ProfileDialog(profile, self.window()).ask(self._services.packs.change_profile)
