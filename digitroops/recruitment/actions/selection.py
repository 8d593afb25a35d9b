"""What a PR manager does to a draft team: let it be proposed, change it by hand, lock, leave out, take back."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.actions.drafting import (
    SelectionError,
    appraise_team,
    claim,
    refuse_conflict,
    search,
    team_of,
)
from digitroops.recruitment.models import Proposal, Seat


@transaction.atomic
def propose_team(
    *, programme: Programme, name: str, actor: User, seed: int = 0, terms: dict[str, Any] | None = None
) -> Proposal:
    """Let the roster engine choose a team from the pool and keep it as a draft, with a reason for everybody.

    Raises SelectionError where there is no team: nobody eligible, too few, or rules that contradict each other.
    """
    proposal = Proposal.objects.create(
        programme=programme, name=name, seed=seed, created_by=actor, terms=terms or {}
    )
    search(proposal)
    record(actor=actor, act="proposal.made", subject=proposal, after=team_of(proposal))
    return proposal


@transaction.atomic
def propose_again(*, proposal: Proposal, version: int, actor: User) -> Proposal:
    """Search again around the people PR has locked in or left out."""
    claim(proposal=proposal, version=version, actor=actor, act="proposal.searched_again")
    before = team_of(proposal)
    search(proposal)
    record(
        actor=actor, act="proposal.searched_again", subject=proposal, before=before, after=team_of(proposal)
    )
    return proposal


@transaction.atomic
def change_team(
    *, proposal: Proposal, out: Collection[Member], come: Collection[Member], version: int, actor: User
) -> Proposal:
    """Put some out and others in; both are noted as PR's own choice in the audit record.

    `version` is the one PR has seen: SelectionError when somebody else has changed the proposal since.
    """
    claim(proposal=proposal, version=version, actor=actor, act="proposal.swapped")
    seats = {seat.member_id: seat for seat in proposal.seats.all()}
    leaving, coming = {member.pk for member in out}, {member.pk for member in come}
    inside = {pk for pk, seat in seats.items() if seat.chosen}
    if not (leaving or coming) or not leaving <= inside or not coming <= set(seats) - inside:
        raise SelectionError(
            [_("This swap is no longer possible. Look at the team as it is now and choose again.")]
        )
    before = team_of(proposal)
    appraise_team(proposal, (inside - leaving) | coming)
    record(actor=actor, act="proposal.swapped", subject=proposal, before=before, after=team_of(proposal))
    return proposal


@transaction.atomic
def fix_seat(*, proposal: Proposal, member: Member, fixed: str, version: int, actor: User) -> None:
    """Lock somebody in, leave them out, or set them free again; the next search keeps to it.

    Raises SelectionError where no team could keep to it any more.
    """
    claim(proposal=proposal, version=version, actor=actor, act="seat.fixed")
    seat = proposal.seats.get(member=member)
    before = seat.fixed
    proposal.seats.filter(pk=seat.pk).update(fixed=Seat.Fixed(fixed))
    refuse_conflict(proposal)
    chosen = proposal.seats.filter(chosen=True).values_list("member_id", flat=True)
    appraise_team(proposal, list(chosen), strict=False)
    record(
        actor=actor,
        act="seat.fixed",
        subject=proposal,
        person=member.employee,
        before={"fixed": before},
        after={"fixed": fixed},
    )


@transaction.atomic
def undo_step(*, proposal: Proposal, version: int, actor: User) -> Proposal:
    """Take back the newest change of a draft. Raises SelectionError where there is none."""
    step = proposal.steps.first()
    if step is None:
        raise SelectionError([_("There is no change to take back.")])
    claim(proposal=proposal, version=version, actor=actor)
    before = team_of(proposal)
    proposal.terms = step.before.get("terms", {})
    for seat in proposal.seats.all():
        fixed = step.before.get("fixed", {}).get(str(seat.member_id), "")
        proposal.seats.filter(pk=seat.pk).exclude(fixed=fixed).update(fixed=fixed)
    appraise_team(proposal, step.before.get("team", []), strict=False)
    step.delete()
    record(actor=actor, act="proposal.undone", subject=proposal, before=before, after=team_of(proposal))
    return proposal
