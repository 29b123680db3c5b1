"""The papers: gathered from the records, drawn, named, and put into a mail."""

from __future__ import annotations

from datetime import date

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.memberships import every_term, memberships_in
from boardkeeper.db.papers import papers_of_meeting
from boardkeeper.db.rules import own_rules_of
from boardkeeper.db.tasks import open_before
from boardkeeper.db.yearwheel import items_in_year, tasks_of
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.agenda import AgendaSheet, agenda_sheet
from boardkeeper.domain.sheets.ahead import DAYS
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Edition, PaperSize, Profile
from boardkeeper.domain.sheets.yearwheel import wheel_sheet
from boardkeeper.exchange.eml import mail_draft
from boardkeeper.i18n import Language, _, pgettext, speaking
from boardkeeper.services.addressing import addresses_of
from boardkeeper.services.plans import Plans
from boardkeeper.services.prepared import Document, Prepared


class DocumentService:
    """What can be printed. The language is the organisation's unless another is asked for."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def agenda(
        self,
        meeting_id: MeetingId,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
        two_sided: bool = False,
    ) -> Prepared:
        """The notice of a meeting with its agenda."""
        meeting, organisation = self._meeting(meeting_id)
        sheet = self._agenda_sheet(meeting, organisation, edition, language)

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.agenda import agenda_pdf  # noqa: PLC0415

            return agenda_pdf(sheet, profile, two_sided=two_sided)

        return Prepared(
            title=f"{sheet.organisation} · {sheet.heading}",
            file_name=self._file_name(sheet, organisation),
            draw=draw,
        )

    def agenda_sheet(
        self,
        meeting_id: MeetingId,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
    ) -> AgendaSheet:
        """What the notice says, for whatever draws it."""
        return self._agenda_sheet(*self._meeting(meeting_id), edition, language)

    def agenda_in_word(
        self,
        meeting_id: MeetingId,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
    ) -> Prepared:
        """The same notice as a Word document, to go on working with."""
        meeting, organisation = self._meeting(meeting_id)
        sheet = self._agenda_sheet(meeting, organisation, edition, language)

        def draw() -> bytes:
            from boardkeeper.exchange.docx_agenda import agenda_docx  # noqa: PLC0415 - as above

            return agenda_docx(sheet)

        return Prepared(
            title=f"{sheet.organisation} · {sheet.heading}",
            file_name=self._file_name(sheet, organisation, suffix=".docx"),
            draw=draw,
        )

    def wheel(
        self,
        organisation_id: OrganisationId,
        year: int | None = None,
        *,
        language: Language | None = None,
        size: PaperSize = PaperSize.A4,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """The year wheel of an organisation; of this year unless another is asked for."""
        reader = self._journal.reader
        organisation = reader.get(Organisation, organisation_id)
        year = year or self._clock.today().year
        sheet = wheel_sheet(
            organisation,
            year,
            tasks_of(reader, organisation_id),
            meetings_of(reader, organisation_id),
            items_in_year(reader, organisation_id, year),
            language=language,
            printed_at=self._clock.now(),
        )

        def draw() -> bytes:
            from boardkeeper.printing.yearwheel import wheel_pdf  # noqa: PLC0415 - as above

            return wheel_pdf(sheet, size, profile)

        with speaking(sheet.language):
            title = _("Year wheel {year}").format(year=year)
            document = pgettext("file name", "Year wheel")
        return Prepared(
            title=f"{sheet.organisation} · {title}",
            file_name=file_name(date(year, 1, 1), organisation.label, document, suffix=".pdf"),
            draw=draw,
        )

    def plan(
        self,
        organisation_id: OrganisationId | None = None,
        year: int | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
        two_sided: bool = False,
    ) -> Prepared:
        """The meeting plan of an organisation, or of all; of this year unless told otherwise.

        A plan of all is in the program's language unless another is asked for.
        """
        year = year or self._clock.today().year
        sheet = Plans(self._journal, self._clock).plan(organisation_id, year, language)

        def draw() -> bytes:
            from boardkeeper.printing.plan import plan_pdf  # noqa: PLC0415 - as above

            return plan_pdf(sheet, profile, two_sided=two_sided)

        with speaking(sheet.language):
            title = _("Meeting plan {year}").format(year=year)
            document = pgettext("file name", "Meeting plan")
            whose = sheet.owner or _("All boards")
        label = whose if sheet.is_mine else sheet.boards[0].label
        name = whose if sheet.is_mine else sheet.boards[0].name
        return Prepared(
            title=f"{name} · {title}",
            file_name=file_name(date(year, 1, 1), label, document, suffix=".pdf"),
            draw=draw,
        )

    def ahead(
        self, *, language: Language | None = None, profile: Profile = Profile.NORMAL
    ) -> Prepared:
        """My next 90 days on one page; in the program's language unless another is asked for."""
        sheet = Plans(self._journal, self._clock).ahead(language)

        def draw() -> bytes:
            from boardkeeper.printing.ahead import ahead_pdf  # noqa: PLC0415 - as above

            return ahead_pdf(sheet, profile)

        with speaking(sheet.language):
            title = _("My next {count} days").format(count=DAYS)
        return Prepared(
            title=" · ".join(part for part in (sheet.owner, title) if part),
            file_name=file_name(sheet.first, title, suffix=".pdf"),
            draw=draw,
        )

    def agenda_mail(self, meeting_id: MeetingId, agenda: Document) -> Document:
        """A mail draft to everyone who sits on the board that day, with the agenda attached."""
        meeting, organisation = self._meeting(meeting_id)
        with speaking(organisation.language):
            when = formats.long_moment(meeting.starts_at, meeting.ends_at)
            subject = f"{organisation.label}: {title_of(meeting)}, {formats.date(meeting.day)}"
            body = _(
                "Hello all\n\nYou are hereby called to {meeting}.\n\n"
                "When: {when}\nWhere: {where}\n\n"
                "The agenda is attached. Apologies as early as you can.\n\nKind regards"
            ).format(
                meeting=title_of(meeting), when=when, where=meeting.place or meeting.link or "–"
            )
        content = mail_draft(
            addresses_of(self._journal.reader, meeting),
            subject,
            body,
            agenda.content,
            agenda.file_name,
        )
        return Document(subject, agenda.file_name.removesuffix(".pdf") + ".eml", content)

    def _meeting(self, meeting_id: MeetingId) -> tuple[Meeting, Organisation]:
        meeting = self._journal.reader.get(Meeting, meeting_id)
        return meeting, self._journal.reader.get(Organisation, meeting.organisation_id)

    def _agenda_sheet(
        self,
        meeting: Meeting,
        organisation: Organisation,
        edition: Edition,
        language: Language | None,
    ) -> AgendaSheet:
        reader = self._journal.reader
        return agenda_sheet(
            organisation,
            meeting,
            items_of(reader, meeting.id),
            memberships=memberships_in(reader, organisation.id),
            terms=every_term(reader),
            people=reader.every(Person),
            own_rules=own_rules_of(reader, organisation.id),
            meetings=meetings_of(reader, organisation.id),
            tasks=open_before(reader, meeting),
            papers=papers_of_meeting(reader, meeting.id),
            edition=edition,
            language=language,
            today=self._clock.today(),
            printed_at=self._clock.now(),
        )

    @staticmethod
    def _file_name(sheet: AgendaSheet, organisation: Organisation, *, suffix: str = ".pdf") -> str:
        with speaking(sheet.language):
            document = pgettext("file name", "Agenda")
        return file_name(
            sheet.starts_at.date(), organisation.label, sheet.meeting, document, suffix=suffix
        )
