"""What presence stores about one person, for their own data."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.models import User
from digitroops.people.panels import ProfileLink
from digitroops.presence.models import Audience, Connection, SocialAccount
from digitroops.programme.models import Member

COUNT_FIELDS = ("date", "count", "source", "partial")
ARCHIVE_FIELDS = (
    "file_name",
    "size",
    "sha256",
    "state",
    "error_code",
    "era",
    "exported",
    "uploaded",
    "read",
    "raw_deleted",
    "report",
    "follow_days",
    "left_files",
    "left_bytes",
)
CONNECTION_FIELDS = ("state", "remote_id", "server", "asked", "proved", "read", "next_read", "problem")
UPLOAD_FIELDS = ("file_name", "length", "received", "left_files", "left_bytes", "created")
POST_FIELDS = ("external_id", "kind", "text", "created", "url", "in_reply_to", "engagement")


def profile_link(user: User) -> ProfileLink | None:
    """The way to one's own accounts, for everybody in a programme."""
    if not Member.objects.filter(employee__user=user).exists():
        return None
    return ProfileLink(
        _("My accounts"),
        _("Accounts, data archives and followers"),
        reverse("presence:accounts"),
        "at",
    )


def data_of(user: User) -> list[dict[str, Any]]:
    """Accounts with every count, the archives with what was read from them, and the posts that are kept."""
    accounts = SocialAccount.objects.filter(employee__user=user).order_by("created", "pk")
    return [_stated(account) | _read(account) for account in accounts]


def _stated(account: SocialAccount) -> dict[str, Any]:
    """What the person wrote about an account, or it says about itself."""
    return {
        "platform": account.platform,
        "handle": account.handle,
        "external_id": account.external_id,
        "display_name": account.display_name,
        "bio": account.bio,
        "followers_typed": account.declared_followers,
        "followers_typed_at": account.declared,
        "words_on_growth": account.growth_note,
        "words_on_growth_at": account.growth_noted,
        "asked_about_growth": account.growth_asked,
        "added": account.created,
    }


def _read(account: SocialAccount) -> dict[str, Any]:
    """What was sent and read: counts, archives, the connection, uploads and posts."""
    kept = Audience.objects.filter(account=account).values_list("count", flat=True).first()
    return {
        "follower_counts": list(account.follower_counts.order_by("date").values(*COUNT_FIELDS)),
        "follower_keys_kept": kept or 0,
        "archives": list(account.archives.order_by("uploaded").values(*ARCHIVE_FIELDS)),
        "connection": Connection.objects.filter(account=account).values(*CONNECTION_FIELDS).first(),
        "uploads_on_their_way": list(account.uploads.values(*UPLOAD_FIELDS)),
        "posts": list(account.posts.order_by("created").values(*POST_FIELDS)),
    }
