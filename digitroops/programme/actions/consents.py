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


def withdrawn_together(key: str) -> tuple[str, ...]:
    """The kinds that end with this one: no audit without its review, and no review without its audit."""
    both = (ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW)
    return both if key in both else (key,)


@transaction.atomic
def withdraw_one(*, actor: User, consent: Consent) -> bool:
    """The person withdraws one of their consents, with those that make no sense without it.

    Returns whether there was a consent to withdraw; a second time nothing happens.
    """
    done = [
        withdraw_consent(actor=actor, member=consent.member, key=key)
        for key in withdrawn_together(consent.item.key)
    ]
    return any(done)


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
