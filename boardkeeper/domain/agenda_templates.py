"""The agendas a body usually begins from, by its kind and the kind of meeting.

The order is the common one of Danish rules of procedure; an association's own bylaws decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.meetings import MeetingId, MeetingKind
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """A line of a template. `minutes` is a first guess a secretary corrects."""

    title: str
    type: ItemType
    minutes: int


def template(organisation: OrganisationKind, meeting: MeetingKind) -> list[TemplateItem]:
    """The usual agenda, in the active language."""
    if meeting in (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL):
        return _general_meeting(is_annual=meeting is MeetingKind.GENERAL)
    if meeting is MeetingKind.CONSTITUTION:
        return _constitution()
    if meeting is MeetingKind.NETWORK or organisation is OrganisationKind.NETWORK:
        return _network()
    return {
        OrganisationKind.COMPANY: _company,
        OrganisationKind.FOUNDATION: _company,
        OrganisationKind.ADVISORY: _advisory,
        OrganisationKind.KINDERGARTEN: _kindergarten,
        OrganisationKind.VOLUNTEERS: _volunteers,
    }.get(organisation, _association)()


def items_from(
    lines: list[TemplateItem], meeting_id: MeetingId, *, first: int = 0
) -> list[AgendaItem]:
    """The lines as agenda items at the top level, from position `first` on."""
    return [
        AgendaItem(
            meeting_id=meeting_id,
            position=first + place,
            title=line.title,
            type=line.type,
            minutes=line.minutes,
        )
        for place, line in enumerate(lines)
    ]


def _association() -> list[TemplateItem]:
    return [
        TemplateItem(_("Approval of the agenda"), ItemType.DECISION, 2),
        TemplateItem(_("Approval of the minutes of the last meeting"), ItemType.DECISION, 3),
        TemplateItem(_("Follow-up on tasks"), ItemType.INFORMATION, 10),
        TemplateItem(_("Announcements from the chair and others"), ItemType.INFORMATION, 10),
        TemplateItem(_("Finances"), ItemType.INFORMATION, 15),
        TemplateItem(_("Matters for decision"), ItemType.DECISION, 30),
        TemplateItem(_("Matters for discussion"), ItemType.DISCUSSION, 25),
        TemplateItem(_("News from the committees"), ItemType.INFORMATION, 10),
        TemplateItem(_("Next meeting and year wheel"), ItemType.INFORMATION, 5),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _company() -> list[TemplateItem]:
    return [
        TemplateItem(_("Approval of the agenda"), ItemType.DECISION, 2),
        TemplateItem(_("Signing of the minutes of the last meeting"), ItemType.DECISION, 3),
        TemplateItem(_("Report from the executive board"), ItemType.INFORMATION, 20),
        TemplateItem(_("Finances and outlook"), ItemType.INFORMATION, 25),
        TemplateItem(_("Strategy"), ItemType.DISCUSSION, 30),
        TemplateItem(_("Matters for decision"), ItemType.DECISION, 30),
        TemplateItem(_("The auditor's records"), ItemType.INFORMATION, 5),
        TemplateItem(_("Next meeting and year wheel"), ItemType.INFORMATION, 5),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _advisory() -> list[TemplateItem]:
    return [
        TemplateItem(_("Where we stand"), ItemType.INFORMATION, 20),
        TemplateItem(_("Since last time: what came of the advice"), ItemType.INFORMATION, 15),
        TemplateItem(_("This meeting's question"), ItemType.DISCUSSION, 60),
        TemplateItem(_("Next steps and next meeting"), ItemType.DISCUSSION, 15),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _kindergarten() -> list[TemplateItem]:
    return [
        TemplateItem(_("Approval of the agenda"), ItemType.DECISION, 2),
        TemplateItem(_("Approval of the minutes of the last meeting"), ItemType.DECISION, 3),
        TemplateItem(_("News from the manager and the staff"), ItemType.INFORMATION, 20),
        TemplateItem(_("Finances and budget frame"), ItemType.INFORMATION, 10),
        TemplateItem(_("Pedagogy and everyday life"), ItemType.DISCUSSION, 30),
        TemplateItem(_("Matters for decision"), ItemType.DECISION, 25),
        TemplateItem(_("Announcements to the parents"), ItemType.DISCUSSION, 10),
        TemplateItem(_("Next meeting and year wheel"), ItemType.INFORMATION, 5),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _volunteers() -> list[TemplateItem]:
    return [
        TemplateItem(_("Welcome and a round"), ItemType.PLAIN, 10),
        TemplateItem(_("Follow-up on tasks"), ItemType.INFORMATION, 10),
        TemplateItem(_("What is coming up"), ItemType.DISCUSSION, 40),
        TemplateItem(_("Who does what"), ItemType.DECISION, 20),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _network() -> list[TemplateItem]:
    return [
        TemplateItem(_("Coffee and open networking"), ItemType.PLAIN, 15),
        TemplateItem(_("Welcome and today's purpose"), ItemType.PLAIN, 5),
        TemplateItem(_("Education slot"), ItemType.INFORMATION, 10),
        TemplateItem(_("The members' 60 seconds"), ItemType.PLAIN, 25),
        TemplateItem(_("Visitors introduce themselves"), ItemType.PLAIN, 5),
        TemplateItem(_("Speaker of the day"), ItemType.INFORMATION, 15),
        TemplateItem(_("Referrals and thanks for business"), ItemType.PLAIN, 25),
        TemplateItem(_("Announcements"), ItemType.INFORMATION, 5),
        TemplateItem(_("One-to-ones and goodbye"), ItemType.PLAIN, 30),
    ]


def _constitution() -> list[TemplateItem]:
    return [
        TemplateItem(_("Welcome to new members"), ItemType.PLAIN, 5),
        TemplateItem(_("Election of the chair"), ItemType.DECISION, 5),
        TemplateItem(_("Election of vice-chair, treasurer and secretary"), ItemType.DECISION, 10),
        TemplateItem(_("Choice of minute-taker"), ItemType.DECISION, 2),
        TemplateItem(_("Rules of procedure"), ItemType.DECISION, 15),
        TemplateItem(_("Rule to bind the association, and the bank"), ItemType.DECISION, 10),
        TemplateItem(_("Duty of confidentiality"), ItemType.INFORMATION, 5),
        TemplateItem(_("Meeting schedule and year wheel"), ItemType.DECISION, 15),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
    ]


def _general_meeting(*, is_annual: bool) -> list[TemplateItem]:
    opening = TemplateItem(
        _("Election of the meeting chair, minute-taker and tellers"), ItemType.DECISION, 5
    )
    if not is_annual:
        return [
            opening,
            TemplateItem(_("The matter the meeting was called for"), ItemType.DECISION, 45),
            TemplateItem(_("Any other business"), ItemType.PLAIN, 10),
        ]
    return [
        opening,
        TemplateItem(_("The board's report"), ItemType.DECISION, 20),
        TemplateItem(_("Annual accounts for approval"), ItemType.DECISION, 15),
        TemplateItem(_("Budget and membership fee"), ItemType.DECISION, 15),
        TemplateItem(_("Proposals received"), ItemType.DECISION, 20),
        TemplateItem(_("Election of board members"), ItemType.DECISION, 15),
        TemplateItem(_("Election of alternates"), ItemType.DECISION, 5),
        TemplateItem(_("Election of the auditor"), ItemType.DECISION, 5),
        TemplateItem(_("Any other business"), ItemType.PLAIN, 20),
    ]
