"""The errors a person is told about; everything else is a bug."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can understand and act on.

    The text is the message itself, in the active language: what happened, what is safe, what to do.
    """


class InvalidField(UserError):
    """A field of a record has a value the record refuses.

    `field` is the attribute's name, so that a dialog can put the message by the field's own label.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class UsageError(UserError):
    """The words of a command line make no sense together; the program ends with exit code 2."""
