"""Which organisation or meeting somebody means who names one, or none, at the terminal."""

from __future__ import annotations

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services


def organisation_meant(services: Services, name: str | None) -> Organisation:
    """The one named, or the only one there is. Raises UserError when that is not one."""
    if name is not None:
        return services.organisations.named(name)
    every = services.organisations.all()
    if len(every) == 1:
        return every[0]
    if not every:
        raise UserError(_("There is no organisation yet."))
    names = ", ".join(each.name for each in every)
    message = _("Say whose it is, with --organisation. There are: {names}.")
    raise UserError(message.format(names=names))


def meeting_meant(services: Services, which: str, organisation_name: str | None) -> Meeting:
    """The meeting of that id, or the `next` or `last` one, of an organisation if it is named.

    Raises UserError when there is none.
    """
    organisation_id = None
    if organisation_name is not None:
        organisation_id = services.organisations.named(organisation_name).id
    if which == "next":
        found = services.meetings.next(organisation_id)
        lacking = _("No meeting lies ahead. Plan one, or name another with --meeting.")
    elif which == "last":
        found = services.meetings.last(organisation_id)
        lacking = _("No meeting has been held yet. Name one with --meeting.")
    else:
        return services.meetings.get(MeetingId(which))
    if found is None:
        raise UserError(lacking)
    return found


def item_meant(services: Services, meeting_id: MeetingId, number: str) -> AgendaItemId:
    """The item of that number. Raises UserError when there is none."""
    for line in services.agenda.of(meeting_id).lines:
        if line.number and line.number == number.rstrip("."):
            return line.item.id
    message = _("The agenda has no item {number}. Nothing was changed.")
    raise UserError(message.format(number=number))
