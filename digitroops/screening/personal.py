"""What the footprint audit stores about one person, for their own data."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.models import Employee, Role, User
from digitroops.people.panels import Panel, ProfileLink
from digitroops.programme.models import Member, Programme
from digitroops.screening.models import Audit, Finding, ModelOpinion
from digitroops.screening.oversight import summary_of
from digitroops.screening.queries import appeal_of, open_coaching, own_audit
from digitroops.screening.rules import may_scan


def programme_panel(programme: Programme, viewer: User) -> Panel:
    """How the audits of a programme go, and how far its reviewers agree."""
    context = {
        "summary": summary_of(programme),
        "may_scan": may_scan(programme),
        "may_open": viewer.has_role(Role.PR),
    }
    return Panel(_("Footprint audits"), "screening/programme_panel.html", context)


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
            "reply_until": audit.due,
            "levels": audit.levels,
            "coaching": audit.lesson_title,
            "coached": audit.coached,
            "next_chance": audit.next_chance,
            "appeal": _appeal(audit),
            "findings": [_finding(finding) for finding in audit.findings.select_related("reply")],
            "decisions": list(audit.reviews.order_by("seat").values("decision", "reason", "at"))
            if audit.decided
            else [],
        }
        for audit in audits.order_by("started")
    ]


def _appeal(audit: Audit) -> dict[str, Any] | None:
    appeal = appeal_of(audit)
    if appeal is None:
        return None
    names = ("text", "at", "due", "before", "decision", "reason", "decided")
    return {name: getattr(appeal, name) for name in names}


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
        "opinion_of_a_model": ModelOpinion.objects.filter(finding=finding)
        .values("model", "category", "why", "asked_text", "at")
        .first(),
        "reply": {"stance": reply.stance, "text": reply.text, "at": reply.at, "check": reply.check_result}
        if reply
        else None,
    }


def profile_link(user: User) -> ProfileLink | None:
    """The way to one's own reputation, for everybody in a programme."""
    if not Member.objects.filter(employee__user=user).exists():
        return None
    return ProfileLink(
        _("My reputation"),
        _("Audits, coaching and kind words over time"),
        reverse("screening:reputation"),
        "heart",
    )


def panel_for(employee: Employee, viewer: User) -> Panel | None:
    """The way to the reputation of each membership, for PR."""
    members = list(employee.memberships.select_related("programme"))
    if not members or not viewer.has_role(Role.PR):
        return None
    return Panel(_("Reputation"), "screening/employee_panel.html", {"members": members})


def coaching_panel(member: Member, viewer: User) -> Panel | None:
    """That coaching is open and where it is marked as done, for PR."""
    audit = open_coaching(member)
    if audit is None or not viewer.has_role(Role.PR):
        return None
    return Panel(_("Coaching is open."), "screening/coaching_panel.html", {"member": member, "audit": audit})


def reply_panel(member: Member, viewer: User) -> Panel | None:
    """Until when the person may reply and where PR gives more time; shows nothing of what was found."""
    audit = own_audit(member)
    if audit is None or not audit.with_person or not viewer.has_role(Role.PR):
        return None
    return Panel(_("Footprint audit: with the person"), "screening/reply_panel.html", {"audit": audit})
