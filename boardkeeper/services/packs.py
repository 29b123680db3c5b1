"""Meeting packs: gathered for an edition, built, and remembered when they have gone out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.packs import own_profile_of, pack_versions_of
from boardkeeper.db.papers import papers_of_meeting
from boardkeeper.domain.agenda import AgendaItemId, laid_out
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.pack_versions import entries_as_text
from boardkeeper.domain.packs import PackProfile, PackVersion
from boardkeeper.domain.paper_numbers import numbered
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, _
from boardkeeper.services.interests import InterestService
from boardkeeper.services.pack_building import Pack, PreparedPack
from boardkeeper.services.pack_documents import PackSources
from boardkeeper.services.pack_gathering import Gathering
from boardkeeper.services.pack_sending import pack_drafts, papers_for, write_pack_folder
from boardkeeper.services.prepared import Document


class PackService:
    """What one does with packs. The language is the organisation's unless another is asked for."""

    def __init__(
        self, journal: Journal, clock: Clock, sources: PackSources, interests: InterestService
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._sources = sources
        self._interests = interests

    def profile_of(self, organisation_id: OrganisationId) -> PackProfile:
        """How the organisation wants its packs; the usual way where it has not said."""
        own = own_profile_of(self._journal.reader, organisation_id)
        return own or PackProfile(organisation_id=organisation_id)

    def change_profile(self, profile: PackProfile) -> None:
        """Keep how the organisation wants its packs, in place of what it wanted before."""
        own = own_profile_of(self._journal.reader, profile.organisation_id)
        if own is not None:
            profile = replace(profile, id=own.id)
        if profile != own:
            with self._journal.command(_("Change how packs are made")) as tx:
                tx.put(profile)

    def versions(self, meeting_id: MeetingId) -> list[PackVersion]:
        """Every version that went out, the first first."""
        return pack_versions_of(self._journal.reader, meeting_id)

    def withheld_for(self, meeting_id: MeetingId, person_id: PersonId) -> frozenset[AgendaItemId]:
        """The items a person has declared an interest in: what a personal copy may be without."""
        return frozenset(
            each.item.id
            for each in self._interests.warnings(meeting_id)
            if each.person.id == person_id
        )

    def prepare(
        self,
        meeting_id: MeetingId,
        *,
        edition: PackEdition = PackEdition.FULL,
        profile: PackProfile | None = None,
        recipient: str | None = None,
        withheld: Collection[AgendaItemId] = (),
        version: int | None = None,
        language: Language | None = None,
    ) -> PreparedPack:
        """Gather a pack; `build` then makes it, in any thread.

        It is the organisation's own profile, and the version after the last one that went out,
        unless told otherwise. `withheld` items have nothing but their titles in it. Raises
        UserError for a supplement to nothing.
        """
        meeting = self._journal.reader.get(Meeting, meeting_id)
        gathering = Gathering(
            reader=self._journal.reader,
            clock=self._clock,
            sources=self._sources,
            meeting=meeting,
            edition=edition,
            profile=profile or self.profile_of(meeting.organisation_id),
            recipient=recipient or "",
            withheld=frozenset(withheld),
            released=tuple(self.versions(meeting_id)),
            version=version,
            language=language,
        )
        return gathering.prepared()

    def drafts(self, meeting_id: MeetingId, pack: Pack, recipient: str = "") -> list[Document]:
        """A mail draft to each who is to have the pack; to the recipient of a personal one."""
        reader = self._journal.reader
        return pack_drafts(reader, reader.get(Meeting, meeting_id), pack, recipient)

    def write_folder(
        self,
        meeting_id: MeetingId,
        pack: Pack,
        target: Path,
        *,
        withheld: Collection[AgendaItemId] = (),
    ) -> Path:
        """A folder for a USB stick: the pack, and its papers as they came. Returns the folder."""
        reader = self._journal.reader
        agenda = laid_out(reader.get(Meeting, meeting_id), items_of(reader, meeting_id))
        papers = numbered(agenda, papers_of_meeting(reader, meeting_id))
        beside = papers_for(pack, papers, withheld)
        return write_pack_folder(pack, beside, self._sources.files, target)

    def release(self, meeting_id: MeetingId, pack: Pack, *, note: str = "") -> PackVersion:
        """Remember that the pack went out, for the next version to tell what changed."""
        version = PackVersion(
            meeting_id=meeting_id,
            version=pack.version,
            released_at=self._clock.moment().replace(tzinfo=None),
            pages=pack.pages,
            contents=entries_as_text(pack.entries),
            is_supplement=pack.edition is PackEdition.SUPPLEMENT,
            note=note,
        )
        with self._journal.command(_("Release pack")) as tx:
            tx.put(version)
        return version


def in_layout(profile: PackProfile, layout: Profile) -> PackProfile:
    """The profile with our own pages in large print or with a margin for notes, or as usual."""
    return replace(
        profile,
        is_large_print=layout is Profile.LARGE,
        has_note_margin=layout is Profile.NOTES,
    )


def released_locally(version: PackVersion) -> datetime:
    """When the version went out, as wall time of the machine."""
    return version.released_at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)
