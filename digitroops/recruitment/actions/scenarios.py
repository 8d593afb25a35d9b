"""Several proposals beside each other: names, terms, copies, other teams of the engine, and what people say."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.recruitment.actions.drafting import (
    SelectionError,
    appraise_team,
    claim,
    refuse_conflict,
    team_of,
)
from digitroops.recruitment.models import Proposal, ProposalComment, Seat


@transaction.atomic
def rename_proposal(*, proposal: Proposal, name: str, actor: User) -> Proposal:
    """Give a proposal another name."""
    before = proposal.name
    if name != before:
        proposal.name = name
        proposal.save(update_fields=["name"])
        record(
            actor=actor,
            act="proposal.renamed",
            subject=proposal,
            before={"name": before},
            after={"name": name},
        )
    return proposal


@transaction.atomic
def copy_proposal(*, proposal: Proposal, name: str, actor: User, alternative: int | None = None) -> Proposal:
    """Begin another scenario from this one: same terms and locks, and the same team or one of the engine's others.

    Raises SelectionError for an alternative that is not there.
    """
    team = list(proposal.seats.filter(chosen=True).values_list("member_id", flat=True))
    if alternative is not None:
        others = proposal.figures.get("alternatives", [])
        if not 0 <= alternative < len(others):
            raise SelectionError([_("This other team is no longer there. Search again.")])
        team = others[alternative]["team"]
    copy = Proposal.objects.create(
        programme=proposal.programme,
        name=name,
        seed=proposal.seed,
        terms=proposal.terms,
        figures={part: proposal.figures.get(part, []) for part in ("prices", "alternatives")},
        succeeds=proposal.succeeds,
        created_by=actor,
    )
    Seat.objects.bulk_create(
        Seat(proposal=copy, member_id=seat.member_id, fixed=seat.fixed)
        for seat in proposal.seats.exclude(fixed="")
    )
    appraise_team(copy, team, strict=False)
    record(
        actor=actor, act="proposal.copied", subject=copy, before={"name": proposal.name}, after=team_of(copy)
    )
    return copy


@transaction.atomic
def change_terms(*, proposal: Proposal, terms: Mapping[str, Any], version: int, actor: User) -> Proposal:
    """Set rules, wishes or the size of a scenario; the team stays and is judged by them until the next search.

    Raises SelectionError, with the smallest set of rules that contradict each other, where no team can keep them.
    """
    claim(proposal=proposal, version=version, actor=actor, act="proposal.terms_changed")
    before = proposal.terms
    proposal.terms = {**before, **terms}
    refuse_conflict(proposal)
    proposal.figures = {**proposal.figures, "prices": [], "alternatives": []}
    team = proposal.seats.filter(chosen=True).values_list("member_id", flat=True)
    appraise_team(proposal, list(team), strict=False)
    record(actor=actor, act="proposal.terms_changed", subject=proposal, before=before, after=proposal.terms)
    return proposal


@transaction.atomic
def comment_on_proposal(*, proposal: Proposal, text: str, actor: User) -> ProposalComment:
    """Say something about a proposal to those who decide on it."""
    comment = ProposalComment.objects.create(proposal=proposal, author=actor, text=text)
    record(actor=actor, act="proposal.commented", subject=proposal, after={"text": text})
    return comment
