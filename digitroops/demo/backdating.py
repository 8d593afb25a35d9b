"""Setting the times of an application's rows to when they are said to have happened."""

import datetime as dt

from digitroops.audit.models import Entry
from digitroops.presence.models import Archive, SocialAccount
from digitroops.programme.models import Consent, Member
from digitroops.recruitment.models import Application, CriterionResult, Invitation
from digitroops.screening.models import Audit


def backdate(application: Application, began: dt.datetime) -> None:
    """Give everything that hangs on the application its time."""
    member = application.member
    later = began + dt.timedelta(minutes=18)
    Application.objects.filter(pk=application.pk).update(started=began)
    Application.objects.filter(pk=application.pk, submitted__isnull=False).update(submitted=later)
    Application.objects.filter(pk=application.pk, withdrawn__isnull=False).update(
        withdrawn=began + dt.timedelta(days=2)
    )
    Invitation.objects.filter(call=application.call_id, employee=member.employee_id).update(opened=began)
    Consent.objects.filter(member=member).update(given=began)
    SocialAccount.objects.filter(employee=member.employee_id).update(created=began)
    SocialAccount.objects.filter(employee=member.employee_id, declared__isnull=False).update(declared=began)
    archives = Archive.objects.filter(account__employee=member.employee_id)
    archives.update(uploaded=began + dt.timedelta(minutes=9))
    archives.filter(state=Archive.State.READ).update(read=later, raw_deleted=later)
    CriterionResult.objects.filter(application=application).update(checked=later)
    Audit.objects.filter(member=member, scanned=None).update(started=later)
    decided = (
        Audit.objects.filter(member=member, decided__isnull=False).values_list("decided", flat=True).first()
    )
    Member.objects.filter(pk=member.pk).update(created=began, since=decided or later)


def date_entries(archive: Archive, at: dt.datetime) -> None:
    """Give the audit entries of an archive its time."""
    Entry.objects.filter(subject_type="presence.archive", subject_id=str(archive.pk)).update(at=at)
