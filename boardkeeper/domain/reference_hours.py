"""What others say their boards take, in hours a year: lines to hold one's own hours against.

Each figure stands as its source gave it, and names whom was asked, how many and when. None is a
norm, and few were asked of boards like one's own: they are shown only when one asks for them. A
figure by month is counted twelve times, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.i18n import _

_INSTITUTIONS = frozenset(
    {
        OrganisationKind.KINDERGARTEN,
        OrganisationKind.FOUNDATION,
        OrganisationKind.ASSOCIATION,
        OrganisationKind.HOUSING,
    }
)
_SCHOOLS = frozenset({OrganisationKind.KINDERGARTEN, OrganisationKind.FOUNDATION})
_COMPANIES = frozenset({OrganisationKind.COMPANY, OrganisationKind.ADVISORY})
_VOLUNTEERS = frozenset(
    {
        OrganisationKind.VOLUNTEERS,
        OrganisationKind.ASSOCIATION,
        OrganisationKind.HOUSING,
        OrganisationKind.KINDERGARTEN,
    }
)
_ANY_ROLE = frozenset(Role)
_CHAIR = frozenset({Role.CHAIR})
_MEMBERS = _ANY_ROLE - _CHAIR


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceHours:
    """What one source says a seat takes.

    Attributes:
        name: Whose hours, in words.
        least: Hours a year, the lower end; the same as `most` for an average.
        most: Hours a year, the upper end.
        basis: Who was asked, and how the figure came about.
        source: Who published it, what and when.
        address: Where it can be read.
        kinds: The kinds of organisation it is nearest to.
        roles: The roles it is about.
    """

    name: str
    least: float
    most: float
    basis: str
    source: str
    address: str
    kinds: frozenset[OrganisationKind]
    roles: frozenset[Role] = _ANY_ROLE

    @property
    def is_average(self) -> bool:
        """Whether it is one figure, not a range."""
        return self.least == self.most


def reference_hours() -> list[ReferenceHours]:
    """Every reference there is, those of Danish boards first."""
    return [*_danish(), *_of_companies(), _of_volunteers()]


def reference_hours_for(kind: OrganisationKind, role: Role) -> list[ReferenceHours]:
    """The references nearest to a seat; none where nobody has asked about its like."""
    return [each for each in reference_hours() if kind in each.kinds and role in each.roles]


def _danish() -> list[ReferenceHours]:
    interviews = "Pluss Leadership, Tidsforbruget ved bestyrelsesarbejde, 2013"
    where = (
        "https://dagensdagsorden.dk/governance/bestyrelsesstruktur-og-processer/"
        "tidsforbruget-ved-bestyrelsesarbejde/"
    )
    return [
        ReferenceHours(
            name=_("Members of Danish boards"),
            least=50,
            most=130,
            basis=_("Interviews with three members, February 2013; not representative."),
            source=interviews,
            address=where,
            kinds=_INSTITUTIONS,
            roles=_MEMBERS,
        ),
        ReferenceHours(
            name=_("Chairs of Danish boards"),
            least=200,
            most=400,
            basis=_("Interviews with two chairs, February 2013; not representative."),
            source=interviews,
            address=where,
            kinds=_INSTITUTIONS,
            roles=_CHAIR,
        ),
        ReferenceHours(
            name=_("Chairs of Danish upper secondary schools"),
            least=50,
            most=100,
            basis=_("What just over half of the chairs said; a quarter said 100 to 200 hours."),
            source=f"Gymnasiernes Bestyrelsesforening, 2010 ({interviews})",
            address=where,
            kinds=_SCHOOLS,
            roles=_CHAIR,
        ),
    ]


def _of_companies() -> list[ReferenceHours]:
    listed = "Boston Consulting Group / Nærings- og fiskeridepartementet; Orgbrain, 18.10.2023"
    where = "https://orgbrain.no/styrebloggen/hvor-mye-tid-krever-et-styreverv"
    pulse = "Spencer Stuart, Director Pulse Survey: Time Commitment, 2024"
    survey = (
        "https://spencerstuart.com/research-and-insight/"
        "spencer-stuart-director-pulse-survey-time-commitment-2024"
    )
    answers = _("The average of 47 answers; preparing and holding board and committee meetings.")
    return [
        ReferenceHours(
            name=_("Small and medium-sized companies, Sweden"),
            least=50,
            most=200,
            basis=_("A rule of thumb: about 100 hours, seldom below 50 or above 200."),
            source="Säkra Kvinnor, Vilken tid behöver jag lägga ner per styrelseuppdrag?",
            address=(
                "https://www.sakrakvinnor.se/faq-items/"
                "vilken-tid-behover-jag-lagga-ner-per-styrelseuppdrag/"
            ),
            kinds=_COMPANIES,
        ),
        ReferenceHours(
            name=_("Unlisted companies, United States"),
            least=148,
            most=148,
            basis=_("The average; 751 directors answered for unlisted and listed companies."),
            source=pulse,
            address=survey,
            kinds=_COMPANIES,
        ),
        ReferenceHours(
            name=_("Listed companies, United States"),
            least=242,
            most=242,
            basis=_("The average; 751 directors answered for unlisted and listed companies."),
            source=pulse,
            address=survey,
            kinds=_COMPANIES,
        ),
        ReferenceHours(
            name=_("Members of listed companies, Norway"),
            least=388,
            most=388,
            basis=answers,
            source=listed,
            address=where,
            kinds=_COMPANIES,
            roles=_MEMBERS,
        ),
        ReferenceHours(
            name=_("Chairs of listed companies, Norway"),
            least=503,
            most=503,
            basis=answers,
            source=listed,
            address=where,
            kinds=_COMPANIES,
            roles=_CHAIR,
        ),
    ]


def _of_volunteers() -> ReferenceHours:
    return ReferenceHours(
        name=_("Danish volunteers of every kind"),
        least=12 * 15.5,
        most=12 * 15.5,
        basis=_("Twelve times the average of 15.5 hours in the month before; 7,191 people asked."),
        source="VIVE, Frivillighedsundersøgelsen 2020; Kristeligt Dagblad/Ritzau, 5/2021",
        address=(
            "https://www.kristeligt-dagblad.dk/danmark/"
            "fakta-sadan-bruger-danskerne-tid-pa-frivilligt-arbejde"
        ),
        kinds=_VOLUNTEERS,
    )
