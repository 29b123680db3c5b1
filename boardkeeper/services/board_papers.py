"""Papers beside the minutes: extracts, lists, registers, the year book, and what is handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.decisions import decisions_listed, numbered_as
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.minutes_book import book_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.tasks import tasks_where
from boardkeeper.db.written_procedures import procedures_listed, replies_to
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.decision_register import register_sheet
from boardkeeper.domain.sheets.extract import ExtractSheet, extract_sheet, written_extract_sheet
from boardkeeper.domain.sheets.handouts import (
    ballot_sheet,
    name_plate_sheet,
    proxy_sheet,
    sign_in_sheet,
)
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.domain.sheets.task_list import TaskListSheet, board_tasks_sheet, my_tasks_sheet
from boardkeeper.domain.sheets.year_book import year_book_sheet
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.minutes_papers import MinutesPapers, closed_items, withheld_tasks
from boardkeeper.services.prepared import Prepared


class BoardPapers:
    """What can be printed of a board's record. The language is the organisation's own.

    Each takes another language where one is asked for.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._minutes = MinutesPapers(journal, clock)

    # From the record

    def extract(
        self,
        number: str,
        organisation_id: OrganisationId | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The certified extract of the decision of that number.

        Raises UserError when there is none, or several boards have one.
        """
        decision = self._numbered(number, organisation_id)
        sheet = self._extract_sheet(decision, language)

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.extract import extract_pdf  # noqa: PLC0415

            return extract_pdf(sheet, profile)

        organisation = self._journal.reader.get(Organisation, decision.organisation_id)
        return _prepared(sheet.letterhead, organisation.label, decision.decided_on, draw, number)

    def tasks(
        self,
        organisation_id: OrganisationId,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The open tasks of a board; the open edition has none that came of closed items."""
        reader = self._journal.reader
        organisation = reader.get(Organisation, organisation_id)
        tasks = tasks_where(reader, organisation_id=organisation_id, status=TaskStatus.OPEN)
        if edition is Edition.OPEN:
            hidden = withheld_tasks(reader, tasks)
            tasks = [each for each in tasks if each.task.id not in hidden]
        sheet = board_tasks_sheet(
            organisation,
            tasks,
            language=language,
            today=self._clock.today(),
            printed_at=self._clock.now(),
        )
        return _task_list(sheet, organisation.label, profile)

    def my_tasks(
        self, *, language: Language | None = None, profile: Profile = Profile.NORMAL
    ) -> Prepared:
        """My open tasks in every board; in the program's language unless another is asked for."""
        reader = self._journal.reader
        me = person_who_is_me(reader)
        open_tasks = (
            tasks_where(reader, status=TaskStatus.OPEN, person_id=me.id) if me is not None else []
        )
        sheet = my_tasks_sheet(
            {each.id: each for each in reader.every(Organisation)},
            open_tasks,
            owner=me.name if me is not None else "",
            language=language or spoken_language(),
            today=self._clock.today(),
            printed_at=self._clock.now(),
        )
        return _task_list(sheet, "", profile)

    def decisions(
        self,
        organisation_id: OrganisationId,
        year: int | None = None,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The register of a year's decisions; of this year unless another is asked for."""
        reader = self._journal.reader
        organisation = reader.get(Organisation, organisation_id)
        year = year or self._clock.today().year
        decisions = decisions_listed(reader, organisation_id, year)
        held = {each.meeting_id for each in decisions if each.meeting_id is not None}
        replacing = (each.replaced_by_id for each in decisions if each.replaced_by_id is not None)
        sheet = register_sheet(
            organisation,
            year,
            decisions,
            meetings=reader.found(Meeting, held),
            items=self._items(held),
            numbers={each.id: each.number for each in reader.found(Decision, replacing).values()},
            closed={item for each in held for item in closed_items(reader, each)},
            edition=edition,
            language=language,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.decision_register import (  # noqa: PLC0415 - as above
                register_pdf,
            )

            return register_pdf(sheet, profile)

        return _prepared(sheet.letterhead, organisation.label, date(year, 1, 1), draw)

    def year_book(
        self,
        organisation_id: OrganisationId,
        year: int | None = None,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
        two_sided: bool = False,
    ) -> Prepared:
        """All approved minutes of a year, bound; of this year unless another is asked for."""
        reader = self._journal.reader
        organisation = reader.get(Organisation, organisation_id)
        year = year or self._clock.today().year
        approved = [
            each
            for each in meetings_of(reader, organisation_id)
            if each.day.year == year and each.state is MeetingState.APPROVED
        ]
        sheets = [
            self._minutes.sheet(book_of(reader, each.id), edition=edition, language=language)
            for each in approved
        ]
        sheet = year_book_sheet(
            organisation,
            year,
            sheets,
            edition=edition,
            language=language,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.year_book import year_book_pdf  # noqa: PLC0415 - as above

            return year_book_pdf(sheet, profile, two_sided=two_sided)

        return _prepared(sheet.letterhead, organisation.label, date(year, 1, 1), draw)

    # For the table at a meeting

    def attendance(
        self,
        meeting_id: MeetingId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The list everybody signs as they come."""
        book = book_of(self._journal.reader, meeting_id)
        sheet = sign_in_sheet(book, language=language, printed_at=self._clock.now())

        def draw() -> bytes:
            from boardkeeper.printing.handouts import sign_in_pdf  # noqa: PLC0415 - as above

            return sign_in_pdf(sheet, profile)

        return _prepared(sheet.letterhead, book.organisation.label, book.meeting.day, draw)

    def name_plates(self, meeting_id: MeetingId, *, language: Language | None = None) -> Prepared:
        """Name plates to fold. Raises UserError when nobody is expected."""
        book = book_of(self._journal.reader, meeting_id)
        sheet = name_plate_sheet(book, language=language, printed_at=self._clock.now())

        def draw() -> bytes:
            from boardkeeper.printing.cards import name_plates_pdf  # noqa: PLC0415 - as above

            return name_plates_pdf(sheet)

        return _prepared(sheet.letterhead, book.organisation.label, book.meeting.day, draw)

    def ballots(
        self,
        meeting_id: MeetingId,
        item: str | None = None,
        *,
        language: Language | None = None,
    ) -> Prepared:
        """Ballot papers of every vote and election, or of the item of that number.

        Raises UserError when the meeting has no such item.
        """
        book = book_of(self._journal.reader, meeting_id)
        sheet = ballot_sheet(book, item, language=language, printed_at=self._clock.now())

        def draw() -> bytes:
            from boardkeeper.printing.cards import ballots_pdf  # noqa: PLC0415 - as above

            return ballots_pdf(sheet)

        return _prepared(sheet.letterhead, book.organisation.label, book.meeting.day, draw)

    def proxy(
        self,
        meeting_id: MeetingId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The proxy form. Raises UserError for a board that allows no proxies."""
        book = book_of(self._journal.reader, meeting_id)
        sheet = proxy_sheet(book, language=language, printed_at=self._clock.now())

        def draw() -> bytes:
            from boardkeeper.printing.handouts import proxy_pdf  # noqa: PLC0415 - as above

            return proxy_pdf(sheet, profile)

        return _prepared(sheet.letterhead, book.organisation.label, book.meeting.day, draw)

    def _numbered(self, number: str, organisation_id: OrganisationId | None) -> Decision:
        reader = self._journal.reader
        boards = (
            [organisation_id]
            if organisation_id is not None
            else [each.id for each in reader.every(Organisation)]
        )
        found = [each for board in boards for each in numbered_as(reader, board, number)]
        if not found:
            raise UserError(_("No decision has the number {number}.").format(number=number))
        if len({each.organisation_id for each in found}) > 1:
            message = _("Several boards have a decision {number}. Say which, with --organisation.")
            raise UserError(message.format(number=number))
        return found[0]

    def _extract_sheet(self, decision: Decision, language: Language | None) -> ExtractSheet:
        reader = self._journal.reader
        successor = decision.replaced_by_id
        replaced_by = reader.find(Decision, successor) if successor else None
        if decision.meeting_id is not None:
            return extract_sheet(
                decision,
                book_of(reader, decision.meeting_id),
                replaced_by=replaced_by,
                language=language,
                printed_at=self._clock.now(),
            )
        written = procedures_listed(reader, decision.organisation_id)
        procedure = next((each for each in written if each.decision_id == decision.id), None)
        return written_extract_sheet(
            decision,
            reader.get(Organisation, decision.organisation_id),
            procedure,
            replies_to(reader, procedure.id) if procedure else (),
            replaced_by=replaced_by,
            language=language,
            printed_at=self._clock.now(),
        )

    def _items(self, meetings: Iterable[MeetingId]) -> dict[AgendaItemId, AgendaItem]:
        reader = self._journal.reader
        return {item.id: item for each in meetings for item in items_of(reader, each)}


def _task_list(sheet: TaskListSheet, label: str, profile: Profile) -> Prepared:
    def draw() -> bytes:
        from boardkeeper.printing.task_list import task_list_pdf  # noqa: PLC0415 - as above

        return task_list_pdf(sheet, profile)

    return _prepared(sheet.letterhead, label, sheet.today, draw)


def _prepared(
    head: Letterhead, label: str, day: date, draw: Callable[[], bytes], *more: str
) -> Prepared:
    """A paper by its title, its file named for its day, board and document."""
    parts = [part for part in (head.organisation, head.title, *more) if part]
    document = head.title.removesuffix(f" {day.year}")
    return Prepared(
        title=" · ".join(parts),
        file_name=file_name(day, label, document, *more, suffix=".pdf"),
        draw=draw,
    )
