"""What a vote came to, in words: "for 4 · against 1 · abstained 1; two thirds reached"."""

from __future__ import annotations

from boardkeeper.domain.procedure import TieRule
from boardkeeper.domain.votes import Candidate, Majority, VoteMethod
from boardkeeper.domain.voting import Election, Tally, VoteResult
from boardkeeper.i18n import _, ngettext, pgettext


def result_in_words(result: VoteResult) -> str:
    """Counts and outcome as one line, as the minutes print them."""
    if result.election is not None:
        return election_in_words(result.election)
    tally = result.tally
    if tally.cast + tally.abstained + tally.blank == 0:
        return _("No votes are counted yet")
    return f"{counts_in_words(tally)}; {outcome_in_words(result)}"


def counts_in_words(tally: Tally) -> str:
    """As in "for 4 · against 1 · abstained 1"; abstained and blank only where there are any."""
    counts = [
        pgettext("votes", "for {count}").format(count=tally.votes_for),
        pgettext("votes", "against {count}").format(count=tally.votes_against),
    ]
    if tally.abstained:
        counts.append(pgettext("votes", "abstained {count}").format(count=tally.abstained))
    if tally.blank:
        counts.append(pgettext("votes", "blank {count}").format(count=tally.blank))
    return " · ".join(counts)


def outcome_in_words(result: VoteResult) -> str:
    """Whether the proposal is carried, and by which rule."""
    if result.is_tie:
        return _tie(result)
    if result.vote.majority is Majority.SIMPLE:
        if not result.is_carried:
            return _("not carried")
        return _unopposed(result.tally) if result.tally.is_unanimous else _("carried")
    reached, missed = {
        Majority.TWO_THIRDS: (_("two thirds reached"), _("two thirds not reached")),
        Majority.THREE_QUARTERS: (
            _("three quarters reached"),
            _("three quarters not reached"),
        ),
        Majority.UNANIMOUS: (_unopposed(result.tally), _("not unanimous, so not carried")),
    }[result.vote.majority]
    return reached if result.is_carried else missed


def election_in_words(election: Election) -> str:
    """As in "elected: Bo Lund (12), Ida Krog (9, by lot)", and what is still open."""
    parts = []
    if election.elected:
        names = ", ".join(
            _candidate(each, is_contested=election.is_contested) for each in election.elected
        )
        words = _("elected: {names}") if election.is_contested else _("elected unopposed: {names}")
        parts.append(words.format(names=names))
    if election.tied:
        names = ", ".join(f"{each.name} ({each.votes})" for each in election.tied)
        words = ngettext(
            "a tie for {count} seat, to be decided by lot: {names}",
            "a tie for {count} seats, to be decided by lot: {names}",
            election.open_seats,
        )
        parts.append(words.format(count=election.open_seats, names=names))
    return "; ".join(parts) or _("No votes are counted yet")


def rule_in_words(result: VoteResult) -> str:
    """The rule the vote stood under: which majority, and what a tie does where it can come."""
    if result.vote.method is VoteMethod.ELECTION:
        return _("Most votes elected; lots at a tie")
    return {
        Majority.SIMPLE: {
            TieRule.FALLS: _("Simple majority; at a tie the proposal falls"),
            TieRule.CHAIR_DECIDES: _("Simple majority; at a tie the chair's vote decides"),
        }[result.vote.tie_rule],
        Majority.TWO_THIRDS: _("Two thirds of the votes cast"),
        Majority.THREE_QUARTERS: _("Three quarters of the votes cast"),
        Majority.UNANIMOUS: _("Nobody may be against"),
    }[result.vote.majority]


def _unopposed(tally: Tally) -> str:
    """Nobody against; unanimous only where nobody held back either."""
    if tally.abstained or tally.blank:
        return _("carried, nobody against")
    return _("carried unanimously")


def _tie(result: VoteResult) -> str:
    if result.awaits_casting_vote:
        return _("a tie; the chair's vote is missing")
    if not result.by_casting_vote:
        return _("a tie, so the proposal falls")
    if result.is_carried:
        return _("a tie; carried by the chair's vote")
    return _("a tie; not carried, by the chair's vote")


def _candidate(candidate: Candidate, *, is_contested: bool) -> str:
    if not is_contested:
        return candidate.name
    if candidate.won_by_lot:
        words = _("{name} ({votes}, by lot)")
        return words.format(name=candidate.name, votes=candidate.votes)
    return f"{candidate.name} ({candidate.votes})"
