"""What recruitment does when lower apps speak."""

from functools import partial
from typing import Any

from django.db import transaction

from digitroops.people.models import Employee, User
from digitroops.people.panels import register_data
from digitroops.presence.signals import presence_changed
from digitroops.programme.models import ConsentItem, Criterion, Member, Programme
from digitroops.programme.signals import consent_withdrawn, criteria_changed, member_moved
from digitroops.recruitment import personal, tasks
from digitroops.recruitment.actions.applications import end_application
from digitroops.recruitment.evaluation import evaluate
from digitroops.recruitment.models import Application

NEEDED = frozenset(
    {ConsentItem.Key.CONTACT, ConsentItem.Key.ARCHIVE, ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW}
)
CANDIDATE = (Member.State.INVITED, Member.State.APPLIED, Member.State.SCREENED, Member.State.SHORTLISTED)


def connect() -> None:
    presence_changed.connect(on_presence_changed, dispatch_uid="recruitment")
    criteria_changed.connect(on_criteria_changed, dispatch_uid="recruitment")
    consent_withdrawn.connect(on_consent_withdrawn, dispatch_uid="recruitment")
    member_moved.connect(on_member_moved, dispatch_uid="recruitment")
    register_data("recruitment", personal.data_of)


def on_presence_changed(sender: type[Employee], *, employee: Employee, **rest: Any) -> None:
    applications = Application.objects.filter(member__employee=employee, withdrawn=None)
    for application in applications.select_related("member__employee", "member__programme"):
        evaluate(application)


def on_criteria_changed(sender: type[Criterion], *, programme: Programme, **rest: Any) -> None:
    transaction.on_commit(partial(tasks.evaluate_programme.enqueue, programme.pk))


def on_consent_withdrawn(sender: type[Member], *, member: Member, key: str, **rest: Any) -> None:
    """A candidate without a needed consent is no longer a candidate; a member of the team is asked by PR."""
    application = Application.objects.filter(member=member, withdrawn=None).first()
    if application and key in NEEDED and member.state in CANDIDATE:
        end_application(actor=member.employee.user, application=application)


def on_member_moved(
    sender: type[Member], *, member: Member, before: str, after: str, actor: User | None, **rest: Any
) -> None:
    """A candidate who leaves, or is no longer employed, has no application any more."""
    application = Application.objects.filter(member=member, withdrawn=None).first()
    if application and after == Member.State.LEFT and before in CANDIDATE:
        end_application(actor=actor, application=application)
