from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.exchange.limited import USUAL_LIMITS, Limits, RefusedFile, no_report
from boardkeeper.exchange.vcard_cards import Card, CardFile, file_from_plain
from boardkeeper.exchange.vcard_reading import cards_in, read_cards
from tests.support.cards import FOURTH, IPHONE, OLD_PHONE, OUTLOOK, card


def read(content: bytes) -> CardFile:
    """What the child finds, without starting one."""
    return file_from_plain(read_cards(content, {}, no_report))


def only(content: bytes) -> Card:
    (found,) = read(content).cards
    return found


def test_an_old_phone_s_quoted_printable_danish_reads() -> None:
    assert only(OLD_PHONE) == Card(
        name="Åse Sørensen",
        email="aase@soe.example",
        phone="+45 20 30 40 50",
        note="Bor på Ærø\nog har båd",
        also=("Telephone: 98 12 34 56",),
    )


def test_a_card_of_outlook_reads() -> None:
    assert only(OUTLOOK) == Card(
        name="Jørgen Kjær",
        occupation="Direktør",
        company="Kjær & Søn A/S",
        email="jk@kjaer.example",
        phone="+45 (33) 12 34 56",
        address="Havnegade 12\n2. tv\n1058 København K\nDanmark",
    )


def test_a_card_of_an_iphone_reads() -> None:
    assert only(IPHONE) == Card(
        uid="8F0C1B0E-7C8B-4E6A-9A52-0D6F2D1E9B11",
        name="Märta Nyström",
        company="Öresund Bygg AB",
        email="marta@bygg.example",
        phone="+46 70 123 45 67",
        address="Strandgatan 4\n2 tr\n211 20 Malmö\nSverige",
        note="Taler dansk, og gerne; siger hun",
        also=("E-mail: marta@privat.example",),
    )


def test_a_card_of_the_fourth_version_reads() -> None:
    assert only(FOURTH) == Card(
        uid="urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
        name="Zoë van der Berg",
        occupation="Revisor",
        email="zoe@netwerk.example",
        phone="+31-6-1234-5678",
        address="Kade 1\n3511 Utrecht\nNL",
    )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Holm;Anna;K.;Dr.;jr."], "Dr. Anna K. Holm jr."),
        (["FN:", "N:;;;;", "NICKNAME:Sømanden"], "Sømanden"),
        (["ORG:Havnen A/S;Drift"], "Havnen A/S"),
        (["EMAIL:post@havnen.example"], "post@havnen.example"),
        (["FN:Holm\\, Anna"], "Holm, Anna"),
    ],
)
def test_a_name_is_found_where_there_is_one(lines: list[str], name: str) -> None:
    assert only(card(*lines)).name == name


def test_one_bad_card_does_not_lose_the_others() -> None:
    broken = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Lund\r\n"
    group = card("KIND:group", "FN:Bestyrelsen", version="4.0")
    found = read(card("FN:Anna Holm") + broken + group + card("TEL:1") + card("FN:Eva Dam"))
    assert [each.name for each in found.cards] == ["Anna Holm", "Eva Dam"]
    assert [(each.title, each.reason) for each in found.unreadable] == [
        ("Bo Lund", "The card is cut off."),
        ("Bestyrelsen", "It is a list or a place, not a person."),
        ("–", "It names nobody."),
    ]


def test_a_secretary_within_a_card_is_not_taken_for_somebody() -> None:
    nested = b"BEGIN:VCARD\r\nFN:Chef\r\nAGENT:\r\n" + card("FN:Sekretær") + b"TITLE:Boss\r\n"
    (found,) = read(nested + b"END:VCARD\r\n").cards
    assert (found.name, found.occupation) == ("Chef", "Boss")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_reads_in_whatever_its_letters_are_written(encoding: str) -> None:
    content = card("FN:Åse Sørensen").decode().encode(encoding)
    assert only(content).name == "Åse Sørensen"


def test_lines_fold_and_end_as_they_like() -> None:
    content = card("FN:Anna H\r\n\tolm", "TITLE:Re\r\n visor").replace(b"\r\n", b"\n")
    assert (only(content).name, only(content).occupation) == ("Anna Holm", "Revisor")
    assert only(content.replace(b"\n", b"\r")).name == "Anna Holm"


def test_what_is_no_file_of_contacts_is_refused() -> None:
    with pytest.raises(RefusedFile, match="not a file of contacts"):
        read(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


def test_a_picture_of_fifteen_megabytes_is_passed_over() -> None:
    picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 15_000_000
    folded = "\r\n".join(["LOGO;ENCODING=b:", *[" " + "B" * 74] * 20_000])
    found = cards_in(card("FN:Anna Holm", picture, folded, "TEL:12345678"))
    assert [each.phone for each in found.cards] == ["12345678"]


def test_a_picture_of_fifty_megabytes_is_refused_within_a_second() -> None:
    content = card("FN:Anna Holm", "PHOTO;ENCODING=b:" + "A" * 50_000_000)
    begun = perf_counter()
    with pytest.raises(RefusedFile, match="larger than 20 MB"):
        cards_in(content)
    assert perf_counter() - begun < 1


def test_more_cards_than_anybody_knows_are_refused() -> None:
    with pytest.raises(RefusedFile, match="20000"):
        read(card("FN:Anna") * 20_001)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(RefusedFile, match="more than 0 seconds"):
        cards_in(card("FN:Anna"), limits=Limits(seconds=0.0))


def test_the_child_finds_what_the_reader_finds() -> None:
    content = OLD_PHONE + OUTLOOK + IPHONE + FOURTH
    assert cards_in(content, limits=USUAL_LIMITS) == read(content)


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_card_the_others_are_read(garbage: bytes) -> None:
    noise = garbage.replace(b"BEGIN", b"").replace(b"begin", b"").replace(b"GENT", b"")
    content = b"BEGIN:VCARD\r\n" + noise + b"\r\nEND:VCARD\r\n" + card("FN:Eva Dam")
    names = [each.name for each in read(content).cards]
    assert names[-1:] == ["Eva Dam"]
