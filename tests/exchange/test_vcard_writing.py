from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.people import Person
from boardkeeper.exchange.limited import no_report
from boardkeeper.exchange.vcard_cards import file_from_plain
from boardkeeper.exchange.vcard_reading import read_cards
from boardkeeper.exchange.vcard_writing import cards_of
from tests.support.builders import person

ANNA = person(
    "Anna Kirstine Holm",
    company="Holm; Tryk, ApS",
    occupation="Bogtrykker",
    email="anna@holm.example",
    phone="+45 12 34 56 78",
    address="Strandvejen 1\n2. th\n8000 Aarhus C\nDanmark",
    notes="Drikker sort kaffe",
    how_we_met="På molen",
)


def test_a_card_tells_what_others_may_know() -> None:
    text = cards_of([ANNA]).decode()
    for line in (
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Holm;Anna Kirstine;;;",
        "FN:Anna Kirstine Holm",
        "ORG:Holm\\; Tryk\\, ApS",
        "TITLE:Bogtrykker",
        "EMAIL;TYPE=INTERNET:anna@holm.example",
        "TEL;TYPE=VOICE:+45 12 34 56 78",
        "ADR;TYPE=POSTAL:;;Strandvejen 1\\n2. th;Aarhus C;;8000;Danmark",
        "END:VCARD",
    ):
        assert f"{line}\r\n" in text


def test_what_one_noted_of_somebody_stays_at_home() -> None:
    content = cards_of([ANNA]).decode()
    assert "kaffe" not in content
    assert "molen" not in content


def test_the_same_people_give_the_same_bytes_in_whatever_order() -> None:
    others = [person(name) for name in ("Bo Lund", "Åse Ravn", "Cher")]
    assert cards_of([ANNA, *others]) == cards_of([*reversed(others), ANNA])


def test_no_line_is_longer_than_others_read_nor_cut_within_a_letter() -> None:
    content = cards_of([person("Æ" * 100, company="🎉" * 60)])
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=60).map(
    lambda text: " ".join(text.split())
)


@given(
    name=WORDS.filter(bool),
    company=WORDS,
    phone=WORDS,
    street=WORDS,
    town=st.sampled_from(["", "8000 Aarhus C", "211 20 Malmö"]),
)
def test_what_is_written_reads_the_same(
    name: str, company: str, phone: str, street: str, town: str
) -> None:
    address = "\n".join(filter(None, (street, town)))
    told = Person(name=name, company=company, phone=phone[:40], address=address)
    (card,) = file_from_plain(read_cards(cards_of([told]), {}, no_report)).cards
    assert card.name == name
    assert card.company == ("" if company == name else company)
    assert card.phone == phone[:40].strip().removeprefix("tel:")
    assert card.address == address
