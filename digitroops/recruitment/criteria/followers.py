import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from digitroops.presence.models import FollowerCount
from digitroops.presence.queries import best_counts
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.criteria.kind import Evidence, Kind, Outcome, day_of
from digitroops.recruitment.models import Verdict
from digitroops.ui.formats import day, number


def check(member: Member, parameters: dict[str, Any], today: dt.date) -> Outcome:
    """Read beats typed: a typed count can at most leave the criterion unverified."""
    minimum = int(parameters.get("minimum", 0))
    found = best_counts(member.employee, member.programme.platforms)
    if not found:
        return Outcome(Verdict.UNVERIFIED, {"key": "none", "minimum": minimum})
    read = [reach for reach in found if reach.count.source == FollowerCount.Source.ARCHIVE]
    enough = [reach for reach in read if reach.count.count >= minimum]
    best = (enough or found)[0]
    evidence = {
        "key": str(best.count.source),
        "count": best.count.count,
        "account": str(best.account),
        "date": best.count.date.isoformat(),
        "minimum": minimum,
        "partial": best.count.partial,
    }
    if enough:
        return Outcome(Verdict.MET, evidence)
    typed_enough = best.count.source == FollowerCount.Source.DECLARED and best.count.count >= minimum
    return Outcome(Verdict.UNVERIFIED if typed_enough else Verdict.NOT_MET, evidence)


def explain(evidence: Evidence) -> str:
    words = {
        "count": number(evidence.get("count")),
        "minimum": number(evidence["minimum"]),
        "account": evidence.get("account", ""),
        "day": day(day_of(evidence["date"])) if "date" in evidence else "",
    }
    if evidence["key"] == "none":
        return _("No follower count is known yet; at least %(minimum)s are asked.") % words
    if evidence["key"] == FollowerCount.Source.DECLARED:
        return _("%(count)s followers on %(account)s, stated on %(day)s; typed, not read.") % words
    return _("%(count)s followers on %(account)s, from the archive of %(day)s; read, not typed.") % words


KIND = Kind(Criterion.Kind.FOLLOWERS, explain, check)
