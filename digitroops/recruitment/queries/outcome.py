"""How the choice of the team ended for one person, as they read it."""

from enum import StrEnum
from typing import TypedDict

from digitroops.programme.models import Member
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.pool import CHOOSABLE, STANDING
from digitroops.screening.queries import Standing, standing_of


class Ending(StrEnum):
    """What holds for somebody who applied. WAITING: no team has been published since they could be chosen."""

    WAITING = "waiting"
    IN_TEAM = "in_team"
    NOT_CHOSEN = "not_chosen"
    NOT_NOW = "not_now"
    NOT_WEIGHED = "not_weighed"


class Outcome(TypedDict):
    ending: Ending
    seat: Seat | None
    audit: Standing | None


def outcome_of(member: Member) -> Outcome:
    """The ending with what it rests on: the newest published seat and where the audit stands."""
    seats = Seat.objects.filter(member=member, proposal__state=Proposal.State.PUBLISHED)
    seat = seats.select_related("proposal").order_by("-proposal__published").first()
    audit = standing_of(member)
    return {"ending": _ending(member, seat, audit), "seat": seat, "audit": audit}


def _ending(member: Member, seat: Seat | None, audit: Standing | None) -> Ending:
    if member.state in STANDING or member.state == Member.State.PAUSED:
        return Ending.IN_TEAM
    if audit and audit.not_now:
        return Ending.NOT_NOW
    if member.state not in CHOOSABLE:
        return Ending.WAITING
    if seat and not seat.chosen:
        return Ending.NOT_CHOSEN
    published = Proposal.objects.filter(programme=member.programme, state=Proposal.State.PUBLISHED)
    later = published.filter(published__gte=member.since)
    return Ending.NOT_WEIGHED if later.exists() else Ending.WAITING


def without_seat(proposal: Proposal) -> list[Member]:
    """Everybody who has applied and waits for an answer, but has no seat in a proposal that is published."""
    waiting = proposal.programme.members.filter(
        state__in=(Member.State.APPLIED, *CHOOSABLE),
        application__submitted__isnull=False,
        application__withdrawn=None,
    )
    seated = proposal.seats.values("member")
    return list(waiting.exclude(pk__in=seated).select_related("employee__user").order_by("pk"))
