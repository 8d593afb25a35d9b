"""What the footprint audit stores about one person, for their own data."""

from typing import Any

from digitroops.people.models import User
from digitroops.screening.models import Audit, Finding


def data_of(user: User) -> list[dict[str, Any]]:
    """The person's audits: findings with their own replies, and once decided what was decided and why.

    Reviewers stay unnamed, as they are for the person everywhere else.
    """
    audits = Audit.objects.filter(member__employee__user=user).select_related("member__programme")
    return [
        {
            "programme": audit.member.programme.name,
            "state": audit.state,
            "categories": audit.categories,
            "posts_scanned": audit.posts_scanned,
            "started": audit.started,
            "scanned": audit.scanned,
            "submitted": audit.submitted,
            "decided": audit.decided,
            "outcome": audit.outcome,
            "kept_until": audit.expires,
            "findings": [_finding(finding) for finding in audit.findings.select_related("reply")],
            "decisions": list(audit.reviews.order_by("seat").values("decision", "reason", "at"))
            if audit.decided
            else [],
        }
        for audit in audits.order_by("started")
    ]


def _finding(finding: Finding) -> dict[str, Any]:
    reply = getattr(finding, "reply", None)
    return {
        "platform": finding.platform,
        "kind": finding.kind,
        "text": finding.text,
        "posted": finding.posted,
        "url": finding.url,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "evidence": finding.evidence,
        "reply": {"stance": reply.stance, "text": reply.text, "at": reply.at} if reply else None,
    }
