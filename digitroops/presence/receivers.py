"""What presence does when lower apps speak."""

from typing import Any

from digitroops.people.panels import register_data, register_profile_link
from digitroops.presence import personal
from digitroops.presence.actions import disconnect_all, erase_accounts, erase_archives
from digitroops.programme.models import Consent, ConsentItem, Member
from digitroops.programme.signals import consent_withdrawn

Key = ConsentItem.Key


def connect() -> None:
    consent_withdrawn.connect(on_consent_withdrawn, dispatch_uid="presence")
    register_profile_link(personal.profile_link)
    register_data("accounts", personal.data_of)


def on_consent_withdrawn(sender: type[Member], *, member: Member, key: str, **rest: Any) -> None:
    """Delete what rested on the consent, unless the person still gives it in another programme."""
    others = Consent.objects.filter(member__employee=member.employee_id, item__key=key, withdrawn=None)
    if others.exists():
        return
    if key in {Key.CONNECT, Key.AUDIT}:
        disconnect_all(employee=member.employee)
    if key in {Key.ARCHIVE, Key.AUDIT}:
        erase_archives(employee=member.employee)
    elif key == Key.CONTACT:
        erase_accounts(employee=member.employee)
