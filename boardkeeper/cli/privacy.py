"""`boardkeeper about NAME` and `erase NAME`: what is held about a person, and taking it away."""

from __future__ import annotations

import argparse
from argparse import Namespace
from pathlib import Path
from typing import Any

from boardkeeper.domain.people import Person
from boardkeeper.errors import UsageError, UserError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _, ngettext
from boardkeeper.services.catalogue import Services


def add_privacy(commands: argparse._SubParsersAction[Any]) -> None:
    """Add both commands and their options."""
    about = commands.add_parser("about", help=_("what is held about a person"))
    about.add_argument("name", metavar=_("NAME"), help=_("the person's full name"))
    about.add_argument(
        "-o", "--output", type=Path, metavar=_("FILE"), help=_("the file: .pdf or .json")
    )
    about.add_argument(
        "--language",
        dest="document_language",
        choices=[each.value for each in Language],
        help=_("the paper's language"),
    )
    erase = commands.add_parser("erase", help=_("erase a person; it cannot be undone"))
    erase.add_argument("name", metavar=_("NAME"), help=_("the person's full name"))
    erase.add_argument("--yes", action="store_true", help=_("erase, not only show what would go"))


def told(services: Services, asked: Namespace) -> str:
    """Write what is held about a person, or say it in numbers."""
    person = _person_meant(services, asked.name)
    if asked.output is None:
        return _in_numbers(services, person)
    suffix = asked.output.suffix.casefold()
    if suffix == ".json":
        write_whole(asked.output, services.privacy.as_json(person.id))
    elif suffix == ".pdf":
        spoken = Language(asked.document_language) if asked.document_language else None
        paper = services.privacy.paper(person.id, language=spoken).printed()
        write_whole(asked.output, paper.content)
    else:
        raise UsageError(_("What is held is written to a file that ends in .pdf or .json."))
    return _("Saved: {title} → {file}").format(
        title=_("What we hold about {name}").format(name=person.name), file=asked.output
    )


def erased(services: Services, asked: Namespace) -> str:
    """Erase a person, or say what would go."""
    person = _person_meant(services, asked.name)
    if not asked.yes:
        held = _in_numbers(services, person)
        unchanged = _("Nothing was changed. --yes erases them; it cannot be undone.")
        return f"{held}\n{unchanged}"
    copies = services.privacy.held(person.id).copies
    erasure = services.privacy.erase(person.id)
    words = _(
        "Erased. Records changed or gone: {records}. Passages of approved minutes: {passages}."
    )
    lines = [words.format(records=erasure.records, passages=erasure.passages)]
    lines += [_("This older copy still holds them: {file}").format(file=each) for each in copies]
    return "\n".join(lines)


def _in_numbers(services: Services, person: Person) -> str:
    held = services.privacy.held(person.id)
    counted = [
        (
            len(held.pointing) + 1,
            ngettext("{count} record", "{count} records", len(held.pointing) + 1),
        ),
        (len(held.named), ngettext("{count} text", "{count} texts", len(held.named))),
        (len(held.papers), ngettext("{count} paper", "{count} papers", len(held.papers))),
        (len(held.in_trash), _("{count} in the trash")),
    ]
    parts = [words.format(count=count) for count, words in counted]
    lines = [f"{person.name}: {', '.join(parts)}."]
    lines += [
        _("This older copy still holds them: {file}").format(file=each) for each in held.copies
    ]
    return "\n".join(lines)


def _person_meant(services: Services, name: str) -> Person:
    alike = [each for each in services.people.all() if each.name.casefold() == name.casefold()]
    if not alike:
        message = _("Nobody is called “{name}”. “boardkeeper list people” shows who there is.")
        raise UserError(message.format(name=name))
    if len(alike) > 1:
        message = _("Several people are called “{name}”. Give them different names first.")
        raise UserError(message.format(name=name))
    return alike[0]
