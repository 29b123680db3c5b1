"""The paper of a seat that is offered."""

from __future__ import annotations

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.sheets.candidate import candidate_sheet
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, pgettext, speaking
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.simulator import SimulatorService


class SimulatorPapers:
    """What can be printed of a seat: one page for the conversation about it."""

    def __init__(self, journal: Journal, clock: Clock, simulator: SimulatorService) -> None:
        self._journal = journal
        self._clock = clock
        self._simulator = simulator

    def candidate(
        self,
        seat: CandidateSeat,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """What the seat asks and what it would do to the year; it need not be stored.

        In the program's language unless another is asked for.
        """
        reader = self._journal.reader
        labels = {each.id: each.label for each in reader.every(Organisation)}

        def name_of(meeting: Meeting) -> str:
            label = labels.get(meeting.organisation_id)
            return f"{label}: {title_of(meeting)}" if label else title_of(meeting)

        me = person_who_is_me(reader)
        spoken = language or spoken_language()
        sheet = candidate_sheet(
            seat,
            self._simulator.what_if(seat),
            name_of,
            owner=me.name if me is not None else "",
            language=spoken,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.candidate import candidate_pdf  # noqa: PLC0415

            return candidate_pdf(sheet, profile)

        with speaking(spoken):
            name = pgettext("file name", "A seat on offer")
        return Prepared(
            title=sheet.letterhead.title,
            file_name=file_name(self._clock.today(), seat.name, name, suffix=".pdf"),
            draw=draw,
        )
