"""A mail to be sent by the person's own mail program, with the paper attached."""

from __future__ import annotations

from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr


def mail_draft(
    recipients: Iterable[tuple[str, str]],
    subject: str,
    body: str,
    attachment: bytes,
    attachment_name: str,
) -> bytes:
    """An unsent message as .eml bytes. Recipients are (name, address); the paper is a PDF.

    `X-Unsent` tells Outlook and others to open it for sending rather than as received mail.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["To"] = ", ".join(formataddr(each, "utf-8") for each in recipients)
    mail["Subject"] = " ".join(subject.split())
    mail.set_content(body)
    mail.add_attachment(attachment, maintype="application", subtype="pdf", filename=attachment_name)
    mail.set_boundary("boardkeeper-part")
    return mail.as_bytes()
