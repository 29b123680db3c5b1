"""What old papers are taken for, by the names people give their files."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper import formats
from boardkeeper.domain.archive_guessing import (
    ArchiveGuessing,
    Guess,
    PaperKind,
    archive_title,
    kind_of,
)
from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.i18n import Language, speaking
from tests.support.builders import organisation

TODAY = date(2026, 3, 2)
WOOD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="NSK")
HOMES = organisation("Havnens Andelsboligforening", short_name="AB Havnen")
GROUP = organisation("Kvart over Syv", language=Language.ENGLISH)
ALL = (WOOD, CLUB, HOMES, GROUP)
DAY = date(2019, 3, 12)


def guess(path: str, text: str = "") -> Guess:
    return ArchiveGuessing(ALL, TODAY).of(PurePosixPath(path), text)


@pytest.mark.parametrize(
    ("path", "day", "words"),
    [
        ("Referat 2019-03-12.pdf", DAY, "Referat"),
        ("2019-03-12 Referat bestyrelsesmøde.pdf", DAY, "Referat bestyrelsesmøde"),
        ("2019.03.12_referat_NSK.docx", DAY, "Referat NSK"),
        ("2019_03_12 referat.docx", DAY, "Referat"),
        ("20190312_referat.pdf", DAY, "Referat"),
        ("Referat 12032019.pdf", DAY, "Referat"),
        ("Referat bestyrelsesmøde 12-03-2019.pdf", DAY, "Referat bestyrelsesmøde"),
        ("Referat bestyrelsesmøde d. 12.03.19.pdf", DAY, "Referat bestyrelsesmøde"),
        ("Referat 12 03 2019.pdf", DAY, "Referat"),
        ("Referat 12-3-19.pdf", DAY, "Referat"),
        ("Bestyrelsesmødereferat 12. marts 2019.docx", DAY, "Bestyrelsesmødereferat"),
        ("Referat tirsdag den 12. marts 2019 (godkendt).pdf", DAY, "Referat (godkendt)"),
        ("Referat bestyrelsesmøde (12. marts 2019).pdf", DAY, "Referat bestyrelsesmøde"),
        ("Godkendt referat 12.03.2019.pdf", DAY, "Godkendt referat"),
        ("Referat 12.03.2019 godkendt 09.04.2019.pdf", DAY, "Referat godkendt 09.04.2019"),
        ("Referat godkendt 09.04.2019 - 12.03.2019.pdf", DAY, "Referat godkendt 09.04.2019"),
        ("Referat nr. 4 - 12. marts 2019.pdf", DAY, "Referat nr. 4"),
        ("4. bestyrelsesmøde 2019-03-12.pdf", DAY, "4. bestyrelsesmøde"),
        ("12. marts 2019.pdf", DAY, ""),
        ("12marts2019 ref.pdf", DAY, "Ref"),
        ("12-mar-2019 minutes.pdf", DAY, "Minutes"),
        ("Minutes 12th March 2019.docx", DAY, "Minutes"),
        ("Board minutes March 12, 2019.pdf", DAY, "Board minutes"),
        ("Minutes of the meeting on 12 March 2019.pdf", DAY, "Minutes of the meeting"),
        ("Minutes 2019 March 12.pdf", DAY, "Minutes"),
        ("Minutes 03-25-2019.pdf", date(2019, 3, 25), "Minutes"),
        ("Referat 311299.pdf", date(1999, 12, 31), "Referat"),
        ("2019/Referat 12.3.pdf", DAY, "Referat"),
        ("Referater 2019/Referat 12. marts.pdf", DAY, "Referat"),
        ("2019/Referat 120319.pdf", DAY, "Referat"),
        ("Skoven/2019-03-12 Bestyrelsesmøde/Referat.pdf", DAY, "Referat"),
        ("Indkaldelse generalforsamling 28-03-2019.pdf", date(2019, 3, 28), None),
        ("Ekstraordinær generalforsamling 2.5.17 referat.pdf", date(2017, 5, 2), None),
        ("Referat møde 7 (2021-11-04).pdf", date(2021, 11, 4), "Referat møde 7"),
        ("Referat 2021-11-04 (1).pdf", date(2021, 11, 4), "Referat"),
        ("Referat 2021-11-04 - kopi.pdf", date(2021, 11, 4), "Referat"),
        ("Referat version 2.1 12.3.2019.pdf", DAY, "Referat version 2.1"),
        ("Bilag 3 - regnskab 12-03-2019.pdf", DAY, "Bilag 3 - regnskab"),
        ("Referat 12.3.2019 kl. 19.00-21.00.pdf", DAY, None),
        ("1999-12-01.pdf", date(1999, 12, 1), ""),
        # A day that is not known is better than a wrong one.
        ("Referat 120319.pdf", None, "Referat 120319"),
        ("Referat 31.02.2019.pdf", None, "Referat 31.02.2019"),
        ("Referat 4.11.2031.pdf", None, "Referat 4.11.2031"),
        ("Årsregnskab 2018.pdf", None, "Årsregnskab 2018"),
        ("Referat sæson 2018-2019.pdf", None, None),
        ("Referat oktober 2018.pdf", None, "Referat oktober 2018"),
        ("Referat uge 12 2019.pdf", None, "Referat uge 12 2019"),
        ("Referat kl. 19.00-21.00.pdf", None, None),
        ("Scan 2024-05-01 14.33.pdf", None, ""),
        ("IMG_20240501_143311.pdf", None, ""),
        ("scan0001.pdf", None, ""),
        ("Vedtægter.pdf", None, "Vedtægter"),
    ],
)
def test_the_day_and_the_words_of_a_name(path: str, day: date | None, words: str | None) -> None:
    found = guess(path)
    assert found.day == day
    if words is not None:
        assert found.words == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Skovbørnehaven\nReferat af bestyrelsesmøde tirsdag den 12. marts 2019 kl. 19", DAY),
        ("REFERAT\nDato: 12.03.2019\nSted: Klubhuset\nNæste møde: 9. april 2019", DAY),
        ("Referat\nDato:\n12/3-2019\nDeltagere", DAY),
        ("Næste møde: tirsdag den 9. april 2019\nReferat fra mødet den 12. marts 2019", DAY),
        ("Minutes of the board meeting held on 12 March 2019\nApproved on 9 April 2019", DAY),
        ("Minutes\nDate and time: Tuesday 12 March 2019, 7 pm", DAY),
        ("1. Godkendelse af referat fra mødet den 5. februar 2019", None),
        ("CVR 12 03 20 19 · tlf. 12 03 19 45", None),
        ("Mødet varede 19.00-21.30, og taget koster 12.500,00 kr.", None),
        ("", None),
    ],
)
def test_the_first_words_tell_the_day_where_the_name_does_not(text: str, day: date | None) -> None:
    assert guess("scan0001.pdf", text).day == day


def test_the_text_settles_six_digits_that_read_two_ways() -> None:
    assert guess("Referat 120319.pdf", "Møde tirsdag den 12. marts 2019").day == DAY
    assert guess("Referat 120319.pdf", "Møde mandag den 19. marts 2012").day == date(2012, 3, 19)


def test_a_day_of_the_text_takes_its_year_from_the_folder() -> None:
    assert guess("2019/Referat.pdf", "Bestyrelsesmøde tirsdag den 12. marts kl. 19").day == DAY


def test_the_name_is_believed_before_the_text_but_not_a_scanners() -> None:
    text = "Møde tirsdag den 12. marts 2019"
    assert guess("Referat 2019-03-13.pdf", text).day == date(2019, 3, 13)
    assert guess("Scan 2024-05-01 14.33.pdf", text).day == DAY


def test_the_month_and_the_year_are_told_where_the_day_is_not() -> None:
    found = guess("Referat oktober 2018.pdf")
    assert (found.year, found.month) == (2018, 10)
    found = guess("2018/Referat.pdf")
    assert (found.year, found.month) == (2018, None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Referat 12.3.2019", PaperKind.MINUTES),
        ("Bestyrelsesmødereferatet", PaperKind.MINUTES),
        ("ref 12.3.2019", PaperKind.MINUTES),
        ("Board minutes", PaperKind.MINUTES),
        ("Forhandlingsprotokol", PaperKind.MINUTES),
        ("Dagsorden og referat", PaperKind.MINUTES),
        ("Dagsorden", PaperKind.AGENDA),
        ("Indkaldelse og dagsorden", PaperKind.NOTICE),
        ("Bilag 3 - regnskab", PaperKind.APPENDIX),
        ("3 Bilag regnskab", PaperKind.APPENDIX),
        ("Årsregnskab 2018", PaperKind.ACCOUNTS),
        ("Budget 2020", PaperKind.BUDGET),
        ("Vedtægter", PaperKind.STATUTES),
        ("Forretningsorden", PaperKind.STATUTES),
        ("Formandens beretning", PaperKind.REPORT),
        ("Sommerfest", PaperKind.OTHER),
    ],
)
def test_the_sort_of_paper(name: str, kind: PaperKind) -> None:
    assert kind_of(name) is kind


def test_the_first_words_tell_the_sort_of_paper_where_the_name_does_not() -> None:
    assert guess("scan0001.pdf", "REFERAT\naf bestyrelsesmøde").kind is PaperKind.MINUTES


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("Referat Skovbørnehaven.pdf", WOOD),
        ("Skovboernehaven_referat.pdf", WOOD),
        ("skovbornehavens referat.pdf", WOOD),
        ("Referat_NSK_2019.pdf", CLUB),
        ("Sejlklubbens referat.pdf", CLUB),
        ("Nørrevig referat.pdf", CLUB),
        ("NSK/2019/Referat.pdf", CLUB),
        ("NSK/Fra Skoven/Referat.pdf", WOOD),
        ("Havnens referat.pdf", HOMES),
        ("kvart-over-syv minutes.pdf", GROUP),
        ("Referat bestyrelsen.pdf", None),
        ("Andelsboligforening.pdf", None),
        ("Referat NSK og Skoven.pdf", None),
        ("GF 2019.pdf", None),
    ],
)
def test_the_organisation_by_its_name_short_name_or_words(path: str, owner: object) -> None:
    found = guess(path).organisation
    if path == "Referat NSK og Skoven.pdf":
        assert found in (CLUB, WOOD)  # one of those named; a person sees it in the preview
    else:
        assert found == owner


def test_the_letterhead_tells_the_organisation_where_no_name_does() -> None:
    assert guess("scan.pdf", "Nørrevig Sejlklub\nReferat").organisation == CLUB
    assert guess("scan.pdf", "Vi lånte et lokale i Nørrevig").organisation is None


def test_the_only_organisation_there_is_has_all_papers() -> None:
    alone = ArchiveGuessing([WOOD], TODAY)
    assert alone.of(PurePosixPath("scan.pdf")).organisation == WOOD


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("Referat nr. 4 - 12. marts 2019.pdf", 4),
        ("Bestyrelsesmøde 7 (2021-11-04).pdf", 7),
        ("4. bestyrelsesmøde.pdf", 4),
        ("Minutes of board meeting no. 12 on 12 March 2019.pdf", 12),
        ("3rd board meeting.pdf", 3),
        ("Bestyrelsesmøde 12. marts 2019.pdf", None),
        ("Bilag nr. 3.pdf", None),
        ("Referat bestyrelsesmøde 2019.pdf", None),
    ],
)
def test_the_number_of_the_meeting(path: str, number: int | None) -> None:
    assert guess(path).number == number


def test_the_kind_of_meeting() -> None:
    assert guess("Referat generalforsamling.pdf").meeting_kind is MeetingKind.GENERAL
    assert guess("Konstituerende møde.pdf").meeting_kind is MeetingKind.CONSTITUTION
    assert guess("Referat.pdf").meeting_kind is None


def test_the_title_is_the_words_and_the_day_in_the_organisations_language() -> None:
    assert archive_title(guess("referat 2019-03-12.pdf"), WOOD, DAY) == "Referat, 12. marts 2019"
    assert archive_title(guess("scan1.pdf", "Minutes"), GROUP, DAY) == "Minutes, 12 March 2019"
    assert archive_title(guess("Vedtægter.pdf"), WOOD, None) == "Vedtægter"
    assert archive_title(guess("scan0001.pdf", "Minutes"), GROUP, None) == "scan0001"


@given(st.dates(date(1930, 1, 1), TODAY), st.sampled_from(list(Language)))
def test_every_way_the_program_writes_a_day_is_read_back(day: date, language: Language) -> None:
    with speaking(language):
        for written in (formats.date(day), formats.long_date(day), formats.short_date(day)):
            assert guess(f"Referat {written}.pdf").day == day
    assert guess(f"Referat {day.isoformat()}.pdf").day == day


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_name_and_no_text_is_too_strange(name: str, text: str) -> None:
    found = guess(f"{name.replace('/', '')}.pdf", text)
    assert found.day is None or found.day <= TODAY
