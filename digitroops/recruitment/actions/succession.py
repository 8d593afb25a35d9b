"""When somebody leaves a published team: the best replacement, as a proposal of its own."""

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.recruitment.actions.drafting import search, team_of
from digitroops.recruitment.models import Proposal


@transaction.atomic
def propose_successor(*, proposal: Proposal, name: str, actor: User) -> Proposal:
    """Look for the best replacement of whoever left a published team; it goes the same way as every proposal.

    Raises SelectionError where nobody can follow.
    """
    successor = Proposal.objects.create(
        programme=proposal.programme,
        name=name,
        seed=proposal.seed,
        terms=proposal.terms,
        succeeds=proposal,
        created_by=actor,
    )
    search(successor)
    record(
        actor=actor,
        act="proposal.made",
        subject=successor,
        before=team_of(proposal),
        after=team_of(successor),
    )
    return successor
