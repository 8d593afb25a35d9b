"""What every change of a draft has in common: claiming it, keeping what it was, and writing the engine's answer."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from digitroops.engines.roster import Infeasible, appraise, conflict, propose
from digitroops.engines.roster import Proposal as Found
from digitroops.people.models import User
from digitroops.recruitment.models import Proposal, ProposalStep, Seat
from digitroops.recruitment.queries.goals import goal_of
from digitroops.recruitment.queries.pool import candidates_for
from digitroops.recruitment.queries.reasons import infeasible_sentences, names_in, reason_texts
from digitroops.recruitment.queries.selection import figures_in_short

STEPS_KEPT = 50


class SelectionError(Exception):
    """A change to a proposal that cannot be; `sentences` say why and what to do."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


def claim(*, proposal: Proposal, version: int, actor: User, act: str = "") -> None:
    """Take the next version of a draft, so that two people cannot change it at the same time.

    With an `act` what the draft was is kept, so that the change can be taken back. Raises SelectionError.
    """
    drafts = Proposal.objects.filter(pk=proposal.pk, version=version, state=Proposal.State.DRAFT)
    if not drafts.update(version=F("version") + 1):
        proposal.refresh_from_db()
        if proposal.state != Proposal.State.DRAFT:
            raise SelectionError(
                [_("Only a draft can be changed. Take the proposal back first, then change it.")]
            )
        text = _("Somebody else has changed this proposal. Nothing of yours was applied; look at it again.")
        raise SelectionError([text])
    proposal.refresh_from_db()
    if act:
        ProposalStep.objects.create(proposal=proposal, act=act, actor=actor, before=snapshot(proposal))
        old = proposal.steps.values_list("pk", flat=True)[STEPS_KEPT:]
        ProposalStep.objects.filter(pk__in=list(old)).delete()


def snapshot(proposal: Proposal) -> dict[str, Any]:
    """Team, locks, terms and figures as they are now."""
    fixed = proposal.seats.exclude(fixed="").values_list("member_id", "fixed")
    return {
        "team": list(
            proposal.seats.filter(chosen=True).order_by("order").values_list("member_id", flat=True)
        ),
        "fixed": {str(pk): how for pk, how in fixed},
        "terms": proposal.terms,
    }


def search(proposal: Proposal) -> None:
    """Let the engine look for the best team. Raises SelectionError where there is none."""
    candidates = candidates_for(proposal)
    found = propose(candidates, goal_of(proposal, candidates), proposal.seed)
    if isinstance(found, Infeasible):
        raise SelectionError(infeasible_sentences(found))
    keep(proposal, found)


def appraise_team(proposal: Proposal, team: Collection[int], *, strict: bool = True) -> None:
    """Write figures and reasons of a team that a person has chosen.

    Raises SelectionError where somebody can no longer be chosen; without `strict` they are left out.
    """
    candidates = candidates_for(proposal)
    keys = {candidate.key for candidate in candidates}
    if strict and any(str(member) not in keys for member in team):
        raise SelectionError([_("Somebody in this team can no longer be chosen. Search again.")])
    known = [str(member) for member in team if str(member) in keys]
    keep(proposal, appraise(known, candidates, goal_of(proposal, candidates)))


def refuse_conflict(proposal: Proposal) -> None:
    """Raise SelectionError with the smallest set of rules that no team can keep together."""
    candidates = candidates_for(proposal)
    found = conflict(candidates, goal_of(proposal, candidates))
    if found is not None:
        raise SelectionError(infeasible_sentences(found))


def keep(proposal: Proposal, found: Found) -> None:
    """Write the engine's answer into the seats and figures; what PR has fixed stays.

    What the rules cost and the other teams are known from a search only; after a change by hand those of the last
    search stay.
    """
    fixed = dict(proposal.seats.values_list("member_id", "fixed"))
    names = names_in(proposal.programme)
    proposal.seats.all().delete()
    Seat.objects.bulk_create(
        Seat(
            proposal=proposal,
            member_id=int(key),
            chosen=seat.chosen,
            fixed=fixed.get(int(key), ""),
            reach=seat.reach,
            unique_reach=seat.unique,
            reasons=[{"key": reason.key, **reason_texts(reason, names)} for reason in seat.reasons],
            order=order,
        )
        for order, (key, seat) in enumerate(found.seats.items())
    )
    figures = figures_in_short(found, names)
    for part in ("prices", "alternatives"):
        figures[part] = figures[part] or proposal.figures.get(part, [])
    proposal.figures = figures
    proposal.save(update_fields=["figures", "terms"])


def team_of(proposal: Proposal) -> dict[str, Any]:
    """The team by name, for the record."""
    chosen = proposal.seats.filter(chosen=True).order_by("member__employee__name")
    return {"team": list(chosen.values_list("member__employee__name", flat=True))}
