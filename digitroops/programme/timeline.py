"""The audit record about a member as a timeline in words."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitroops.audit.models import Entry
from digitroops.audit.queries import actor_for
from digitroops.audit.titles import title_of
from digitroops.programme.models import ConsentItem, Member
from digitroops.ui.formats import moment

TITLES = {
    "member.moved": gettext_lazy("State changed"),
    "consent.given": gettext_lazy("Consent given"),
    "consent.withdrawn": gettext_lazy("Consent withdrawn"),
    "policy.accepted": gettext_lazy("Policy accepted"),
    "application.started": gettext_lazy("Application started"),
    "application.written": gettext_lazy("Reasons for joining written"),
    "application.submitted": gettext_lazy("Application submitted"),
    "application.withdrawn": gettext_lazy("Application withdrawn"),
    "account.added": gettext_lazy("Account added"),
    "account.removed": gettext_lazy("Account removed"),
    "account.declared": gettext_lazy("Follower count declared"),
    "archive.added": gettext_lazy("Data archive sent"),
    "archive.read": gettext_lazy("Data archive read"),
    "archive.failed": gettext_lazy("Data archive could not be read"),
    "presence.erased": gettext_lazy("Accounts' data deleted"),
    "result.overridden": gettext_lazy("Criterion decided by PR"),
    "invitation.opened": gettext_lazy("Invitation opened"),
    "quiz.answered": gettext_lazy("Quiz answered"),
    "course.started": gettext_lazy("Course begun"),
    "audit.started": gettext_lazy("Footprint audit begun"),
    "audit.scanned": gettext_lazy("Public posts scanned"),
    "audit.submitted": gettext_lazy("Audit sent to the reviewers"),
    "audit.withdrawn": gettext_lazy("Footprint audit withdrawn"),
    "audit.decided": gettext_lazy("Footprint audit decided"),
    "finding.replied": gettext_lazy("Finding replied to"),
    "audit.reviewed": gettext_lazy("Reviewer has decided"),
    "audit.restarted": gettext_lazy("Public posts scanned again"),
    "audit.forgotten": gettext_lazy("Audit deleted after its time"),
    "audit.undecided": gettext_lazy("Audit ended without a decision"),
    "employee.added": gettext_lazy("Added from the HR list"),
    "employee.changed": gettext_lazy("HR data changed"),
    "employee.deactivated": gettext_lazy("No longer in the HR list"),
    "course.passed": gettext_lazy("Course passed"),
    "employee.imported": gettext_lazy("HR data changed"),
}
LOOKS = {
    "member": ("route", "nila"),
    "consent": ("shield-check", "langit"),
    "policy": ("file-text", "nila"),
    "application": ("clipboard-list", "langit"),
    "archive": ("archive", "langit"),
    "account": ("at", "langit"),
    "presence": ("trash", "neutral"),
    "result": ("gavel", "kunyit"),
    "course": ("school", "daun"),
    "quiz": ("school", "langit"),
    "audit": ("fingerprint", "langit"),
    "review": ("fingerprint", "langit"),
}


def items(entries: list[Entry], roles: Collection[str]) -> list[dict[str, Any]]:
    """The entries as items of the timeline component, for a viewer with these roles."""
    return [_item(entry, roles) for entry in entries]


def _item(entry: Entry, roles: Collection[str]) -> dict[str, Any]:
    icon, tone = LOOKS.get(entry.act.partition(".")[0], ("point", "neutral"))
    return {
        "when": moment(entry.at),
        "title": str(TITLES.get(entry.act) or title_of(entry.act)),
        "text": _text(entry),
        "who": actor_for(roles, entry),
        "icon": icon,
        "tone": tone,
    }


def _text(entry: Entry) -> str:
    after = entry.after
    if entry.act == "member.moved":
        words = {
            "before": Member.State(entry.before["state"]).label,
            "after": Member.State(after["state"]).label,
            "reason": after.get("reason", ""),
        }
        moved = _("From %(before)s to %(after)s.") % words
        return f"{moved} {words['reason']}".strip()
    if entry.act.startswith("consent.") and after.get("key") in ConsentItem.Key.values:
        return str(ConsentItem.Key(after["key"]).label)
    return str(after.get("reason") or after.get("account") or "")
