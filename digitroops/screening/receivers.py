"""What screening does when other apps say that something happened."""

from typing import Any

from django.dispatch import receiver

from digitroops.programme.models import ConsentItem, Member
from digitroops.programme.signals import consent_withdrawn
from digitroops.screening.actions import end_audits

NEEDED = frozenset(
    {ConsentItem.Key.CONTACT, ConsentItem.Key.ARCHIVE, ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW}
)


@receiver(consent_withdrawn)
def end_audits_without_consent(sender: type[Member], *, member: Member, key: str, **kwargs: Any) -> None:
    if key in NEEDED:
        end_audits(member=member, actor=member.employee.user)
