from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.presence.actions.archives import drop_files, erase_archives
from digitroops.presence.models import Archive, FollowerCount, SocialAccount, Upload
from digitroops.presence.signals import presence_changed


class AccountTaken(Exception):
    """The person has this account already."""


@transaction.atomic
def add_account(*, actor: User, employee: Employee, platform: str, handle: str) -> SocialAccount:
    """Add one of the person's accounts. Raises AccountTaken when it is there already."""
    try:
        with transaction.atomic():
            account = SocialAccount.objects.create(employee=employee, platform=platform, handle=handle)
    except IntegrityError as error:
        raise AccountTaken from error
    record(
        actor=actor, act="account.added", subject=account, person=employee, after={"account": str(account)}
    )
    presence_changed.send(Employee, employee=employee)
    return account


@transaction.atomic
def remove_account(*, actor: User, account: SocialAccount) -> None:
    """Remove an account with everything that was read from it and everything on its way."""
    record(
        actor=actor,
        act="account.removed",
        subject=account,
        person=account.employee,
        before={"account": str(account)},
    )
    drop_files(Archive.objects.filter(account=account), Upload.objects.filter(account=account))
    account.delete()
    presence_changed.send(Employee, employee=account.employee)


@transaction.atomic
def declare_followers(*, actor: User, account: SocialAccount, count: int) -> FollowerCount:
    """Keep the follower count that the person sees today; it stays marked as typed."""
    before = account.declared_followers
    account.declared_followers, account.declared = count, timezone.now()
    account.save(update_fields=["declared_followers", "declared"])
    found, _created = FollowerCount.objects.update_or_create(
        account=account,
        date=timezone.localdate(),
        source=FollowerCount.Source.DECLARED,
        defaults={"count": count},
    )
    record(
        actor=actor,
        act="account.declared",
        subject=account,
        person=account.employee,
        before={"followers": before},
        after={"followers": count, "account": str(account)},
    )
    presence_changed.send(Employee, employee=account.employee)
    return found


@transaction.atomic
def erase_accounts(*, employee: Employee, actor: User | None = None) -> None:
    """Delete the person's accounts with everything that belongs to them."""
    erase_archives(employee=employee, actor=actor)
    SocialAccount.objects.filter(employee=employee).delete()
