"""Taking a vote: by count, by name, in writing, or an election; what it comes to, as one types."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.attendance import Attendance, AttendanceId
from boardkeeper.domain.decisions import Decision, DecisionId
from boardkeeper.domain.procedure import TieRule
from boardkeeper.domain.votes import (
    Ballot,
    Candidate,
    Choice,
    Majority,
    Vote,
    VoteMethod,
    choice_name,
    majority_name,
    method_name,
)
from boardkeeper.domain.voting import VoteResult, result_of
from boardkeeper.domain.voting_words import result_in_words, rule_in_words
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    Body,
    Caption,
    ChoiceField,
    LineField,
    NumberField,
    Space,
    TextField,
    Tone,
)
from boardkeeper.ui.minutes.chips import ChipFace, ChipRow
from boardkeeper.ui.minutes.inline_form import InlineForm

_LOOKS = {
    Choice.FOR: ("circle-check", Tone.SUCCESS),
    Choice.AGAINST: ("circle-x", Tone.DANGER),
    Choice.ABSTAINED: ("circle-dashed", Tone.WARNING),
    Choice.BLANK: ("circle-dashed", Tone.NEUTRAL),
}
_COUNTS = {
    Choice.FOR: "votes_for",
    Choice.AGAINST: "votes_against",
    Choice.ABSTAINED: "abstained",
    Choice.BLANK: "blank",
}
_CANDIDATE = re.compile(r"^(.*?)[\s:]*(?:\((\d+)\)|(\d+))?(?:\s*,?\s*(lot|lod))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenVote:
    """A vote with what was cast."""

    vote: Vote
    ballots: tuple[Ballot, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class VoteForm(InlineForm[TakenVote]):
    """One vote; `rights` tell who may vote, and with how many votes."""

    def __init__(
        self,
        taken: TakenVote,
        *,
        people: Sequence[Attendance],
        rights: Mapping[AttendanceId, int],
        decisions: Sequence[Decision],
        has_mover: bool,
        is_general: bool = False,
    ) -> None:
        super().__init__(_("Vote"), _("Store"), icon="vote")
        self._vote = taken.vote
        self._warns_of_too_many = not is_general  # there the members vote, not the board
        self._people = [each for each in people if each.id in rights]
        self._all_people = people
        self._rights = rights
        self._ballots = {each.attendance_id: each for each in taken.ballots}
        self._choices = {each.attendance_id: each.choice for each in taken.ballots}
        self._known = {each.name: each for each in taken.candidates}
        self._make_fields(decisions, has_mover=has_mover)
        self._make_result()
        self._fill(taken)
        self._arrange()

    def begin(self) -> None:
        if self._is_by_name:
            self._voters.take_focus()
        elif self._is_election:
            self._candidates.setFocus()
        else:
            self._counts[Choice.FOR].setFocus()
            self._counts[Choice.FOR].select_all()

    def read(self) -> TakenVote:
        vote = self._read_vote()
        ballots = tuple(
            replace(
                self._ballots.get(who, Ballot(vote_id=vote.id, attendance_id=who, choice=choice)),
                choice=choice,
                weight=self._rights.get(who, 1),
            )
            for who, choice in self._choices.items()
            if who in self._rights
        )
        taken = TakenVote(
            vote=vote,
            ballots=ballots if self._is_by_name else (),
            candidates=self._read_candidates() if self._is_election else (),
        )
        self._refuse_nothing(taken)
        return taken

    @property
    def _is_by_name(self) -> bool:
        return self._method.value() is VoteMethod.NAMES

    @property
    def _is_election(self) -> bool:
        return self._method.value() is VoteMethod.ELECTION

    def _make_fields(self, decisions: Sequence[Decision], *, has_mover: bool) -> None:
        """The fields in the order one goes through them; voters stand among them."""
        self._make_rules()
        self._counts: dict[Choice, CountField] = {}
        for choice, name in _COUNTS.items():
            field = CountField(choice_name(choice))
            self._counts[choice] = self.keep(name, field, beside=choice is not Choice.FOR)
        self._make_voters()
        lines = TextField(
            _("Candidates and their votes, a line each"),
            lines=3,
            placeholder=_("Bo Lund 12"),
            hint=_("“Bo Lund 9 lot” where the lot fell on one of those with equally many."),
        )
        self._candidates = self.keep("candidates", lines)
        self._candidates.control.removeEventFilter(self)  # Enter is the next candidate here
        about: list[tuple[DecisionId | None, str]] = [(None, _("The item as such"))]
        about += [(each.id, f"{each.number} {_begun(each.text)}") for each in decisions]
        self._decision: ChoiceField[DecisionId | None] = self.keep(
            "decision_id", ChoiceField(_("About"), about)
        )
        self._decision.setVisible(bool(decisions))
        self._question = self.keep("question", LineField(_("What was voted on")), beside=True)
        self._moved_by = self.keep("moved_by", LineField(_("Moved by")), beside=True)
        self._moved_by.setVisible(has_mover)

    def _make_rules(self) -> None:
        methods = [(each, method_name(each)) for each in VoteMethod]
        self._method: ChoiceField[VoteMethod] = self.keep("method", ChoiceField(_("How"), methods))
        majorities = [(each, majority_name(each)) for each in Majority]
        self._majority: ChoiceField[Majority] = self.keep(
            "majority", ChoiceField(_("Majority"), majorities), beside=True
        )
        seats = NumberField(_("Seats to fill"), lowest=1, highest=99)
        self._seats = self.keep("seats", seats, beside=True)

    def _make_voters(self) -> None:
        self._by_name = QWidget()
        self._voters = ChipRow(_("Who voted what"))
        self._voters.pressed.connect(self._on_pressed)
        self._voters.opened.connect(lambda _key: self.accept())
        self._voters.typed.connect(self._on_typed)
        column = QVBoxLayout(self._by_name)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._voters)
        column.addWidget(Caption(_("1 for · 2 against · 3 abstained · 4 blank · 0 no vote")))
        self._show_voters()
        self.form.add_widget(self._by_name)

    def _make_result(self) -> None:
        """What it comes to, and the chair's vote where that decides."""
        casting: list[tuple[Choice | None, str]] = [(None, _("not given yet"))]
        casting += [(each, choice_name(each)) for each in (Choice.FOR, Choice.AGAINST)]
        self._casting: ChoiceField[Choice | None] = self.keep(
            "casting", ChoiceField(_("The chair's vote at the tie"), casting)
        )
        self._result = Body("", is_strong=True)
        self._rule = Caption("")
        self.body.addWidget(self._result)
        self.body.addWidget(self._rule)

    def _fill(self, taken: TakenVote) -> None:
        vote = taken.vote
        self._method.set_value(vote.method)
        self._majority.set_value(vote.majority)
        for choice, name in _COUNTS.items():
            self._counts[choice].set_value(getattr(vote, name))
        self._seats.set_value(vote.seats)
        self._question.set_value(vote.question)
        self._moved_by.set_value(vote.moved_by)
        self._casting.set_value(vote.casting)
        self._decision.set_value(vote.decision_id)
        self._candidates.set_value("\n".join(_written(each) for each in taken.candidates))
        for field in self.form.fields.values():
            field.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Show what the way of voting needs, and what the votes come to so far."""
        is_counted = not self._is_by_name and not self._is_election
        for field in self._counts.values():
            field.setVisible(is_counted)
        self._by_name.setVisible(self._is_by_name)
        self._candidates.setVisible(self._is_election)
        self._seats.setVisible(self._is_election)
        self._majority.setVisible(not self._is_election)
        self._question.setVisible(self._decision.value() is None)
        self._show_voters()
        self._show_result()

    def _show_voters(self) -> None:
        self._voters.show_faces([self._face_of(each) for each in self._people])

    def _face_of(self, each: Attendance) -> ChipFace:
        choice = self._choices.get(each.id)
        icon, tone = ("circle-dashed", Tone.NEUTRAL) if choice is None else _LOOKS[choice]
        said = _("no vote") if choice is None else choice_name(choice).lower()
        weight = self._rights[each.id]
        remark = (
            said if weight == 1 else _("{choice}, {count} votes").format(choice=said, count=weight)
        )
        spoken = f"{each.name}: {remark}"
        return ChipFace(
            key=each.id, name=each.name, icon=icon, tone=tone, remark=remark, spoken=spoken
        )

    def _show_result(self) -> None:
        try:
            result = self._result_now()
        except UserError:
            return
        can_cast = result.vote.tie_rule is TieRule.CHAIR_DECIDES and result.is_tie
        self._casting.setVisible(can_cast and result.election is None and not self._is_by_name)
        words = result_in_words(result)
        self._result.setText(words[:1].upper() + words[1:])
        self._result.set_tone(Tone.SUCCESS if result.is_carried else Tone.WARNING)
        cast = result.tally.cast + result.tally.abstained + result.tally.blank
        most = sum(self._rights.values())
        if self._warns_of_too_many and cast > most:
            self._rule.setText(
                ngettext(
                    "Only {count} vote is present.", "Only {count} votes are present.", most
                ).format(count=most)
            )
            self._rule.set_tone(Tone.WARNING)
            return
        self._rule.set_tone(Tone.MUTED)
        self._rule.setText(rule_in_words(result))

    def _result_now(self) -> VoteResult:
        vote = self._read_vote()
        ballots = [
            Ballot(vote_id=vote.id, attendance_id=who, choice=choice, weight=self._rights[who])
            for who, choice in self._choices.items()
            if who in self._rights
        ]
        candidates = self._read_candidates() if self._is_election else ()
        return result_of(vote, ballots, candidates, self._rights, list(self._all_people))

    def _read_vote(self) -> Vote:
        is_counted = not self._is_by_name and not self._is_election
        counts = {
            choice: (field.value() or 0) if is_counted else 0
            for choice, field in self._counts.items()
        }
        return replace(
            self._vote,
            votes_for=counts[Choice.FOR],
            votes_against=counts[Choice.AGAINST],
            abstained=counts[Choice.ABSTAINED],
            blank=counts[Choice.BLANK],
            method=self._method.value(),
            majority=self._majority.value(),
            casting=self._casting.value(),
            decision_id=self._decision.value(),
            question=self._question.value(),
            moved_by=self._moved_by.value(),
            seats=self._seats.value() or 1,
        )

    def _read_candidates(self) -> tuple[Candidate, ...]:
        return tuple(
            _candidate(line, self._vote, self._known)
            for line in self._candidates.value().splitlines()
            if line.strip()
        )

    def _refuse_nothing(self, taken: TakenVote) -> None:
        if self._is_election and not taken.candidates:
            raise InvalidField("candidates", _("An election needs a candidate."))
        if self._is_by_name and not taken.ballots:
            raise UserError(_("Nobody's vote is noted yet."))
        is_counted = not self._is_by_name and not self._is_election
        if is_counted and not any(field.value() for field in self._counts.values()):
            raise InvalidField("votes_for", _("No votes are counted yet"))

    def _on_pressed(self, key: str) -> None:
        """Space goes round: for, against, abstained, blank, no vote."""
        order: list[Choice | None] = [None, *Choice]
        now = self._choices.get(AttendanceId(key))
        self._choose(key, order[(order.index(now) + 1) % len(order)])

    def _on_typed(self, key: str, letter: str) -> None:
        if letter in "01234":
            number = int(letter)
            self._choose(key, list(Choice)[number - 1] if number else None)
            self._voters.step(key, 1)
        else:
            self._voters.jump(letter)

    def _choose(self, key: str, choice: Choice | None) -> None:
        self.touch()
        if choice is None:
            self._choices.pop(AttendanceId(key), None)
        else:
            self._choices[AttendanceId(key)] = choice
        self._show_voters()
        self._show_result()


class CountField(NumberField):
    """A number of votes; nothing typed is none."""

    def __init__(self, label: str) -> None:
        super().__init__(label, lowest=0, highest=100_000)

    def select_all(self) -> None:
        self._edit.selectAll()


def _begun(text: str) -> str:
    """The first words of a decision."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _written(candidate: Candidate) -> str:
    """A candidate as the line `_candidate` reads."""
    parts = [candidate.name, str(candidate.votes), *([_("lot")] if candidate.won_by_lot else [])]
    return " ".join(parts)


def _candidate(line: str, vote: Vote, known: Mapping[str, Candidate]) -> Candidate:
    """`Bo Lund 12`, `Bo Lund (12)`, `Bo Lund 12 lot`, `Bo Lund`."""
    found = _CANDIDATE.match(line.strip())
    name = (found[1] if found else line).strip()
    votes = int(found[2] or found[3] or 0) if found else 0
    before = known.get(name) or Candidate(vote_id=vote.id, name=name or line.strip())
    return replace(before, votes=votes, won_by_lot=bool(found and found[4]))
