"""The phrases that travel with the program, and how the places in them are filled in.

What stands in braces is a blank: `{name}`, `{date}`. A phrase of one's own may have blanks of any
name; those below have words in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.phrases import PhraseId
from boardkeeper.i18n import Language, _, pgettext, speaking

_BLANK = re.compile(r"\{(\w+)\}")
_UNFILLED = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPhrase:
    """A phrase to choose from; one that travels with the program has no `own_id`."""

    title: str
    text: str
    own_id: PhraseId | None = None

    @property
    def is_own(self) -> bool:
        return self.own_id is not None


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in: the name in the braces, and what it is called."""

    name: str
    label: str


def built_in_phrases(language: Language) -> list[LibraryPhrase]:
    """The phrases that travel with the program, in the order a meeting goes."""
    with speaking(language):
        return [LibraryPhrase(title=title, text=text) for title, text in _phrases()]


def blanks_of(text: str) -> tuple[Blank, ...]:
    """The places to fill in, in the order they come, each once."""
    labels = _labels()
    names = dict.fromkeys(_BLANK.findall(text))
    return tuple(Blank(name, labels.get(name, name.replace("_", " "))) for name in names)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The phrase with its blanks filled; one without a value is an ellipsis to type over."""
    return _BLANK.sub(lambda found: values.get(found[1], "").strip() or _UNFILLED, text)


def known_values(book: MinutesBook) -> dict[str, str]:
    """What a meeting fills in by itself, in the active language; what is not known is left out."""
    ends_at = book.ended_at or book.meeting.ends_at
    values = {
        "chair": book.chair,
        "minute_taker": book.minute_taker,
        "organisation": book.organisation.label,
        "place": book.meeting.place,
        "time": formats.time((book.began_at or book.meeting.starts_at).time()),
        "end": formats.time(ends_at.time()),
        "year": str(book.meeting.day.year),
    }
    return {name: value for name, value in values.items() if value}


def _labels() -> dict[str, str]:
    return {
        "amount": pgettext("blank", "amount"),
        "chair": pgettext("blank", "chair"),
        "change": pgettext("blank", "change"),
        "committee": pgettext("blank", "committee"),
        "company": pgettext("blank", "company"),
        "date": pgettext("blank", "date"),
        "decision": pgettext("blank", "decision"),
        "end": pgettext("blank", "end"),
        "minute_taker": pgettext("blank", "minute-taker"),
        "name": pgettext("blank", "name"),
        "office": pgettext("blank", "office"),
        "organisation": pgettext("blank", "organisation"),
        "place": pgettext("blank", "place"),
        "reason": pgettext("blank", "reason"),
        "statement": pgettext("blank", "statement"),
        "time": pgettext("blank", "time"),
        "topic": pgettext("blank", "topic"),
        "votes_against": pgettext("blank", "votes against"),
        "votes_for": pgettext("blank", "votes for"),
        "year": pgettext("blank", "year"),
    }


def _phrases() -> list[tuple[str, str]]:
    return [*_opening(), *_reports(), *_decisions(), *_people(), *_closing()]


def _opening() -> list[tuple[str, str]]:
    return [
        (
            _("Welcome"),
            _("{chair} welcomed everyone and opened the meeting at {time}."),
        ),
        (
            _("Duly called and quorate"),
            _("{chair} noted that the meeting was duly called and quorate."),
        ),
        (
            _("Not quorate"),
            _(
                "The meeting was not quorate under this item. The matter was discussed, and nothing"
                " was decided."
            ),
        ),
        (_("Agenda approved"), _("The agenda was approved.")),
        (
            _("Agenda approved with a change"),
            _("The agenda was approved with this change: {change}."),
        ),
        (
            _("Minutes approved"),
            _("The minutes of the meeting on {date} were approved without remarks."),
        ),
        (
            _("Minutes approved with a correction"),
            _("The minutes of the meeting on {date} were approved with this correction: {change}."),
        ),
        (
            _("Written decision noted"),
            _("The board noted that it has decided in writing: {decision}."),
        ),
    ]


def _reports() -> list[tuple[str, str]]:
    return [
        (_("Noted"), _("The board took note of the report.")),
        (
            _("Report with questions"),
            _("{name} reported. There were questions about {topic}. The board took note."),
        ),
        (
            _("Accounts follow the budget"),
            _("The treasurer went through the accounts up to {date}. They follow the budget."),
        ),
        (
            _("Accounts differ from the budget"),
            _(
                "The treasurer went through the accounts up to {date}. They differ from the budget"
                " by {amount}, because {reason}."
            ),
        ),
        (
            _("Annual accounts approved"),
            _(
                "The board approved and signed the annual accounts for {year}, which go to the"
                " general meeting."
            ),
        ),
        (
            _("Budget approved"),
            _("The budget for {year} was approved with a result of {amount}."),
        ),
        (
            _("Views in the discussion"),
            _("In the discussion it was pointed out that\n\n- {topic}"),
        ),
    ]


def _decisions() -> list[tuple[str, str]]:
    return [
        (_("Decided unanimously"), _("The board decided unanimously that {decision}.")),
        (
            _("Carried by vote"),
            _("The proposal was carried with {votes_for} for and {votes_against} against."),
        ),
        (
            _("Rejected by vote"),
            _("The proposal fell with {votes_for} for and {votes_against} against."),
        ),
        (_("Proposal withdrawn"), _("{name} withdrew the proposal.")),
        (
            _("Recommendation followed"),
            _("The board followed the recommendation."),
        ),
        (
            _("Money set aside"),
            _("The board set aside up to {amount} for {topic}."),
        ),
        (
            _("Authority given"),
            _("{name} was authorised to make an agreement with {company} of up to {amount}."),
        ),
        (_("Postponed"), _("The item was postponed to the meeting on {date}.")),
        (
            _("Postponed for want of something"),
            _("The item was postponed, since {topic} is still missing."),
        ),
        (
            _("Referred to a committee"),
            _("The matter was referred to {committee}, which reports back by {date}."),
        ),
    ]


def _people() -> list[tuple[str, str]]:
    return [
        (
            _("Conflict of interest"),
            _(
                "{name} declared a conflict of interest because of {reason}, left the room and had"
                " no part in the item."
            ),
        ),
        (_("Nobody has a conflict"), _("Nobody declared a conflict of interest.")),
        (
            _("Statement entered"),
            _("{name} asked to have this entered in the minutes: {statement}"),
        ),
        (_("Closed doors"), _("The item was dealt with behind closed doors.")),
        (
            _("Confidential"),
            _("What was said under this item is confidential until {date}."),
        ),
        (_("Joined the meeting"), _("{name} joined the meeting at {time}.")),
        (_("Left the meeting"), _("{name} left the meeting at {time}.")),
        (_("Elected unopposed"), _("{name} was elected {office} unopposed.")),
        (
            _("Board constituted"),
            _("The board constituted itself with {name} as chair."),
        ),
        (
            _("Thanks"),
            _("{chair} thanked {name} for the work done for {organisation}."),
        ),
    ]


def _closing() -> list[tuple[str, str]]:
    return [
        (_("Next meeting"), _("The next meeting is on {date} at {time}.")),
        (_("Nothing raised"), _("Nothing was raised under this item.")),
        (
            _("Closing"),
            _("{chair} thanked everyone for a good meeting and closed it at {end}."),
        ),
    ]
