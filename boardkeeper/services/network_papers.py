"""The papers of a network: the sheet of a group, and the slip for the breast pocket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.relations import profiles_of
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.network import NetworkFacts, network_sheet
from boardkeeper.domain.sheets.paper import Profile as PaperProfile
from boardkeeper.domain.sheets.pocket import pocket_slip
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.aims import AimService
from boardkeeper.services.network import NetworkService
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.referrals import ReferralService

_MONTHS = 12


class NetworkPapers:
    """What can be printed of a network, in its own language unless another is asked for."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._network = NetworkService(journal, clock)
        self._referrals = ReferralService(journal, clock)
        self._aims = AimService(journal, clock)

    def network(
        self,
        organisation_id: OrganisationId,
        first: date | None = None,
        last: date | None = None,
        *,
        with_amounts: bool = False,
        language: Language | None = None,
        profile: PaperProfile = PaperProfile.NORMAL,
    ) -> Prepared:
        """The group over a period, the last twelve months by default.

        What orders were worth is hidden unless asked for: the sheet lies on a breakfast table.
        """
        today = self._clock.today()
        last = last or today
        first = first or months_later(last, -_MONTHS)
        organisation = self._journal.reader.get(Organisation, organisation_id)
        matrix = self._network.matrix(organisation_id, first, last)
        sheet = network_sheet(
            NetworkFacts(
                organisation=organisation,
                matrix=matrix,
                profiles=self._profiles([each.person.id for each in matrix.rows]),
                referrals=self._mine(organisation_id, first, last),
                ledger=self._referrals.ledger(first, last, organisation_id),
                period=(first, last),
                today=today,
            ),
            with_amounts=with_amounts,
            language=language,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.network import network_pdf  # noqa: PLC0415

            return network_pdf(sheet, profile)

        return _prepared(organisation, sheet.letterhead, today, draw)

    def pocket(self, meeting_id: MeetingId, *, language: Language | None = None) -> Prepared:
        """The slip of one meeting."""
        reader, today = self._journal.reader, self._clock.today()
        meeting = reader.get(Meeting, meeting_id)
        organisation = reader.get(Organisation, meeting.organisation_id)
        matrix = self._network.matrix(organisation.id, months_later(today, -_MONTHS), today)
        slip = pocket_slip(
            meeting,
            organisation,
            self._aims.of(meeting_id),
            matrix.rows,
            self._profiles([each.person.id for each in matrix.rows]),
            language=language,
            today=today,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.pocket import pocket_pdf  # noqa: PLC0415 - as above

            return pocket_pdf(slip)

        return _prepared(organisation, slip.letterhead, meeting.day, draw)

    def _profiles(self, people: list[PersonId]) -> dict[PersonId, Profile]:
        return profiles_of(self._journal.reader, people)

    def _mine(self, organisation_id: OrganisationId, first: date, last: date) -> list[Referral]:
        given = self._referrals.given(organisation_id, first, last)
        received = self._referrals.received(organisation_id, first, last)
        return sorted([*given, *received], key=lambda each: (each.on, each.id), reverse=True)


def _prepared(
    organisation: Organisation, head: Letterhead, day: date, draw: Callable[[], bytes]
) -> Prepared:
    with speaking(head.language):
        name = file_name(day, organisation.label, head.document, suffix=".pdf")
    return Prepared(f"{organisation.label} · {head.document}", name, draw)
