"""The proposed team of the open call, found by the roster engine among those whose audit ended clear."""

import datetime as dt

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.programme.models import Programme
from digitroops.recruitment.actions.selection import propose_team
from digitroops.recruitment.models import Proposal


def make_proposal(cast: Cast, programme: Programme, seed: int, today: dt.date) -> Proposal:
    """A draft of yesterday that waits for PR to swap and publish."""
    with happened(clock(today - dt.timedelta(1), 15, 20), today=today) as moment:
        proposal = propose_team(
            programme=programme, name=f"Usulan tim {today.year + 1}", actor=cast.pr, seed=seed
        )
    Proposal.objects.filter(pk=proposal.pk).update(created=moment)
    return proposal
