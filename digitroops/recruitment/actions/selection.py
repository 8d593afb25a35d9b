"""What a PR manager does to a proposed team: let it be proposed, swap, lock, leave out, publish."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.engines.roster import Infeasible, appraise, propose
from digitroops.engines.roster import Proposal as Found
from digitroops.people.models import User
from digitroops.programme.actions import move_member
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.letters import tell_outcome
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.pool import candidates_of, goal_of
from digitroops.recruitment.queries.reasons import infeasible_sentences, reason_texts
from digitroops.recruitment.queries.selection import figures_in_short


class SelectionError(Exception):
    """A change to a proposal that cannot be; `sentences` say why and what to do."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


@transaction.atomic
def propose_team(*, programme: Programme, name: str, actor: User, seed: int = 0) -> Proposal:
    """Let the roster engine choose a team from the pool and keep it as a draft, with a reason for everybody.

    Raises SelectionError where there is no team: nobody eligible, too few, or rules that contradict each other.
    """
    proposal = Proposal.objects.create(programme=programme, name=name, seed=seed, created_by=actor)
    _search(proposal)
    record(actor=actor, act="proposal.made", subject=proposal, after=_team(proposal))
    return proposal


@transaction.atomic
def propose_again(*, proposal: Proposal, version: int, actor: User) -> Proposal:
    """Search again around the people PR has locked in or left out."""
    _claim(proposal, version)
    before = _team(proposal)
    _search(proposal)
    record(actor=actor, act="proposal.searched_again", subject=proposal, before=before, after=_team(proposal))
    return proposal


@transaction.atomic
def swap_members(*, proposal: Proposal, out: Member, come: Member, version: int, actor: User) -> Proposal:
    """Put `come` in the place of `out`; both are noted as PR's own choice in the audit record.

    `version` is the one PR has seen: SelectionError when somebody else has changed the proposal since.
    """
    _claim(proposal, version)
    seats = {seat.member_id: seat for seat in proposal.seats.all()}
    leaving, coming = seats.get(out.pk), seats.get(come.pk)
    if leaving is None or coming is None or not leaving.chosen or coming.chosen:
        raise SelectionError(
            [_("This swap is no longer possible. Look at the team as it is now and choose again.")]
        )
    before = _team(proposal)
    team = [seat.member_id for seat in seats.values() if seat.chosen and seat.member_id != out.pk] + [come.pk]
    _appraise(proposal, team)
    record(actor=actor, act="proposal.swapped", subject=proposal, before=before, after=_team(proposal))
    return proposal


@transaction.atomic
def fix_seat(*, proposal: Proposal, member: Member, fixed: str, version: int, actor: User) -> None:
    """Lock somebody in, leave them out, or set them free again; takes effect at the next search."""
    _claim(proposal, version)
    seat = proposal.seats.get(member=member)
    record(
        actor=actor,
        act="seat.fixed",
        subject=proposal,
        person=member.employee,
        before={"fixed": seat.fixed},
        after={"fixed": fixed},
    )
    proposal.seats.filter(pk=seat.pk).update(fixed=Seat.Fixed(fixed))


@transaction.atomic
def publish_proposal(
    *, proposal: Proposal, version: int, actor: User, accept_broken: bool = False
) -> Proposal:
    """Make the team real: the chosen go to onboarding and are told, the others get a kind message and stay.

    A second click does nothing. Raises SelectionError for a proposal changed meanwhile, for somebody who has left
    the pool since, and for broken rules that PR has not accepted.
    """
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    proposal.refresh_from_db()
    if proposal.state == Proposal.State.PUBLISHED:
        return proposal
    if proposal.figures.get("broken") and not accept_broken:
        raise SelectionError([_("The team breaks a rule. Swap somebody, or confirm that you accept it.")])
    _claim(proposal, version)
    chosen = list(
        proposal.seats.filter(chosen=True).select_related("member__employee__user", "proposal__programme")
    )
    _refuse_gone(proposal, chosen)
    Proposal.objects.filter(pk=proposal.pk).update(
        state=Proposal.State.PUBLISHED, published=timezone.now(), published_by=actor
    )
    proposal.refresh_from_db()
    for seat in chosen:
        move_member(member=seat.member, to=Member.State.ONBOARDING, actor=actor, reason=proposal.name)
    for seat in proposal.seats.select_related("member__employee__user", "proposal__programme"):
        tell_outcome(seat)
    record(actor=actor, act="proposal.published", subject=proposal, after=_team(proposal))
    return proposal


@transaction.atomic
def discard_proposal(*, proposal: Proposal, actor: User) -> None:
    """Put a draft away; it stays readable and changes nothing for anybody."""
    drafts = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.DRAFT)
    if drafts.update(state=Proposal.State.DISCARDED):
        record(actor=actor, act="proposal.discarded", subject=proposal)


def _claim(proposal: Proposal, version: int) -> None:
    """Take the next version of a draft, so that two people cannot change it at the same time."""
    drafts = Proposal.objects.filter(pk=proposal.pk, version=version, state=Proposal.State.DRAFT)
    if not drafts.update(version=F("version") + 1):
        text = _("Somebody else has changed this proposal. Nothing of yours was applied; look at it again.")
        raise SelectionError([text])
    proposal.refresh_from_db()


def _refuse_gone(proposal: Proposal, chosen: Sequence[Seat]) -> None:
    present = {candidate.key for candidate in candidates_of(proposal.programme)}
    gone = [seat.member.employee.name for seat in chosen if str(seat.member_id) not in present]
    if gone:
        names = ", ".join(gone)
        raise SelectionError(
            [_("%(names)s can no longer be chosen. Search again, then publish.") % {"names": names}]
        )


def _search(proposal: Proposal) -> None:
    candidates = candidates_of(proposal.programme)
    goal = goal_of(proposal.programme, candidates, proposal.seats.all())
    found = propose(candidates, goal, proposal.seed)
    if isinstance(found, Infeasible):
        raise SelectionError(infeasible_sentences(found))
    _keep(proposal, found)


def _appraise(proposal: Proposal, team: Sequence[int]) -> None:
    candidates = candidates_of(proposal.programme)
    goal = goal_of(proposal.programme, candidates, proposal.seats.all())
    keys = {candidate.key for candidate in candidates}
    if any(str(member) not in keys for member in team):
        raise SelectionError([_("Somebody in this team can no longer be chosen. Search again.")])
    _keep(proposal, appraise([str(member) for member in team], candidates, goal))


def _keep(proposal: Proposal, found: Found) -> None:
    """Write the engine's answer into the seats and figures; what PR has fixed stays."""
    fixed = dict(proposal.seats.values_list("member_id", "fixed"))
    names = {str(pk): name for pk, name in proposal.programme.members.values_list("pk", "employee__name")}
    proposal.seats.all().delete()
    Seat.objects.bulk_create(
        Seat(
            proposal=proposal,
            member_id=int(key),
            chosen=seat.chosen,
            fixed=fixed.get(int(key), ""),
            reach=seat.reach,
            unique_reach=seat.unique,
            reasons=[reason_texts(reason, names) for reason in seat.reasons],
            order=order,
        )
        for order, (key, seat) in enumerate(found.seats.items())
    )
    proposal.figures = figures_in_short(found, names)
    proposal.save(update_fields=["figures"])


def _team(proposal: Proposal) -> dict[str, Any]:
    chosen = proposal.seats.filter(chosen=True).order_by("member__employee__name")
    return {"team": list(chosen.values_list("member__employee__name", flat=True))}
