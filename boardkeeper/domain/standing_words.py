"""How a membership's year reads: what was promised, spent, is to come, and is left."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.reference_hours import ReferenceHours
from boardkeeper.domain.standings import Standing
from boardkeeper.i18n import _


def figures(standing: Standing) -> str:
    """`lovet 60 t · brugt 34 t · 20 t endnu`."""
    parts = []
    if standing.is_promised:
        parts.append(_("promised {hours}").format(hours=formats.hours(standing.promised)))
    parts.append(_("spent {hours}").format(hours=formats.hours(standing.spent)))
    parts.append(_("{hours} to come").format(hours=formats.hours(standing.to_come)))
    if standing.is_promised and standing.carried_over:
        message = (
            _("{hours} beyond from before")
            if standing.carried_over > 0
            else _("{hours} left from before")
        )
        parts.append(message.format(hours=formats.hours(abs(standing.carried_over))))
    return " · ".join(parts)


def balance_in_words(standing: Standing) -> str:
    """What the year is expected to end with, held against the promises."""
    if not standing.is_promised:
        return _("nothing promised")
    if standing.balance > 0:
        return _("{hours} beyond").format(hours=formats.hours(standing.balance))
    if standing.balance < 0:
        return _("{hours} left").format(hours=formats.hours(-standing.balance))
    return _("as promised")


def is_beyond(standing: Standing) -> bool:
    """Whether the year is expected to take more than was promised."""
    return standing.is_promised and standing.balance > 0


def others_in_words(reference: ReferenceHours) -> str:
    """`andre 50-130 t`: what a source says seats like it take a year."""
    return _("others {hours}").format(hours=_range(reference))


def source_in_words(reference: ReferenceHours) -> str:
    """Whose hours they are, who was asked, and where it can be read."""
    message = _("{name}: {hours} a year. {basis} Source: {source}")
    return message.format(
        name=reference.name, hours=_range(reference), basis=reference.basis, source=reference.source
    )


def _range(reference: ReferenceHours) -> str:
    most = formats.hours(reference.most * 60)
    if reference.is_average:
        return most
    return f"{formats.number(reference.least)}–{most}"
