"""The way of the minutes: draft, objections, approval, correction."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.procedure import ApprovalRule
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.minutes.approval_band import Progress
from boardkeeper.ui.minutes.approval_dialogs import Approval, ApproveDialog, WordsDialog
from boardkeeper.ui.minutes.sitting import Sitting


class ApprovalDesk(QObject):
    """Opens the dialogs of approval over a page, and tells the services."""

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page

    def progress(self, sitting: Sitting) -> Progress:
        """How far the minutes are."""
        approval = self._services.approval
        meeting_id = sitting.meeting.id
        return Progress(
            sitting=sitting,
            deemed_on=approval.deemed_approved_on(meeting_id),
            versions=approval.versions(meeting_id),
        )

    def mark_sent(self, meeting_id: MeetingId) -> None:
        self._services.approval.send_draft(meeting_id)

    def object(self, meeting_id: MeetingId) -> None:
        """Note who objected to what."""
        dialog = WordsDialog(
            _("Objection to the minutes"),
            _("The minutes wait until it is settled."),
            _("Who objects to what"),
            _("Note"),
            self._page,
        )
        dialog.ask(lambda words: self._services.approval.object(meeting_id, words))

    def approve(self, meeting: Meeting) -> None:
        """Ask first: what is approved stays."""
        services = self._services
        today = services.clock.today()
        later = [
            each
            for each in services.meetings.of_organisation(meeting.organisation_id)
            if meeting.day < each.day <= today
        ]
        later.sort(key=lambda each: each.starts_at)
        rule = services.procedures.of(meeting.organisation_id).approval
        is_at_meeting = rule is ApprovalRule.NEXT_MEETING and bool(later)
        minutes = services.minutes.of(meeting.id)
        deemed_on = services.approval.deemed_approved_on(meeting.id)
        dialog = ApproveDialog(
            deemed_on or (later[0].day if is_at_meeting else today),
            today,
            later,
            minutes.corrections,
            self._page,
            at_id=later[0].id if is_at_meeting else None,
        )
        dialog.ask(lambda approval: self._approve(meeting.id, approval))

    def correct(self, meeting_id: MeetingId) -> None:
        """Open approved minutes again, with a reason."""
        dialog = WordsDialog(
            _("Correct approved minutes"),
            _("The version that was approved is kept. The corrected one is approved anew."),
            _("Why they are corrected"),
            _("Correct"),
            self._page,
        )
        dialog.ask(lambda reason: self._services.approval.correct(meeting_id, reason))

    def _approve(self, meeting_id: MeetingId, approval: Approval) -> None:
        self._services.approval.approve(
            meeting_id, on=approval.on, at_id=approval.at_id, corrections=approval.corrections
        )
