"""Looking at an application against every criterion in use."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from digitroops.programme.models import Criterion
from digitroops.recruitment.criteria import KINDS
from digitroops.recruitment.models import Application, CriterionResult


@transaction.atomic
def evaluate(application: Application, today: dt.date | None = None) -> list[CriterionResult]:
    """Find verdict and evidence for each criterion in use; what PR has decided by hand stays.

    Results of criteria no longer in use go. Safe to run any number of times.
    """
    day = today or timezone.localdate()
    member = application.member
    found = []
    for criterion in Criterion.objects.filter(programme=member.programme_id, enabled=True):
        check = KINDS[criterion.kind].check
        if check is None:
            continue
        outcome = check(member, criterion.parameters, day)
        result, _created = CriterionResult.objects.update_or_create(
            application=application,
            criterion=criterion,
            defaults={"verdict": outcome.verdict, "evidence": outcome.evidence, "checked": timezone.now()},
        )
        found.append(result)
    application.results.exclude(pk__in=[result.pk for result in found]).delete()
    return found
