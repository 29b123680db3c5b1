"""Packs gathered from the records: what each edition holds, and what the next version changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.packs import PackPart
from boardkeeper.domain.sheets.pack import PackEdition
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services.catalogue import Services
from boardkeeper.services.pack_building import Pack
from tests.support.builders import house, item, meeting, organisation
from tests.support.hostile import everything_in, locked
from tests.support.packs import a_pdf
from tests.support.paper import pages_of, text_of

SECRETS = ("Hemmelighed", "Naboklage", "fortrolig", "Tavst bilag")


@dataclass(frozen=True)
class Evening:
    """A board's meeting: an open item, a closed one, each with a paper, and a loose one."""

    services: Services
    meeting: Meeting
    budget: AgendaItem
    closed: AgendaItem
    folder: Path

    def pack(self, edition: PackEdition = PackEdition.FULL, **how: object) -> Pack:
        prepared = self.services.packs.prepare(self.meeting.id, edition=edition, **how)  # type: ignore[arg-type] # by name
        return prepared.build()

    def add(self, name: str, **where: object) -> None:
        path = a_pdf(self.folder / f"{name}.pdf", 2, text=name)
        self.services.papers.add([path], **where)  # type: ignore[arg-type] # by name


@pytest.fixture(name="evening")
def an_evening(tmp_path: Path) -> Iterator[Evening]:
    board = organisation("Grundejerforeningen Solbakken")
    held = meeting(board, "2026-03-05 19:00", number=14)
    budget = item(held, "Budget", position=0, minutes=20, background="Tallene er lagt frem.")
    closed = item(
        held,
        "Hemmelighed om nr. 7",
        position=1,
        is_closed=True,
        background="Naboklage",
        recommendation="Det er fortrolig",
    )
    below = item(held, "Naboklagen fra nr. 9", parent=closed, position=0)
    with house(board, held, budget, closed, below, path=tmp_path / "board.db") as built:
        services = Services.over(built.store, built.clock)
        evening = Evening(services, held, budget, closed, tmp_path)
        evening.add("Regneark", item_id=budget.id)
        evening.add("Tavst bilag", item_id=closed.id)
        evening.add("Huskeliste", meeting_id=held.id)
        yield evening


def test_the_full_pack_has_everything(evening: Evening) -> None:
    text = text_of(evening.pack().content)
    for words in ("Regneark page 2", "Tavst bilag page 1", "Huskeliste page 1", *SECRETS[:3]):
        assert words in text


def test_the_open_pack_has_not_a_word_of_closed_items(evening: Evening) -> None:
    pack = evening.pack(PackEdition.OPEN)
    everything = everything_in(pack.content)
    text = text_of(pack.content)
    for secret in SECRETS:
        assert secret not in text
        assert secret not in pack.file_name + pack.title
        for written in (
            secret.encode(),
            secret.encode("utf-16-be"),
            secret.encode("utf-16-be").hex().encode(),
        ):
            assert written not in everything
    assert "Regneark page 1" in text
    assert "Lukket punkt" in text


def test_the_open_pack_tells_nothing_of_closed_items_of_a_full_one_before(evening: Evening) -> None:
    evening.services.packs.release(evening.meeting.id, evening.pack())
    pack = evening.pack(PackEdition.OPEN)
    text = text_of(pack.content)
    assert not [secret for secret in SECRETS if secret in text]
    assert "Ændringer siden version 1" in text


def test_a_personal_copy_has_only_the_title_of_what_is_withheld(evening: Evening) -> None:
    pack = evening.pack(PackEdition.PERSONAL, recipient="Anna Holm", withheld=[evening.budget.id])
    text = text_of(pack.content)
    assert "Anna Holm" in pages_of(pack.content)[0]
    assert "Anna-Holm" in pack.file_name
    assert "Budget (ikke i dette eksemplar)" in text
    assert "Regneark" not in text
    assert "Tallene er lagt frem" not in text


def test_the_agenda_alone_has_the_cases_and_no_papers(evening: Evening) -> None:
    text = text_of(evening.pack(PackEdition.AGENDA).content)
    assert "Tallene er lagt frem" in text
    assert "Regneark page" not in text


def test_an_item_without_a_page_leads_to_its_first_appendix(evening: Evening) -> None:
    services = evening.services
    services.agenda.change(replace(services.agenda.get(evening.budget.id), background=""))
    pack = evening.pack()
    assert "bilag s. 1/2" in text_of(pack.content)


def test_versions_count_on_and_tell_what_changed(evening: Evening) -> None:
    first = evening.pack()
    evening.services.packs.release(evening.meeting.id, first)
    evening.add("Nyt tilbud", item_id=evening.budget.id)
    [paper, *_others] = evening.services.papers.of_item(evening.budget.id)
    evening.services.papers.replace(paper.paper.id, a_pdf(evening.folder / "Regneark2.pdf", 1))
    second = evening.pack()
    assert (first.version, second.version) == (1, 2)
    assert second.file_name.endswith("_v2.pdf")
    page = next(each for each in pages_of(second.content) if "Udskriv kun siderne" in each)
    assert "Nyt tilbud" in page
    assert "Regneark" in page
    assert "Huskeliste" not in page


def test_a_supplement_has_only_what_came_since(evening: Evening) -> None:
    evening.services.packs.release(evening.meeting.id, evening.pack())
    added = evening.services.agenda.add(evening.meeting.id, "Hul i vejen", minutes=5)
    evening.add("Foto af hullet", item_id=added.id)
    pack = evening.pack(PackEdition.SUPPLEMENT)
    text = text_of(pack.content)
    assert "Tillægsdagsorden" in text
    assert "Hul i vejen" in text
    assert "Foto af hullet page 2" in text
    assert "Regneark" not in text


def test_there_is_no_supplement_to_nothing(evening: Evening) -> None:
    with pytest.raises(UserError, match="nothing to supplement"):
        evening.pack(PackEdition.SUPPLEMENT)


def test_releasing_is_undone_like_anything_else(evening: Evening) -> None:
    evening.services.packs.release(evening.meeting.id, evening.pack())
    evening.services.journal.undo()
    assert evening.services.packs.versions(evening.meeting.id) == []


def test_an_organisation_chooses_the_parts_of_its_packs(evening: Evening) -> None:
    packs = evening.services.packs
    usual = packs.profile_of(evening.meeting.organisation_id)
    packs.change_profile(replace(usual, parts="contents,items", page_limit=3))
    assert packs.profile_of(evening.meeting.organisation_id).chosen_parts == (
        PackPart.CONTENTS,
        PackPart.ITEMS,
    )
    pack = evening.pack()
    assert "Indhold" in pages_of(pack.content)[0]
    assert any("grænsen er 3" in each for each in pack.warnings)


def test_a_paper_that_cannot_be_opened_is_named_and_the_pack_is_made(evening: Evening) -> None:
    path = evening.folder / "hemmelig.pdf"
    locked(path)
    evening.services.papers.add([path], item_id=evening.budget.id)
    pack = evening.pack()
    assert pack.warnings == ("Bilag 1.2 – hemmelig: hemmelig.pdf (beskyttet med adgangskode)",)


def test_a_paper_left_out_of_packs_is_not_in_it(evening: Evening) -> None:
    [paper, *_others] = evening.services.papers.of_item(evening.budget.id)
    evening.services.papers.change(replace(paper.paper, is_in_pack=False))
    assert "Regneark" not in text_of(evening.pack().content)


def test_a_stopped_pack_leaves_nothing_behind(evening: Evening) -> None:
    target = evening.folder / "out" / "pack.pdf"
    prepared = evening.services.packs.prepare(evening.meeting.id)
    with pytest.raises(Cancelled):
        prepared.build(is_cancelled=lambda: True, target=target)
    assert not target.exists()
    assert not list(evening.folder.glob("**/*.part"))


def test_a_pack_that_cannot_be_made_leaves_the_one_before(evening: Evening) -> None:
    target = evening.folder / "pack.pdf"
    target.write_bytes(b"the one before")
    prepared = evening.services.packs.prepare(evening.meeting.id)
    with pytest.raises(Cancelled):
        prepared.build(is_cancelled=lambda: True, target=target)
    assert target.read_bytes() == b"the one before"


def test_every_part_can_be_in_it(evening: Evening) -> None:
    packs = evening.services.packs
    usual = packs.profile_of(evening.meeting.organisation_id)
    packs.change_profile(replace(usual, parts=",".join(PackPart)))
    text = text_of(evening.pack().content)
    for words in ("Interesseregister", "Årshjul", "Mødeplan", "Opgaveliste"):
        assert words in text
    assert "Interesseregister" not in text_of(evening.pack(PackEdition.OPEN).content)
