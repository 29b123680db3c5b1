"""A board's evening as its minutes: nine people, every kind of thing that happens at a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from boardkeeper.domain.agenda import AgendaItem, laid_out
from boardkeeper.domain.attendance import AbsenceReason, Attendance, Capacity, Presence
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.markdown import lines_of
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.minutes import ItemMinutes, Minutes, Outcome
from boardkeeper.domain.minutes_book import BookItem, BookTask, BookVote, MinutesBook
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.procedure import MinutesStyle, Procedure, TieRule
from boardkeeper.domain.sheets.minutes import MinutesSheet
from boardkeeper.domain.sheets.minutes_gathering import minutes_sheet
from boardkeeper.domain.votes import Choice, Majority, VoteMethod
from tests.support.minutes_builders import (
    absence,
    attendance,
    ballot,
    decision,
    dissent,
    item_minutes,
    task,
    task_owner,
    vote,
)
from tests.support.notices import PRINTED_AT, SOLBAKKEN, START, a_meeting, an_agenda, an_item

APPROVED_ON = date(2026, 3, 17)


def a_roll(meeting: Meeting) -> list[Attendance]:
    """Nine people: one late, one with apologies and an alternate for him, one away, a guest."""
    mette = attendance(meeting, "Mette Sørensen", role=Role.CHAIR)
    jens = attendance(meeting, "Jens-Peter Østergaard", role=Role.VICE_CHAIR)
    bo = attendance(meeting, "Bo Ågård", role=Role.TREASURER)
    renee = attendance(meeting, "Renée Dupont", role=Role.SECRETARY)
    lukasz = attendance(meeting, "Łukasz Doğan", presence=Presence.DIGITAL)
    ole = attendance(meeting, "Ole Kjær", presence=Presence.APOLOGIES)
    inger = attendance(
        meeting,
        "Inger Kjær",
        capacity=Capacity.ALTERNATE,
        stands_for_id=ole.id,
        has_vote=False,
    )
    sofie = attendance(
        meeting, "Sofie Lindegaard Mortensen", arrived_at=START + timedelta(minutes=20)
    )
    guest = attendance(
        meeting,
        "Karin Holm",
        title="Revisor, Holm & Partnere",
        capacity=Capacity.GUEST,
        has_vote=False,
        left_at=START + timedelta(minutes=75),
    )
    people = [mette, jens, bo, renee, lukasz, ole, sofie, inger, guest]
    return [replace(each, position=at) for at, each in enumerate(people)]


def a_procedure(of: Organisation, **fields: Any) -> Procedure:
    rules = {"quorum_basis": "forretningsordenen § 4", "style": MinutesStyle.DISCUSSION}
    return Procedure(organisation_id=of.id, **{**rules, **fields})


def a_book(
    organisation: Organisation = SOLBAKKEN,
    *,
    meeting: Meeting | None = None,
    procedure: Procedure | None = None,
    **minutes_fields: Any,
) -> MinutesBook:
    """The minutes of the eight items of `an_agenda`, one of them closed, and one added."""
    meeting = meeting or a_meeting(organisation, state=MeetingState.DRAFT_MINUTES)
    roll = a_roll(meeting)
    items = an_agenda(meeting)
    eventuelt = items[-1]
    added = an_item(meeting, 7, "Hul i vejen ud for nr. 22")
    items = [*items[:-1], added, replace(eventuelt, position=8)]
    minutes = Minutes(
        meeting_id=meeting.id,
        **{
            "began_at": START,
            "ended_at": START + timedelta(minutes=154),
            "draft_sent_on": date(2026, 3, 9),
            "objections_by": date(2026, 3, 16),
            **minutes_fields,
        },
    )
    return book_of(
        organisation,
        meeting,
        items,
        _written(organisation, items, roll, added),
        roll=roll,
        minutes=minutes,
        procedure=procedure or a_procedure(organisation),
    )


def book_of(
    organisation: Organisation,
    meeting: Meeting,
    items: list[AgendaItem],
    written: dict[str, dict[str, Any]],
    *,
    roll: list[Attendance] | None = None,
    minutes: Minutes | None = None,
    procedure: Procedure | None = None,
) -> MinutesBook:
    """A book of items, each with what is `written` of it by its title."""
    agenda = laid_out(meeting, items)
    lines = tuple(BookItem(line=each, **written.get(each.item.title, {})) for each in agenda.lines)
    return MinutesBook(
        meeting=meeting,
        organisation=organisation,
        procedure=procedure or a_procedure(organisation),
        agenda=agenda,
        minutes=minutes,
        chair="Mette Sørensen",
        minute_taker="Renée Dupont",
        attendances=tuple(a_roll(meeting) if roll is None else roll),
        items=lines,
        decisions=tuple(each for line in lines for each in line.decisions),
        tasks=tuple(each for line in lines for each in line.tasks),
    )


def _written(
    organisation: Organisation, items: list[AgendaItem], roll: list[Attendance], added: AgendaItem
) -> dict[str, dict[str, Any]]:
    by_title = {each.title: each for each in items}
    mette, jens, bo, renee, lukasz, _ole, sofie, inger, _guest = roll

    def noted(title: str, text: str = "", **fields: Any) -> ItemMinutes:
        return item_minutes(by_title[title], text, **fields)

    def decided(title: str, number: int, text: str, **fields: Any) -> Decision:
        name = f"B-2026-{number:03}"
        return decision(by_title[title], organisation, text, number=name, **fields)

    def promised(title: str, text: str, *owners: str, due: str | None = None) -> BookTask:
        given = task(organisation, text, due, under=by_title[title])
        return BookTask(task=given, owners=tuple(task_owner(given, name) for name in owners))

    agenda, referat = "Godkendelse af dagsorden", "Godkendelse af referat fra møde nr. 13"
    news, accounts, budget = "Meddelelser", "Kvartalsregnskab", "Budget 2027"
    fence, party = "Klage over naboens hegn", "Vejfest til sommer"
    first = decided(agenda, 11, "Dagsordenen blev godkendt med ét nyt punkt.")
    fee = decided(
        budget,
        12,
        "Bestyrelsen indstiller til generalforsamlingen, at kontingentet sættes op til 2.750 kr. "
        "fra den 1. januar 2027, og lægger budgettet frem med den stigning.",
        basis="Bilag 4.2 – Budgetforslag med to veje",
    )
    salt = decided(budget, 13, "Snerydning udbydes samlet for tre år.")
    rejected = decided(fence, 14, "Klagen afvises.")
    fee_vote = vote(
        by_title[budget],
        decision_id=fee.id,
        method=VoteMethod.NAMES,
        majority=Majority.TWO_THIRDS,
    )
    for_it = (mette, jens, bo, renee, inger)
    salt_vote = vote(
        by_title[budget],
        decision_id=salt.id,
        votes_for=3,
        votes_against=3,
        tie_rule=TieRule.CHAIR_DECIDES,
        casting=Choice.FOR,
        abstained=1,
    )
    return {
        agenda: {"minutes": noted(agenda), "decisions": (first,)},
        referat: {"minutes": noted(referat, "Godkendt uden bemærkninger.")},
        news: {
            "minutes": noted(
                news,
                "Mette fortalte, at\n\n- kommunen asfalterer Solbakken i uge 20\n"
                "- der er kommet **tre nye ejere** til:\n  - nr. 4, familien Łoś\n"
                "  - nr. 17, Ida og Asger\n  - nr. 31, som endnu står tomt\n\n"
                "Se mere på https://solbakken.example/nyt, eller skriv til "
                "mette@solbakken.example.",
                outcome=Outcome.NOTED,
            )
        },
        accounts: {
            "minutes": noted(
                accounts,
                "Bo gennemgik regnskabet for første kvartal. Der er brugt **84.500 kr.** mere på "
                "snerydning end ventet; resten følger budgettet.",
                outcome=Outcome.NOTED,
                began_at=START + timedelta(minutes=22),
                ended_at=START + timedelta(minutes=40),
            ),
            "tasks": (
                promised(accounts, "Sende bilagene til revisor", "Bo Ågård", due="2026-03-12"),
            ),
        },
        budget: {
            "minutes": noted(
                budget,
                "Bo lagde de to veje frem. Jens-Peter fandt, at vejene ikke kan vente til 2029; "
                "Łukasz spurgte, om stigningen kunne deles over to år. Karin Holm sagde, at "
                "egenkapitalen bør svare til et halvt års drift.\n\nBestyrelsen lagde vægt på, at\n"
                "\n1. kontingentet har ligget fast siden 2021\n2. udgifterne stiger med 18 %\n"
                "3. et lån koster mere end en stigning",
                began_at=START + timedelta(minutes=40),
                ended_at=START + timedelta(minutes=78),
            ),
            "decisions": (fee, salt),
            "votes": (
                BookVote(
                    vote=fee_vote,
                    ballots=(
                        *(ballot(fee_vote, each) for each in for_it),
                        ballot(fee_vote, lukasz, Choice.AGAINST),
                        ballot(fee_vote, sofie, Choice.ABSTAINED),
                    ),
                ),
                BookVote(vote=salt_vote),
            ),
            "dissents": (
                dissent(
                    by_title[budget],
                    "En stigning på 250 kr. rammer dem, der har mindst. Jeg foreslog at dele den "
                    "over to år.",
                    "Łukasz Doğan",
                    decision_id=fee.id,
                ),
            ),
            "tasks": (
                promised(
                    budget,
                    "Skrive budgettet rent og sende det til medlemmerne med indkaldelsen",
                    "Bo Ågård",
                    "Mette Sørensen",
                    due="2026-03-20",
                ),
                promised(budget, "Indhente tre tilbud på snerydning", "Sofie Lindegaard Mortensen"),
            ),
        },
        fence: {
            "minutes": noted(
                fence, "Naboen i nr. 7 har klaget tre gange over et ulovligt plankeværk."
            ),
            "decisions": (rejected,),
            "absences": (absence(by_title[fence], jens, explanation="bor i nr. 9"),),
            "tasks": (promised(fence, "Svare klageren", "Mette Sørensen", due="2026-03-13"),),
        },
        party: {
            "minutes": noted(
                party,
                "Der var mange gode idéer, men for få hænder.",
                outcome=Outcome.POSTPONED,
                outcome_note="møde nr. 15",
            ),
            "absences": tuple(
                absence(by_title[party], each, reason=AbsenceReason.AWAY)
                for each in (mette, jens, bo, sofie)
            ),
        },
        added.title: {
            "minutes": noted(
                added.title, "Hullet er nu så dybt, at en cykel vælter.", is_added=True
            ),
            "absences": (absence(added, renee, explanation="ejer entreprenørfirmaet"),),
            "tasks": (promised(added.title, "Ringe til kommunen", "Inger Kjær", due="2026-03-06"),),
        },
    }


def a_minutes_sheet(book: MinutesBook | None = None, **how: Any) -> MinutesSheet:
    """The sheet of `a_book`; discussion minutes in Danish, full edition, unless told otherwise."""
    book = book or a_book()
    following = replace(
        a_meeting(book.organisation),
        starts_at=START + timedelta(weeks=6),
        ends_at=START + timedelta(weeks=6, hours=2),
    )
    return minutes_sheet(book, **{"following": following, "printed_at": PRINTED_AT, **how})


_MESSY = (
    "Bo sagde: **vi mangler 84.500 kr.**, se https://solbakken.example/regnskab?år=2026&del=2",
    "- første punkt\n- andet punkt\n  - under det\n    - og endnu et lag\n- til ole@kjær.dk",
    "1. maj holder vi fri 🎉👍🏽\n\n1. Ét\n2. To\n3. Tre",
    "Κώστας και Наталья: naïve façade, Łódź, Ğ, ß, „gut“ – 50 % § 4, stk. 2",
    "x<y and y>z & <b>ikke fed</b> {klammer} [link](https://a.example/b) #mærke $5 a_b_c \\ `kode`",
    "linje et\nlinje to\n\nnyt afsnit med *stjerne* og **halv fed",
    "会議 日本語 kan ikke tegnes, men læses ❤️ ☎ ½ ≥ → …",
    "https://langt.example/" + "sti/uden/mellemrum/" * 12 + "slut",
    "Meget lang tekst. " * 40,
)


def a_messy_book(items: int = 200) -> tuple[MinutesBook, list[str]]:
    """As long and untidy as people write them; and what is to be read back, line by line."""
    meeting = a_meeting(state=MeetingState.APPROVED, ends_at=START + timedelta(hours=9))
    points: list[AgendaItem] = []
    written: dict[str, dict[str, Any]] = {}
    typed: list[str] = []
    for at in range(items):
        text = f"[{at}] {_MESSY[at % len(_MESSY)]}"
        point = an_item(meeting, at, f"Punkt ({at}) " + "om ét og andet " * (at % 5))
        points.append(point)
        fields: dict[str, Any] = {"minutes": item_minutes(point, text)}
        if at % 4 == 0:
            words = f"Beslutning <{at}> & mere: {_MESSY[(at + 3) % 4].replace('**', '')}"
            fields["decisions"] = (decision(point, SOLBAKKEN, words, number=f"B-2026-{at:03}"),)
            typed.append(words)
        if at % 7 == 0:
            words = f"Jeg er uenig i [{at}]: " + "det er for dyrt. " * (at % 30)
            fields["dissents"] = (dissent(point, words, "Łukasz Doğan"),)
            typed.append(words)
        written[point.title] = fields
        typed += [line.text for line in lines_of(text)]
        typed.append(point.title)
    roll = a_roll(meeting)
    return book_of(SOLBAKKEN, meeting, points, written, roll=roll), typed
