"""One referral in full: how far it has come, what it came from and led to, and the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.referral_ledger import Link
from boardkeeper.domain.referrals import Referral, ReferralStatus, referral_status_name
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    MenuButton,
    ScrollPage,
    Space,
    Tone,
)
from boardkeeper.ui.kit.cards import empty
from boardkeeper.ui.network.ledger_card import LedgerCard
from boardkeeper.ui.network.referral_faces import Shown
from boardkeeper.ui.rows import RowContent, Rows
from boardkeeper.ui.wrapping import Wrapping


class ReferralDetail(ScrollPage):
    """Shows one. `referral_wanted` is another of its chain."""

    referral_wanted = Signal(str)
    thank_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: Shown | None = None
        self._steps = MenuButton(
            _("How far is it?"), [], kind=ButtonKind.PRIMARY, icon="chevron-right"
        )
        self._thank = Button(_("Say thanks"), icon="heart-handshake")
        self._menu = MenuButton(
            "", [], kind=ButtonKind.QUIET, icon="ellipsis", name=_("More for this referral")
        )
        buttons = QWidget()
        line = Wrapping(Space.S, buttons)
        for each in (self._steps, self._thank, self._menu):
            line.add(each)
        self._way = Card(_("From introduction to order"))
        self._days = QVBoxLayout()
        self._days.setSpacing(Space.S)
        self._note = Body("", tone=Tone.MUTED)
        self._way.add_layout(self._days)
        self._way.add(self._note)
        self._chain = Card(_("The chain"))
        self._links = Rows()
        self._chain.add(Caption(_("What it came from, and what came of it.")))
        self._chain.add(self._links)
        self.ledger = LedgerCard(services)
        for widget in (buttons, self._way, self._chain, self.ledger):
            self.add(widget)
        self.add_stretch()
        self._thank.clicked.connect(self._on_thank)
        self._about_one = (buttons, self._way, self._chain)

    def show_referral(self, shown: Shown | None, chain: Sequence[Link]) -> None:
        """Show one, with its chain; the ledger alone where there is none."""
        self._shown = shown
        for widget in self._about_one:
            widget.setVisible(shown is not None)
        if shown is None:
            self.set_title("")
            self.set_caption("")
            return
        referral = shown.referral
        self.set_title(referral.customer)
        names = f"{referral.from_name or '–'} → {referral.to_name or '–'}"
        self.set_caption(f"{names} · {shown.organisation.label}")
        words = _("Take back the thanks") if referral.thanked_on else _("Say thanks")
        self._thank.set_text(words)
        self._thank.setAccessibleName(words)
        self._thank.setVisible(shown.is_received or referral.thanked_on is not None)
        self._show_days(referral)
        self._note.setText(referral.note)
        self._note.setVisible(bool(referral.note))
        self._chain.setVisible(len(chain) > 1)
        self._links.show_rows([self._link(each, referral) for each in chain])

    def set_actions(self, steps: Sequence[Action], more: Sequence[Action]) -> None:
        """What can be done with the one shown."""
        self._steps.set_actions(steps)
        self._menu.set_actions(more)

    def _show_days(self, referral: Referral) -> None:
        empty(self._days)
        for words, day in _days(referral):
            self._days.addWidget(_day_row(words, day))

    def _link(self, link: Link, shown: Referral) -> RowContent:
        referral = link.referral
        arrow = "↳ " * link.depth
        names = f"{referral.from_name or '–'} → {referral.to_name or '–'}"
        here = _("this one") if referral.id == shown.id else ""
        return RowContent(
            key=referral.id,
            about=(referral, link.depth, here),
            title=f"{arrow}{referral.customer}",
            caption=" · ".join(filter(None, (names, formats.short_date(referral.on), here))),
            chip=referral_status_name(referral.status),
            open=lambda: self.referral_wanted.emit(referral.id),
        )

    def _on_thank(self) -> None:
        if self._shown is not None:
            self.thank_wanted.emit(self._shown)


def _days(referral: Referral) -> list[tuple[str, date]]:
    """Every step that has a day, in the order they are taken."""
    won = referral_status_name(ReferralStatus.WON)
    if referral.value:
        won = _("{status}: {amount}").format(status=won, amount=formats.amount(referral.value))
    steps = (
        (referral_status_name(ReferralStatus.GIVEN), referral.on),
        (referral_status_name(ReferralStatus.CONTACTED), referral.contacted_on),
        (referral_status_name(ReferralStatus.MEETING), referral.met_on),
        (won, referral.won_on),
        (referral_status_name(ReferralStatus.LOST), referral.lost_on),
        (_("Thanked"), referral.thanked_on),
    )
    return [(words, day) for words, day in steps if day is not None]


def _day_row(words: str, day: date) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    when = Body(formats.date(day), tone=Tone.MUTED)
    when.setWordWrap(False)
    line.addWidget(Body(words), 1)
    line.addWidget(when)
    return row
