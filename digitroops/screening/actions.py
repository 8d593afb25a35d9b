"""What people can do in a footprint audit: start, reply, send on, withdraw, decide."""

from functools import partial

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Member
from digitroops.screening import tasks
from digitroops.screening.models import OPEN_STATES, Audit


@transaction.atomic
def start_audit(*, member: Member, actor: User | None = None) -> Audit:
    """Open the member's audit and have it scanned; with one open already, that one is returned.

    The categories are those of the programme at this moment, so that a later change of the programme does
    not change what this person agreed to.
    """
    audit, created = Audit.objects.get_or_create(
        member=member,
        state__in=OPEN_STATES,
        defaults={"state": Audit.State.WAITING, "categories": member.programme.audit_categories},
    )
    if created:
        record(
            actor=actor,
            act="audit.started",
            subject=audit,
            person=member.employee,
            after={"categories": audit.categories},
        )
        transaction.on_commit(partial(tasks.scan_audit.enqueue, audit.pk))
    return audit
