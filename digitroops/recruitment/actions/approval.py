"""From draft to team: handed in, approved by a second person, published with a letter to everybody; or put away."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from digitroops.audit.actions import record
from digitroops.people.models import Role, User
from digitroops.programme.actions import move_member
from digitroops.programme.models import Member
from digitroops.recruitment.actions.drafting import SelectionError, claim, team_of
from digitroops.recruitment.letters import tell_outcome, tell_without_seat, write_to
from digitroops.recruitment.models import Proposal, ProposalComment, Seat
from digitroops.recruitment.queries.outcome import without_seat
from digitroops.recruitment.queries.pool import CHOOSABLE, candidates_for

State = Proposal.State
APPROVERS = (Role.PR, Role.EXECUTIVE)


@transaction.atomic
def submit_proposal(
    *, proposal: Proposal, version: int, actor: User, accept_broken: bool = False
) -> Proposal:
    """Hand a draft in for approval; everybody who may approve it is told.

    Raises SelectionError for a draft changed meanwhile, for somebody who can no longer be chosen, and for broken
    rules that PR has not accepted.
    """
    claim(proposal=proposal, version=version, actor=actor)
    _refuse_gone(proposal, _chosen(proposal))
    broken = proposal.figures.get("broken", [])
    if broken and not accept_broken:
        raise SelectionError([_("The team breaks a rule. Swap somebody, or confirm that you accept it.")])
    Proposal.objects.filter(pk=proposal.pk).update(
        state=State.WAITING, submitted=timezone.now(), submitted_by=actor, approved=None, approved_by=None
    )
    proposal.refresh_from_db()
    after = team_of(proposal) | ({"accepted": broken} if broken else {})
    record(actor=actor, act="proposal.submitted", subject=proposal, after=after)
    for user in approvers(proposal):
        write_to(
            user,
            kind="proposal",
            title=gettext_noop("A team waits for your approval: %(name)s"),
            body=gettext_noop(
                "%(who)s has handed in a proposed team. Look at it, ask, and approve it or send it back."
            ),
            words={"name": proposal.name, "who": str(actor)},
            path=reverse("recruitment:proposal", args=[proposal.pk]),
            label=gettext_noop("Look at the team"),
        )
    return proposal


def authors(proposal: Proposal) -> set[int]:
    """Everybody who made, changed or handed in a proposal: none of them approves it."""
    people = {proposal.created_by_id, proposal.submitted_by_id}
    people |= set(proposal.steps.values_list("actor", flat=True))
    return {pk for pk in people if pk is not None}


def approvers(proposal: Proposal) -> Sequence[User]:
    """Who may approve a proposal: PR managers and executives who are not among its authors."""
    users = User.objects.filter(is_active=True, grants__role__in=APPROVERS).distinct()
    return list(users.exclude(pk__in=authors(proposal)).order_by("pk"))


@transaction.atomic
def approve_proposal(*, proposal: Proposal, version: int, actor: User) -> Proposal:
    """Approve a team that somebody else has put together. Raises SelectionError for one's own."""
    _lock(proposal, version)
    if proposal.state == State.APPROVED:
        return proposal
    if proposal.state != State.WAITING:
        raise SelectionError([_("This proposal does not wait for approval. Look at it again.")])
    if actor.pk in authors(proposal):
        raise SelectionError(
            [
                _(
                    "You worked on this team, so a second person approves it. Ask another PR manager or an executive."
                )
            ]
        )
    Proposal.objects.filter(pk=proposal.pk).update(
        state=State.APPROVED, approved=timezone.now(), approved_by=actor, version=F("version") + 1
    )
    proposal.refresh_from_db()
    record(actor=actor, act="proposal.approved", subject=proposal, after=team_of(proposal))
    _tell_author(
        proposal, actor, gettext_noop("%(who)s has approved the team “%(name)s”. You can publish it now.")
    )
    return proposal


@transaction.atomic
def return_proposal(*, proposal: Proposal, version: int, actor: User, reason: str) -> Proposal:
    """Make a proposal that was handed in a draft again, with the reason as a comment."""
    _lock(proposal, version)
    if proposal.state not in (State.WAITING, State.APPROVED):
        raise SelectionError([_("Only a proposal that was handed in can be sent back. Look at it again.")])
    Proposal.objects.filter(pk=proposal.pk).update(
        state=State.DRAFT, approved=None, approved_by=None, version=F("version") + 1
    )
    proposal.refresh_from_db()
    if reason:
        ProposalComment.objects.create(proposal=proposal, author=actor, text=reason)
    record(actor=actor, act="proposal.returned", subject=proposal, after={"reason": reason})
    if actor.pk != proposal.submitted_by_id:
        _tell_author(
            proposal,
            actor,
            gettext_noop("%(who)s sends the team “%(name)s” back with a comment. Read it, then change it."),
        )
    return proposal


@transaction.atomic
def publish_proposal(*, proposal: Proposal, version: int, actor: User) -> Proposal:
    """Make an approved team real: the chosen go to onboarding and are told, the others get a kind message and stay.

    In a succession only those who are new are told. A second click does nothing. Raises SelectionError for a proposal
    changed meanwhile or not approved, and for somebody who has left the pool since.
    """
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    proposal.refresh_from_db()
    if proposal.state == State.PUBLISHED:
        return proposal
    if proposal.state != State.APPROVED or proposal.version != version:
        raise SelectionError(
            [_("A second person approves the team before it is published. Look at it again.")]
        )
    chosen = _chosen(proposal)
    _refuse_gone(proposal, chosen)
    Proposal.objects.filter(pk=proposal.pk).update(
        state=State.PUBLISHED, published=timezone.now(), published_by=actor
    )
    proposal.refresh_from_db()
    coming = [seat for seat in chosen if seat.member.state in CHOOSABLE]
    for seat in coming:
        move_member(member=seat.member, to=Member.State.ONBOARDING, actor=actor, reason=proposal.name)
    everybody = proposal.seats.select_related("member__employee__user", "proposal__programme")
    for seat in coming if proposal.succeeds_id else everybody:
        tell_outcome(seat)
    for member in () if proposal.succeeds_id else without_seat(proposal):
        tell_without_seat(member, proposal)
    record(actor=actor, act="proposal.published", subject=proposal, after=team_of(proposal))
    return proposal


@transaction.atomic
def discard_proposal(*, proposal: Proposal, actor: User) -> None:
    """Put a draft away; it stays readable in the record and changes nothing for anybody."""
    drafts = Proposal.objects.filter(pk=proposal.pk, state=State.DRAFT)
    if drafts.update(state=State.DISCARDED):
        record(actor=actor, act="proposal.discarded", subject=proposal)


@transaction.atomic
def restore_proposal(*, proposal: Proposal, actor: User) -> None:
    """Bring a draft back that was put away."""
    away = Proposal.objects.filter(pk=proposal.pk, state=State.DISCARDED)
    if away.update(state=State.DRAFT):
        record(actor=actor, act="proposal.restored", subject=proposal)


def _lock(proposal: Proposal, version: int) -> None:
    """Hold the row, and refuse a version that somebody has changed since."""
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    proposal.refresh_from_db()
    if proposal.version != version:
        text = _("Somebody else has changed this proposal. Nothing of yours was applied; look at it again.")
        raise SelectionError([text])


def _chosen(proposal: Proposal) -> list[Seat]:
    seats = proposal.seats.filter(chosen=True)
    return list(seats.select_related("member__employee__user", "proposal__programme"))


def _refuse_gone(proposal: Proposal, chosen: Sequence[Seat]) -> None:
    present = {candidate.key for candidate in candidates_for(proposal)}
    gone = [seat.member.employee.name for seat in chosen if str(seat.member_id) not in present]
    if gone:
        raise SelectionError(
            [
                _(
                    "%(names)s can no longer be chosen. Make it a draft, choose a replacement, and hand it in again."
                )
                % {"names": ", ".join(gone)}
            ]
        )


def _tell_author(proposal: Proposal, actor: User, body: str) -> None:
    if proposal.submitted_by is not None:
        write_to(
            proposal.submitted_by,
            kind="proposal",
            title=gettext_noop("About your proposed team: %(name)s"),
            body=body,
            words={"name": proposal.name, "who": str(actor)},
            path=reverse("recruitment:proposal", args=[proposal.pk]),
            label=gettext_noop("Look at the team"),
        )
