"""The scan of one person's public posts, and the forgetting of old findings."""

import datetime as dt
import logging
from collections.abc import Iterator
from functools import lru_cache

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines import footprint
from digitroops.engines.footprint import CATEGORIES, Scanner
from digitroops.people.models import Employee
from digitroops.presence.models import Archive, Connection, Post
from digitroops.privacy.queries import is_held, is_paused
from digitroops.programme.models import Member, Programme
from digitroops.screening.closing import let_go, settle
from digitroops.screening.letters import (
    tell_deadline_near,
    tell_findings_ready,
    tell_lapsed,
    tell_to_read,
    tell_watch_due,
)
from digitroops.screening.models import OPEN_STATES, Appeal, Audit, Finding, Reply, Weights
from digitroops.screening.queries import posts_for, unscanned_audits, waiting_for_archives
from digitroops.screening.rules import may_scan, rules_of
from digitroops.screening.watching import due_for_watching

BATCH = 500
ADULT = 18
REMIND_BEFORE = dt.timedelta(days=3)
#: An audit that its person leaves lying this long after the last day ends, and its findings are deleted.
ABANDONED = dt.timedelta(days=60)
logger = logging.getLogger("digitroops.screening")


class Stopped(Exception):
    """The audit ended or was paused while its posts were being read; another scan may have begun anew."""


def scanner(audit: Audit) -> Scanner:
    """The engine for this audit: what the person agreed to, the age of posts counted to its start.

    The birth date matters only for posts written before the eighteenth birthday; without any, people share a
    scanner, which takes a while to build. Learned weights are used in the programmes that agreed to learning, as
    only their decisions were learned from.
    """
    born = audit.member.employee.birth_date
    grown = born and dt.date(born.year + ADULT, born.month, min(born.day, 28))
    young = grown and posts_for(audit).filter(created__date__lte=grown).exists()
    wanted = tuple(name for name in audit.categories if name in CATEGORIES)
    terms = tuple(
        footprint.Term(term.category, term.text, term.pattern, term.severity, term.correction)
        for term in audit.member.programme.audit_terms.all()
    )
    agreed = rules_of(audit.member.programme).learning
    used = Weights.objects.filter(in_use=True).values_list("pk", flat=True).first() if agreed else None
    return _scanner(wanted, terms, timezone.localdate(audit.started), born if young else None, used)


@lru_cache(maxsize=4)
def _scanner(
    wanted: tuple[str, ...],
    terms: tuple[footprint.Term, ...],
    day: dt.date,
    born: dt.date | None,
    weights: int | None,
) -> Scanner:
    stored = Weights.objects.filter(pk=weights).values_list("model", flat=True).first() if weights else None
    try:
        opinion = footprint.Opinion(footprint.load_model(bytes(stored))) if stored else None
    except footprint.WeightsError:
        logger.exception("Weights %s cannot be read; the rules go on without them.", weights)
        opinion = None
    return Scanner(wanted or None, terms, as_of=day, born=born, opinion=opinion)


def scan_audit(audit_id: int) -> None:
    """Read the person's public posts and leave the findings with the person.

    Safe to run twice and after a kill: findings are written in one go, together with the state that says so.
    While an archive is still being read, the impact note is not signed, or the person has paused the use of their
    data, the audit stays waiting; `scan_waiting` takes it up later. Whoever has objected to automated reading is
    read by a person instead.
    """
    audit = Audit.objects.select_related("member__programme", "member__employee__user").get(pk=audit_id)
    if audit.state not in {Audit.State.WAITING, Audit.State.SCANNING} or waiting_for_archives(audit.member):
        return
    person = audit.member.employee_id
    if not may_scan(audit.member.programme) or is_paused(person):
        return
    if is_held(person):
        hand_over(audit_id)
        return
    total = posts_for(audit).count()
    claimed = Audit.objects.filter(pk=audit_id, state__in=[Audit.State.WAITING, Audit.State.SCANNING])
    claimed.update(state=Audit.State.SCANNING, posts_total=total, posts_scanned=0, error="")
    try:
        findings = list(_findings(audit))
    except Stopped:
        return
    except Exception:
        claimed.update(state=Audit.State.FAILED, error="scan")
        logger.exception("Audit %s could not be scanned.", audit_id)
        raise
    if is_held(person):
        _let_go(audit)
        return
    _keep(audit_id, findings, total)


@transaction.atomic
def _let_go(audit: Audit) -> None:
    """The person has used a right while their posts were being read: nothing of it is kept."""
    if is_paused(audit.member.employee_id):
        stop_scans(audit.member.employee)
    else:
        hand_over(audit.pk)


@transaction.atomic
def hand_over(audit_id: int) -> bool:
    """Give an audit to a person to read, with a day until when. Returns whether it was given.

    Nothing of a scan is kept, nor of decisions that rested on one.
    """
    audit = Audit.objects.select_related("member__programme", "member__employee").get(pk=audit_id)
    due = timezone.now() + dt.timedelta(days=rules_of(audit.member.programme).answer_days)
    open_still = Audit.objects.filter(pk=audit_id, state__in=OPEN_STATES, hand_due=None)
    total = posts_for(audit).count()
    fresh = {"posts_total": total, "posts_scanned": 0, "scanned": None, "submitted": None, "due": None}
    if not open_still.update(state=Audit.State.BY_HAND, hand_due=due, **fresh):
        return False
    audit.findings.all().delete()
    audit.reviews.all().delete()
    record(
        actor=None,
        act="audit.by_hand",
        subject=audit,
        person=audit.member.employee,
        after={"posts": total, "due": due.isoformat()},
    )
    audit.refresh_from_db()
    tell_to_read(audit)
    return True


def stop_scans(employee: Employee) -> None:
    """Let the scans under way of a person end without a trace; they begin anew once the pause is over."""
    audits = Audit.objects.filter(member__employee=employee, state=Audit.State.SCANNING)
    audits.update(state=Audit.State.WAITING, posts_scanned=0)


def scan_waiting() -> None:
    """Scan the audits that waited for an archive, or for a pause to end."""
    for audit_id in unscanned_audits().values_list("pk", flat=True):
        scan_audit(audit_id)


def _findings(audit: Audit) -> Iterator[Finding]:
    scan = scanner(audit).scan
    posts = posts_for(audit).select_related("account")
    for count, post in enumerate(posts.iterator(chunk_size=BATCH), start=1):
        if post.text:
            together: dict[str, list[footprint.Finding]] = {}
            for found in scan(post.text, created=post.created, kind=post.kind):
                if found.severity >= audit.levels.get(found.category, 1):
                    together.setdefault(found.category, []).append(found)
            yield from (_finding(audit, post, same) for same in together.values())
        if count % BATCH == 0:
            going = Audit.objects.filter(pk=audit.pk, state=Audit.State.SCANNING)
            if not going.update(posts_scanned=count):
                raise Stopped


def _finding(audit: Audit, post: Post, same: list[footprint.Finding]) -> Finding:
    """One finding for a category in a post, however often its words are in it: as weighty as the weightiest."""
    found = max(same, key=lambda one: one.severity)
    seen = dict.fromkeys((item.kind, item.name, item.weight) for one in same for item in one.evidence)
    evidence = [{"kind": kind, "name": name, "weight": weight} for kind, name, weight in seen]
    spans = sorted(one.span for one in same)
    return Finding(
        audit=audit,
        post=post,
        account=post.account,
        platform=post.account.platform,
        kind=post.kind,
        text=post.text,
        posted=post.created,
        url=post.url,
        category=found.category,
        severity=found.severity,
        span_start=found.span[0],
        span_end=found.span[1],
        confidence=found.confidence,
        evidence=evidence,
        reason={
            "key": found.reason.key,
            "parameters": dict(found.reason.parameters),
            "spans": [list(span) for span in spans],
        },
    )


@transaction.atomic
def _keep(audit_id: int, findings: list[Finding], total: int) -> None:
    """Write the findings once; a second scan, a withdrawal or an objection meanwhile leaves no trace."""
    now, rules = timezone.now(), rules_of(Programme.objects.get(members__audits=audit_id))
    scanning = Audit.objects.filter(pk=audit_id, state=Audit.State.SCANNING)
    if not scanning.update(
        state=Audit.State.WITH_PERSON,
        posts_scanned=total,
        scanned=now,
        due=now + dt.timedelta(days=rules.reply_days),
    ):
        return
    Finding.objects.filter(audit_id=audit_id).delete()
    Finding.objects.bulk_create(findings, batch_size=500)
    audit = Audit.objects.select_related("member__employee__user").get(pk=audit_id)
    record(
        actor=None,
        act="audit.scanned",
        subject=audit,
        person=audit.member.employee,
        after={"posts": total, "findings": len(findings)},
    )
    tell_findings_ready(audit)


def forget_expired(today: dt.date) -> int:
    """Delete findings, replies and reasons of audits past their day; the outcome stays. Returns how many."""
    kept = Q(findings__isnull=False) | ~Q(reviews__reason="") & Q(reviews__isnull=False)
    expired = Audit.objects.filter(kept, expires__lt=today).distinct()
    count = 0
    for audit in expired.select_related("member__employee"):
        with transaction.atomic():
            audit.findings.all().delete()
            audit.reviews.update(reason="")
            Appeal.objects.filter(audit=audit).update(text="", reason="")
            record(actor=None, act="audit.forgotten", subject=audit, person=audit.member.employee)
        count += 1
    return count


def forget_posts(now: dt.datetime) -> int:
    """Empty the texts of posts that nothing needs any more. Returns how many.

    Needed are the posts of people whose audit is open, and those read less than the programme's days ago. What a
    finding quotes stays with the finding; that a post was there, and when, stays for the figures.
    """
    count = 0
    for member in Member.objects.filter(audits__isnull=False).select_related("programme").distinct():
        if member.audits.filter(state__in=OPEN_STATES).exists():
            continue
        newest = member.audits.exclude(scanned=None).order_by("-scanned").first()
        days = rules_of(member.programme).post_days
        if newest is None or newest.scanned is None or newest.scanned > now - dt.timedelta(days=days):
            continue
        kept = Post.objects.filter(account__employee_id=member.employee_id).exclude(text="")
        with transaction.atomic():
            emptied = kept.filter(created__lte=newest.scanned).update(text="", url="")
            if emptied:
                record(
                    actor=None,
                    act="posts.forgotten",
                    subject=member,
                    person=member.employee,
                    after={"posts": emptied},
                )
        count += emptied
    return count


def settle_due() -> int:
    """Close the cases whose last decision can no longer be taken back. Returns how many."""
    cases = Audit.objects.filter(state=Audit.State.IN_REVIEW, reviews__seat__gte=2)
    return sum(settle(pk) for pk in cases.values_list("pk", flat=True).distinct())


def remind_due(now: dt.datetime) -> int:
    """Remind those whose days to reply end soon, once. Returns how many were reminded."""
    near = Audit.objects.filter(
        state=Audit.State.WITH_PERSON, reminded=None, due__gt=now, due__lte=now + REMIND_BEFORE
    )
    count = 0
    for audit in near.select_related("member__employee__user"):
        if Audit.objects.filter(pk=audit.pk, reminded=None).update(reminded=now):
            tell_deadline_near(audit)
            count += 1
    return count


def end_abandoned(now: dt.datetime) -> int:
    """End the audits that their person left lying long after the last day; nobody else has seen them."""
    left = Audit.objects.filter(state=Audit.State.WITH_PERSON, due__lt=now - ABANDONED)
    count = 0
    for audit in left.select_related("member__employee__user"):
        with transaction.atomic():
            mine = Audit.objects.filter(pk=audit.pk, state=Audit.State.WITH_PERSON)
            if mine.update(state=Audit.State.WITHDRAWN):
                audit.findings.all().delete()
                record(actor=None, act="audit.lapsed", subject=audit, person=audit.member.employee)
                let_go(audit)
                tell_lapsed(audit)
                count += 1
    return count


def _looked_up(reply: Reply, employee: Employee) -> Reply.Check | None:
    """Whether the post is still there; None where nothing sent or read in whole since the reply can show it.

    Only what came of the post's own account shows anything: a person may have two on one platform.
    """
    finding = reply.finding
    sent = Archive.objects.filter(state=Archive.State.READ, report__whole=True, uploaded__gt=reply.at)
    theirs = {"account__employee": employee, "account__platform": finding.platform}
    there = Q(pk=finding.post_id) | Q(**theirs, created=finding.posted, text=finding.text)
    holding = Post.objects.filter(there).values("account")
    if holding.exists():
        made_since = sent.filter(account__in=holding, exported__date__gte=timezone.localdate(reply.at))
        return Reply.Check.THERE if made_since.exists() else None
    own = {"account": finding.account_id, "account__employee": employee}
    shows = sent.filter(**own, exported__gt=finding.posted) if finding.posted else sent.filter(**own)
    read = Connection.objects.filter(**own, state=Connection.State.CONNECTED, read__gt=reply.at)
    return Reply.Check.GONE if shows.exists() or read.exists() else None


def check_deletions(employee: Employee) -> int:
    """Look whether posts that the person says they deleted are gone from an archive read after they said so.

    Presence forgets a post that a whole, newer archive or reading no longer holds, but also the posts of an account
    that the person removes or disconnects: that alone says nothing. Returns how many were looked at.
    """
    replies = Reply.objects.filter(
        finding__audit__member__employee=employee,
        finding__audit__state__in=[Audit.State.WITH_PERSON, Audit.State.IN_REVIEW],
        stance=Reply.Stance.DELETED,
    )
    count = 0
    for reply in replies.select_related("finding"):
        found = _looked_up(reply, employee)
        if found is None:
            continue
        if reply.check_result != found:
            Reply.objects.filter(pk=reply.pk).update(check_result=found, checked=timezone.now())
            record(
                actor=None,
                act="reply.checked",
                subject=reply.finding,
                person=employee,
                after={"result": found.value},
            )
        count += 1
    return count


def remind_watched(now: dt.datetime) -> int:
    """Ask members who agreed to it for a new archive once their months are over. Returns how many were asked."""
    count = 0
    for member in due_for_watching(now):
        if tell_watch_due(member, now.date()):
            record(actor=None, act="audit.watch_reminded", subject=member, person=member.employee)
            count += 1
    return count
