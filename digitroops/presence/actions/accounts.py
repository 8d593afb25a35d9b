import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.presence import letters
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
        actor=actor,
        act="account.added",
        subject=account,
        person=employee,
        after={"account": account.recorded_as},
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
        before={"account": account.recorded_as},
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
        after={"followers": count, "account": account.recorded_as},
    )
    presence_changed.send(Employee, employee=account.employee)
    return found


@transaction.atomic
def explain_growth(*, actor: User, account: SocialAccount, text: str) -> SocialAccount:
    """Keep the person's own words about how the followers came; an empty text takes them back.

    The record keeps that they did; their words go with the account.
    """
    before = account.growth_note
    account.growth_note, account.growth_noted = text, timezone.now() if text else None
    account.save(update_fields=["growth_note", "growth_noted"])
    record(
        actor=actor,
        act="account.explained",
        subject=account,
        person=account.employee,
        after={"account": account.recorded_as, "changed": bool(before)},
    )
    return account


@transaction.atomic
def ask_about_growth(*, actor: User, account: SocialAccount) -> bool:
    """Ask the person, kindly, how the followers came. Returns False when they were asked within a day already."""
    now = timezone.now()
    lately = account.growth_asked is not None and account.growth_asked > now - dt.timedelta(days=1)
    if lately or account.employee.user is None:
        return False
    account.growth_asked = now
    account.save(update_fields=["growth_asked"])
    record(
        actor=actor,
        act="account.asked",
        subject=account,
        person=account.employee,
        after={"account": account.recorded_as},
    )
    letters.tell_asked(account)
    return True


@transaction.atomic
def erase_accounts(*, employee: Employee, actor: User | None = None) -> None:
    """Delete the person's accounts with everything that belongs to them."""
    erase_archives(employee=employee, actor=actor)
    SocialAccount.objects.filter(employee=employee).delete()
