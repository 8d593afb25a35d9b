"""What the pages show of a finding, made ready: for the person with everything, for a reviewer without names."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.people.models import User
from digitroops.presence.models import Post
from digitroops.screening.forms import ReplyForm
from digitroops.screening.models import Audit, Decision, Finding, Reply
from digitroops.screening.passages import Clue, Passage, clues_of, masked, passages_of, reason_of
from digitroops.screening.queries import context_of, queue_of, reading_obstacle
from digitroops.screening.words import CATEGORY_WHY, LEVELS, OBSTACLES, category_title

YEAR = 365.25
HIGH, MEDIUM = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Neighbour:
    when: dt.datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as shown."""

    finding: Finding
    title: str
    level: str | Promise
    why: str | Promise
    reason: str
    clues: list[Clue]
    passages: list[Passage]
    reply: Reply | None
    form: ReplyForm | None = None
    who: str = ""
    reply_text: str = ""
    before: list[Neighbour] = field(default_factory=list)
    after: list[Neighbour] = field(default_factory=list)
    similar: int = 0
    age: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in the list of a case."""

    finding: Finding
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a reviewer's queue."""

    audit: Audit
    who: str
    findings: int
    worst: int
    third: bool
    mine: bool
    obstacle: str | Promise


def participant(audit: Audit) -> str:
    """What a candidate is called where names are hidden."""
    return _("Participant %(number)s") % {"number": audit.number}


def reply_of(finding: Finding) -> Reply | None:
    """The person's reply to a finding, None where there is none."""
    return getattr(finding, "reply", None)


def own_card(finding: Finding, form: ReplyForm | None = None) -> Card:
    """A finding as the person reads it, with the form for the reply."""
    reply = reply_of(finding)
    initial = {"stance": reply.stance, "text": reply.text} if reply else None
    return Card(
        finding=finding,
        title=category_title(finding.category),
        level=LEVELS[finding.severity],
        why=CATEGORY_WHY.get(finding.category, ""),
        reason=reason_of(finding),
        clues=clues_of(finding),
        passages=passages_of(finding),
        reply=reply,
        form=form or ReplyForm(initial=initial, prefix=f"f{finding.pk}"),
    )


def reviewer_line(audit: Audit, finding: Finding, names: list[str]) -> Line:
    """A finding in the list of a case."""
    text = masked(finding.text, names, participant(audit))
    return Line(finding, category_title(finding.category), text)


def reviewer_card(audit: Audit, finding: Finding, findings: list[Finding], names: list[str]) -> Card:
    """A finding as a reviewer reads it: names taken out, the reply beside it, its neighbours around it."""
    who = participant(audit)
    around = context_of(finding)
    reply = reply_of(finding)
    return Card(
        finding=finding,
        title=category_title(finding.category),
        level=LEVELS[finding.severity],
        why=CATEGORY_WHY.get(finding.category, ""),
        reason=masked(reason_of(finding), names, who),
        clues=clues_of(finding),
        passages=passages_of(finding, identities=names, mask=who),
        reply=reply,
        who=who,
        reply_text=masked(reply.text, names, who) if reply else "",
        before=_neighbours(around.before, names, who),
        after=_neighbours(around.after, names, who),
        similar=sum(other.category == finding.category for other in findings),
        age=age_text(finding.posted),
        confidence=confidence_text(finding.confidence),
    )


def _neighbours(posts: tuple[Post, ...], names: list[str], who: str) -> list[Neighbour]:
    return [Neighbour(post.created, masked(post.text, names, who)) for post in posts]


def age_text(posted: dt.datetime | None) -> str:
    """How old a post is, in years and months."""
    if posted is None:
        return "–"
    months = int((timezone.now() - posted).days / YEAR * 12)
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(count)s year", "%(count)s years", years) % {"count": years})
    if rest or not years:
        parts.append(ngettext("%(count)s month", "%(count)s months", rest) % {"count": rest})
    return " ".join(parts)


def confidence_text(value: float) -> str:
    """How sure the scan is, in a word."""
    if value >= HIGH:
        return _("high")
    return _("medium") if value >= MEDIUM else _("low")


def case_rows(reviewer: User) -> list[CaseRow]:
    """The reviewer's queue: what waits for them, what they decided already, what they must leave to others."""
    return [
        CaseRow(
            audit=audit,
            who=participant(audit),
            findings=audit.finding_count,  # type: ignore[attr-defined]
            worst=audit.worst or 0,  # type: ignore[attr-defined]
            third=audit.review_count >= 2,  # type: ignore[attr-defined]
            mine=bool(audit.mine),  # type: ignore[attr-defined]
            obstacle=OBSTACLES.get(reading_obstacle(audit, reviewer), ""),
        )
        for audit in queue_of(reviewer)
    ]


def decision_options() -> list[dict[str, str]]:
    """The three decisions with their keys; nothing is preselected."""
    helps = {
        Decision.CLEAR: _("Nothing stands in the way."),
        Decision.COACH: _("Go on, and talk a few things over first."),
        Decision.NOT_NOW: _("Kindly, with a chance to apply again."),
    }
    return [
        {"value": choice.value, "label": str(choice.label), "help": helps[choice], "key": str(key)}
        for key, choice in enumerate(Decision, start=1)
    ]
