"""The extract of one decision from the minutes, certified: for a bank, an authority, a buyer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain.decisions import Decision, DecisionState
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.minutes import (
    DecisionWords,
    MinutesItem,
    MinutesSheet,
    Signatory,
    Statement,
    VoteWords,
)
from boardkeeper.domain.sheets.minutes_gathering import minutes_sheet
from boardkeeper.domain.sheets.minutes_words import chair_title
from boardkeeper.domain.sheets.paper import Edition, Status
from boardkeeper.domain.voting import tallied
from boardkeeper.domain.voting_words import counts_in_words
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.i18n import Language, _, pgettext, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSheet:
    """One decision with what it rests on. `facts` are label and text; `state` is empty in force."""

    letterhead: Letterhead
    facts: tuple[tuple[str, str], ...]
    decision: DecisionWords
    events: tuple[str, ...]
    statements: tuple[Statement, ...]
    state: str
    signatories: tuple[Signatory, ...]


def extract_sheet(
    decision: Decision,
    book: MinutesBook,
    *,
    replaced_by: Decision | None = None,
    language: Language | None = None,
    printed_at: datetime,
) -> ExtractSheet:
    """The extract of a decision of a meeting. A draft until the minutes are approved."""
    under = next((each for each in book.items if each.item.id == decision.item_id), None)
    is_closed = under is None or under.line.is_closed
    sheet = minutes_sheet(
        book,
        style=MinutesStyle.DISCUSSION,
        edition=Edition.FULL if is_closed else Edition.OPEN,
        language=language,
        printed_at=printed_at,
    )
    with speaking(sheet.language):
        number = under.line.number if under else None
        item = next((each for each in sheet.items if each.number == number), None)
        confidential = book.organisation.confidentiality or _("Confidential – for the board only")
        return ExtractSheet(
            letterhead=_letterhead(
                book.organisation,
                decision,
                sheet.language,
                status=sheet.letterhead.status,
                confidentiality=confidential if is_closed else None,
                printed_at=printed_at,
            ),
            facts=tuple(_facts_of_meeting(sheet, item)),
            decision=_words_of(decision, under, item),
            events=tuple(event.sentence for event in item.events) if item else (),
            statements=item.statements if item else (),
            state=_state(decision, replaced_by),
            signatories=(
                Signatory(
                    name=sheet.chair,
                    title=chair_title(is_general=sheet.is_general),
                ),
                Signatory(name=sheet.minute_taker, title=_("Minute-taker")),
            ),
        )


def written_extract_sheet(
    decision: Decision,
    organisation: Organisation,
    procedure: WrittenProcedure | None,
    replies: Iterable[Reply] = (),
    *,
    replaced_by: Decision | None = None,
    language: Language | None = None,
    printed_at: datetime,
) -> ExtractSheet:
    """The extract of a decision made in writing, between meetings."""
    spoken = language or organisation.language
    with speaking(spoken):
        tally = tallied((each.choice, 1) for each in replies if each.choice is not None)
        votes = (VoteWords(result=f"{_large(counts_in_words(tally))}."),) if procedure else ()
        return ExtractSheet(
            letterhead=_letterhead(
                organisation, decision, spoken, status=Status.SENT, printed_at=printed_at
            ),
            facts=tuple(_facts_of_procedure(decision, procedure)),
            decision=DecisionWords(
                number=decision.number,
                item="",
                title="",
                text=decision.text,
                basis=decision.basis.strip(),
                votes=votes,
            ),
            events=(),
            statements=(),
            state=_state(decision, replaced_by),
            signatories=(Signatory(name="", title=_("For the board")),),
        )


def _letterhead(
    organisation: Organisation,
    decision: Decision,
    language: Language,
    *,
    status: Status,
    confidentiality: str | None = None,
    printed_at: datetime,
) -> Letterhead:
    title = _("Extract of the minutes")
    number = _("Decision {number}").format(number=decision.number).strip()
    return letterhead_of(
        organisation,
        title,
        language=language,
        document=f"{title} · {number}",
        subject=number,
        date=formats.date(decision.decided_on),
        status=status,
        confidentiality=confidentiality,
        printed_at=printed_at,
    )


def _words_of(
    decision: Decision, under: BookItem | None, item: MinutesItem | None
) -> DecisionWords:
    if item is not None and under is not None and decision in under.decisions:
        return item.decisions[under.decisions.index(decision)]
    return DecisionWords(
        number=decision.number, item="", title="", text=decision.text, basis=decision.basis
    )


def _facts_of_meeting(sheet: MinutesSheet, item: MinutesItem | None) -> Iterator[tuple[str, str]]:
    yield pgettext("extract", "Meeting"), sheet.meeting
    yield (
        pgettext("on a notice", "When"),
        _large(formats.long_moment(sheet.starts_at, sheet.ends_at)),
    )
    yield pgettext("on a notice", "Where"), sheet.place
    present = ", ".join(each.name for each in sheet.attendees if each.took_part)
    yield _("Present"), present
    yield _("Quorum"), sheet.quorum
    yield from sheet.facts
    if item is not None:
        yield pgettext("extract", "Item"), f"{item.number} {item.title}".strip()


def _facts_of_procedure(
    decision: Decision, procedure: WrittenProcedure | None
) -> Iterator[tuple[str, str]]:
    yield _("Decided"), formats.date(decision.decided_on)
    if procedure is not None:
        yield _("Written procedure"), procedure.title
        yield _("Sent round"), formats.date(procedure.sent_on)


def _state(decision: Decision, replaced_by: Decision | None) -> str:
    if decision.state is DecisionState.IN_FORCE:
        return ""
    day = formats.date(decision.ended_on) if decision.ended_on else "–"
    if decision.state is DecisionState.REPLACED and replaced_by is not None:
        words = _("Replaced by {number} on {date}.")
        return words.format(number=replaced_by.number, date=day)
    if decision.state is DecisionState.REPLACED:
        return _("Replaced on {date}.").format(date=day)
    return _("Repealed on {date}.").format(date=day)


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
