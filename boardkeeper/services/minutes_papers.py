"""The papers of a meeting's minutes: gathered, drawn, named, and put into a mail."""

from __future__ import annotations

from collections.abc import Iterable

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.approval import versions_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import next_meeting
from boardkeeper.db.minutes_book import book_of
from boardkeeper.db.papers import papers_of_meeting
from boardkeeper.db.reader import Reader
from boardkeeper.domain import rules
from boardkeeper.domain.agenda import AgendaItemId, laid_out
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.minutes_book import BookTask, MinutesBook
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.minutes import MinutesSheet
from boardkeeper.domain.sheets.minutes_gathering import minutes_sheet
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.domain.tasks import TaskId
from boardkeeper.errors import UserError
from boardkeeper.exchange.eml import mail_draft
from boardkeeper.i18n import Language, _, speaking
from boardkeeper.services.addressing import addresses_of
from boardkeeper.services.prepared import Document, Prepared


class MinutesPapers:
    """Minutes on paper. The language is the organisation's unless another is asked for."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def minutes(
        self,
        meeting_id: MeetingId,
        *,
        style: MinutesStyle | None = None,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
        two_sided: bool = False,
    ) -> Prepared:
        """The minutes of a meeting; in their own style unless another is asked for."""
        book = book_of(self._journal.reader, meeting_id)
        sheet = self.sheet(book, style=style, edition=edition, language=language)
        return self._prepared(sheet, book, profile, two_sided=two_sided)

    def minutes_in_word(
        self,
        meeting_id: MeetingId,
        *,
        style: MinutesStyle | None = None,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
    ) -> Prepared:
        """The same minutes as a Word document, to go on working with."""
        book = book_of(self._journal.reader, meeting_id)
        sheet = self.sheet(book, style=style, edition=edition, language=language)

        def draw() -> bytes:
            # The library costs a start a fifth of a second, and is needed when one saves.
            from boardkeeper.exchange.docx_minutes import minutes_docx  # noqa: PLC0415

            return minutes_docx(sheet)

        return Prepared(
            title=f"{sheet.letterhead.organisation} · {sheet.letterhead.title}",
            file_name=_file_name(sheet, book, suffix=".docx"),
            draw=draw,
        )

    def protocol(
        self,
        meeting_id: MeetingId,
        *,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
        two_sided: bool = False,
    ) -> Prepared:
        """The protocol of a general meeting, signed by its chair.

        Raises UserError for a meeting of another kind.
        """
        book = book_of(self._journal.reader, meeting_id)
        if not rules.is_general(book.meeting.kind):
            raise UserError(
                _("Only a general meeting has a protocol. Print the minutes of this one instead.")
            )
        sheet = self.sheet(book, edition=edition, language=language, is_protocol=True)
        return self._prepared(sheet, book, profile, two_sided=two_sided)

    def final(self, book: MinutesBook, approved: ApprovedMinutes) -> bytes:
        """Approved minutes as they are kept: whole, and in the organisation's language."""
        sheet = self.sheet(book, approved=approved)
        return _drawn(sheet, Profile.NORMAL, two_sided=False)

    def minutes_mail(self, meeting_id: MeetingId, minutes: Document) -> Document:
        """A mail draft to everyone who sat on the board that day, with the minutes attached."""
        reader = self._journal.reader
        book = book_of(reader, meeting_id)
        meeting, organisation = book.meeting, book.organisation
        with speaking(organisation.language):
            named = f"{title_of(meeting)}, {formats.date(meeting.day)}"
            subject = _("{organisation}: minutes of {meeting}").format(
                organisation=organisation.label, meeting=named
            )
            body = _mail_body(book, named)
        content = mail_draft(
            addresses_of(reader, meeting), subject, body, minutes.content, minutes.file_name
        )
        return Document(subject, minutes.file_name.removesuffix(".pdf") + ".eml", content)

    def sheet(
        self,
        book: MinutesBook,
        *,
        style: MinutesStyle | None = None,
        edition: Edition = Edition.FULL,
        language: Language | None = None,
        approved: ApprovedMinutes | None = None,
        is_protocol: bool = False,
    ) -> MinutesSheet:
        """What the minutes say, for whatever draws them."""
        reader = self._journal.reader
        meeting = book.meeting
        approved_at_id = book.minutes.approved_at_id if book.minutes else None
        return minutes_sheet(
            book,
            style=style,
            edition=edition,
            language=language,
            following=next_meeting(reader, meeting.ends_at, meeting.organisation_id),
            approved_at=reader.find(Meeting, approved_at_id) if approved_at_id else None,
            approved=approved or _in_force(reader, book),
            withheld_tasks=withheld_tasks(reader, book.followed_up),
            papers=papers_of_meeting(reader, meeting.id),
            is_protocol=is_protocol,
            printed_at=self._clock.now(),
        )

    def _prepared(
        self, sheet: MinutesSheet, book: MinutesBook, profile: Profile, *, two_sided: bool
    ) -> Prepared:
        return Prepared(
            title=f"{sheet.letterhead.organisation} · {sheet.letterhead.title}",
            file_name=_file_name(sheet, book, suffix=".pdf"),
            draw=lambda: _drawn(sheet, profile, two_sided=two_sided),
        )


def _file_name(sheet: MinutesSheet, book: MinutesBook, *, suffix: str) -> str:
    document = sheet.letterhead.document.split(" · ")[0]
    return file_name(
        book.meeting.day, book.organisation.label, sheet.meeting, document, suffix=suffix
    )


def withheld_tasks(reader: Reader, tasks: Iterable[BookTask]) -> set[TaskId]:
    """Those of the tasks that came of closed items, or of items nobody can tell of any more."""
    from_meetings = [each.task for each in tasks if each.task.meeting_id is not None]
    closed = {
        meeting_id: closed_items(reader, meeting_id)
        for meeting_id in {task.meeting_id for task in from_meetings}
        if meeting_id is not None
    }
    return {
        task.id
        for task in from_meetings
        if task.meeting_id is not None
        and (task.item_id is None or task.item_id in closed[task.meeting_id])
    }


def closed_items(reader: Reader, meeting_id: MeetingId) -> set[AgendaItemId]:
    """The meeting's items that are closed, or lie below one that is."""
    meeting = reader.get(Meeting, meeting_id)
    lines = laid_out(meeting, items_of(reader, meeting_id)).lines
    return {line.item.id for line in lines if line.is_closed}


def _in_force(reader: Reader, book: MinutesBook) -> ApprovedMinutes | None:
    """The version that stands, unless the minutes are being corrected."""
    if book.minutes is None or book.minutes.approved_on is None:
        return None
    versions = versions_of(reader, book.meeting.id)
    return max(versions, key=lambda each: each.version, default=None)


def _drawn(sheet: MinutesSheet, profile: Profile, *, two_sided: bool) -> bytes:
    # ReportLab costs a start a fifth of a second, and is needed when one prints.
    from boardkeeper.printing.minutes import minutes_pdf  # noqa: PLC0415

    return minutes_pdf(sheet, profile, two_sided=two_sided)


def _mail_body(book: MinutesBook, named: str) -> str:
    """What is asked of those who get the minutes: a draft is to be read before a day."""
    minutes = book.minutes
    if minutes is not None and minutes.approved_on is not None:
        return _("Hello all\n\nHere are the approved minutes of {meeting}.\n\nKind regards").format(
            meeting=named
        )
    if minutes is not None and minutes.objections_by is not None:
        return _(
            "Hello all\n\nHere is the draft of the minutes of {meeting}.\n\n"
            "Objections by {date}; after that they are taken as approved.\n\nKind regards"
        ).format(meeting=named, date=formats.long_date(minutes.objections_by))
    return _(
        "Hello all\n\nHere is the draft of the minutes of {meeting}.\n\n"
        "Say what is to be corrected before they are approved.\n\nKind regards"
    ).format(meeting=named)
