"""Every kind of record there is, under the name it has in the interchange file."""

from __future__ import annotations

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Absence, Attendance
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Record
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.minutes import ItemMinutes, Minutes
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.packs import PackProfile, PackVersion
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.phrases import Phrase
from boardkeeper.domain.procedure import Procedure
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.rates import OwnRate
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder, TermSnooze
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.thresholds import OwnThreshold
from boardkeeper.domain.time_proposals import NotSpent
from boardkeeper.domain.votes import Ballot, Candidate, Vote
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask

KINDS: dict[str, type[Record]] = {
    "organisations": Organisation,
    "own_rules": OwnRule,
    "people": Person,
    "memberships": Membership,
    "terms": Term,
    "reminders": Reminder,
    "term_snoozes": TermSnooze,
    "series": Series,
    "closed_days": ClosedDays,
    "meetings": Meeting,
    "wheel_tasks": WheelTask,
    "agenda_items": AgendaItem,
    "procedures": Procedure,
    "attendances": Attendance,
    "absences": Absence,
    "minutes": Minutes,
    "item_minutes": ItemMinutes,
    "decisions": Decision,
    "dissents": Dissent,
    "votes": Vote,
    "ballots": Ballot,
    "candidates": Candidate,
    "written_procedures": WrittenProcedure,
    "replies": Reply,
    "tasks": Task,
    "task_owners": TaskOwner,
    "ideas": Idea,
    "interests": Interest,
    "phrases": Phrase,
    "approved_minutes": ApprovedMinutes,
    "papers": Paper,
    "pack_profiles": PackProfile,
    "pack_versions": PackVersion,
    "time_entries": TimeEntry,
    "promises": Promise,
    "ceilings": Ceiling,
    "away": Away,
    "efforts": Effort,
    "candidate_seats": CandidateSeat,
    "running_timers": RunningTimer,
    "not_spent": NotSpent,
    "payments": Payment,
    "own_rates": OwnRate,
    "trips": Trip,
    "profiles": Profile,
    "contacts": Contact,
    "ambassadors": Ambassador,
    "referrals": Referral,
    "aims": Aim,
    "own_thresholds": OwnThreshold,
    "reviews": Review,
    "erasures": Erasure,
}
"""Owners before what they own. The trash is not here: what was thrown away does not travel."""

NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}
