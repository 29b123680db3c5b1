from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from boardkeeper.services.relation_papers import RelationPapers
from tests.support.builders import House, meeting, membership, organisation, person, term
from tests.support.minutes_builders import task, task_owner
from tests.support.network_builders import contact, profile, referral
from tests.support.paper import pages_of, text_of

CLUB = organisation(
    "Nørrevig Sejlklub",
    purpose="Vi sejler. Og jeg kommer mest for kaffen.",
    language=Language.DANISH,
)
NETWORK = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
ME = person("Åse Ravn", is_me=True, occupation="Konsulent", email="aase@ravn.example")
ANNA = person("Anna Holm", occupation="Bogtrykker", how_we_met="På molen")
BO = person("Bo Lund")
NEXT = meeting(CLUB, "2026-03-05 19:00", number=4)
MINE = membership(ME, CLUB, role=Role.CHAIR)


@pytest.fixture(name="papers")
def papers_of_a_club(house: House) -> RelationPapers:
    house.keep(CLUB, NETWORK, ME, ANNA, BO, MINE, membership(ANNA, CLUB), membership(BO, CLUB))
    house.keep(NEXT)
    return RelationPapers(house.journal, house.clock)


def brief(papers: RelationPapers, language: Language | None = None) -> str:
    return text_of(papers.brief(NEXT.id, language=language).printed().content)


def test_the_brief_says_who_comes_the_last_talk_and_what_i_owe(
    house: House, papers: RelationPapers
) -> None:
    work = task(CLUB, "Indhent tilbud", due="2026-03-04")
    house.keep(work, task_owner(work, ME), contact(ANNA, "2026-02-20", note="Den nye brochure"))
    house.keep(profile(ANNA, sells="Tryksager", ideal_customer="Klubber med blad"))
    house.keep(referral(NETWORK, ANNA, ME, "2026-01-02", contacted_on=date(2026, 1, 3)))
    text = brief(papers)
    for words in (
        "Før mødet",
        "Indhent tilbud (frist 4.3.2026)",
        "Tak Anna Holm for henvisningen til Strandhotellet (2.1.2026)",
        "20.2.2026: Den nye brochure",
        "Tryksager",
        "Søger: Klubber med blad",
        "Mødt: På molen",
        "Desuden: Bo Lund",
        "Mit eget papir",
    ):
        assert words in text
    assert "Strandhotellet, som" not in text
    assert "Åse Ravn" not in text


def test_the_brief_speaks_english_when_asked(papers: RelationPapers) -> None:
    text = brief(papers, language=Language.ENGLISH)
    assert "Before the meeting" in text
    assert "Nothing is open." in text


def test_who_will_not_come_is_named(house: House, papers: RelationPapers) -> None:
    attending = {each.name: each for each in house.attendance.roll(NEXT.id)}
    house.attendance.mark(NEXT.id, attending["Bo Lund"], Presence.APOLOGIES)
    assert "Kommer ikke: Bo Lund" in brief(papers)


def test_a_large_network_with_much_to_remember_fits_one_page(
    house: House, papers: RelationPapers
) -> None:
    many = [
        person(
            f"Anne-Margrethe Rasmussen {number}", occupation="Erhvervsrådgiver", company="X" * 30
        )
        for number in range(20)
    ]
    house.keep(*many, *(membership(each, CLUB, title="Næstformand og referent") for each in many))
    house.keep(
        *(
            replace(profile(each), sells="Rådgivning og " * 9, ideal_customer="W" * 90)
            for each in many
        )
    )
    house.keep(*(contact(each, "2026-02-20", note="Talte om sæsonen " * 5) for each in many))
    house.keep(
        *(referral(NETWORK, each, ME, customer="Havnens Café og Rejehus") for each in many[:3])
    )
    tasks = [task(CLUB, "Ring til alle medlemmerne om den nye brochure " * 3) for _each in range(9)]
    house.keep(*tasks, *(task_owner(each, ME) for each in tasks))
    content = papers.brief(NEXT.id).printed().content
    assert len(pages_of(content)) == 1
    assert "og 8 mere" in text_of(content) or "og 8 til" in text_of(content)


def test_the_same_brief_gives_the_same_bytes(papers: RelationPapers) -> None:
    prepared = papers.brief(NEXT.id)
    assert prepared.draw() == prepared.draw()
    assert prepared.file_name.endswith(".pdf")


def test_offices_tell_what_i_am_where_and_since_when(house: House, papers: RelationPapers) -> None:
    was = membership(ME, NETWORK)
    house.keep(term(MINE, "2019-03-20", "2021-03-20"), term(MINE, "2021-03-21"))
    house.keep(was, term(was, "2014-01-01", "2016-05-31"), term(was, "2018-01-01", "2018-12-31"))
    text = text_of(papers.offices(language=Language.ENGLISH).printed().content)
    for words in (
        "Åse Ravn",
        "Konsulent",
        "Current offices",
        "Since March 2019",
        "Chair, Nørrevig Sejlklub",
        "Association or club · Vi sejler.",
        "Former offices",
        "January 2014 – May 2016",
        "January 2018 – December 2018",
        "Member, Kvart over Syv",
    ):
        assert words in text
    assert "kaffen" not in text


def test_offices_are_danish_when_asked(papers: RelationPapers) -> None:
    text = text_of(papers.offices(language=Language.DANISH).printed().content)
    assert "Nuværende hverv" in text
    assert "Formand, Nørrevig Sejlklub" in text
    assert "Tidligere hverv" not in text


def test_nobody_has_offices_until_the_user_is_known(house: House) -> None:
    with pytest.raises(UserError, match="which person you are"):
        RelationPapers(house.journal, house.clock).offices()


@pytest.mark.parametrize("profile", Profile)
def test_the_papers_come_in_every_profile(papers: RelationPapers, profile: Profile) -> None:
    assert papers.offices(profile=profile).printed().content.startswith(b"%PDF")
    assert papers.brief(NEXT.id, profile=profile).printed().content.startswith(b"%PDF")
