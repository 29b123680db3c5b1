"""One item of the minutes in words: what was said and decided, voted, stated and promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.attendance import AbsenceReason, Attendance
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.markdown import Line, lines_of
from boardkeeper.domain.minutes import ItemMinutes, Outcome
from boardkeeper.domain.minutes_book import BookItem, BookTask, BookVote
from boardkeeper.domain.procedure import MinutesStyle, Procedure
from boardkeeper.domain.quorum import MeetingQuorum
from boardkeeper.domain.quorum_words import change_in_words
from boardkeeper.domain.sheets.minutes import (
    DecisionWords,
    Event,
    MinutesItem,
    Statement,
    TaskWords,
    VoteWords,
)
from boardkeeper.domain.tasks import TaskStatus, status_name
from boardkeeper.domain.votes import Choice, Majority, VoteMethod, choice_name, method_name
from boardkeeper.domain.voting import VoteResult, result_of, voting_rights
from boardkeeper.domain.voting_words import result_in_words, rule_in_words
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True)
class ItemWords:
    """Puts the items of one meeting into words, in the style asked for."""

    roll: Sequence[Attendance]
    procedure: Procedure
    quorum: MeetingQuorum
    style: MinutesStyle

    def item(self, item: BookItem) -> MinutesItem:
        """All there is to say of an item that is not withheld."""
        line = item.line
        return MinutesItem(
            number=line.number,
            depth=line.depth,
            title=line.item.title,
            presenter=line.item.presenter,
            is_closed=line.is_closed,
            addition=self._addition(item),
            times=_times(item.minutes) if self.style is MinutesStyle.DISCUSSION else "",
            events=tuple(self._events(item)),
            lines=self._lines(item),
            decisions=tuple(self._decision(item, each) for each in item.decisions),
            votes=tuple(
                self._vote(item, each)
                for each in item.votes
                if each.vote.decision_id not in {decision.id for decision in item.decisions}
            ),
            statements=tuple(Statement(name=each.name, text=each.text) for each in item.dissents),
            tasks=tuple(task_words(each, line.number) for each in item.tasks),
            outcome=_outcome(item.minutes),
        )

    def _lines(self, item: BookItem) -> tuple[Line, ...]:
        """Decision minutes tell what was decided, or what was told where nothing was."""
        is_told = {
            MinutesStyle.DISCUSSION: True,
            MinutesStyle.DECISIONS: not item.decisions,
            MinutesStyle.ACTIONS: False,
        }[self.style]
        return lines_of(item.text) if is_told else ()

    def _addition(self, item: BookItem) -> str:
        if not item.is_added:
            return ""
        quorum = self.quorum.of_item(item.item.id)
        if self.quorum.is_known and quorum.present == quorum.counted_of > 0:
            return _("added at the meeting, all members being present")
        return _("added at the meeting")

    def _events(self, item: BookItem) -> Iterator[Event]:
        """Who had no part in the item, and where others than before fill the seats."""
        changes = [each for each in self.quorum.changes if each.after.item_id == item.item.id]
        told = {name for change in changes for name in change.conflicted}
        names = {each.id: each.name for each in self.roll}
        for each in item.absences:
            name = names.get(each.attendance_id, "")
            if each.reason is AbsenceReason.CONFLICT and name and name not in told:
                sentence = _("{name} had a conflict of interest.").format(name=name)
                yield Event(sentence=sentence)
        if self.quorum.is_known:
            for change in changes:
                yield Event(sentence=f"{change_in_words(change)}.", is_lost=change.is_lost)

    def _decision(self, item: BookItem, decision: Decision) -> DecisionWords:
        return DecisionWords(
            number=decision.number,
            item=item.line.number,
            title=item.item.title,
            text=decision.text,
            basis=decision.basis.strip(),
            votes=tuple(
                self._vote(item, each)
                for each in item.votes
                if each.vote.decision_id == decision.id
            ),
        )

    def _vote(self, item: BookItem, vote: BookVote) -> VoteWords:
        rights = voting_rights(self.quorum.of_item(item.item.id))
        result = result_of(vote.vote, vote.ballots, vote.candidates, rights, self.roll)
        words = result_in_words(result)
        if vote.vote.method is VoteMethod.WRITTEN:
            words = _("{method}: {result}").format(
                method=method_name(vote.vote.method), result=words
            )
        is_plain = vote.vote.majority is Majority.SIMPLE and not result.is_tie
        return VoteWords(
            question=vote.vote.question.strip(),
            moved_by=vote.vote.moved_by.strip() if self.procedure.records_movers else "",
            result=words[:1].upper() + words[1:] + ".",
            rule="" if is_plain else f"{rule_in_words(result)}.",
            names=tuple(self._names(result)),
        )

    def _names(self, result: VoteResult) -> Iterator[tuple[str, str]]:
        """Who voted what, choice by choice."""
        names = {each.id: each.name for each in self.roll}
        voted: dict[Choice, list[str]] = {choice: [] for choice in Choice}
        for ballot in result.ballots:
            name = names.get(ballot.attendance_id, "")
            if ballot.weight > 1:
                name = _("{name} ({count} votes)").format(name=name, count=ballot.weight)
            voted[ballot.choice].append(name)
        for choice, voters in voted.items():
            if voters:
                yield choice_name(choice), ", ".join(voters)


def task_words(task: BookTask, number: str, *, since: date | None = None) -> TaskWords:
    """A task in words; `since` is the day it was given, for one of an earlier meeting."""
    is_open = task.task.status is TaskStatus.OPEN
    return TaskWords(
        item=number,
        text=task.task.text,
        owners=", ".join(task.owner_names),
        due_on=task.task.due_on,
        since=since,
        status="" if is_open else status_name(task.task.status),
    )


def _outcome(minutes: ItemMinutes | None) -> str:
    if minutes is None:
        return ""
    where = minutes.outcome_note.strip()
    if minutes.outcome is Outcome.NOTED:
        return _("Noted.") if not where else _("Noted: {note}").format(note=where)
    if minutes.outcome is Outcome.POSTPONED:
        return _("Postponed to {where}.").format(where=where) if where else _("Postponed.")
    if minutes.outcome is Outcome.REFERRED:
        return _("Referred to {where}.").format(where=where) if where else _("Referred.")
    return ""


def _times(minutes: ItemMinutes | None) -> str:
    if minutes is None or minutes.began_at is None:
        return ""
    if minutes.ended_at is None:
        return formats.clock(minutes.began_at)
    return formats.time_range(minutes.began_at, minutes.ended_at)
