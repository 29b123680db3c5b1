"""What joins the user and the person shown: last contact, meetings, tasks, referrals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.referrals import Referral, referral_status_name
from boardkeeper.domain.relations import Relation, Slipping, touch_name
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import Caption, Card, Tone
from boardkeeper.ui.people.facts import Fact, Facts
from boardkeeper.ui.rows import RowContent, Rows

_MOST = 8
"""Tasks and referrals shown; a person page is no register."""


class TogetherCard(Card):
    """When we last had contact, how often we have met, and whether they slip away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Together"), parent)
        self._facts = Facts()
        self.add(self._facts)

    def show_relation(self, relation: Relation, today: date) -> None:
        self._facts.show_facts(list(_together(relation, today)))


def _together(relation: Relation, today: date) -> Iterator[Fact]:
    last = relation.last
    if last is None:
        yield _("Last contact"), _("None written down yet"), Tone.MUTED
    else:
        words = _("{day}, {ago} ({what})").format(
            day=formats.date(last.on),
            ago=formats.relative_day(last.on, today),
            what=touch_name(last.kind),
        )
        yield _("Last contact"), words, Tone.PLAIN
    for each in relation.slipping[:1]:
        yield _("Slipping away"), slipping_in_words(each, today), Tone.WARNING
    if relation.meetings:
        count = len(relation.meetings)
        words = ngettext("{count}, on {day}", "{count}, the last on {day}", count)
        day = formats.date(relation.meetings[0].day)
        yield _("Meetings together"), words.format(count=count, day=day), Tone.PLAIN


def slipping_in_words(slipping: Slipping, today: date) -> str:
    """Since when, and by whose rhythm."""
    since = formats.date(slipping.since(today))
    return _("since {day}, by the rhythm of {organisation}").format(
        day=since, organisation=slipping.organisation.label
    )


class TasksCard(Card):
    """The open tasks of the boards we share: theirs, and mine."""

    task_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Tasks between us"), parent)
        self._services = services
        self._rows = Rows()
        self._more = Caption(tone=Tone.MUTED)
        self.add(self._rows)
        self.add(self._more)

    def show_relation(self, relation: Relation) -> None:
        """Show the tasks; nothing at all where there are none."""
        labels = {each.organisation.id: each.organisation for each in relation.shared}
        theirs = [(relation.person.name, each) for each in relation.their_tasks]
        every = [*theirs, *((_("Me"), each) for each in relation.my_tasks)]
        self.setVisible(bool(every))
        self._rows.show_rows(
            [
                self._row(who, each, labels[each.task.organisation_id].label)
                for who, each in every[:_MOST]
            ]
        )
        more = len(every) - _MOST
        self._more.setVisible(more > 0)
        words = ngettext("and {count} more", "and {count} more", max(1, more))
        self._more.setText(words.format(count=more))

    def _row(self, who: str, task: BookTask, organisation: str) -> RowContent:
        task_id = task.task.id
        due = formats.short_date(task.task.due_on) if task.task.due_on else ""
        is_late = task.task.due_on is not None and task.task.due_on < self._services.clock.today()
        title = " ".join(task.task.text.split())
        return RowContent(
            key=f"{who}{task_id}",
            about=(who, task, organisation, is_late),
            title=title,
            caption=f"{who} · {organisation}",
            chip=due,
            tone=Tone.WARNING if is_late else Tone.NEUTRAL,
            open=lambda: self.task_wanted.emit(task_id),
        )


class ReferralsCard(Card):
    """The referrals between us, both ways, and what became of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Referrals between us"), parent)
        self._sums = Caption(tone=Tone.MUTED)
        self._facts = Facts()
        self.add(self._sums)
        self.add(self._facts)

    def show_relation(self, relation: Relation) -> None:
        """Show the referrals; nothing at all where there are none."""
        given, received = relation.given, relation.received
        self.setVisible(bool(given or received))
        words = _("{given} given, {received} received")
        self._sums.setText(words.format(given=len(given), received=len(received)))
        every = sorted([*given, *received], key=lambda each: each.on, reverse=True)
        self._facts.show_facts([_referral(each, each in given) for each in every[:_MOST]])


def _referral(referral: Referral, is_given: bool) -> Fact:
    direction = _("Given {day}") if is_given else _("Received {day}")
    value = formats.amount(referral.value) if referral.value else ""
    said = (referral.customer, referral_status_name(referral.status), value)
    day = formats.short_date(referral.on)
    return direction.format(day=day), " · ".join(filter(None, said)), Tone.PLAIN
