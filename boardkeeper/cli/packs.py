"""`boardkeeper print pack …`: a meeting's papers as one file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from boardkeeper.cli.meant import item_meant, meeting_meant
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.word_passwords import word_password
from boardkeeper.i18n import Language, _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.packs import in_layout


def pack_printed(services: Services, asked: Namespace) -> str:
    """Make the pack asked for; returns where it lies, how long it is, and what to look at."""
    meeting = meeting_meant(services, asked.meeting or "next", asked.organisation)
    profile = services.packs.profile_of(meeting.organisation_id)
    if asked.profile != Profile.NORMAL:
        profile = in_layout(profile, Profile(asked.profile))
    if asked.two_sided:
        profile = replace(profile, is_two_sided=True)
    edition = PackEdition(asked.edition)
    if edition is PackEdition.FULL and (asked.recipient or asked.withhold):
        edition = PackEdition.PERSONAL
    prepared = services.packs.prepare(
        meeting.id,
        edition=edition,
        profile=profile,
        recipient=asked.recipient,
        withheld=[item_meant(services, meeting.id, each) for each in asked.withhold],
        language=Language(asked.document_language) if asked.document_language else None,
    )
    pack = prepared.build(target=asked.output, password=word_password() if asked.password else "")
    if asked.release:
        services.packs.release(meeting.id, pack)
    said = ngettext(
        "Printed: {title}, {count} page → {file}",
        "Printed: {title}, {count} pages → {file}",
        pack.pages,
    )
    lines = [said.format(title=pack.title, count=pack.pages, file=asked.output), *pack.warnings]
    if pack.password:
        lines.append(_("Password: {password}").format(password=pack.password))
    return "\n".join(lines)
