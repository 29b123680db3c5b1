"""The minutes of a meeting, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets import minutes_words as words
from boardkeeper.domain.sheets.minutes import MinutesSheet
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import LABEL_GUTTER, Labelled, heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.minutes_items import ItemStory, height_of
from boardkeeper.printing.minutes_tables import attendance_table, decisions_table, tasks_table
from boardkeeper.printing.page import TEXT_HEIGHT, Paper
from boardkeeper.printing.paper_list import papers_table
from boardkeeper.printing.prose import prose
from boardkeeper.printing.signing import Signatures
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.text import TextStyle, line_width

_FEWEST_IN_SUMMARY = 2

_FEWEST_AT_END = 3
"""How many facts the conclusion has at least where it may begin a page; fewer take along what
stands before them, so that no signature is as good as alone on its page."""


def minutes_pdf(
    sheet: MinutesSheet, profile: Profile = Profile.NORMAL, *, two_sided: bool = False
) -> bytes:
    """The minutes in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile, two_sided=two_sided)
    with speaking(sheet.language):
        return printed(minutes_story(sheet, paper), words.page_words(sheet), paper)


def minutes_story(
    sheet: MinutesSheet, paper: Paper, *, prefix: str = "", level: int = 0
) -> list[Flowable]:
    """The minutes as flowables.

    `prefix` keeps their bookmarks apart from other minutes'. Below the title the outline goes on
    at `level`.
    """
    return _Minutes(sheet, paper, prefix, level).story()


class _Minutes:
    """The story of one meeting's minutes, set in the type of one profile."""

    def __init__(self, sheet: MinutesSheet, paper: Paper, prefix: str, level: int) -> None:
        self._sheet = sheet
        self._prefix = prefix
        self._level = level
        self._type: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        labels = (_("Minute-taker"), _("Objections by"), _("Conflicts of interest"), _("Quorum"))
        longest = max(line_width(label, self._type.label) for label in labels)
        self._label_width = max(round(self._width * 0.2), ceil(longest + LABEL_GUTTER))

    def story(self) -> list[Flowable]:
        is_list = self._sheet.style is MinutesStyle.ACTIONS
        items, tasks = self._items(), self._tasks()
        blocks = [*tasks, *items] if is_list else [*items, *tasks, *self._papers()]
        conclusion = words.conclusion(self._sheet)
        end = self._end(conclusion)
        if blocks and end and len(conclusion) < _FEWEST_AT_END:
            blocks[-1:] = self._ending(blocks[-1], end)
        return [
            *self._title_block(),
            *self._attendance(),
            *self._summary(),
            *(each for block in blocks for each in block),
            *end,
        ]

    def _ending(self, last: list[Flowable], end: Sequence[Flowable]) -> list[list[Flowable]]:
        """What comes last before the end, moved to the page of the end where it is short."""
        height = height_of(last, self._width)
        if height > TEXT_HEIGHT / 3:
            return [last]
        needed = height + height_of(end, self._width)
        return [[CondPageBreak(min(needed, TEXT_HEIGHT - 1))], last]

    # The head of the first page

    def _title_block(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._type
        key = f"{self._prefix}minutes"
        yield from title_block(sheet.letterhead, kind, self._width, key=key)
        yield self._labelled(pgettext("on a notice", "When"), words.when(sheet), kind.body_strong)
        for label, text in words.facts(sheet):
            yield self._labelled(label, text)

    # Who was there

    def _attendance(self) -> Iterator[Flowable]:
        sheet, unit = self._sheet, self._type.unit
        if sheet.attendees:
            yield from self._headed(_("Attendance"), "attendance", lines=5)
            yield attendance_table(sheet.attendees, self._type, self._width)
            yield Spacer(0, unit * 0.7)
        if sheet.quorum:
            yield self._labelled(_("Quorum"), sheet.quorum)
        interests = words.interests(sheet)
        if interests:
            yield self._labelled(_("Conflicts of interest"), interests)

    # What was decided, dealt with and promised

    def _summary(self) -> Iterator[Flowable]:
        decisions = self._sheet.decisions
        if len(decisions) < _FEWEST_IN_SUMMARY:
            return
        yield from self._headed(_("Decisions in brief"), "decisions", lines=4)
        yield decisions_table(decisions, self._type, self._width, self._decision_key)

    def _items(self) -> list[list[Flowable]]:
        sheet = self._sheet
        items = sheet.items
        if sheet.style is MinutesStyle.ACTIONS:
            items = tuple(item for item in items if item.is_settled or item.is_withheld)
        if not items:
            return []
        story = ItemStory(
            items,
            self._type,
            self._width,
            prefix=self._prefix,
            level=self._level,
            decision_key=self._decision_key,
        )
        return [[Spacer(0, self._type.unit * 0.9)], *story.blocks()]

    def _decision_key(self, at: int) -> str:
        return f"{self._prefix}decision-{at}"

    def _tasks(self) -> list[list[Flowable]]:
        sheet, unit = self._sheet, self._type.unit
        found: list[list[Flowable]] = []
        if sheet.tasks:
            heading = self._headed(_("Tasks from this meeting"), "tasks", lines=5)
            found.append([*heading, tasks_table(sheet.tasks, self._type, self._width)])
        if sheet.earlier_tasks:
            heading = self._headed(_("Tasks from earlier meetings"), "earlier", lines=5)
            rows = tasks_table(sheet.earlier_tasks, self._type, self._width)
            found.append([*heading, rows, Spacer(0, unit * 0.3)])
        return found

    def _papers(self) -> list[list[Flowable]]:
        papers = self._sheet.papers
        if not papers:
            return []
        heading = self._headed(_("Appendices"), "papers", lines=min(len(papers), 4) * 1.1)
        return [[*heading, papers_table(papers, self._type, self._width)]]

    # How it ended, and who signs

    def _end(self, conclusion: Sequence[tuple[str, str]]) -> list[Flowable]:
        """What comes last stands together, so that no signature is alone on a page."""
        sheet = self._sheet
        closing: list[Flowable] = [self._labelled(label, text) for label, text in conclusion]
        if sheet.signatories and sheet.style is not MinutesStyle.ACTIONS:
            closing += self._signatures()
        if not closing:
            return []
        end = [*self._headed(_("Conclusion"), "end", lines=2), *closing]
        return [CondPageBreak(min(height_of(end, self._width), TEXT_HEIGHT - 1)), *end]

    def _signatures(self) -> list[Flowable]:
        sheet, unit = self._sheet, self._type.unit
        signed = words.signed(sheet)
        reminder = f"{sheet.letterhead.organisation}\n{sheet.letterhead.title}\n{signed}"
        return [
            Spacer(0, unit * 0.7),
            prose(signed, self._type.body_strong),
            Signatures(sheet.signatories, self._type, reminder=reminder),
        ]

    def _headed(self, text: str, key: str, *, lines: float) -> Iterator[Flowable]:
        unit = self._type.unit
        return heading(
            text,
            self._type.heading,
            self._width,
            key=f"{self._prefix}{key}",
            level=self._level,
            above=unit * 1.4,
            below=unit * 0.35,
            needs=unit * lines,
        )

    def _labelled(self, label: str, text: str, style: TextStyle | None = None) -> Labelled:
        return Labelled(
            label,
            prose(text, style or self._type.body),
            style=self._type.label,
            label_width=self._label_width,
            below=self._type.unit * 0.3,
        )
