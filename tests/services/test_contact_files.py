from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from boardkeeper.services.calendar_matching import Standing
from boardkeeper.services.contact_files import ContactFileService
from tests.support.builders import House, membership, organisation, person, term
from tests.support.cards import FOURTH, IPHONE, OLD_PHONE, OUTLOOK, card

CLUB = organisation("Nørrevig Sejlklub")
ANNA = person("Anna Holm", email="anna@holm.example", phone="12 34 56 78", notes="Sejler")


@pytest.fixture(name="files")
def files_of_a_house(house: House) -> ContactFileService:
    return ContactFileService(house.journal, house.clock)


def standings(files: ContactFileService, content: bytes) -> list[tuple[str, str]]:
    return [(row.standing.value, row.title) for row in files.preview(content).rows]


def test_a_second_import_finds_everyone_here_already(files: ContactFileService) -> None:
    content = OLD_PHONE + OUTLOOK + IPHONE + FOURTH
    first = files.store(files.preview(content))
    assert (first.new, first.changed) == (4, 0)
    assert files.preview(content).counts == {Standing.SAME: 4}
    assert not files.preview(content).changes_something


def test_nothing_is_stored_by_looking_and_one_step_takes_the_import_back(
    house: House, files: ContactFileService
) -> None:
    preview = files.preview(OLD_PHONE + OUTLOOK)
    assert house.people.all() == []
    files.store(preview)
    assert len(house.people.all()) == 2
    house.journal.undo()
    assert house.people.all() == []


def test_a_card_changes_what_it_tells_and_nothing_else(
    house: House, files: ContactFileService
) -> None:
    house.keep(ANNA)
    content = card(
        "FN:Anna Holm", "EMAIL:ANNA@holm.example", "TEL:+4512345678", "TITLE:Revisor", "NOTE:Hej"
    )
    (row,) = files.preview(content).rows
    assert (row.standing, row.changed) == (Standing.CHANGED, ("occupation",))
    files.store(files.preview(content))
    assert house.people.all() == [replace(ANNA, occupation="Revisor")]


@pytest.mark.parametrize(
    ("lines", "standing"),
    [
        (["FN:ANNA HOLM"], Standing.SAME),
        (["FN:Anna", "EMAIL:anna@holm.example"], Standing.SAME),
        (["FN:Anna Hølm", "EMAIL:anna@holm.example"], Standing.CHANGED),
        (["FN:Bo Holm", "EMAIL:anna@holm.example"], Standing.NEW),
        (["FN:Anna Holm", "EMAIL:anna@another.example"], Standing.NEW),
        (["FN:Anna Holm", "TEL:87654321"], Standing.CHANGED),
    ],
)
def test_who_a_card_is_of(
    house: House, files: ContactFileService, lines: list[str], standing: Standing
) -> None:
    house.keep(ANNA)
    assert [row.standing for row in files.preview(card(*lines)).rows] == [standing]


def test_a_uid_says_who_it_is_even_under_another_name(
    house: House, files: ContactFileService
) -> None:
    files.store(files.preview(card("UID:abc-1", "FN:Eva Dam", "EMAIL:eva@dam.example")))
    files.store(files.preview(card("UID:abc-1", "FN:Eva Dam Krogh", "EMAIL:eva@krogh.example")))
    (eva,) = house.people.all()
    assert (eva.name, eva.email) == ("Eva Dam Krogh", "eva@krogh.example")


def test_who_stands_twice_in_a_file_is_stored_once(house: House, files: ContactFileService) -> None:
    content = card("FN:Eva Dam", "EMAIL:eva@dam.example") * 2
    assert standings(files, content) == [("new", "Eva Dam"), ("same", "Eva Dam")]
    files.store(files.preview(content))
    assert len(house.people.all()) == 1


def test_two_of_one_name_here_are_left_to_be_told_apart(
    house: House, files: ContactFileService
) -> None:
    house.keep(person("Jens Jensen"), person("Jens Jensen"))
    assert standings(files, card("FN:Jens Jensen")) == [("new", "Jens Jensen")]


def test_only_what_is_wanted_is_stored(house: House, files: ContactFileService) -> None:
    preview = files.preview(card("FN:Anna Holm") + card("FN:Eva Dam") + card("TEL:1"))
    assert preview.in_words() == (
        "2 new, 0 changed, 0 the same as before. 1 could not be read as a person."
    )
    wanted = preview.rows[1].key
    assert wanted is not None
    files.store(preview.taking({wanted}))
    assert [each.name for each in house.people.all()] == ["Eva Dam"]


def test_who_has_changed_since_the_preview_is_not_overwritten(
    house: House, files: ContactFileService
) -> None:
    house.keep(ANNA)
    preview = files.preview(card("FN:Anna Holm", "TITLE:Revisor"))
    house.people.change(replace(ANNA, occupation="Direktør"))
    with pytest.raises(UserError, match="changed since"):
        files.store(preview)
    assert house.people.get(ANNA.id).occupation == "Direktør"


def test_what_is_exported_comes_back_to_the_same_people(
    house: House, files: ContactFileService, tmp_path: Path
) -> None:
    me = person("Åse Ravn", is_me=True, address="Havnen 1\n8000 Aarhus C")
    house.keep(ANNA, me)
    assert files.export_to(tmp_path / "alle.vcf") == 2
    assert files.preview(tmp_path / "alle.vcf").counts == {Standing.SAME: 2}
    for each in (ANNA, me):
        house.people.change(replace(each, name=f"{each.name} Ny"))
    assert files.preview(tmp_path / "alle.vcf").counts == {Standing.SAME: 2}


def test_of_an_organisation_those_are_exported_who_sit_there_today(
    house: House, files: ContactFileService, tmp_path: Path
) -> None:
    bo, left = person("Bo Lund"), person("Carl Dam")
    was = membership(left, CLUB)
    house.keep(CLUB, ANNA, bo, left, membership(bo, CLUB), was)
    house.keep(term(was, "2019-01-01", "2021-01-01"))
    assert files.export_to(tmp_path / "klub.vcf", CLUB.id) == 1
    assert b"FN:Bo Lund" in (tmp_path / "klub.vcf").read_bytes()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    files: ContactFileService, tmp_path: Path
) -> None:
    with (tmp_path / "huge.vcf").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UserError, match="larger than 20 MB"):
        files.preview(tmp_path / "huge.vcf")


def test_a_file_that_is_not_there_is_told(files: ContactFileService, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be read"):
        files.preview(tmp_path / "none.vcf")


def test_a_person_thrown_away_comes_back_by_a_second_import(
    house: House, files: ContactFileService
) -> None:
    files.store(files.preview(FOURTH))
    (zoe,) = house.people.all()
    house.people.discard(zoe.id)
    files.store(files.preview(FOURTH))
    (entry,) = house.trash.entries()
    house.trash.restore(entry.id)
    assert [each.name for each in house.journal.reader.every(Person)] == ["Zoë van der Berg"]
