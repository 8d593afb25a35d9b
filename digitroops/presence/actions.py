import hashlib
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import get_valid_filename

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.presence import tasks
from digitroops.presence.models import Archive, Audience, FollowerCount, Post, SocialAccount
from digitroops.presence.queries import may_read_archives
from digitroops.presence.signals import presence_changed

ARCHIVE_COUNTS = FollowerCount.Source.ARCHIVE


class ConsentMissing(Exception):
    """The person has not agreed that their archives are read."""


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
    """Remove an account with everything that was read from it."""
    record(
        actor=actor,
        act="account.removed",
        subject=account,
        person=account.employee,
        before={"account": str(account)},
    )
    _drop_files(Archive.objects.filter(account=account))
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
def add_archive(*, actor: User, account: SocialAccount, file: "UploadedFile[bytes]") -> Archive:
    """Store an uploaded archive and have it read in the background.

    The same file sent twice for one account while it is still being read gives the first archive again.
    Raises ConsentMissing.
    """
    if not may_read_archives(account.employee):
        raise ConsentMissing
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    open_states = (Archive.State.WAITING, Archive.State.READING)
    same = account.archives.filter(sha256=digest.hexdigest(), state__in=open_states).first()
    if same:
        return same
    name = (file.name or "archive")[-200:]
    archive = Archive(
        account=account, file_name=name, size=file.size or 0, sha256=digest.hexdigest(), uploaded_by=actor
    )
    file.seek(0)
    archive.file.save(get_valid_filename(name)[-120:], file, save=False)
    try:
        with transaction.atomic():
            archive.save()
            record(
                actor=actor,
                act="archive.added",
                subject=archive,
                person=account.employee,
                after={"account": str(account), "size": archive.size},
            )
    except BaseException:
        archive.file.delete(save=False)
        raise
    transaction.on_commit(partial(tasks.read_archive.enqueue, archive.pk))
    return archive


@transaction.atomic
def erase_archives(*, employee: Employee, actor: User | None = None) -> None:
    """Delete everything read from the person's archives, and stop readings that are under way."""
    archives = Archive.objects.filter(account__employee=employee)
    counts = {
        "archives": archives.count(),
        "posts": Post.objects.filter(account__employee=employee).count(),
    }
    _drop_files(archives)
    Post.objects.filter(account__employee=employee).delete()
    Audience.objects.filter(account__employee=employee).delete()
    FollowerCount.objects.filter(account__employee=employee, source=ARCHIVE_COUNTS).delete()
    archives.delete()
    SocialAccount.objects.filter(employee=employee).update(external_id="", display_name="", bio="")
    record(actor=actor, act="presence.erased", subject=employee, person=employee, before=counts)
    presence_changed.send(Employee, employee=employee)


@transaction.atomic
def erase_accounts(*, employee: Employee, actor: User | None = None) -> None:
    """Delete the person's accounts with everything that belongs to them."""
    erase_archives(employee=employee, actor=actor)
    SocialAccount.objects.filter(employee=employee).delete()


def _drop_files(archives: QuerySet[Archive]) -> None:
    """Delete the raw files once the transaction has gone through."""
    for archive in archives.exclude(file=""):
        transaction.on_commit(partial(archive.file.storage.delete, str(archive.file.name)))
