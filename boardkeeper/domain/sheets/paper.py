"""How a document is printed and whom it is for."""

from __future__ import annotations

from enum import StrEnum

from boardkeeper.i18n import _, pgettext


class Profile(StrEnum):
    """The layout of the page."""

    NORMAL = "normal"
    LARGE = "large"
    NOTES = "notes"


class PaperSize(StrEnum):
    """The sheet a document is printed on."""

    A4 = "a4"
    A3 = "a3"


class Edition(StrEnum):
    """How much of a document there is: with closed items, or without a word of them."""

    OPEN = "open"
    FULL = "full"


class Status(StrEnum):
    """What a document is worth: a draft until it is sent, and void when the meeting is off.

    Minutes are a draft until they are approved, whoever has them.
    """

    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"
    CANCELLED = "cancelled"


def profile_name(profile: Profile) -> str:
    """The layout in words."""
    return {
        Profile.NORMAL: _("Normal print"),
        Profile.LARGE: _("Large print"),
        Profile.NOTES: _("Wide margin for notes"),
    }[profile]


def paper_size_name(size: PaperSize) -> str:
    """The sheet by the name it has in a shop; the same in every language."""
    return {PaperSize.A4: "A4", PaperSize.A3: "A3"}[size]


def edition_name(edition: Edition) -> str:
    """The edition in words."""
    return {
        Edition.OPEN: _("Without closed items"),
        Edition.FULL: _("With closed items"),
    }[edition]


def status_mark(status: Status) -> str:
    """The word across every page of what must not be taken for the final document, or nothing."""
    return {
        Status.DRAFT: pgettext("mark on paper", "DRAFT"),
        Status.SENT: "",
        Status.APPROVED: "",
        Status.CANCELLED: pgettext("mark on paper", "CANCELLED"),
    }[status]
