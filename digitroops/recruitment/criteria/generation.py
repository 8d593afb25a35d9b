import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from digitroops.people.models import Generation
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.criteria.kind import Evidence, Kind, Outcome
from digitroops.recruitment.models import Verdict


def check(member: Member, parameters: dict[str, Any], today: dt.date) -> Outcome:
    found = member.employee.generation
    if not found:
        return Outcome(Verdict.UNVERIFIED, {"key": "unknown"})
    hoped = found in parameters.get("generations", [])
    return Outcome(Verdict.MET if hoped else Verdict.NOT_MET, {"key": "known", "generation": found})


def explain(evidence: Evidence) -> str:
    if evidence["key"] == "unknown":
        return _("The HR list has no birth date. This is a preference; it turns nobody away.")
    words = {"generation": Generation(evidence["generation"]).label}
    return _("%(generation)s according to the HR list. This is a preference; it turns nobody away.") % words


KIND = Kind(Criterion.Kind.GENERATION, explain, check)
