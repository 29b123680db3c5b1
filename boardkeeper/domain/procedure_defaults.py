"""The usual rules of procedure of each kind of organisation, and where they were seen.

Sources are from autumn 2026. What no published source confirms has none: it is what the program
proposes, and nobody's law. Every organisation can have rules of its own instead.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.procedure import (
    Procedure,
    ProcedureId,
    Share,
    SignatureRule,
)

_ALL_SIGN = "denstoredanske.lex.dk/forhandlingsprotokol"
_FOUNDATION_ACT = "elov.dk/erhvervsfondsloven/paragraf/53"
_COMPANY_PRACTICE = "holst-law.com/aktuelt"
_HALF_SEEN = "hobrosejlklub.dk/forretningsorden"

_SOURCES: dict[OrganisationKind, dict[str, str]] = {
    OrganisationKind.COMPANY: {
        "quorum_share": _COMPANY_PRACTICE,
        "allows_proxies": _COMPANY_PRACTICE,
        "tie_rule": _FOUNDATION_ACT,
        "signatures": _ALL_SIGN,
    },
    OrganisationKind.FOUNDATION: {
        "quorum_share": _FOUNDATION_ACT,
        "allows_proxies": _FOUNDATION_ACT,
        "tie_rule": _FOUNDATION_ACT,
        "signatures": _FOUNDATION_ACT,
    },
    OrganisationKind.ASSOCIATION: {
        "quorum_share": _HALF_SEEN,
        "approval": "dwis.dk/om-os, idraet-silkeborg.dk/forretningsorden",
    },
    OrganisationKind.HOUSING: {
        "quorum_share": _HALF_SEEN,
        "approval": "doktorhaven-akb.dk",
    },
    OrganisationKind.KINDERGARTEN: {"approval": "sejs-laven.silkeborg.dk/Bestyrelsen"},
}
"""Where each default was seen, by the field of `Procedure` it fills."""


def usual_procedure(organisation: Organisation) -> Procedure:
    """What counts for an organisation without rules of its own; always under the same id.

    A quorum of more than half, a tie that falls and minutes that everyone present signs are the
    start; companies and foundations allow proxies, and a network asks for nothing at all. Minutes
    tell all that was written, until an organisation wants them shorter.
    """
    usual = Procedure(
        id=ProcedureId(sha256(organisation.id.encode()).hexdigest()[:32]),
        organisation_id=organisation.id,
    )
    kind = organisation.kind
    if kind in (OrganisationKind.COMPANY, OrganisationKind.FOUNDATION):
        return replace(usual, allows_proxies=True)
    if kind is OrganisationKind.NETWORK:
        return replace(usual, quorum_share=Share.NONE, signatures=SignatureRule.NOBODY)
    if kind is OrganisationKind.VOLUNTEERS:
        return replace(usual, signatures=SignatureRule.NOBODY)
    if kind is OrganisationKind.ADVISORY:
        return replace(usual, signatures=SignatureRule.CHAIR)
    return usual


def usual_source(kind: OrganisationKind, field: str) -> str:
    """Where the usual value of a field of `Procedure` was seen; empty where nothing confirms it."""
    return _SOURCES.get(kind, {}).get(field, "")
