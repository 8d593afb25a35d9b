"""What one may read of accounts and archives: their owner, and for the figures the apps above."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from digitroops.engines.archives import PLATFORMS
from digitroops.people.models import Employee
from digitroops.presence.models import Archive, FollowerCount, Post, SocialAccount, Upload
from digitroops.programme.models import Consent, ConsentItem

READABLE = frozenset(kind.name for kind in PLATFORMS)


def accounts_of(employee: Employee) -> QuerySet[SocialAccount]:
    """The person's accounts with archives and counts, newest first."""
    return SocialAccount.objects.filter(employee=employee).prefetch_related(
        Prefetch("archives", Archive.objects.order_by("-uploaded", "-pk")),
        Prefetch("follower_counts", FollowerCount.objects.order_by("-date", "-pk")),
    )


def archives_of(employee: Employee) -> QuerySet[Archive]:
    return Archive.objects.filter(account__employee=employee).select_related("account__employee")


def uploads_of(employee: Employee) -> QuerySet[Upload]:
    """The person's files on their way."""
    return Upload.objects.filter(account__employee=employee)


def may_read_archives(employee: Employee) -> bool:
    """Whether a consent to read the person's archives stands."""
    found = Consent.objects.filter(
        member__employee=employee, item__key=ConsentItem.Key.ARCHIVE, withdrawn=None
    )
    return found.exists()


@dataclass(frozen=True, slots=True)
class Reach:
    """The followers of one account as known best: read from an archive before typed by the person."""

    account: SocialAccount
    count: FollowerCount


def best_counts(employee: Employee, platforms: list[str]) -> list[Reach]:
    """The best known follower count of each account on some platforms, highest first."""
    found = []
    for account in accounts_of(employee):
        if account.platform not in platforms:
            continue
        counts = list(account.follower_counts.all())
        read = [count for count in counts if count.source == FollowerCount.Source.ARCHIVE]
        if counts:
            found.append(Reach(account, (read or counts)[0]))
    return sorted(found, key=lambda reach: -reach.count.count)


def newest_post(employee: Employee, platforms: list[str]) -> Post | None:
    """The person's newest dated public post that is known from an archive."""
    posts = Post.objects.filter(account__employee=employee, account__platform__in=platforms)
    return posts.exclude(created=None).select_related("account").order_by("-created").first()
