"""Signs in the meetings themselves: purpose, usefulness, attendance, information."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache

from boardkeeper import formats
from boardkeeper.domain.aims import HIGHEST
from boardkeeper.domain.gauges import Measure, Row
from boardkeeper.domain.signal_facts import PastMeeting, SignalFacts
from boardkeeper.domain.signal_rows import (
    at_the_end,
    in_words,
    is_at_least,
    no_meetings,
    of_meeting,
    referrals_from,
    until,
    whole_months,
)
from boardkeeper.domain.signals import Signal, SignalName
from boardkeeper.domain.thresholds import ThresholdName, Thresholds
from boardkeeper.i18n import _, ngettext


def no_purpose(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    limit = thresholds[ThresholdName.NO_PURPOSE_MONTHS]
    held = until(facts, last)
    with_purpose = [place for place, each in enumerate(held) if each.has_purpose]
    since = with_purpose[-1] if with_purpose else 0
    without = [each for each in held[since:] if not each.has_purpose]
    rows = [
        of_meeting(each, counts=not each.has_purpose, detail=_purpose(each))
        for each in held[since:]
    ]
    months = whole_months(held[since].day, last) if without else 0
    if not held:
        text = no_meetings()
    elif not without:
        text = _("The last meeting had a purpose.")
    else:
        text = ngettext(
            "No meeting has had a purpose for {count} month.",
            "No meeting has had a purpose for {count} months.",
            months,
        ).format(count=months)
    return Signal(
        name=SignalName.NO_PURPOSE,
        text=text,
        is_on=bool(without) and months >= limit,
        value=Fraction(months) if held else None,
        threshold_name=ThresholdName.NO_PURPOSE_MONTHS,
        threshold=limit,
        rows=tuple(rows),
    )


def _purpose(meeting: PastMeeting) -> str:
    return _("Had a purpose") if meeting.has_purpose else _("Had no purpose")


def unanswered(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    """Of the meetings that had a purpose, the last ones in a row that left nothing behind."""
    limit = thresholds[ThresholdName.UNANSWERED_MEETINGS]
    held = zip(until(facts, last), referrals_from(facts, last), strict=True)
    asked = [(each, referrals) for each, referrals in held if each.has_purpose]
    count = at_the_end(
        asked, lambda one: not (one[1] or one[0].decisions or one[0].tasks or one[0].learned)
    )
    begin = max(0, len(asked) - count - 1)
    if not asked:
        text = _("No meeting had a purpose to answer.")
    elif count == 0:
        text = _("Something came of the purpose of the last meeting.")
    else:
        text = ngettext(
            "Nothing came of the purpose of the last meeting that had one.",
            "Nothing came of the purposes of the last {count} meetings that had one.",
            count,
        ).format(count=count)
    return Signal(
        name=SignalName.UNANSWERED,
        text=text,
        is_on=is_at_least(count, limit),
        value=Fraction(count) if asked else None,
        threshold_name=ThresholdName.UNANSWERED_MEETINGS,
        threshold=limit,
        rows=tuple(
            of_meeting(each, counts=not said, detail=said or _("Nothing came of it"))
            for each, referrals in asked[begin:]
            for said in (_came_of(each, referrals),)
        ),
    )


def _came_of(meeting: PastMeeting, referrals: int) -> str:
    return in_words(
        decisions=meeting.decisions,
        tasks=meeting.tasks,
        referrals=referrals,
        learned=meeting.learned,
    )


def usefulness(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    limit = thresholds[ThresholdName.FALLING_MEETINGS]
    answers = [each for each in until(facts, last) if each.useful is not None]
    looked_at = answers[-max(limit, 2) :]
    run = _falling([each.useful or 0 for each in looked_at])
    if len(answers) < 2:
        text = _("Fewer than two meetings have an answer to how useful they were.")
    elif run:
        text = _("Over the last {count} answers usefulness has fallen from {was} to {now}.").format(
            count=run, was=looked_at[-run].useful, now=looked_at[-1].useful
        )
    else:
        text = _("Usefulness is not falling.")
    return Signal(
        name=SignalName.USEFULNESS,
        text=text,
        is_on=is_at_least(run, max(limit, 2)),
        value=Fraction(run) if len(answers) >= 2 else None,
        threshold_name=ThresholdName.FALLING_MEETINGS,
        threshold=limit,
        rows=tuple(
            Row(
                measure=Measure.ANSWER,
                title=each.title,
                day=each.day,
                counts=place >= len(looked_at) - run,
                record_id=each.meeting_id,
                detail=_("{value} of {highest}").format(value=each.useful, highest=HIGHEST),
                amount=each.useful or 0,
                of=HIGHEST,
            )
            for place, each in enumerate(looked_at)
        ),
    )


def _falling(values: Sequence[int]) -> int:
    """How many of the last values never rise and end lower than they began; 0 where none do."""
    run = 1
    while run < len(values) and values[-run - 1] >= values[-run]:
        run += 1
    return run if values and values[-run] > values[-1] else 0


def attendance(facts: SignalFacts, _first: date, last: date, thresholds: Thresholds) -> Signal:
    """The members' attendance at the last meetings, against as many before them."""
    span = max(thresholds[ThresholdName.FALLING_MEETINGS], 1)
    limit = thresholds[ThresholdName.ATTENDANCE_POINTS]
    known = [each for each in until(facts, last) if each.members][-2 * span :]
    before, latest = known[:span], known[-span:]
    fallen: Fraction | None = None
    if len(known) < 2 * span:
        text = _("Attendance is known of fewer than {count} meetings.").format(count=2 * span)
    else:
        was, now = _share_present(before), _share_present(latest)
        fallen = 100 * (was - now)
        text = _("Attendance has gone from {was} to {now} over the last {count} meetings.").format(
            was=formats.percent(float(was)), now=formats.percent(float(now)), count=span
        )
    return Signal(
        name=SignalName.ATTENDANCE,
        text=text,
        is_on=fallen is not None and fallen > 0 and fallen >= limit,
        value=fallen,
        threshold_name=ThresholdName.ATTENDANCE_POINTS,
        threshold=limit,
        rows=tuple(
            Row(
                measure=Measure.MEETING,
                title=each.title,
                day=each.day,
                counts=fallen is not None and place >= span,
                record_id=each.meeting_id,
                detail=_("{present} of {members}").format(
                    present=each.present, members=each.members
                ),
                amount=each.present,
                of=each.members,
            )
            for place, each in enumerate(known)
        ),
    )


def _share_present(meetings: Sequence[PastMeeting]) -> Fraction:
    return Fraction(sum(each.present for each in meetings), sum(each.members for each in meetings))


def information(facts: SignalFacts, first: date, last: date, thresholds: Thresholds) -> Signal:
    limit = thresholds[ThresholdName.INFORMATION_PERCENT]
    timed = [each for each in until(facts, last) if each.day >= first and each.minutes]
    duration = cache(formats.duration)
    share: Fraction | None = None
    if timed:
        share = Fraction(
            sum(each.information for each in timed), sum(each.minutes for each in timed)
        )
        text = _("Information takes {share} of the minutes on the agendas.").format(
            share=formats.percent(float(share))
        )
    else:
        text = _("No agenda of the period has minutes.")
    return Signal(
        name=SignalName.INFORMATION,
        text=text,
        is_on=share is not None and 100 * share > limit,
        value=None if share is None else 100 * share,
        threshold_name=ThresholdName.INFORMATION_PERCENT,
        threshold=limit,
        rows=tuple(
            Row(
                measure=Measure.MINUTES,
                title=each.title,
                day=each.day,
                counts=each.information > 0,
                record_id=each.meeting_id,
                detail=_("{part} of {whole}").format(
                    part=duration(each.information), whole=duration(each.minutes)
                ),
                amount=each.information,
                of=each.minutes,
            )
            for each in timed
        ),
    )
