"""The engine's view of a proposal, kept in memory between two requests so that a what-if answers at once.

It is made again whenever the proposal's version or anything it rests on has changed: accounts, audiences, states.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.audience import Audience, overlap_matrix
from digitroops.engines.roster import Candidate, Goal, appraise
from digitroops.engines.roster import Proposal as Found
from digitroops.presence.models import SocialAccount
from digitroops.recruitment.models import CriterionResult, Proposal
from digitroops.recruitment.queries.goals import goal_of
from digitroops.recruitment.queries.pool import candidates_for

KEPT = 4


@dataclass(frozen=True)
class Appraisal:
    """A proposal's team as the engine sees it; `gone` are memberships in the team that can no longer be chosen."""

    found: Found
    goal: Goal
    candidates: tuple[Candidate, ...]
    gone: frozenset[int]

    @cached_property
    def by_key(self) -> dict[str, Candidate]:
        return {candidate.key: candidate for candidate in self.candidates}

    @cached_property
    def team(self) -> list[Candidate]:
        """The team in the engine's order."""
        return [self.by_key[key] for key in self.found.team]

    @cached_property
    def overlap(self) -> NDArray[np.int64]:
        """How many followers each two of the team share; the diagonal holds their audiences."""
        return overlap_matrix([Audience(candidate.keys()) for candidate in self.team])


class Memory:
    """The newest few appraisals of this process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.kept: OrderedDict[tuple[int, str], Appraisal] = OrderedDict()

    def get(self, key: tuple[int, str]) -> Appraisal | None:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def put(self, key: tuple[int, str], found: Appraisal) -> None:
        with self.lock:
            self.kept[key] = found
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)


MEMORY = Memory()


def appraisal_of(proposal: Proposal) -> Appraisal:
    """The team of a proposal as the engine sees it now."""
    team = list(proposal.seats.filter(chosen=True).values_list("member_id", flat=True))
    key = (proposal.pk, fingerprint(proposal, team))
    known = MEMORY.get(key)
    if known is None:
        known = _appraise(proposal, team)
        MEMORY.put(key, known)
    return known


def _appraise(proposal: Proposal, team: Sequence[int]) -> Appraisal:
    candidates = tuple(candidates_for(proposal))
    goal = goal_of(proposal, candidates)
    present = {candidate.key for candidate in candidates}
    gone = frozenset(pk for pk in team if str(pk) not in present)
    found = appraise([str(pk) for pk in team if pk not in gone], candidates, goal)
    return Appraisal(found, goal, candidates, gone)


def fingerprint(proposal: Proposal, team: Sequence[int]) -> str:
    """A short sign of everything an appraisal rests on, without reading a single audience."""
    programme = proposal.programme
    employees = programme.members.values("employee")
    accounts = SocialAccount.objects.filter(employee__in=employees).order_by("pk")
    results = CriterionResult.objects.filter(application__member__programme=programme).order_by("pk")
    parts = [
        (proposal.version, str(proposal.state), sorted(team), proposal.terms),
        list(
            accounts.values_list(
                "pk", "platform", "declared_followers", "audience__count", "audience__archive"
            )
        ),
        list(programme.members.order_by("pk").values_list("pk", "state", "application__sample")),
        list(
            programme.members.filter(audits__decided__isnull=False).values_list("audits__expires").distinct()
        ),
        list(results.values_list("pk", "verdict", "override")),
        list(programme.criteria.order_by("pk").values_list("pk", "enabled", "parameters")),
    ]
    return sha256(repr(parts).encode()).hexdigest()
