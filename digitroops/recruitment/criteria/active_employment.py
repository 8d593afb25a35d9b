import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from digitroops.people.models import Employee
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.criteria.kind import Evidence, Kind, Outcome, day_of
from digitroops.recruitment.models import Verdict
from digitroops.ui.formats import day


def check(member: Member, parameters: dict[str, Any], today: dt.date) -> Outcome:
    status = Employee.objects.values_list("status", flat=True).get(pk=member.employee_id)
    verdict = Verdict.MET if status == Employee.Status.ACTIVE else Verdict.NOT_MET
    return Outcome(verdict, {"key": status, "on": today.isoformat()})


def explain(evidence: Evidence) -> str:
    words = {"day": day(day_of(evidence["on"]))}
    if evidence["key"] == Employee.Status.ACTIVE:
        return _("In active employment according to the HR list, looked up on %(day)s.") % words
    if evidence["key"] == Employee.Status.LEAVE:
        return _("On leave according to the HR list, looked up on %(day)s.") % words
    return _("No longer employed according to the HR list, looked up on %(day)s.") % words


KIND = Kind(Criterion.Kind.ACTIVE_EMPLOYMENT, explain, check)
