from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Consent, ConsentItem, Member
from digitroops.programme.signals import consent_withdrawn


@transaction.atomic
def give_consent(*, actor: User, member: Member, items: Iterable[ConsentItem]) -> list[Consent]:
    """Keep the member's consent to each item; consent that stands already stays as it was given."""
    given = []
    for item in items:
        consent, created = Consent.objects.get_or_create(member=member, item=item, withdrawn=None)
        if created:
            given.append(consent)
            record(
                actor=actor,
                act="consent.given",
                subject=item,
                person=member.employee,
                after={"key": item.key, "version": item.text.version},
            )
    return given


@transaction.atomic
def withdraw_consent(*, actor: User | None, member: Member, key: str) -> bool:
    """Withdraw the member's consent of one kind, in every version, and tell those whose work rested on it.

    Returns whether there was a consent to withdraw.
    """
    withdrawn = Consent.objects.filter(member=member, item__key=key, withdrawn=None).update(
        withdrawn=timezone.now()
    )
    if not withdrawn:
        return False
    record(actor=actor, act="consent.withdrawn", subject=member, person=member.employee, after={"key": key})
    consent_withdrawn.send(Member, member=member, key=key)
    return True
