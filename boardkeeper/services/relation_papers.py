"""The papers of relations: the brief before a meeting, and my offices."""

from __future__ import annotations

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.relations import contacts_with
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.sheets.brief import brief_sheet
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.offices import Office, offices_sheet
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, speaking
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.memberships import MembershipService
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.relations import RelationService


class RelationPapers:
    """Makes the papers of what one knows of people, and of one's own offices."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._relations = RelationService(journal, clock)
        self._memberships = MembershipService(journal, clock)

    def brief(
        self,
        meeting_id: MeetingId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """Who comes, the last talk, and what I owe them; for my own eyes."""
        brief = self._relations.brief(meeting_id)
        people = [each.person.id for each in brief.expected if each.person is not None]
        sheet = brief_sheet(
            brief, self._last_contacts(people), language=language, printed_at=self._clock.now()
        )

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.brief import brief_pdf  # noqa: PLC0415

            return brief_pdf(sheet, profile)

        head, label = sheet.letterhead, brief.organisation.label
        with speaking(head.language):
            name = file_name(brief.meeting.day, label, head.document, suffix=".pdf")
        title = _("Before the meeting")  # of the window; the paper speaks its own language
        return Prepared(f"{label} · {title}", name, draw)

    def offices(
        self, *, language: Language | None = None, profile: Profile = Profile.NORMAL
    ) -> Prepared:
        """My current and former offices; in the program's language unless another is asked for.

        Raises UserError until the user has said who they are.
        """
        me = person_who_is_me(self._journal.reader)
        if me is None:
            raise UserError(_("Say first, under People, which person you are."))
        offices = [
            Office(membership=each.membership, organisation=each.organisation, terms=each.terms)
            for each in self._memberships.mine()
        ]
        today = self._clock.today()
        sheet = offices_sheet(
            me,
            offices,
            language=language or spoken_language(),
            today=today,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.offices import offices_pdf  # noqa: PLC0415 - as above

            return offices_pdf(sheet, profile)

        head = sheet.letterhead
        with speaking(head.language):
            name = file_name(today, me.name, head.document, suffix=".pdf")
        return Prepared(" · ".join((me.name, _("Offices"))), name, draw)

    def _last_contacts(self, people: list[PersonId]) -> dict[PersonId, Contact]:
        today = self._clock.today()
        found = {}
        for person_id in people:
            been = (each for each in contacts_with(self._journal.reader, person_id))
            last = next((each for each in been if each.on <= today), None)
            if last is not None:
                found[person_id] = last
        return found
