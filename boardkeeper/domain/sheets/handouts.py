"""Papers for the table at a meeting: who signs in, name plates, ballot papers, the proxy form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain import rules
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.attendance import Attendance, Capacity, Presence
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.minutes_book import BookItem, MinutesBook
from boardkeeper.domain.roll import title_in_words
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.votes import Choice, VoteMethod, choice_name
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, ngettext, speaking

_BLANK_ROWS = 4
_BLANK_ROWS_OF_GENERAL_MEETING = 42
_BLANK_CANDIDATES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSeat:
    """Somebody who is expected: name and title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """Those who are expected, with a line each to sign on, and rows for those who are not.

    At a general meeting members are many: they write their names, and the votes they bring.
    """

    letterhead: Letterhead
    when: str
    place: str
    people: tuple[NamedSeat, ...]
    blank_rows: int
    is_general: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlateSheet:
    """A plate for each who is expected."""

    letterhead: Letterhead
    people: tuple[NamedSeat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper:
    """One question, or one election: what may be ticked. An empty choice is a line to write on."""

    heading: str
    question: str
    choices: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSheet:
    """The ballot papers of a meeting, a page of each."""

    letterhead: Letterhead
    papers: tuple[BallotPaper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxySheet:
    """A form by which somebody lets another vote for them, item by item if they wish."""

    letterhead: Letterhead
    meeting: str
    when: str
    place: str
    items: tuple[tuple[str, str], ...]


def sign_in_sheet(
    book: MinutesBook, *, language: Language | None = None, printed_at: datetime
) -> SignInSheet:
    """The attendance list to sign. `printed_at` is wall time."""
    with speaking(language or book.organisation.language):
        is_general = rules.is_general(book.meeting.kind)
        return SignInSheet(
            letterhead=_letterhead(book, _("Attendance list"), language, printed_at),
            when=_when(book),
            place=book.meeting.place,
            people=tuple(_expected(book)),
            blank_rows=_BLANK_ROWS_OF_GENERAL_MEETING if is_general else _BLANK_ROWS,
            is_general=is_general,
        )


def name_plate_sheet(
    book: MinutesBook, *, language: Language | None = None, printed_at: datetime
) -> NamePlateSheet:
    """A name plate for everybody who is expected. Raises UserError when nobody is."""
    with speaking(language or book.organisation.language):
        people = tuple(_expected(book))
        if not people:
            raise UserError(_("Nobody is expected at this meeting, so there are no name plates."))
        return NamePlateSheet(
            letterhead=_letterhead(book, _("Name plates"), language, printed_at), people=people
        )


def ballot_sheet(
    book: MinutesBook,
    number: str | None = None,
    *,
    language: Language | None = None,
    printed_at: datetime,
) -> BallotSheet:
    """Ballot papers of every item that is decided or elects, or of the item of that number.

    Where nothing is to be voted on there is one paper to write the question on. Raises UserError
    when no item has the number.
    """
    with speaking(language or book.organisation.language):
        if number is None:
            papers = [paper for item in book.items for paper in _papers(item)]
        else:
            papers = [
                paper
                for item in book.items
                if item.line.number == number
                for paper in (list(_papers(item)) or [_question(item)])
            ]
            if not papers:
                message = _("The meeting has no item {number}.")
                raise UserError(message.format(number=number))
        blank = BallotPaper(heading=_("Vote no."), question="", choices=_yes_or_no())
        return BallotSheet(
            letterhead=_letterhead(book, _("Ballot papers"), language, printed_at),
            papers=tuple(papers) or (blank,),
        )


def proxy_sheet(
    book: MinutesBook, *, language: Language | None = None, printed_at: datetime
) -> ProxySheet:
    """The proxy form. Raises UserError for a board that allows no proxies."""
    is_general = rules.is_general(book.meeting.kind)
    if not (is_general or book.procedure.allows_proxies):
        raise UserError(
            _(
                "This board's rules of procedure allow no proxies. Change the rules on the board's"
                " page if that is wrong."
            )
        )
    with speaking(language or book.organisation.language):
        return ProxySheet(
            letterhead=_letterhead(book, _("Proxy"), language, printed_at),
            meeting=title_of(book.meeting),
            when=_when(book),
            place=book.meeting.place,
            items=tuple(
                (item.line.number, item.item.title)
                for item in book.items
                if item.item.type is ItemType.DECISION or _elects(item)
            ),
        )


def _letterhead(
    book: MinutesBook, title: str, language: Language | None, printed_at: datetime
) -> Letterhead:
    meeting = book.meeting
    return letterhead_of(
        book.organisation,
        title,
        language=language or book.organisation.language,
        subtitle=title_of(meeting),
        document=f"{title} · {title_of(meeting)}",
        subject=f"{title_of(meeting)}, {_when(book)}",
        date=formats.date(meeting.day),
        confidentiality="",
        printed_at=printed_at,
    )


def _when(book: MinutesBook) -> str:
    when = formats.long_moment(book.meeting.starts_at, book.meeting.ends_at)
    return when[:1].upper() + when[1:]


def _expected(book: MinutesBook) -> Iterator[NamedSeat]:
    """Everybody of the roll, but those who sent apologies, and alternates nobody needs."""
    for each in book.attendances:
        if each.presence in (Presence.APOLOGIES, Presence.ABSENT):
            continue
        if each.capacity is Capacity.ALTERNATE and not _is_needed(each):
            continue
        yield NamedSeat(name=each.name, title=title_in_words(each))


def _is_needed(attendance: Attendance) -> bool:
    return attendance.took_part or attendance.stands_for_id is not None


def _papers(item: BookItem) -> Iterator[BallotPaper]:
    """Of an election the candidates, else for and against; nothing where nothing is decided."""
    elections = [each for each in item.votes if each.vote.method is VoteMethod.ELECTION]
    for each in elections:
        names = tuple(candidate.name for candidate in each.candidates)
        yield BallotPaper(
            heading=_heading(item),
            question=each.vote.question.strip() or item.item.title,
            choices=names or ("",) * _BLANK_CANDIDATES,
            note=_most(each.vote.seats),
        )
    if elections or item.item.is_break:
        return
    if _elects(item):
        yield BallotPaper(
            heading=_heading(item), question=item.item.title, choices=("",) * _BLANK_CANDIDATES
        )
    elif item.item.type is ItemType.DECISION:
        yield _question(item)


def _question(item: BookItem) -> BallotPaper:
    return BallotPaper(heading=_heading(item), question=item.item.title, choices=_yes_or_no())


def _elects(item: BookItem) -> bool:
    """Whether the item is an election, by its first word in either language."""
    return item.item.title.casefold().startswith(("valg ", "election "))


def _heading(item: BookItem) -> str:
    return _("Item {number}").format(number=item.line.number)


def _most(seats: int) -> str:
    return ngettext("One cross at most", "{count} crosses at most", seats).format(count=seats)


def _yes_or_no() -> tuple[str, ...]:
    return tuple(choice_name(each) for each in (Choice.FOR, Choice.AGAINST, Choice.BLANK))
