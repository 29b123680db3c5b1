"""Makes the papers of the sample's next meeting: files of our own, and their records.

    python installer/sample_papers.py

The files go to resources/sample/papers, their records into resources/sample/sample.json. There is
one of each kind a pack has to deal with: PDFs of one page and of several, a landscape sheet, a
drawing in A3, a photo held upright, a Word file, a text, a PDF behind a password, and an earlier
version.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from boardkeeper.domain.agenda import AgendaItemId  # noqa: E402 - found through ROOT
from boardkeeper.domain.media_types import media_type_of  # noqa: E402
from boardkeeper.domain.meetings import MeetingId  # noqa: E402
from boardkeeper.domain.organisations import OrganisationId  # noqa: E402
from boardkeeper.domain.papers import Paper, PaperId  # noqa: E402
from boardkeeper.exchange.interchange import interchange_of, records_in  # noqa: E402
from boardkeeper.i18n import Language, speaking  # noqa: E402
from boardkeeper.services.paper_reading import ToRead, read_files  # noqa: E402
from installer import sample_drawings, sample_sheets  # noqa: E402

SAMPLE = ROOT / "resources" / "sample"
_BODY = "boernehus"
_MEETING = f"{_BODY}-14"
_ADDED = date(2026, 11, 13)
_ADDED_LATER = date(2026, 11, 17)


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePaper:
    """A paper of the sample. `item` is the end of its item's id; `replaced_by` another's name."""

    name: str
    item: str = ""
    title: str
    file_name: str
    content: bytes
    position: int = 0
    replaced_by: str = ""
    added_on: date = _ADDED
    notes: str = ""
    is_of_meeting: bool = True


def papers() -> list[SamplePaper]:
    """Every paper, its file drawn anew."""
    return [
        SamplePaper(
            name="budget",
            item="04",
            title="Budgetopfølgning",
            file_name="Budgetopfølgning.pdf",
            content=sample_sheets.budget(),
        ),
        SamplePaper(
            name="legeplads",
            item="05",
            title="Legepladsen i tre etaper",
            file_name="Legepladsen i tre etaper.pdf",
            content=sample_sheets.playground(),
        ),
        SamplePaper(
            name="plan",
            item="05",
            title="Situationsplan",
            file_name="Situationsplan_A3.pdf",
            content=sample_drawings.site_plan(),
            position=1,
        ),
        SamplePaper(
            name="foto",
            item="05",
            title="Stedet, børnene viste os",
            file_name="Bag skuret.jpg",
            content=sample_drawings.photo(),
            position=2,
        ),
        SamplePaper(
            name="princip",
            item="06",
            title="Princip for billeder og beskeder, udkast",
            file_name="Princip for billeder og beskeder.docx",
            content=sample_sheets.principle(),
        ),
        SamplePaper(
            name="hoering-1",
            item="08",
            title="Høringssvar om åbningstid",
            file_name="Høringssvar, første udkast.pdf",
            content=sample_sheets.hearing(is_first=True),
            replaced_by="hoering-2",
        ),
        SamplePaper(
            name="hoering-2",
            item="08",
            title="Høringssvar om åbningstid",
            file_name="Høringssvar, udkast.pdf",
            content=sample_sheets.hearing(is_first=False),
            added_on=_ADDED_LATER,
        ),
        SamplePaper(
            name="fravaer",
            item="09",
            title="Fravær pr. stue",
            file_name="Fravær pr. stue (beskyttet).pdf",
            content=sample_sheets.absence(),
            notes="Adgangskoden fås hos Hanne.",
        ),
        SamplePaper(
            name="arbejdsdag",
            title="Huskeliste til arbejdsdagen",
            file_name="Huskeliste til arbejdsdagen.md",
            content=sample_sheets.working_day(),
        ),
        SamplePaper(
            name="forretningsorden",
            title="Forretningsorden",
            file_name="Forretningsorden.pdf",
            content=sample_sheets.procedure(),
            is_of_meeting=False,
        ),
    ]


def main() -> None:
    """Draw the files and write them with their records."""
    folder = SAMPLE / "papers"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    with speaking(Language.DANISH):
        drawn = papers()
    made = [_record(each, folder) for each in drawn]
    sample = SAMPLE / "sample.json"
    others = [each for each in records_in(sample.read_bytes()) if not isinstance(each, Paper)]
    sample.write_bytes(interchange_of([*others, *made]))


def _record(paper: SamplePaper, folder: Path) -> Paper:
    digest = sha256(paper.content).hexdigest()
    path = folder / digest
    path.write_bytes(paper.content)
    media_type = media_type_of(paper.file_name, paper.content[:8192])
    (facts,) = read_files([ToRead(path, media_type)])
    return Paper(
        id=PaperId(f"paper-{_MEETING}-{paper.name}"),
        organisation_id=OrganisationId(f"organisation-{_BODY}"),
        meeting_id=MeetingId(f"meeting-{_MEETING}") if paper.is_of_meeting else None,
        item_id=AgendaItemId(f"item-{_MEETING}-{paper.item}") if paper.item else None,
        position=paper.position,
        title=paper.title,
        file_name=paper.file_name,
        media_type=media_type,
        digest=digest,
        size=len(paper.content),
        pages=facts.pages,
        words=facts.words,
        added_on=paper.added_on,
        replaced_by_id=(
            PaperId(f"paper-{_MEETING}-{paper.replaced_by}") if paper.replaced_by else None
        ),
        notes=paper.notes,
    )


if __name__ == "__main__":
    main()
