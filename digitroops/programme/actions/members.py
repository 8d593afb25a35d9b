"""What a person can do to a programme and its members."""

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Member
from digitroops.programme.signals import member_moved

State = Member.State
ALLOWED_MOVES: dict[str, frozenset[str]] = {
    State.INVITED: frozenset({State.APPLIED, State.LEFT}),
    State.APPLIED: frozenset({State.SCREENED, State.LEFT}),
    State.SCREENED: frozenset({State.SHORTLISTED, State.ONBOARDING, State.LEFT}),
    State.SHORTLISTED: frozenset({State.SCREENED, State.ONBOARDING, State.LEFT}),
    State.ONBOARDING: frozenset({State.ACTIVE, State.SCREENED, State.LEFT}),
    State.ACTIVE: frozenset({State.PAUSED, State.LEFT}),
    State.PAUSED: frozenset({State.ACTIVE, State.LEFT}),
    State.LEFT: frozenset({State.INVITED, State.APPLIED}),
}


class MoveRefused(Exception):
    """A member cannot go from the state they are in to the one asked for."""


@transaction.atomic
def move_member(*, member: Member, to: str, actor: User | None, reason: str = "") -> Member:
    """Move a member to another state; a move to the present state does nothing.

    Raises MoveRefused where the programme's order of states does not allow it, also when somebody else has
    moved the member in the meantime.
    """
    before = member.state
    if before == to:
        return member
    if to not in ALLOWED_MOVES[before]:
        raise MoveRefused(f"{before} -> {to}")
    if not Member.objects.filter(pk=member.pk, state=before).update(state=to, since=timezone.now()):
        raise MoveRefused(f"{before} -> {to}, but the member has been moved in the meantime")
    member.refresh_from_db()
    record(
        actor=actor,
        act="member.moved",
        subject=member,
        person=member.employee,
        before={"state": before},
        after={"state": to, "reason": reason},
    )
    member_moved.send(Member, member=member, before=before, after=to, actor=actor)
    return member
