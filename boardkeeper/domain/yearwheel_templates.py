"""The year wheels a body usually begins from, by its kind; for an accounting year from January.

Put together from Danish year wheels and rules of procedure seen in autumn 2026 and from general
practice. Every task can be changed; a `basis` names where a task was seen, and is no legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.i18n import _

_CERTIFICATES = "taarnby.dk, frivillig.rudersdal.dk"
_EVALUATION = "corporategovernance.dk"
_PARENT_BOARD = "dagplejen.fmk.dk"


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A task of a starter wheel. `minutes` is a first guess a secretary corrects."""

    month: int
    title: str
    type: ItemType
    minutes: int
    basis: str = ""


def starter_wheel(organisation: Organisation) -> list[WheelTask]:
    """The usual year of the organisation's kind, in the active language."""
    return [
        WheelTask(
            organisation_id=organisation.id,
            title=each.title,
            month=each.month,
            type=each.type,
            minutes=each.minutes,
            basis=each.basis,
        )
        for each in _template(organisation.kind)
    ]


def _template(kind: OrganisationKind) -> list[TemplateTask]:
    return {
        OrganisationKind.COMPANY: _company,
        OrganisationKind.KINDERGARTEN: _kindergarten,
        OrganisationKind.ASSOCIATION: _association,
        OrganisationKind.HOUSING: _housing,
        OrganisationKind.FOUNDATION: _foundation,
        OrganisationKind.NETWORK: _network,
        OrganisationKind.VOLUNTEERS: _volunteers,
        OrganisationKind.ADVISORY: _advisory,
    }[kind]()


def _general_meeting_season() -> list[TemplateTask]:
    """From the closing of the accounts to the new board, as most associations have it."""
    return [
        TemplateTask(1, _("Closing of the annual accounts"), ItemType.INFORMATION, 10),
        TemplateTask(2, _("Approval of the annual accounts"), ItemType.DECISION, 20),
        TemplateTask(2, _("Proposals received for the general meeting"), ItemType.DISCUSSION, 15),
        TemplateTask(2, _("Notice of the general meeting"), ItemType.DECISION, 10),
        TemplateTask(3, _("Rules of procedure"), ItemType.DECISION, 15),
        TemplateTask(3, _("Rule to bind the association, and the bank"), ItemType.DECISION, 10),
        TemplateTask(3, _("Meeting schedule and year wheel"), ItemType.DECISION, 15),
    ]


def _budget_season() -> list[TemplateTask]:
    return [
        TemplateTask(10, _("Draft budget"), ItemType.DISCUSSION, 20),
        TemplateTask(11, _("Budget for the coming year"), ItemType.DECISION, 20),
        TemplateTask(11, _("Who stands for election again"), ItemType.DISCUSSION, 10),
    ]


def _association() -> list[TemplateTask]:
    return [
        TemplateTask(
            1,
            _("Declaration on child protection certificates"),
            ItemType.DECISION,
            5,
            _CERTIFICATES,
        ),
        *_general_meeting_season(),
        TemplateTask(4, _("Goals for the year"), ItemType.DISCUSSION, 30),
        TemplateTask(6, _("Evaluation of the board's work"), ItemType.DISCUSSION, 30),
        TemplateTask(8, _("Activity plan for the season"), ItemType.DECISION, 25),
        *_budget_season(),
        TemplateTask(12, _("Membership fee, rates and thanks"), ItemType.DECISION, 10),
    ]


def _housing() -> list[TemplateTask]:
    return [
        *_general_meeting_season(),
        TemplateTask(4, _("Spring inspection of common areas"), ItemType.INFORMATION, 10),
        TemplateTask(5, _("Maintenance plan"), ItemType.DECISION, 30),
        TemplateTask(6, _("Evaluation of the board's work"), ItemType.DISCUSSION, 20),
        TemplateTask(8, _("Working day for the residents"), ItemType.DISCUSSION, 10),
        TemplateTask(9, _("Insurance and contracts"), ItemType.DECISION, 15),
        TemplateTask(10, _("Snow clearing and winter service"), ItemType.INFORMATION, 5),
        *_budget_season(),
        TemplateTask(12, _("Joint charges and rates for next year"), ItemType.DECISION, 10),
    ]


def _company() -> list[TemplateTask]:
    return [
        TemplateTask(2, _("Fourth quarter and the year as a whole"), ItemType.INFORMATION, 30),
        TemplateTask(3, _("Annual report and the auditor's records"), ItemType.DECISION, 45),
        TemplateTask(4, _("Notice of the general meeting"), ItemType.DECISION, 10),
        TemplateTask(5, _("First quarter"), ItemType.INFORMATION, 20),
        TemplateTask(5, _("Rules of procedure"), ItemType.DECISION, 15),
        TemplateTask(6, _("Strategy"), ItemType.DISCUSSION, 90),
        TemplateTask(8, _("First half-year"), ItemType.INFORMATION, 30),
        TemplateTask(9, _("Strategy: how far we are"), ItemType.DISCUSSION, 45),
        TemplateTask(10, _("Insurance, risks and policies"), ItemType.DECISION, 30),
        TemplateTask(11, _("Third quarter"), ItemType.INFORMATION, 20),
        TemplateTask(11, _("Draft budget"), ItemType.DISCUSSION, 30),
        TemplateTask(12, _("Budget for the coming year"), ItemType.DECISION, 30),
        TemplateTask(12, _("Evaluation of the board's work"), ItemType.DISCUSSION, 30, _EVALUATION),
        TemplateTask(12, _("Meeting schedule and year wheel"), ItemType.DECISION, 10),
    ]


def _foundation() -> list[TemplateTask]:
    return [
        TemplateTask(2, _("Applications: spring"), ItemType.DECISION, 60),
        TemplateTask(3, _("Annual report and the auditor's records"), ItemType.DECISION, 45),
        TemplateTask(4, _("Distribution policy"), ItemType.DECISION, 20),
        TemplateTask(5, _("Rules of procedure"), ItemType.DECISION, 15),
        TemplateTask(6, _("Investments and returns"), ItemType.INFORMATION, 20),
        TemplateTask(9, _("Applications: autumn"), ItemType.DECISION, 60),
        TemplateTask(10, _("What the grants have led to"), ItemType.DISCUSSION, 30),
        TemplateTask(11, _("Budget for the coming year"), ItemType.DECISION, 30),
        TemplateTask(11, _("Evaluation of the board's work"), ItemType.DISCUSSION, 30, _EVALUATION),
        TemplateTask(12, _("Meeting schedule and year wheel"), ItemType.DECISION, 10),
    ]


def _kindergarten() -> list[TemplateTask]:
    return [
        TemplateTask(1, _("Accounts of the past year"), ItemType.INFORMATION, 15),
        TemplateTask(2, _("Budget frame"), ItemType.DECISION, 25),
        TemplateTask(3, _("Pedagogical curriculum: how it lives"), ItemType.DISCUSSION, 40),
        TemplateTask(4, _("Closing days"), ItemType.DECISION, 10),
        TemplateTask(5, _("Parents' meeting and election to the board"), ItemType.DECISION, 20),
        TemplateTask(6, _("The board constitutes itself"), ItemType.DECISION, 15, _PARENT_BOARD),
        TemplateTask(
            6, _("Meeting schedule, open to all parents"), ItemType.DECISION, 10, _PARENT_BOARD
        ),
        TemplateTask(8, _("Duty of confidentiality"), ItemType.INFORMATION, 5),
        TemplateTask(8, _("Principles of the board"), ItemType.DISCUSSION, 30),
        TemplateTask(9, _("Well-being and the learning environment"), ItemType.DISCUSSION, 30),
        TemplateTask(10, _("Lunch scheme"), ItemType.DECISION, 15),
        TemplateTask(11, _("Cooperation with the parents"), ItemType.DISCUSSION, 20),
        TemplateTask(12, _("Evaluation of the board's work"), ItemType.DISCUSSION, 15),
    ]


def _network() -> list[TemplateTask]:
    return [
        TemplateTask(1, _("The season's goal"), ItemType.DISCUSSION, 15),
        TemplateTask(3, _("Guest day: whom we invite"), ItemType.DISCUSSION, 10),
        TemplateTask(5, _("Mid-season check"), ItemType.DISCUSSION, 15),
        TemplateTask(8, _("The member year begins"), ItemType.INFORMATION, 10),
        TemplateTask(9, _("Guest day: whom we invite"), ItemType.DISCUSSION, 10),
        TemplateTask(10, _("Renewal: who goes on"), ItemType.DISCUSSION, 10),
        TemplateTask(11, _("New leadership of the group"), ItemType.DECISION, 10),
        TemplateTask(12, _("The year in referrals"), ItemType.INFORMATION, 15),
    ]


def _volunteers() -> list[TemplateTask]:
    return [
        TemplateTask(1, _("Goals for the year"), ItemType.DISCUSSION, 20),
        TemplateTask(
            1,
            _("Declaration on child protection certificates"),
            ItemType.DECISION,
            5,
            _CERTIFICATES,
        ),
        TemplateTask(3, _("Finding new volunteers"), ItemType.DISCUSSION, 20),
        TemplateTask(5, _("Summer activities"), ItemType.DECISION, 20),
        TemplateTask(8, _("Activity plan for the season"), ItemType.DECISION, 25),
        TemplateTask(10, _("How the volunteers are doing"), ItemType.DISCUSSION, 15),
        TemplateTask(11, _("Christmas thanks to the volunteers"), ItemType.DECISION, 10),
        TemplateTask(12, _("Who does what next year"), ItemType.DECISION, 15),
    ]


def _advisory() -> list[TemplateTask]:
    return [
        TemplateTask(1, _("The year's questions"), ItemType.DISCUSSION, 30),
        TemplateTask(4, _("What came of the advice"), ItemType.INFORMATION, 20),
        TemplateTask(6, _("Strategy"), ItemType.DISCUSSION, 60),
        TemplateTask(9, _("The market and its movements"), ItemType.DISCUSSION, 30),
        TemplateTask(11, _("Members and fee"), ItemType.DECISION, 10),
        TemplateTask(12, _("Evaluation of the advisory board"), ItemType.DISCUSSION, 30),
    ]
