"""The scan of one person's public posts, and the forgetting of old findings."""

import datetime as dt
import logging
from collections.abc import Iterator
from functools import lru_cache

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines import footprint
from digitroops.engines.footprint import CATEGORIES, Scanner
from digitroops.presence.models import Post
from digitroops.screening.letters import tell_findings_ready
from digitroops.screening.models import Audit, Finding
from digitroops.screening.queries import posts_of, unscanned_audits, waiting_for_archives

BATCH = 500
ADULT = 18
logger = logging.getLogger("digitroops.screening")


def scanner(audit: Audit) -> Scanner:
    """The engine for this audit: what the person agreed to, the age of posts counted to its start.

    The birth date matters only for posts written before the eighteenth birthday; without any, people share a
    scanner, which takes a while to build.
    """
    born = audit.member.employee.birth_date
    grown = born and dt.date(born.year + ADULT, born.month, min(born.day, 28))
    young = grown and posts_of(audit.member).filter(created__date__lte=grown).exists()
    wanted = tuple(name for name in audit.categories if name in CATEGORIES)
    return _scanner(wanted, timezone.localdate(audit.started), born if young else None)


@lru_cache(maxsize=4)
def _scanner(wanted: tuple[str, ...], day: dt.date, born: dt.date | None) -> Scanner:
    return Scanner(wanted or None, as_of=day, born=born)


def scan_audit(audit_id: int) -> None:
    """Read the person's public posts and leave the findings with the person.

    Safe to run twice and after a kill: findings are written in one go, together with the state that says so.
    While an archive is still being read the audit stays waiting; `scan_waiting` takes it up later.
    """
    audit = Audit.objects.select_related("member__programme", "member__employee__user").get(pk=audit_id)
    if audit.state not in {Audit.State.WAITING, Audit.State.SCANNING} or waiting_for_archives(audit.member):
        return
    total = posts_of(audit.member).count()
    claimed = Audit.objects.filter(pk=audit_id, state__in=[Audit.State.WAITING, Audit.State.SCANNING])
    claimed.update(state=Audit.State.SCANNING, posts_total=total, posts_scanned=0, error="")
    try:
        findings = list(_findings(audit))
    except Exception:
        claimed.update(state=Audit.State.FAILED, error="scan")
        logger.exception("Audit %s could not be scanned.", audit_id)
        raise
    _keep(audit_id, findings, total)


def scan_waiting() -> None:
    """Scan the audits that waited for an archive."""
    for audit_id in unscanned_audits().values_list("pk", flat=True):
        scan_audit(audit_id)


def _findings(audit: Audit) -> Iterator[Finding]:
    scan = scanner(audit).scan
    posts = posts_of(audit.member).select_related("account")
    for count, post in enumerate(posts.iterator(chunk_size=BATCH), start=1):
        if post.text:
            for found in scan(post.text, created=post.created, kind=post.kind):
                yield _finding(audit, post, found)
        if count % BATCH == 0:
            Audit.objects.filter(pk=audit.pk).update(posts_scanned=count)


def _finding(audit: Audit, post: Post, found: footprint.Finding) -> Finding:
    evidence = [{"kind": item.kind, "name": item.name, "weight": item.weight} for item in found.evidence]
    return Finding(
        audit=audit,
        post=post,
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
        reason={"key": found.reason.key, "parameters": dict(found.reason.parameters)},
    )


@transaction.atomic
def _keep(audit_id: int, findings: list[Finding], total: int) -> None:
    """Write the findings once; a second scan of the same audit, or a withdrawal meanwhile, leaves no trace."""
    scanning = Audit.objects.filter(pk=audit_id, state=Audit.State.SCANNING)
    if not scanning.update(state=Audit.State.WITH_PERSON, posts_scanned=total, scanned=timezone.now()):
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
    expired = Audit.objects.filter(expires__lt=today, findings__isnull=False).distinct()
    count = 0
    for audit in expired.select_related("member__employee"):
        with transaction.atomic():
            audit.findings.all().delete()
            audit.reviews.update(reason="")
            record(actor=None, act="audit.forgotten", subject=audit, person=audit.member.employee)
        count += 1
    return count
