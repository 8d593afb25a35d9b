"""What one may read of accounts and archives: their owner, and for the figures the apps above."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from digitroops.engines.archives import PLATFORMS
from digitroops.people.models import Employee
from digitroops.presence.models import Archive, Connection, FollowerCount, Post, SocialAccount, Upload
from digitroops.privacy.queries import is_held
from digitroops.programme.models import Consent, ConsentItem, Member
from digitroops.programme.queries import published_consent_text

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


def connect_items(employee: Employee) -> list[ConsentItem]:
    """What the person would agree to by connecting an account: the item in the text that each programme asks now."""
    found: list[ConsentItem] = []
    for member in Member.objects.filter(employee=employee).exclude(state=Member.State.LEFT):
        text = published_consent_text(member.programme)
        item = text.items.filter(key=ConsentItem.Key.CONNECT).first() if text else None
        if item is not None:
            found.append(item)
    return found


def may_read_connections(employee: Employee) -> bool:
    """Whether a consent to read connected accounts stands, and nothing of this person is on hold."""
    stands = Consent.objects.filter(
        member__employee=employee, item__key=ConsentItem.Key.CONNECT, withdrawn=None
    )
    return stands.exists() and not is_held(employee.pk)


def connection_of(account: SocialAccount) -> Connection | None:
    """The account's connection, None where there is none."""
    return Connection.objects.filter(account=account).first()


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
