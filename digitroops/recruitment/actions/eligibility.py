from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.recruitment.models import Application, CriterionResult


class OwnApplication(Exception):
    """Nobody decides a criterion of their own application."""


@transaction.atomic
def override_result(*, actor: User, result: CriterionResult, verdict: str, reason: str) -> CriterionResult:
    """Let a person decide a criterion with a reason; an empty verdict takes the decision back.

    Raises OwnApplication.
    """
    employee = result.application.member.employee
    if employee.user_id == actor.pk:
        raise OwnApplication
    before = {"verdict": result.final, "reason": result.override_reason}
    result.override, result.override_reason = verdict, reason
    result.override_by, result.override_at = actor, timezone.now()
    result.save()
    record(
        actor=actor,
        act="result.overridden",
        subject=result,
        person=employee,
        before=before,
        after={"verdict": result.final, "reason": reason},
    )
    return result


@transaction.atomic
def review_sample(*, actor: User, application: Application, sample: str, sample_note: str) -> Application:
    """Say how the story that an applicant wrote reads, with a sentence the applicant gets to see.

    Raises OwnApplication.
    """
    employee = application.member.employee
    if employee.user_id == actor.pk:
        raise OwnApplication
    before = {"sample": application.sample, "note": application.sample_note}
    application.sample, application.sample_note = sample, sample_note
    application.sample_by, application.sample_at = actor, timezone.now()
    application.save(update_fields=["sample", "sample_note", "sample_by", "sample_at"])
    after = {"sample": sample, "note": sample_note}
    record(
        actor=actor, act="sample.reviewed", subject=application, person=employee, before=before, after=after
    )
    return application
