"""How somebody on the roll reads as a chip: a mark, a name, and what is to be said of them."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.attendance import (
    Attendance,
    Capacity,
    Presence,
    capacity_name,
    presence_name,
)
from boardkeeper.domain.roll import title_in_words
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Tone
from boardkeeper.ui.minutes.chips import ChipFace
from boardkeeper.ui.minutes.sitting import Sitting

_LOOKS = {
    Presence.UNKNOWN: ("circle-dashed", Tone.NEUTRAL),
    Presence.PRESENT: ("circle-check", Tone.SUCCESS),
    Presence.DIGITAL: ("video", Tone.SUCCESS),
    Presence.APOLOGIES: ("user-minus", Tone.WARNING),
    Presence.ABSENT: ("user-x", Tone.DANGER),
}
_ROUND = (Presence.PRESENT, Presence.APOLOGIES, Presence.ABSENT, Presence.DIGITAL)


def next_presence(presence: Presence) -> Presence:
    """What Space makes of it: there, apologies, absent, online, and there again."""
    if presence not in _ROUND:
        return Presence.PRESENT
    return _ROUND[(_ROUND.index(presence) + 1) % len(_ROUND)]


def chip_of(each: Attendance, sitting: Sitting) -> ChipFace:
    icon, tone = _LOOKS[each.presence]
    remarks = remarks_on(each, sitting)
    spoken = _("{name}, {title}: {presence}").format(
        name=each.name,
        title=title_in_words(each),
        presence=presence_name(each.presence).lower(),
    )
    return ChipFace(
        key=each.id,
        name=each.name,
        icon=icon,
        tone=tone,
        remark=" · ".join(remarks),
        spoken=", ".join([spoken, *_shown_only(remarks, each)]),
    )


def remarks_on(each: Attendance, sitting: Sitting) -> list[str]:
    """What is to be read beside the name: why away, since when, for whom."""
    remarks = []
    if each.presence in (Presence.APOLOGIES, Presence.ABSENT, Presence.DIGITAL):
        remarks.append(_presence_beside(each.presence))
    if each.capacity is not Capacity.MEMBER and each.stands_for_id is None:
        remarks.append(capacity_name(each.capacity).lower())
    if each.stands_for_id is not None:
        remarks.append(_("for {name}").format(name=sitting.name_of(each.stands_for_id)))
    if each.proxy_to_id is not None and not each.took_part:
        remarks.append(_("proxy: {name}").format(name=sitting.name_of(each.proxy_to_id)))
    if each.arrived_at is not None:
        remarks.append(_("from {time}").format(time=formats.time(each.arrived_at)))
    if each.left_at is not None:
        remarks.append(_("until {time}").format(time=formats.time(each.left_at)))
    return remarks


def _presence_beside(presence: Presence) -> str:
    return {
        Presence.APOLOGIES: _("apologies"),
        Presence.ABSENT: _("absent"),
        Presence.DIGITAL: _("online"),
    }[presence]


def _shown_only(remarks: list[str], each: Attendance) -> list[str]:
    """The remarks without the presence, which is spoken in full."""
    is_said = each.presence in (Presence.APOLOGIES, Presence.ABSENT, Presence.DIGITAL)
    return remarks[1:] if is_said else remarks
