"""The papers of a network: the sheet of a group, and the pocket slip."""

from __future__ import annotations

from datetime import date

import pypdfium2 as pdfium
import pytest

from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.identity import Record
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.i18n import Language
from boardkeeper.services.network_papers import NetworkPapers
from tests.support.builders import House, house, meeting, membership, organisation, person
from tests.support.minutes_builders import attendance
from tests.support.network_builders import aim, contact, profile, referral
from tests.support.paper import letters_of, pages_of, text_of

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK, language=Language.ENGLISH)
ME = person("Anna Holm", is_me=True)
BO = person("Bo Lund", occupation="Carpenter", company="Lund & Son")
EVA = person("Eva Krog", occupation="Printer")
OLE = person("Ole Birk", occupation="Dentist")
SEATS = {each: membership(each, GROUP) for each in (ME, BO, EVA, OLE)}
HELD = meeting(GROUP, "2026-02-05 07:15")
NEXT = meeting(GROUP, "2026-03-05 07:15", place="The inn")
EVERYBODY: tuple[Record, ...] = (
    GROUP,
    ME,
    BO,
    EVA,
    OLE,
    *SEATS.values(),
    HELD,
    NEXT,
    attendance(HELD, ME),
    attendance(HELD, BO),
    contact(BO, "2026-01-05"),
    contact(EVA, "2024-05-05"),
    Ambassador(membership_id=SEATS[BO].id, can_explain_since=date(2026, 1, 5)),
    profile(BO, sells="Stairs", ideal_customer="An architect who draws the hard ones"),
    referral(GROUP, ME, BO, "2026-02-01", won_on=date(2026, 2, 20), value=1_250_000),
)


def _papers(home: House) -> NetworkPapers:
    return NetworkPapers(home.journal, home.clock)


def sheet(home: House, *, with_amounts: bool = False) -> bytes:
    return _papers(home).network(GROUP.id, with_amounts=with_amounts).printed().content


def test_the_sheet_tells_of_every_member_what_there_is_between_us() -> None:
    with house(*EVERYBODY) as home:
        text = text_of(sheet(home))
    assert "3 members besides me" in text
    assert "1 of 3 has had a one-to-one in 12 months" in text
    assert "5 Jan 2026" in text
    assert "An architect who draws the hard ones" in text
    assert "Never" in text
    assert "Anna Holm → Bo Lund" in text


def test_what_orders_were_worth_is_hidden_until_it_is_asked_for() -> None:
    with house(*EVERYBODY) as home:
        assert "12,500" not in text_of(sheet(home))
        assert "12,500" in text_of(sheet(home, with_amounts=True))


def test_the_same_sheet_gives_the_same_bytes_but_for_when_it_was_printed() -> None:
    with house(*EVERYBODY) as home:
        prepared = _papers(home).network(GROUP.id)
        assert prepared.printed().content == prepared.printed().content


def test_a_group_of_none_but_me_says_so() -> None:
    with house(GROUP, ME, SEATS[ME]) as home:
        assert "Nobody else sits here." in text_of(sheet(home))


def test_a_hundred_members_go_on_over_the_pages() -> None:
    many = [person(f"Member {number:03}") for number in range(100)]
    seats = [membership(each, GROUP) for each in many]
    with house(GROUP, ME, SEATS[ME], *many, *seats) as home:
        pages = pages_of(sheet(home))
    assert len(pages) > 3
    assert all(f"Member {number:03}" in " ".join(pages) for number in range(100))


def test_the_slip_is_one_page_of_a6_with_goal_ask_people_and_gift() -> None:
    own = aim(NEXT, goal="Meet a printer", ask="The inn", meets="Bo, Eva Krog", gives="A lead")
    with house(*EVERYBODY, own) as home:
        content = _papers(home).pocket(NEXT.id).printed().content
    with pdfium.PdfDocument(content) as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [(298, 420)]
    text = text_of(content)
    for words in ("Meet a printer", "The inn", "Bo Lund", "Carpenter, Lund & Son", "A lead"):
        assert words in text
    assert "Looks for: An architect who draws the hard ones" in text
    assert "whom there is most to do about" not in text


def test_without_names_of_mine_the_slip_suggests_who_needs_attention() -> None:
    with house(*EVERYBODY) as home:
        text = text_of(_papers(home).pocket(NEXT.id).printed().content)
    assert "whom there is most to do about" in text
    assert text.index("Ole Birk") < text.index("Eva Krog") < text.index("Bo Lund")


def test_a_name_nobody_bears_stands_as_it_was_written() -> None:
    with house(*EVERYBODY, aim(NEXT, meets="The new one and Bo")) as home:
        text = text_of(_papers(home).pocket(NEXT.id).printed().content)
    assert "The new one" in text
    assert "Carpenter" in text


@pytest.mark.parametrize("language", list(Language))
def test_very_long_words_stay_on_the_slip(language: Language) -> None:
    own = aim(NEXT, goal="Find one more " * 60, ask="x" * 400, gives="Words " * 90)
    with house(*EVERYBODY, own) as home:
        content = _papers(home).pocket(NEXT.id, language=language).printed().content
    assert len(pages_of(content)) == 1
    assert "Findonemore" in letters_of(content)
