"""The sentences of minutes, the same on paper and in Word; in the language being spoken."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead_words import capitalised
from boardkeeper.domain.sheets.letterhead_words import page_words as letterhead_page_words
from boardkeeper.domain.sheets.minutes import (
    Attendee,
    DecisionWords,
    MinutesItem,
    MinutesSheet,
    Statement,
    TaskWords,
    VoteWords,
)
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Status
from boardkeeper.i18n import _, pgettext

_LONGEST = 170
"""How many characters of a decision the summary shows."""


def page_words(sheet: MinutesSheet) -> PageWords:
    """Header, footer and properties of the minutes."""
    initials = _("Initials:") if sheet.has_initials else ""
    return letterhead_page_words(sheet.letterhead, seal=seal_of(sheet), initials=initials)


def seal_of(sheet: MinutesSheet) -> str:
    """The head of the chain as it stands at the foot of approved minutes, or nothing."""
    if not sheet.digest:
        return ""
    return _("Approved record, version {version}: {digest}").format(
        version=sheet.version, digest=sheet.digest
    )


def when(sheet: MinutesSheet) -> str:
    return capitalised(formats.long_moment(sheet.starts_at, sheet.ends_at))


def facts(sheet: MinutesSheet) -> list[tuple[str, str]]:
    """Where, and who led the meeting and kept its record, those that are known."""
    every = (
        (pgettext("on a notice", "Where"), sheet.place),
        (_("Link"), sheet.link),
        (chair_title(is_general=sheet.is_general), sheet.chair),
        (_("Minute-taker"), sheet.minute_taker),
        *sheet.facts,
    )
    return [(label, text) for label, text in every if text.strip()]


def attendance_of(attendee: Attendee) -> str:
    """Whether and how they took part: "Present, from 19:20 – The ferry was late"."""
    how = ", ".join(part for part in (attendee.presence, attendee.remarks) if part)
    return " – ".join(part for part in (how, attendee.note) if part)


def votes_of(attendee: Attendee) -> str:
    return str(attendee.votes) if attendee.votes else "–"


def interests(sheet: MinutesSheet) -> str:
    """The conflicts of interest, a line each; that there were none, where somebody was there."""
    if not sheet.attendees:
        return ""
    lines = []
    for each in sheet.interests:
        sentence = _("Item {number}: {name}").format(number=each.number, name=each.name)
        reason = each.explanation.rstrip(".")
        if reason:
            sentence += f" – {reason}"
        left = _("left the room") if each.left_the_room else _("stayed in the room")
        lines.append(f"{sentence}; {left}.")
    return "\n".join(lines) or _("None")


def in_brief(text: str) -> str:
    """The text on one line, cut after a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST]
    return cut[: max(cut.rfind(" "), _LONGEST // 2)].rstrip(" ,.;:–-") + " …"


def item_title(item: MinutesItem) -> str:
    if item.is_closed and not item.is_withheld:
        return " ".join((item.title, _("(closed)")))
    return item.title


def about(item: MinutesItem) -> str:
    """Who presented the item, and that it came up at the meeting, on one line."""
    presented = ""
    if item.presenter:
        words = pgettext("presenter of an agenda item", "by {name}")
        presented = words.format(name=item.presenter)
    return " · ".join(part for part in (presented, item.addition) if part)


def decision_name(decision: DecisionWords) -> str:
    return _("Decision {number}").format(number=decision.number).strip()


def basis_of(decision: DecisionWords) -> str:
    return _("Basis: {basis}").format(basis=decision.basis) if decision.basis else ""


def mover_of(vote: VoteWords) -> str:
    return _("Moved by {name}").format(name=vote.moved_by) if vote.moved_by else ""


def lead_of(statement: Statement) -> str:
    """What comes before the words somebody had entered."""
    return _("{name} had entered in the minutes:").format(name=statement.name)


def due_of(task: TaskWords) -> str:
    return formats.short_date(task.due_on) if task.due_on else "–"


def remark_on(task: TaskWords, *, is_brief: bool = False) -> str:
    """Since when it has been a task, unless `is_brief`, and what became of it."""
    remarks = []
    if task.since and not is_brief:
        remarks.append(_("since {date}").format(date=formats.short_date(task.since)))
    if task.status:
        remarks.append(task.status)
    return ", ".join(remarks)


def conclusion(sheet: MinutesSheet) -> list[tuple[str, str]]:
    """How it ended, when the next meeting is, and how far the minutes have come."""
    rows = [
        (_("Meeting closed"), capitalised(sheet.closing)),
        (_("Next meeting"), capitalised(sheet.next_meeting)),
        *sheet.approval,
    ]
    if sheet.letterhead.status is Status.DRAFT:
        rows.append((_("Approval"), _("These minutes are a draft and are not yet approved.")))
    return [(label, text) for label, text in rows if text.strip()]


def signed(sheet: MinutesSheet) -> str:
    """What those who sign put their names to."""
    what = f"{sheet.meeting}, {formats.date(sheet.starts_at)}"
    return _("Signatures: {what}").format(what=what)


def chair_title(*, is_general: bool) -> str:
    """What whoever leads the meeting is called."""
    if is_general:
        return pgettext("general meeting", "Chair of the meeting")
    return _("Meeting chair")
