"""What the shown entries add up to: in all, by organisation, by activity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, Spent, activity_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.hour_bars import Bar, HourBars
from boardkeeper.ui.kit import Caption, Card, Display, Space, Turning

_MOST_BARS = 5


class HoursSummary(Card):
    """The total in large figures, and two sets of bars beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._total = Display()
        self._total.setWordWrap(False)
        self._count = Caption()
        self._by_organisation = HourBars(_("Hours by board"))
        self._by_activity = HourBars(_("Hours by activity"))
        line = Turning(600, Space.XL)
        line.add(_column(self._total, self._count))
        line.add(_column(Caption(_("By board")), self._by_organisation), 1)
        line.add(_column(Caption(_("By activity")), self._by_activity), 1)
        self.add(line)

    def show_sums(
        self, spent: Sequence[Spent], organisations: Mapping[OrganisationId, Organisation]
    ) -> None:
        count = sum(each.entries for each in spent)
        self._total.setText(formats.duration(sum(each.minutes for each in spent)))
        said = ngettext("{count} entry", "{count} entries", count)
        self._count.setText(said.format(count=formats.number(count)))
        self._by_organisation.set_bars(_organisation_bars(spent, organisations))
        self._by_activity.set_bars(_activity_bars(spent))


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return made


def _organisation_bars(
    spent: Sequence[Spent], organisations: Mapping[OrganisationId, Organisation]
) -> list[Bar]:
    """The largest, and the rest as one."""
    minutes: dict[OrganisationId, int] = defaultdict(int)
    for each in spent:
        minutes[each.organisation_id] += each.minutes
    largest = sorted(minutes.items(), key=lambda item: -item[1])
    shown = largest if len(largest) <= _MOST_BARS else largest[: _MOST_BARS - 1]
    bars = [
        Bar(organisations[each].label, sum_, organisations[each].colour.value)
        for each, sum_ in shown
    ]
    rest = largest[len(shown) :]
    if rest:
        name = ngettext("{count} other", "{count} others", len(rest)).format(count=len(rest))
        bars.append(Bar(name, sum(sum_ for _each, sum_ in rest), "slate"))
    return bars


def _activity_bars(spent: Sequence[Spent]) -> list[Bar]:
    minutes: dict[Activity, int] = defaultdict(int)
    for each in spent:
        minutes[each.activity] += each.minutes
    return [Bar(activity_name(each), minutes[each]) for each in Activity if minutes[each]]
