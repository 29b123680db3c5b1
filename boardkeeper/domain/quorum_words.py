"""A quorum in words, in the language spoken: the line of the minutes and the line on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import Share, share_name
from boardkeeper.domain.quorum import Assembly, ItemQuorum, QuorumChange, Requirement
from boardkeeper.i18n import _, ngettext


def quorum_in_words(quorum: ItemQuorum) -> str:
    """In full: "5 of 7 members present; the board is quorate (asks for more than half)"."""
    present = _present(quorum)
    requirement = quorum.requirement
    if requirement.assembly is Assembly.GENERAL_MEETING:
        return present
    if requirement.asks_for_nothing:
        return _("{present}; no quorum is asked for").format(present=present)
    if requirement.assembly is Assembly.BOARD:
        sentence = (
            _("{present}; the board is quorate (asks for {asked})")
            if quorum.is_quorate
            else _("{present}; the board is not quorate (asks for {asked})")
        )
    else:
        sentence = (
            _("{present}; the meeting is quorate (asks for {asked})")
            if quorum.is_quorate
            else _("{present}; the meeting is not quorate (asks for {asked})")
        )
    return sentence.format(present=present, asked=requirement_in_words(requirement))


def change_in_words(change: QuorumChange) -> str:
    """Who came and went, and how the quorum stands now: "Bo Lund left; 3 of 6 members …"."""
    comings = (
        (change.came, _("{names} came")),
        (change.returned, _("{names} took part again")),
        (change.left, _("{names} left")),
        (
            change.conflicted,
            ngettext(
                "{names} has a conflict of interest",
                "{names} have a conflict of interest",
                len(change.conflicted),
            ),
        ),
    )
    told = [words.format(names=_listed(names)) for names, words in comings if names]
    return "; ".join([*told, quorum_in_words(change.after)])


def requirement_in_words(requirement: Requirement) -> str:
    """What is asked for: "more than half and the chair or the vice-chair, rules § 4"."""
    parts = []
    if requirement.share is not Share.NONE:
        share = share_name(requirement.share)
        parts.append(share[:1].lower() + share[1:])
    if requirement.count:
        parts.append(
            ngettext(
                "at least {count} member", "at least {count} members", requirement.count
            ).format(count=requirement.count)
        )
    if requirement.roles:
        parts.append(_roles(requirement.roles))
    asked = _listed(parts)
    if not requirement.basis:
        return asked
    return _("{asked}, {basis}").format(asked=asked, basis=requirement.basis)


def _present(quorum: ItemQuorum) -> str:
    count = quorum.counted_of
    if quorum.requirement.assembly is Assembly.GENERAL_MEETING:
        words = ngettext(
            "{present} of {count} board member present",
            "{present} of {count} board members present",
            count,
        )
    elif quorum.conflicted:
        words = ngettext(
            "{present} of {count} member without a conflict of interest present",
            "{present} of {count} members without a conflict of interest present",
            count,
        )
    else:
        words = ngettext(
            "{present} of {count} member present", "{present} of {count} members present", count
        )
    present = words.format(present=quorum.present, count=count)
    if quorum.by_proxy:
        present = _("{present} ({count} of them by proxy)").format(
            present=present, count=quorum.by_proxy
        )
    if quorum.missing_roles:
        present = _("{present}, but not {roles}").format(
            present=present, roles=_roles(quorum.missing_roles)
        )
    return present


def _roles(roles: Sequence[Role]) -> str:
    words = {
        Role.CHAIR: _("the chair"),
        Role.VICE_CHAIR: _("the vice-chair"),
        Role.TREASURER: _("the treasurer"),
        Role.SECRETARY: _("the secretary"),
        Role.MEMBER: _("an ordinary member"),
        Role.MANAGER: _("the manager"),
    }
    first, *others = [words[role] for role in roles]
    for other in others:
        first = _("{roles} or {role}").format(roles=first, role=other)
    return first


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{names} and {last}").format(names=", ".join(parts[:-1]), last=parts[-1])
