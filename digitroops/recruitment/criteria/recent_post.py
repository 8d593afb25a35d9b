import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from digitroops.presence.models import Archive
from digitroops.presence.queries import newest_post
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.criteria.kind import Evidence, Kind, Outcome, day_of
from digitroops.recruitment.models import Verdict
from digitroops.ui.formats import day


def check(member: Member, parameters: dict[str, Any], today: dt.date) -> Outcome:
    """An archive older than the days asked cannot show that somebody has stopped posting."""
    days = int(parameters.get("days", 30))
    archives = Archive.objects.filter(account__employee=member.employee_id, state=Archive.State.READ)
    newest_archive = archives.exclude(exported=None).order_by("-exported").first()
    if newest_archive is None or newest_archive.exported is None:
        return Outcome(Verdict.UNVERIFIED, {"key": "none"})
    exported = timezone.localdate(newest_archive.exported)
    post = newest_post(member.employee, member.programme.platforms)
    fresh_archive = (today - exported).days <= days
    if post is None or post.created is None:
        verdict = Verdict.NOT_MET if fresh_archive else Verdict.UNVERIFIED
        return Outcome(verdict, {"key": "no_post", "archive": exported.isoformat()})
    posted = timezone.localdate(post.created)
    evidence = {
        "key": "post" if fresh_archive or (today - posted).days <= days else "old_archive",
        "posted": posted.isoformat(),
        "account": str(post.account),
        "archive": exported.isoformat(),
    }
    if (today - posted).days <= days:
        return Outcome(Verdict.MET, evidence)
    return Outcome(Verdict.NOT_MET if fresh_archive else Verdict.UNVERIFIED, evidence)


def explain(evidence: Evidence) -> str:
    words = {
        "posted": day(day_of(evidence["posted"])) if "posted" in evidence else "",
        "archive": day(day_of(evidence["archive"])) if "archive" in evidence else "",
        "account": evidence.get("account", ""),
    }
    match evidence["key"]:
        case "none":
            return _("No archive has been read yet, so it is not known when the last post was.")
        case "no_post":
            return _("The archive of %(archive)s holds no dated post.") % words
        case "old_archive":
            return (
                _("The archive is of %(archive)s and too old to say; its last post is of %(posted)s.") % words
            )
    return _("Last post on %(account)s on %(posted)s, from the archive of %(archive)s.") % words


KIND = Kind(Criterion.Kind.RECENT_POST, explain, check)
