from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.exchange.eml import mail_draft

PAPER = b"%PDF-1.7\r\n\x00\xff agenda"


def read(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    assert mail.defects == []
    return mail


def draft(to: list[tuple[str, str]] | None = None, subject: str = "Meeting") -> EmailMessage:
    people = [("Anna Holm", "anna@holm.example")] if to is None else to
    return read(mail_draft(people, subject, "Dear all\n\nSee you på mødet.", PAPER, "agenda.pdf"))


def test_the_paper_is_attached_byte_for_byte() -> None:
    (attached,) = draft().iter_attachments()
    assert attached.get_content() == PAPER
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "agenda.pdf"


def test_the_words_stand_in_the_mail() -> None:
    body = draft().get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Dear all\n\nSee you på mødet.\n"


def test_mail_programs_are_told_that_it_is_not_sent_yet() -> None:
    assert draft()["X-Unsent"] == "1"
    assert "From" not in draft()


@pytest.mark.parametrize(
    "name", ["Anna Ærø", "Holm, Anna", 'Anna "the treasurer" Holm', "Łukasz 董", "", "Anna (chair)"]
)
def test_a_recipient_keeps_name_and_address_whatever_the_name(name: str) -> None:
    (recipient,) = draft(to=[(name, "anna@holm.example")])["To"].addresses
    assert (recipient.display_name, recipient.addr_spec) == (name, "anna@holm.example")


def test_a_mail_to_many_names_them_all() -> None:
    people = [(f"Person {at} Ågård", f"person{at}@holm.example") for at in range(40)]
    found = draft(to=people)["To"].addresses
    assert [(each.display_name, each.addr_spec) for each in found] == people


def test_a_mail_to_nobody_is_still_a_mail() -> None:
    assert draft(to=[])["Subject"] == "Meeting"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_a_subject_comes_through_on_one_line(subject: str) -> None:
    assert str(draft(subject=subject)["Subject"]).split() == subject.split()


def test_a_subject_cannot_smuggle_in_another_header() -> None:
    assert "Bcc" not in draft(subject="Meeting\r\nBcc: all@holm.example")


def test_the_same_draft_is_the_same_bytes() -> None:
    assert draft().as_bytes() == draft().as_bytes()
