"""What the pages show of a finding, made ready: for the person with everything, for a reviewer without names."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.engines.footprint.second import CLEAR
from digitroops.people.models import Employee, User
from digitroops.presence.models import Post
from digitroops.screening.forms import ReplyForm
from digitroops.screening.models import Audit, Finding, ModelOpinion, Reply, Review, Vote
from digitroops.screening.passages import (
    Clue,
    Passage,
    clues_of,
    masked,
    passages_of,
    reason_of,
    veiled,
    veiled_passages_of,
)
from digitroops.screening.queries import (
    UNDO_FIRST,
    Obstacle,
    context_of,
    managers_above,
    queue_of,
    reading_obstacle,
)
from digitroops.screening.voting import outcome_of
from digitroops.screening.words import (
    CATEGORY_WHY,
    LEVELS,
    OBSTACLES,
    OBSTACLES_SHORT,
    category_title,
    deleting_guide,
)

YEAR = 365.25
HIGH, MEDIUM = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Neighbour:
    when: dt.datetime | None
    passages: list[Passage]


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
    reply_text: list[Passage] = field(default_factory=list)
    guide: list[str | Promise] = field(default_factory=list)
    before: list[Neighbour] = field(default_factory=list)
    after: list[Neighbour] = field(default_factory=list)
    opinion: ModelOpinion | None = None
    opinion_title: str = ""
    similar: int = 0
    age: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in the list of a case."""

    finding: Finding
    title: str
    passages: list[Passage]


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
    passed_on: bool = False
    can_undo: bool = False
    minutes: int = 0

    @property
    def waits(self) -> bool:
        """Whether this reviewer is to decide it."""
        return not self.mine and not self.obstacle


def participant(audit: Audit) -> str:
    """What a candidate is called where names are hidden."""
    return _("Participant %(number)s") % {"number": audit.number}


def reply_of(finding: Finding) -> Reply | None:
    """The person's reply to a finding, None where there is none."""
    return getattr(finding, "reply", None)


def opinion_of(finding: Finding) -> ModelOpinion | None:
    """What the company's model said when it was asked last, None where it was not."""
    return ModelOpinion.objects.filter(finding=finding).first()


def own_card(finding: Finding, form: ReplyForm | None = None) -> Card:
    """A finding as the person reads it, with the form for the reply."""
    reply = reply_of(finding)
    initial = {"stance": reply.stance, "text": reply.text, "steps": reply.steps} if reply else None
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
        guide=deleting_guide(finding.platform),
    )


def reviewer_line(audit: Audit, finding: Finding, names: list[str]) -> Line:
    """A finding in the list of a case."""
    passages = veiled_passages_of(finding, names, participant(audit))
    return Line(finding, category_title(finding.category), passages)


def reviewer_card(audit: Audit, finding: Finding, findings: list[Finding], names: list[str]) -> Card:
    """A finding as a reviewer reads it: names taken out, the reply beside it, its neighbours around it."""
    who = participant(audit)
    around = context_of(finding)
    reply, opinion = reply_of(finding), opinion_of(finding)
    return Card(
        finding=finding,
        opinion=opinion,
        opinion_title=category_title(opinion.category) if opinion and opinion.category != CLEAR else "",
        title=category_title(finding.category),
        level=LEVELS[finding.severity],
        why=CATEGORY_WHY.get(finding.category, ""),
        reason=masked(reason_of(finding), names, who),
        clues=clues_of(finding, identities=names, mask=who),
        passages=veiled_passages_of(finding, names, who),
        reply=reply,
        who=who,
        reply_text=veiled(reply.text, names, who) if reply else [],
        before=_neighbours(around.before, names, who),
        after=_neighbours(around.after, names, who),
        similar=posts_among(other for other in findings if other.category == finding.category),
        age=age_text(finding.posted),
        confidence=confidence_text(finding.confidence),
    )


def posts_among(findings: Iterable[Finding]) -> int:
    """In how many different posts findings sit; one post can hold several."""
    return len({(finding.post_id, finding.posted, finding.text) for finding in findings})


def _neighbours(posts: tuple[Post, ...], names: list[str], who: str) -> list[Neighbour]:
    return [Neighbour(post.created, veiled(post.text, names, who)) for post in posts]


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
    cases = list(queue_of(reviewer))
    people = [audit.member.employee for audit in cases]
    own: Employee | None = getattr(reviewer, "employee", None)
    above = managers_above([*people, own] if own else people)
    return [_case_row(audit, reviewer, above) for audit in cases]


def _case_row(audit: Audit, reviewer: User, above: Mapping[str, list[str]]) -> CaseRow:
    said = audit.said  # type: ignore[attr-defined]
    own = next((review for review in said if review.reviewer_id == reviewer.pk), None)
    decisions = [review.decision for review in said]
    why = reading_obstacle(audit, reviewer, above) or (
        Obstacle.CLOSED if outcome_of(decisions) else Obstacle.NONE
    )
    return CaseRow(
        audit=audit,
        who=participant(audit),
        findings=audit.finding_count,  # type: ignore[attr-defined]
        worst=audit.worst or 0,  # type: ignore[attr-defined]
        third=len([decision for decision in decisions if decision != Vote.ESCALATE]) >= 2,
        mine=own is not None,
        obstacle=OBSTACLES_SHORT.get(why, OBSTACLES.get(why, "")),
        passed_on=Vote.ESCALATE in decisions,
        can_undo=own is not None and timezone.now() - own.at < UNDO_FIRST,
    )


def closed_rows(reviewer: User, limit: int = 20) -> list[CaseRow]:
    """Closed cases in which the reviewer took part, with the minutes each took them."""
    reviews = Review.objects.filter(reviewer=reviewer, audit__state=Audit.State.DECIDED)
    return [
        CaseRow(review.audit, participant(review.audit), 0, 0, third=False, mine=True, obstacle="",
                minutes=round((review.seconds or 0) / 60))
        for review in reviews.select_related("audit").order_by("-audit__decided")[:limit]
    ]  # fmt: skip


def next_case(reviewer: User, after: int = 0) -> Audit | None:
    """The next case that waits for this reviewer."""
    waiting = [row.audit for row in case_rows(reviewer) if row.waits]
    return next((audit for audit in waiting if audit.pk != after), None)


def decision_options(*, passing_on: bool = True, member: bool = False) -> list[dict[str, str]]:
    """What a reviewer can say, with the keys; nothing is preselected. About a member, “not now” asks for a talk."""
    helps = {
        Vote.CLEAR: _("Nothing stands in the way."),
        Vote.COACH: _("Go on, and talk a few things over first."),
        Vote.NOT_NOW: _("Kindly, with a chance to apply again."),
        Vote.ESCALATE: _("I cannot judge this one; others should read it."),
    }
    labels = {choice: str(choice.label) for choice in Vote}
    if member:
        helps[Vote.NOT_NOW] = _("The PR team talks with the member before anything changes.")
        labels[Vote.NOT_NOW] = _("A talk comes first")
    return [
        {"value": choice.value, "label": labels[choice], "help": helps[choice], "key": str(key)}
        for key, choice in enumerate(Vote, start=1)
        if passing_on or choice != Vote.ESCALATE
    ]
