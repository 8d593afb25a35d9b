"""What one may read of footprint audits: the person their own, a reviewer what was sent to them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from digitroops.people.models import Employee, Role, Unit, User
from digitroops.presence.models import Archive, Post, SocialAccount
from digitroops.privacy.queries import is_held, is_paused, objections, pauses
from digitroops.programme.models import Member, Programme
from digitroops.screening.models import Appeal, Audit, Decision, Finding, Review
from digitroops.screening.voting import outcome_of

NEAR = dt.timedelta(days=2)
#: A decision that closes nothing yet can be taken back this long.
UNDO_FIRST = dt.timedelta(minutes=10)
#: A company with more levels than this has a mistake in its list.
MOST_LEVELS = 15
READ = (Audit.State.IN_REVIEW, Audit.State.DECIDED)


class Obstacle(StrEnum):
    """Why a reviewer cannot decide a case; empty when they can."""

    NONE = ""
    OWN = "own"
    UNIT = "unit"
    LINE = "line"
    CLOSED = "closed"
    ALREADY = "already"
    MEANWHILE = "meanwhile"
    BEFORE = "before"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the PR side may know of an audit: where it stands and how it ended, never what it found."""

    state: str
    state_label: str
    submitted: dt.datetime | None
    decided: dt.datetime | None
    outcome: str
    outcome_label: str
    next_chance: dt.date | None = None

    @property
    def not_now(self) -> bool:
        return self.outcome == Decision.NOT_NOW


@dataclass(frozen=True, slots=True)
class Context:
    """The person's own posts around a finding: what it answers, the one before, the one after."""

    before: tuple[Post, ...]
    after: tuple[Post, ...]


def posts_of(member: Member) -> QuerySet[Post]:
    """The public posts that an audit of this member reads, oldest first."""
    return Post.objects.filter(account__employee_id=member.employee_id).order_by("created", "pk")


def posts_for(audit: Audit) -> QuerySet[Post]:
    """The public posts that this audit reads: all of them, or those since the last one."""
    posts = posts_of(audit.member)
    return posts.filter(created__gt=audit.since) if audit.since else posts


def waiting_for_archives(member: Member) -> bool:
    """Whether an archive of this person is still on its way through the reader."""
    pending = [Archive.State.WAITING, Archive.State.READING]
    return Archive.objects.filter(account__employee_id=member.employee_id, state__in=pending).exists()


def unscanned_audits() -> QuerySet[Audit]:
    """Audits that nobody has scanned and whose archives have all been read."""
    pending = Q(
        member__employee__accounts__archives__state__in=[Archive.State.WAITING, Archive.State.READING]
    )
    return Audit.objects.filter(state=Audit.State.WAITING).exclude(pending).order_by("pk")


def own_audit(member: Member) -> Audit | None:
    """The member's newest audit, for the member."""
    return member.audits.order_by("-started", "-pk").first()


def own_findings(member: Member) -> QuerySet[Finding]:
    """The findings of the member's newest audit, for the member, the weightiest first."""
    audit = own_audit(member)
    return Finding.objects.filter(audit=audit).select_related("reply", "audit")


def next_chance_of(employee: Employee) -> dt.date | None:
    """From when a person may apply again after an audit that ended with not now; None where nothing stands against it.

    It holds for every programme, and also after the person has withdrawn: what was found is gone, the date is not.
    """
    ended = Audit.objects.filter(member__employee=employee, next_chance__gt=timezone.localdate())
    return ended.order_by("-next_chance").values_list("next_chance", flat=True).first()


def standing_of(member: Member) -> Standing | None:
    """Where the newest audit of a member stands; holds no text, no category and no number of findings."""
    audit = own_audit(member)
    if audit is None:
        return None
    return Standing(
        state=audit.state,
        state_label=audit.get_state_display(),
        submitted=audit.submitted,
        decided=audit.decided,
        outcome=audit.outcome,
        outcome_label=str(audit.outcome_label),
        next_chance=audit.next_chance,
    )


def audits_for(reviewer: User) -> QuerySet[Audit]:
    """Audits that were sent to the reviewers: open ones, decided ones in which this reviewer took part, and appeals.

    Empty for anybody who is not a reviewer; one's own audit is never among them.
    """
    if not reviewer.has_role(Role.REVIEWER):
        return Audit.objects.none()
    took_part = Review.objects.filter(reviewer=reviewer).values("audit")
    decided = (
        Q(pk__in=took_part) | Q(appeal__decided=None, appeal__isnull=False) | Q(appeal__decider=reviewer)
    )
    open_case = Q(state=Audit.State.IN_REVIEW) & ~objected_to()
    sent = open_case | (Q(state=Audit.State.DECIDED) & decided)
    return (
        Audit.objects.filter(sent)
        .exclude(member__employee__user=reviewer)
        .exclude(member__employee__in=pauses().values("employee"))
        .select_related("member__employee__unit", "member__programme")
    )


def objected_to() -> Q:
    """Audits that rest on a scan although their person has objected to it since."""
    return Q(hand_due=None, member__employee__in=objections().values("employee"))


def to_hand_over(employee: Employee) -> QuerySet[Audit]:
    """The person's audits that a scan has read or is reading, still open although they have objected to it."""
    scanned = [Audit.State.SCANNING, Audit.State.WITH_PERSON, Audit.State.IN_REVIEW]
    found = Audit.objects.filter(objected_to(), member__employee=employee, state__in=scanned)
    return found.order_by("pk")


def to_read_by_hand(reviewer: User) -> list[Audit]:
    """The audits whose posts a person reads instead of the scan, for a reviewer who may; the most urgent first."""
    if not reviewer.has_role(Role.REVIEWER):
        return []
    found = Audit.objects.filter(state=Audit.State.BY_HAND).exclude(
        member__employee__in=pauses().values("employee")
    )
    cases = found.select_related("member__employee__unit", "member__programme").order_by("hand_due")
    return [audit for audit in cases if not reading_obstacle(audit, reviewer)]


def queue_of(reviewer: User) -> QuerySet[Audit]:
    """The open cases, with what the queue shows of each: findings, weightiest level, decisions taken."""
    return (
        audits_for(reviewer)
        .filter(state=Audit.State.IN_REVIEW)
        .annotate(
            finding_count=Count("findings", distinct=True),
            worst=Max("findings__severity"),
            mine=Count("reviews", filter=Q(reviews__reviewer=reviewer), distinct=True),
            passed_on=Count("reviews", filter=Q(reviews__decision="escalate"), distinct=True),
        )
        .prefetch_related(Prefetch("reviews", to_attr="said"))
        .order_by("mine", "-passed_on", "submitted", "pk")
    )


def appeals_for(reviewer: User) -> QuerySet[Appeal]:
    """Open appeals in which this reviewer has not decided before, the most urgent first."""
    cases = audits_for(reviewer).filter(state=Audit.State.DECIDED).exclude(reviews__reviewer=reviewer)
    return (
        Appeal.objects.filter(audit__in=cases, decided=None)
        .select_related("audit__member__employee__unit", "audit__member__programme")
        .order_by("due")
    )


def appeal_of(audit: Audit) -> Appeal | None:
    """The appeal against an audit, None where there is none."""
    return Appeal.objects.filter(audit=audit).select_related("decider").first()


def may_appeal(audit: Audit) -> bool:
    """Whether the person may ask for a second look: decided, not clear, in time, not asked for before."""
    return (
        audit.state == Audit.State.DECIDED
        and audit.outcome != Decision.CLEAR
        and audit.appeal_until is not None
        and timezone.now() <= audit.appeal_until
        and not Appeal.objects.filter(audit=audit).exists()
    )


def reasons_of(audit: Audit) -> list[str]:
    """Why it was decided so, in the reviewers' words, without their names; the last word is the appeal's."""
    if audit.state != Audit.State.DECIDED:
        return []
    appeal = appeal_of(audit)
    if appeal and appeal.decided:
        return [appeal.reason] if appeal.reason else []
    reviews = list(audit.reviews.exclude(reason="").exclude(decision="escalate"))
    agreeing = [review.reason for review in reviews if review.decision == audit.outcome]
    return list(dict.fromkeys(agreeing or [review.reason for review in reviews]))


def open_coaching(member: Member) -> Audit | None:
    """The newest decided audit of a member when its coaching, a lesson or a talk, is not done yet."""
    audit = member.audits.filter(state=Audit.State.DECIDED).first()
    return audit if audit and audit.outcome == Decision.COACH and not audit.coached else None


def open_talks(programme: Programme) -> QuerySet[Audit]:
    """Coaching without a lesson that PR still has to hold, the oldest first; by the newest decided audit of each."""
    later = Audit.objects.filter(
        member=OuterRef("member"), state=Audit.State.DECIDED, started__gt=OuterRef("started")
    )
    talks = Audit.objects.filter(
        ~Exists(later),
        member__programme=programme,
        state=Audit.State.DECIDED,
        outcome=Decision.COACH,
        lesson_key="",
        coached=None,
    )
    return (
        talks.exclude(member__state=Member.State.LEFT).select_related("member__employee").order_by("decided")
    )


def findings_for(reviewer: User, audit: Audit) -> QuerySet[Finding]:
    """The findings of a case for a reviewer who may read it; empty before it was sent and on an obstacle."""
    if reading_obstacle(audit, reviewer):
        return Finding.objects.none()
    return Finding.objects.filter(audit__in=audits_for(reviewer).filter(pk=audit.pk)).select_related(
        "reply", "post"
    )


def reviews_for(reviewer: User, audit: Audit) -> QuerySet[Review]:
    """All reviews once the case is closed; before that nothing but the reviewer's own."""
    reviews = Review.objects.filter(audit=audit).select_related("reviewer").order_by("seat")
    if audit.state == Audit.State.DECIDED and audits_for(reviewer).filter(pk=audit.pk).exists():
        return reviews
    return reviews.filter(reviewer=reviewer)


def can_take_back(audit: Audit, reviewer: User) -> bool:
    """Whether the reviewer's own decision can still be taken back."""
    recent = timezone.now() - UNDO_FIRST
    open_case = audit.state == Audit.State.IN_REVIEW
    return open_case and audit.reviews.filter(reviewer=reviewer, at__gt=recent).exists()


def sides_of(audit: Audit, reviewer: User) -> list[tuple[str, str]]:
    """Decision and reason of those who decided first, without names, for whoever takes the second look."""
    appeal = appeal_of(audit)
    if appeal is None or (appeal_obstacle(appeal, reviewer) and appeal.decider_id != reviewer.pk):
        return []
    return [(str(review.get_decision_display()), review.reason) for review in audit.reviews.all()]


def reading_obstacle(audit: Audit, reviewer: User, above: Mapping[str, list[str]] | None = None) -> Obstacle:
    """Why this reviewer may not even read the case: about them, their own unit, or their own line up or down.

    `above` is what `managers_above` says of both, where a caller asks for many cases at once.
    """
    candidate = audit.member.employee
    if candidate.user_id == reviewer.pk:
        return Obstacle.OWN
    employee: Employee | None = getattr(reviewer, "employee", None)
    if employee is None:
        return Obstacle.NONE
    if _same_line(employee.unit, candidate.unit):
        return Obstacle.UNIT
    if above is None:
        above = managers_above([candidate, employee])
    in_line = employee.number in above[candidate.number] or candidate.number in above[employee.number]
    return Obstacle.LINE if in_line else Obstacle.NONE


def case_obstacle(audit: Audit, reviewer: User) -> Obstacle:
    """Why this reviewer cannot open the case: not theirs to read, on hold, or decided by others."""
    if why := reading_obstacle(audit, reviewer):
        return why
    if audits_for(reviewer).filter(pk=audit.pk).exists():
        return Obstacle.NONE
    held = audit.state == Audit.State.IN_REVIEW or is_paused(audit.member.employee_id)
    return Obstacle.HELD if held else Obstacle.CLOSED


def may_ask_model(audit: Audit) -> bool:
    """Whether a machine may read the findings: never for whoever objects to that."""
    return not is_held(audit.member.employee_id)


def obstacle(audit: Audit, reviewer: User) -> Obstacle:
    """Why this reviewer cannot decide the case now."""
    if why := reading_obstacle(audit, reviewer):
        return why
    reviews = list(audit.reviews.all())
    if any(review.reviewer_id == reviewer.pk for review in reviews):
        return Obstacle.ALREADY
    if audit.state != Audit.State.IN_REVIEW or outcome_of(review.decision for review in reviews):
        return Obstacle.CLOSED
    person = audit.member.employee_id
    held = is_paused(person) if audit.read_by_hand else is_held(person)
    return Obstacle.HELD if held else Obstacle.NONE


def appeal_obstacle(appeal: Appeal, reviewer: User) -> Obstacle:
    """Why this reviewer cannot answer an appeal: besides the rest, somebody who decided before never does."""
    if why := reading_obstacle(appeal.audit, reviewer):
        return why
    if appeal.audit.reviews.filter(reviewer=reviewer).exists():
        return Obstacle.BEFORE
    if appeal.decided or appeal.audit.state != Audit.State.DECIDED:
        return Obstacle.CLOSED
    return Obstacle.HELD if is_paused(appeal.audit.member.employee_id) else Obstacle.NONE


def managers_above(employees: Iterable[Employee]) -> dict[str, list[str]]:
    """The employee numbers above each of these people, nearest first, as far as HR's list names them.

    One query for each level, however many people; a circle in the list ends a line.
    """
    above: dict[str, list[str]] = {employee.number: [] for employee in employees}
    step = {employee.number: employee.manager_number for employee in employees}
    for _level in range(MOST_LEVELS):
        step = {
            number: manager
            for number, manager in step.items()
            if manager and manager != number and manager not in above[number]
        }
        if not step:
            break
        for number, manager in step.items():
            above[number].append(manager)
        stored = Employee.objects.filter(number__in=set(step.values()))
        known = dict(stored.order_by().values_list("number", "manager_number"))
        step = {number: known.get(manager, "") for number, manager in step.items()}
    return above


def _same_line(one: Unit, other: Unit) -> bool:
    """Whether two units are the same, or one stands above the other."""
    first, second = sorted((one.path, other.path), key=len)
    return second == first or second.startswith(first + Unit.SEPARATOR)


def context_of(finding: Finding) -> Context:
    """The person's own posts next to this one on the same account, at most two days away."""
    post = finding.post
    if post is None or post.created is None:
        return Context((), ())
    same = Post.objects.filter(account_id=post.account_id).exclude(pk=post.pk).exclude(text="")
    thread = same.filter(external_id=post.in_reply_to) if post.in_reply_to else same.none()
    before = same.filter(created__lt=post.created, created__gte=post.created - NEAR).order_by("-created")[:1]
    answers = same.filter(in_reply_to=post.external_id, created__gt=post.created).order_by("created")[:1]
    after = same.filter(created__gt=post.created, created__lte=post.created + NEAR).order_by("created")[:1]
    return Context(tuple(thread) or tuple(before), tuple(answers) or tuple(after))


def identities_of(member: Member) -> list[str]:
    """The names and account names by which a text could give the candidate away, longest first."""
    names = {member.employee.name, *member.employee.name.split()}
    for handle, shown in SocialAccount.objects.filter(employee_id=member.employee_id).values_list(
        "handle", "display_name"
    ):
        names |= {handle, shown}
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)
