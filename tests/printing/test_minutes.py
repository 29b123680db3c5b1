from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.meetings import MeetingKind, MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.minutes_book import MinutesBook
from boardkeeper.domain.procedure import MinutesStyle, SignatureRule
from boardkeeper.domain.sheets.paper import Edition, Profile
from boardkeeper.i18n import Language
from boardkeeper.printing import page
from boardkeeper.printing.minutes import minutes_pdf
from tests.support.builders import paper
from tests.support.laws import examples
from tests.support.minutes_builders import attendance, decision, item_minutes
from tests.support.minutes_papers import (
    APPROVED_ON,
    a_book,
    a_messy_book,
    a_minutes_sheet,
    a_procedure,
    book_of,
)
from tests.support.notices import PRINTED_AT, SOLBAKKEN, START, a_meeting, an_item
from tests.support.paper import (
    boxes_of,
    everything_in,
    fonts_of,
    outline_of,
    pages_of,
    properties_of,
    running_text_of,
    text_of,
)

SECRETS = ("hegn", "naboen", "plankeværk", "Klage", "afvises", "klageren", "B-2026-014", "nr. 9")


def printed(book: MinutesBook | None = None, **how: Any) -> str:
    return text_of(minutes_pdf(a_minutes_sheet(book, **how)))


def approved_book(**fields: Any) -> MinutesBook:
    return a_book(
        meeting=a_meeting(SOLBAKKEN, state=MeetingState.APPROVED),
        approved_on=APPROVED_ON,
        **fields,
    )


def test_the_evening_is_told_in_danish() -> None:
    text = printed()
    for words in (
        "UDKAST: Referat af ordinært bestyrelsesmøde nr. 14",
        "Torsdag den 5. marts 2026 kl. 19.00-21.34",
        "Ole Kjær Medlem Afbud –",
        "fra kl. 19.20",
        "suppleant for Ole Kjær",
        "bestyrelsen er beslutningsdygtig",
        "bestyrelsen er ikke beslutningsdygtig",
        "Beslutning B-2026-012",
        "Grundlag: Bilag 4.2",
        "For 5 · imod 1 · undlod 1; to tredjedele opnået.",
        "Imod: Łukasz Doğan",
        "Łukasz Doğan ønskede tilført referatet:",
        "tilføjet på mødet",
        "Taget til efterretning.",
        "Udsat til møde nr. 15.",
        "Opgaver fra dette møde",
        "Mødet hævet Kl. 21.34",
        "Næste møde Torsdag den 16. april 2026",
        "Underskrifter: Bestyrelsesmøde nr. 14, 5. marts 2026",
    ):
        assert words in text


def test_the_evening_is_told_in_english() -> None:
    text = printed(language=Language.ENGLISH)
    for words in (
        "DRAFT: Minutes of regular board meeting no. 14",
        "alternate for Ole Kjær",
        "from 19:20",
        "the board is not quorate",
        "Decision B-2026-012",
        "two thirds reached.",
        "had entered in the minutes:",
        "added at the meeting",
        "Postponed to møde nr. 15.",
        "Meeting closed 21:34",
        "Signatures: Board meeting no. 14, 5 March 2026",
    ):
        assert words in text


@pytest.mark.parametrize("style", MinutesStyle)
def test_the_open_edition_holds_no_word_of_a_closed_item(style: MinutesStyle) -> None:
    content = minutes_pdf(a_minutes_sheet(style=style, edition=Edition.OPEN))
    held = everything_in(content).decode("utf-8", "replace").casefold()
    read = text_of(content).casefold()
    for word in SECRETS:
        assert word.casefold() not in held
        assert word.casefold() not in read
    assert "5 lukket punkt" in read
    assert "referat uden lukkede punkter" in read


def test_the_full_edition_marks_closed_items_and_says_it_is_confidential() -> None:
    text = printed()
    assert "Klage over naboens hegn (lukket)" in text
    assert "Fortroligt – kun for bestyrelsen" in text
    assert all(word in text for word in SECRETS if word not in ("Klage", "klageren"))


def test_a_task_that_came_of_a_closed_item_long_ago_is_withheld() -> None:
    book = a_book()
    secret = book.tasks[0]
    book = replace(book, followed_up=(secret,))
    withheld = {secret.task.id}
    full = a_minutes_sheet(book, withheld_tasks=withheld)
    opened = a_minutes_sheet(book, withheld_tasks=withheld, edition=Edition.OPEN)
    assert len(full.earlier_tasks) == 1
    assert opened.earlier_tasks == ()


def test_who_left_for_a_closed_item_does_not_come_back_in_the_open_edition() -> None:
    text = printed(edition=Edition.OPEN)
    after = text[text.index("Lukket punkt") :]
    assert "Jens-Peter Østergaard er inhabil" not in after
    assert "ikke pkt. 5" not in text


def test_decision_minutes_leave_out_the_talk_before_a_decision_and_say_so() -> None:
    text = printed(style=MinutesStyle.DECISIONS)
    assert "Jens-Peter fandt" not in text
    assert "Drøftelserne før beslutningerne er udeladt." in text
    assert "Bo gennemgik regnskabet" in text
    assert "Beslutning B-2026-012" in text
    assert "Łukasz Doğan ønskede tilført referatet:" in text


def test_an_action_list_tells_tasks_first_and_no_talk() -> None:
    text = printed(style=MinutesStyle.ACTIONS)
    assert text.index("Opgaver fra dette møde") < text.index("Beslutning B-2026-012")
    assert "Bo gennemgik regnskabet" not in text
    assert "Łukasz Doğan ønskede tilført referatet:" in text
    assert "Underskrifter" not in text


def test_approved_minutes_are_no_draft_and_bear_the_head_of_the_chain() -> None:
    book = approved_book()
    frozen = ApprovedMinutes(
        organisation_id=SOLBAKKEN.id,
        meeting_id=book.meeting.id,
        position=1,
        approved_at=PRINTED_AT,
        record="{}",
        names="{}",
        pdf="",
        record_digest="a" * 64,
        pdf_digest="",
        digest="0123456789abcdef" * 4,
    )
    content = minutes_pdf(a_minutes_sheet(book, approved=frozen))
    assert "UDKAST" not in text_of(content)
    assert b"UDKAST" not in everything_in(content)
    assert all(frozen.digest in text for text in pages_of(content))
    assert "Godkendt 17. marts 2026, stiltiende" in text_of(content)
    assert "Indsigelser Ingen" in text_of(content)


def test_minutes_approved_at_a_meeting_say_at_which_and_that_they_were_corrected() -> None:
    book = approved_book(corrections="Navnet i punkt 4 er rettet.")
    text = printed(book, approved_at=a_meeting(SOLBAKKEN, number=15))
    assert "17. marts 2026 på Bestyrelsesmøde nr. 15, med rettelser" in text
    assert "Navnet i punkt 4" not in text


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (SignatureRule.NOBODY, []),
        (SignatureRule.CHAIR, ["Mette Sørensen"]),
        (SignatureRule.CHAIR_AND_MINUTE_TAKER, ["Mette Sørensen", "Renée Dupont"]),
        (
            SignatureRule.ALL_PRESENT,
            [
                "Mette Sørensen",
                "Jens-Peter Østergaard",
                "Bo Ågård",
                "Renée Dupont",
                "Łukasz Doğan",
                "Sofie Lindegaard Mortensen",
                "Inger Kjær",
            ],
        ),
    ],
)
def test_who_signs_follows_the_rules_of_procedure(rule: SignatureRule, names: list[str]) -> None:
    sheet = a_minutes_sheet(a_book(procedure=a_procedure(SOLBAKKEN, signatures=rule)))
    assert [each.name for each in sheet.signatories] == names


def test_a_manager_without_a_vote_does_not_sign() -> None:
    book = a_book()
    manager = attendance(book.meeting, "Nanna Brix", role=Role.MANAGER, has_vote=False)
    book = replace(book, attendances=(*book.attendances, manager))
    assert "Nanna Brix" not in {each.name for each in a_minutes_sheet(book).signatories}


def test_a_general_meeting_is_signed_by_its_chair_alone() -> None:
    meeting = a_meeting(SOLBAKKEN, kind=MeetingKind.GENERAL, number=None)
    book = a_book(
        meeting=meeting, voters=31, proxies=4, notice_statement="Lovligt indvarslet den 2. februar."
    )
    text = printed(book)
    assert [each.title for each in a_minutes_sheet(book).signatories] == ["Dirigent"]
    assert "Dirigent Mette Sørensen" in text
    assert "Underskrives senest 19. marts 2026" in text
    assert "Indvarsling Lovligt indvarslet den 2. februar." in text
    assert "31 stemmer, heraf 4 ved fuldmagt" in text
    assert "Referat af ordinær generalforsamling" in text


@pytest.mark.parametrize("members", range(1, 60, 3))
def test_signatures_never_stand_alone_on_a_page(members: int) -> None:
    meeting = a_meeting(SOLBAKKEN)
    roll = [attendance(meeting, f"Medlem [{at}]", position=at) for at in range(members)]
    items = [an_item(meeting, at, f"Punkt {at}") for at in range(members % 7 + 1)]
    book = book_of(SOLBAKKEN, meeting, items, {}, roll=roll)
    pages = pages_of(minutes_pdf(a_minutes_sheet(book)))
    signing = [text for text in pages if "Dato" in text]
    signed = re.findall(r"Medlem \[\d+\]", " ".join(signing).split("Underskrifter", 1)[1])
    assert len(set(signed)) == members
    assert all("Underskrifter: Bestyrelsesmøde nr. 14" in text for text in signing)
    assert all(text.index("Underskrifter") < text.index("Dato") for text in signing)


@pytest.mark.parametrize("before", range(4, 18))
@pytest.mark.parametrize("profile", [Profile.NORMAL, Profile.LARGE])
def test_a_short_item_stays_whole_and_a_heading_has_something_below_it(
    before: int, profile: Profile
) -> None:
    meeting = a_meeting(SOLBAKKEN, state=MeetingState.APPROVED)
    items = [an_item(meeting, at, f"Punkt {at}") for at in range(before)]
    items.append(an_item(meeting, before, "Taget på klubhuset"))
    items.append(an_item(meeting, before + 1, "Et langt punkt"))
    noted: dict[str, dict[str, Any]] = {
        "Taget på klubhuset": {
            "minutes": item_minutes(items[-2]),
            "decisions": (decision(items[-2], SOLBAKKEN, "Taget skiftes.", number="B-2026-001"),),
        },
        "Et langt punkt": {"minutes": item_minutes(items[-1], "Et langt referat. " * 250)},
    }
    book = book_of(SOLBAKKEN, meeting, items, noted, roll=[])
    pages = pages_of(minutes_pdf(a_minutes_sheet(book), profile))
    whole = [text for text in pages if "Taget skiftes." in text]
    assert len(whole) == 1
    assert "Taget på klubhuset" in whole[0]
    headed = next(text for text in pages if "Et langt punkt" in text)
    assert headed.split("Et langt punkt", 1)[1].count("langt referat") > 10


@pytest.mark.parametrize("before", range(1, 24))
def test_a_signature_takes_the_last_item_along_where_there_is_little_else(before: int) -> None:
    meeting = a_meeting(SOLBAKKEN, kind=MeetingKind.GENERAL, number=None)
    meeting = replace(meeting, state=MeetingState.APPROVED)
    items = [an_item(meeting, at, f"Punkt {at}") for at in range(before)]
    items.append(an_item(meeting, before, "Eventuelt"))
    pages = pages_of(minutes_pdf(a_minutes_sheet(book_of(SOLBAKKEN, meeting, items, {}, roll=[]))))
    assert "Eventuelt" in pages[-1]
    assert "Underskrifter" in pages[-1]


def test_an_item_that_begins_a_page_has_no_rule_of_its_own_below_the_header() -> None:
    meeting = a_meeting(SOLBAKKEN, state=MeetingState.APPROVED)
    items = [an_item(meeting, at, f"Punkt {at}") for at in range(40)]
    content = minutes_pdf(a_minutes_sheet(book_of(SOLBAKKEN, meeting, items, {}, roll=[])))
    pages = len(pages_of(content))
    assert pages > 2
    for number in range(1, pages):
        first = max(
            (box for box in boxes_of(content, number) if "Punkt" in box.text and box.top < 780),
            key=lambda box: box.top,
        )
        assert page.HEIGHT - page.TOP - first.top < 8


def test_each_page_is_initialled_where_the_rules_ask_for_it() -> None:
    procedure = a_procedure(SOLBAKKEN, initials_each_page=True)
    pages = pages_of(minutes_pdf(a_minutes_sheet(a_book(procedure=procedure))))
    assert all("Parafering:" in text for text in pages)
    assert "Parafering" not in printed()


def test_a_roll_nobody_has_called_yet_is_not_printed() -> None:
    book = a_book()
    unknown = tuple(replace(each, presence=Presence.UNKNOWN) for each in book.attendances)
    text = printed(replace(book, attendances=unknown))
    assert "Deltagere" not in text
    assert "Ikke oplyst" not in text


def test_of_a_board_without_people_no_quorum_is_told() -> None:
    meeting = a_meeting(SOLBAKKEN)
    text = printed(book_of(SOLBAKKEN, meeting, [], {}, roll=[]))
    assert "beslutningsdygtig" not in text
    assert "0 af 0" not in text


def test_what_was_noted_of_somebody_is_parted_from_how_they_took_part() -> None:
    meeting = a_meeting(SOLBAKKEN)
    roll = [attendance(meeting, "Bo Ågård", note="Færgen var forsinket")]
    assert "Til stede – Færgen var forsinket" in printed(
        book_of(SOLBAKKEN, meeting, [], {}, roll=roll)
    )


def test_who_comes_late_has_a_vote_all_the_same() -> None:
    sheet = a_minutes_sheet()
    votes = {each.name: each.votes for each in sheet.attendees}
    assert votes["Sofie Lindegaard Mortensen"] == 1
    assert votes["Inger Kjær"] == 1
    assert votes["Ole Kjær"] == votes["Karin Holm"] == 0


def test_the_appendices_are_listed_with_their_numbers_and_closed_ones_only_to_the_board() -> None:
    book = a_book()
    opened = next(each.item for each in book.items if each.line.number == "4.2")
    closed = next(each.item for each in book.items if each.line.is_closed)
    papers = [
        paper(opened, SOLBAKKEN, title="Budgetforslag", pages=3),
        paper(closed, SOLBAKKEN, title="Klagen i sin helhed"),
    ]
    full = printed(book, papers=papers)
    assert "Bilag 4.2.1 Budgetforslag 3 sider" in full
    assert full.index("Budgetforslag 3 sider") < full.index("Afslutning")
    assert "Klagen i sin helhed" in full
    shared = printed(book, papers=papers, edition=Edition.OPEN)
    assert "Budgetforslag" in shared
    assert "Klagen" not in shared


def test_there_is_a_bookmark_for_every_item() -> None:
    outline = outline_of(minutes_pdf(a_minutes_sheet()))
    assert outline[:3] == [
        (0, "UDKAST: Referat af ordinært bestyrelsesmøde nr. 14"),
        (0, "Deltagere"),
        (0, "Beslutninger i korthed"),
    ]
    assert (1, "4.2 Budget 2027") in outline
    assert outline[-1] == (0, "Afslutning")


def test_a_messy_meeting_of_two_hundred_items_is_read_back_as_it_was_typed() -> None:
    book, typed = a_messy_book()
    read = bare(running_text_of(minutes_pdf(a_minutes_sheet(book))))
    assert [each for each in typed if bare(each) not in read] == []
    assert len(typed) > 400


def bare(text: str) -> str:
    """Without white space, and without what has no shape of its own."""
    shapes = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return "".join(unicodedata.normalize("NFC", shapes).replace("\ufe0f", "").split())


@pytest.mark.parametrize("profile", Profile)
def test_nothing_stands_outside_the_margins_or_over_something_else(profile: Profile) -> None:
    book, _typed = a_messy_book(items=40)
    sheet = a_minutes_sheet(
        replace(book, meeting=replace(book.meeting, state=MeetingState.APPROVED))
    )
    content = minutes_pdf(sheet, profile)
    for number in range(len(pages_of(content))):
        boxes = boxes_of(content, number)
        assert all(box.left >= page.INNER - 1 for box in boxes)
        assert all(box.right <= page.WIDTH - page.OUTER + 1 for box in boxes)
        assert all(box.bottom > 10 for box in boxes)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("edition", Edition)
def test_the_same_sheet_gives_the_same_bytes_with_its_fonts(
    profile: Profile, edition: Edition
) -> None:
    sheet = a_minutes_sheet(edition=edition)
    assert minutes_pdf(sheet, profile) == minutes_pdf(sheet, profile)
    assert all(fonts_of(minutes_pdf(sheet, profile)).values())


def test_the_file_says_what_it_is() -> None:
    properties = properties_of(minutes_pdf(a_minutes_sheet()))
    assert properties["Title"].startswith("UDKAST: Referat af ordinært bestyrelsesmøde nr. 14 ·")
    assert properties["Lang"] == "da-DK"


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_file_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    book, _typed = a_messy_book(items=60)
    file.write_bytes(minutes_pdf(a_minutes_sheet(book)))
    checked = subprocess.run(["qpdf", "--check", file], check=False)  # noqa: S607 - on the PATH
    assert checked.returncode == 0


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    texts=st.lists(st.text(min_size=1, max_size=300).filter(str.strip), min_size=4, max_size=4),
    profile=st.sampled_from(Profile),
    style=st.sampled_from(MinutesStyle),
)
def test_no_text_whatever_stops_the_printing(
    texts: list[str], profile: Profile, style: MinutesStyle
) -> None:
    title, name, text, place = texts
    meeting = a_meeting(SOLBAKKEN, place=place, title=title)
    items = [an_item(meeting, 0, title, presenter=name, number=name[:40])]
    roll = [attendance(meeting, name, title=text, note=place)]
    noted = {items[0].title: {"minutes": item_minutes(items[0], text * 20)}}
    book = book_of(replace(SOLBAKKEN, name=name), meeting, items, noted, roll=roll)
    assert minutes_pdf(a_minutes_sheet(book, style=style), profile).startswith(b"%PDF")


def test_a_meeting_that_goes_on_has_no_end_yet() -> None:
    book = a_book(ended_at=None)
    text = printed(book)
    assert "Torsdag den 5. marts 2026 kl. 19.00 " in text
    assert "Mødet hævet" not in text


def test_a_late_meeting_says_when_it_really_was() -> None:
    book = a_book(began_at=START + timedelta(minutes=7))
    assert "kl. 19.07-21.34" in printed(book)
