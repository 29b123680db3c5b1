"""The papers of our own in a pack: agenda, earlier minutes, tasks, interests, wheel and plan."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.approval import versions_of
from boardkeeper.db.attendance import roll_of
from boardkeeper.db.interests import interests_of
from boardkeeper.db.meetings import last_meeting
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.reader import Reader
from boardkeeper.domain.meetings import Meeting, MeetingState, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.packs import PackPart, PackProfile
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.agenda import AgendaSheet
from boardkeeper.domain.sheets.interests import interest_sheet
from boardkeeper.domain.sheets.pack import PackEdition, PackItem
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.i18n import Language, _
from boardkeeper.services.board_papers import BoardPapers
from boardkeeper.services.documents import DocumentService
from boardkeeper.services.minutes_papers import MinutesPapers
from boardkeeper.services.pack_building import DrawnLater

_WITH_MINUTES = (MeetingState.DRAFT_MINUTES, MeetingState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSources:
    """Where the papers of a pack come from."""

    files: PaperFiles
    documents: DocumentService
    minutes: MinutesPapers
    board: BoardPapers


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDocuments:
    """Prepares them for one pack, in the language being spoken."""

    reader: Reader
    clock: Clock
    sources: PackSources
    meeting: Meeting
    edition: PackEdition
    profile: PackProfile
    language: Language | None

    def drawn(
        self, agenda: AgendaSheet, parts: tuple[PackPart, ...], items: tuple[PackItem, ...]
    ) -> Iterable[DrawnLater]:
        makers: dict[PackPart, Callable[[], DrawnLater | None]] = {
            PackPart.AGENDA: lambda: self._agenda(agenda, items),
            PackPart.PREVIOUS_MINUTES: self._previous_minutes,
            PackPart.TASKS: self._tasks,
            PackPart.INTERESTS: self._interests,
            PackPart.WHEEL: self._wheel,
            PackPart.PLAN: self._plan,
        }
        for part in parts:
            if part in makers:
                made = makers[part]()
                if made is not None:
                    yield made

    def _agenda(self, agenda: AgendaSheet, items: tuple[PackItem, ...]) -> DrawnLater:
        withheld = {item.line for item in items if item.is_withheld}
        hidden = {line.number for line in withheld if line.number}
        agenda = replace(
            agenda,
            cases=tuple(case for case in agenda.cases if case.line not in withheld),
            papers=tuple(each for each in agenda.papers if each.item_number not in hidden),
        )
        links = None
        if self.edition is not PackEdition.AGENDA and PackPart.ITEMS in self.profile.chosen_parts:
            links = {each.line.number: f"pack:{each.key}" for each in items if each.line.number}
        profile = self._layout

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.agenda import agenda_pdf  # noqa: PLC0415

            return agenda_pdf(agenda, profile, links=links)

        said = repr(replace(agenda, printed_at=self.meeting.starts_at, cases=()))
        return DrawnLater(part=PackPart.AGENDA, title=_("Agenda"), draw=draw, digest=_digest(said))

    def _previous_minutes(self) -> DrawnLater | None:
        """The minutes of the meeting before: as they were approved, or as they are by now."""
        before = last_meeting(self.reader, self.meeting.starts_at, self.meeting.organisation_id)
        if before is None or before.state not in _WITH_MINUTES:
            return None
        title = _("Minutes: {title}").format(
            title=f"{title_of(before)}, {formats.date(before.day)}"
        )
        approved = max(
            versions_of(self.reader, before.id), key=lambda each: each.version, default=None
        )
        part = PackPart.PREVIOUS_MINUTES
        is_whole = self.edition.of_papers is Edition.FULL and self._layout is Profile.NORMAL
        is_frozen = before.state is MeetingState.APPROVED and approved is not None
        if is_frozen and approved is not None and approved.pdf and is_whole:
            content = base64.b64decode(approved.pdf)
            return DrawnLater(
                part=part, title=title, draw=lambda: content, digest=approved.pdf_digest
            )
        drawn = self.sources.minutes.minutes(
            before.id,
            edition=self.edition.of_papers,
            language=self.language,
            profile=self._layout,
        )
        digest = approved.digest if is_frozen and approved is not None else str(before.state)
        return DrawnLater(part=part, title=title, draw=drawn.draw, digest=digest)

    def _tasks(self) -> DrawnLater:
        drawn = self.sources.board.tasks(
            self.meeting.organisation_id,
            edition=self.edition.of_papers,
            language=self.language,
            profile=self._layout,
        )
        return DrawnLater(part=PackPart.TASKS, title=_("Task list"), draw=drawn.draw)

    def _interests(self) -> DrawnLater | None:
        """What those of the meeting have declared; for the board's own eyes."""
        if self.edition is PackEdition.OPEN:
            return None
        ids = {each.person_id for each in roll_of(self.reader, self.meeting) if each.person_id}
        people = {each.id: each for each in self.reader.found(Person, ids).values()}
        sheet = interest_sheet(
            self.reader.get(Organisation, self.meeting.organisation_id),
            people,
            interests_of(self.reader, ids),
            language=self.language,
            day=self.meeting.day,
            printed_at=self.clock.now(),
        )
        profile = self._layout

        def draw() -> bytes:
            from boardkeeper.printing.interests import interests_pdf  # noqa: PLC0415 - as above

            return interests_pdf(sheet, profile)

        return DrawnLater(
            part=PackPart.INTERESTS,
            title=_("Register of interests"),
            draw=draw,
            digest=_digest(repr(sheet.lines)),
        )

    def _wheel(self) -> DrawnLater:
        drawn = self.sources.documents.wheel(
            self.meeting.organisation_id,
            self.meeting.day.year,
            language=self.language,
            profile=self._layout,
        )
        return DrawnLater(part=PackPart.WHEEL, title=_("Year wheel"), draw=drawn.draw)

    def _plan(self) -> DrawnLater:
        drawn = self.sources.documents.plan(
            self.meeting.organisation_id,
            self.meeting.day.year,
            language=self.language,
            profile=self._layout,
        )
        return DrawnLater(part=PackPart.PLAN, title=_("Meeting plan"), draw=drawn.draw)

    @property
    def _layout(self) -> Profile:
        if self.profile.is_large_print:
            return Profile.LARGE
        return Profile.NOTES if self.profile.has_note_margin else Profile.NORMAL


def _digest(said: str) -> str:
    return sha256(said.encode()).hexdigest()
