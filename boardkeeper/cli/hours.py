"""`boardkeeper export FILE.xlsx` and `FILE.csv`: time entries, payments, trips; and which year."""

from __future__ import annotations

import argparse
from argparse import Namespace
from pathlib import Path

from boardkeeper.cli.argument_types import month
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.errors import UsageError
from boardkeeper.files import write_whole
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.hours_reports import TableKind
from boardkeeper.services.table_gathering import Lines


def add_first_month(command: argparse.ArgumentParser) -> None:
    """Add the option that says when a year of hours begins."""
    command.add_argument(
        "--from-month",
        type=month,
        metavar="1-12",
        help=_("of hours: the month the year begins in; January unless told otherwise"),
    )


def year_meant(services: Services, asked: Namespace) -> ReportYear:
    """The year asked for, or the one of today."""
    first_month = asked.from_month or 1
    if asked.year is None:
        return services.hours_reports.this_year(first_month)
    return ReportYear(number=asked.year, first_month=first_month)


def is_table(path: Path) -> bool:
    return path.suffix.casefold().removeprefix(".") in set(TableKind)


def exported_hours(services: Services, asked: Namespace) -> str:
    """Write the entries; returns the sentence that says where they lie."""
    organisation_id = None
    if asked.organisation is not None:
        organisation_id = services.organisations.named(asked.organisation).id
    is_of_a_year = asked.year is not None or asked.from_month is not None
    document = services.hours_reports.table(
        TableKind(asked.file.suffix.casefold().removeprefix(".")),
        organisation_id,
        year_meant(services, asked) if is_of_a_year else None,
        what=Lines(asked.what) if asked.what else None,
        language=Language(asked.document_language) if asked.document_language else None,
    ).printed()
    write_whole(asked.file, document.content)
    return _("Saved: {title} → {file}").format(title=document.title, file=asked.file)


def refuse_hours_options(asked: Namespace) -> None:
    """Say so when another file is asked for in words that only a table of hours knows."""
    if asked.year is not None or asked.from_month is not None or asked.what is not None:
        message = _(
            "--year, --from-month and --what are for hours and money, whose file ends in .xlsx or"
            " .csv."
        )
        raise UsageError(message)
