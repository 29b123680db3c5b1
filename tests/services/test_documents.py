"""The papers as the services hand them out; what stands on them is tested with the printing."""

from __future__ import annotations

import threading
from email import message_from_bytes
from email.policy import default

import pytest

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, language
from boardkeeper.services.catalogue import Services
from boardkeeper.services.documents import DocumentService
from tests.support.builders import (
    House,
    item,
    items,
    meeting,
    membership,
    organisation,
    person,
    term,
)
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven", short_name="Skoven", language=Language.DANISH)
ME = person("Åse Ravn", is_me=True, email="aase@ravn.example")
ANNA = person("Anna Ærø", email="anna@holm.example")
BO = person("Bo Lund")
CARL = person("Carl Dam", email="carl@dam.example")
SEATS = [membership(each, BOARD) for each in (ME, ANNA, BO, CARL)]
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14, place="Biblioteket")
OVER = term(SEATS[3], "2020-01-01", "2021-01-01")
ITEMS = [*items(NEXT, "Taget"), item(NEXT, "Lønnen", position=5, is_closed=True)]


@pytest.fixture(name="documents")
def documents_of_a_board(house: House) -> DocumentService:
    house.keep(BOARD, ME, ANNA, BO, CARL, *SEATS, OVER, NEXT, *ITEMS)
    return Services.over(house.store, house.clock).documents


def test_an_agenda_is_named_after_board_meeting_and_day(documents: DocumentService) -> None:
    document = documents.agenda(NEXT.id).printed()
    assert document.file_name == "2026-03-05_Skoven_Bestyrelsesmoede-nr-14_Dagsorden.pdf"
    assert document.title.startswith("Skovbørnehaven · ")
    assert document.content.startswith(b"%PDF")


def test_an_agenda_speaks_the_organisations_language_unless_asked(
    documents: DocumentService,
) -> None:
    assert "Dagsorden" in text_of(documents.agenda(NEXT.id).printed().content)
    english = documents.agenda(NEXT.id, language=Language.ENGLISH).printed()
    assert "Agenda" in text_of(english.content)
    assert english.file_name.endswith("_Agenda.pdf")
    assert language() is Language.ENGLISH


def test_the_open_edition_lacks_the_words_of_closed_items(documents: DocumentService) -> None:
    whole, open_edition = (
        text_of(documents.agenda(NEXT.id, edition=each).printed().content)
        for each in (Edition.FULL, Edition.OPEN)
    )
    assert "Lønnen" in whole
    assert "Lønnen" not in open_edition


@pytest.mark.parametrize("profile", Profile)
def test_the_same_agenda_is_the_same_bytes(documents: DocumentService, profile: Profile) -> None:
    prepared = documents.agenda(NEXT.id, profile=profile)
    assert prepared.printed() == prepared.printed()


def test_a_prepared_paper_is_drawn_in_any_thread_without_the_database(
    documents: DocumentService, house: House
) -> None:
    prepared = documents.agenda(NEXT.id)
    here = prepared.printed()
    house.store.close()
    drawn: list[bytes] = []
    other = threading.Thread(target=lambda: drawn.append(prepared.draw()))
    other.start()
    other.join()
    assert drawn == [here.content]


def test_a_meeting_that_is_no_longer_there_is_refused(documents: DocumentService) -> None:
    with pytest.raises(UserError, match="no longer there"):
        documents.agenda(MeetingId("gone"))


def test_the_mail_goes_to_those_who_sit_there_and_have_an_address(
    documents: DocumentService,
) -> None:
    agenda = documents.agenda(NEXT.id).printed()
    draft = documents.agenda_mail(NEXT.id, agenda)
    mail = message_from_bytes(draft.content, policy=default)
    assert [each.addr_spec for each in mail["To"].addresses] == ["anna@holm.example"]
    assert mail["Subject"] == draft.title
    assert "Skoven" in draft.title
    assert draft.file_name == agenda.file_name.removesuffix(".pdf") + ".eml"


def test_the_mail_speaks_the_organisations_language_and_says_when_and_where(
    documents: DocumentService,
) -> None:
    agenda = documents.agenda(NEXT.id, language=Language.ENGLISH).printed()
    mail = message_from_bytes(documents.agenda_mail(NEXT.id, agenda).content, policy=default)
    body = mail.get_body()
    assert body is not None
    said = body.get_content()
    assert "Biblioteket" in said
    assert "marts" in said
