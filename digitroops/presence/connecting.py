"""Reading the public posts of connected accounts: bounded, safe to run twice, and only while the consent stands."""

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines.profiles import Found, Net, NotRead, Person, Reader, reader_of
from digitroops.people.models import Employee
from digitroops.presence.models import Connection, Post
from digitroops.presence.queries import may_read_connections
from digitroops.presence.signals import presence_changed

SECONDS = 10.0
#: After a failure the next try comes sooner than the next reading would.
TRY_AGAIN = dt.timedelta(hours=20)
logger = logging.getLogger("digitroops.presence")


def reader_for(platform: str) -> Reader:
    """The reader of a platform, with the bounds of this installation."""
    net = Net(SECONDS, frozenset(settings.CONNECT_INSIDE))
    return reader_of(platform, net, directory=settings.BLUESKY_DIRECTORY, service=settings.BLUESKY_SERVICE)


def read_due(now: dt.datetime) -> int:
    """Read the connected accounts whose turn it is. Returns how many were read."""
    due = Connection.objects.filter(state=Connection.State.CONNECTED, next_read__lte=now)
    return sum(read_connection(pk) for pk in due.order_by("next_read").values_list("pk", flat=True))


def read_connection(connection_id: int) -> bool:
    """Read one account's public posts since the start of its repository, as far as the bounds go.

    Claimed by moving the next turn, so that two workers do not read at once; posts are written in one go with the
    sign that it was read. Returns whether something was read.
    """
    now = timezone.now()
    mine = Connection.objects.filter(pk=connection_id, state=Connection.State.CONNECTED)
    if not mine.filter(next_read__lte=now).update(next_read=now + TRY_AGAIN):
        return False
    connection = mine.select_related("account__employee").get()
    if not may_read_connections(connection.account.employee):
        return False
    person = Person(connection.remote_id, connection.server, "", "")
    try:
        pages = list(reader_for(connection.account.platform).posts(person))
    except NotRead as error:
        mine.update(problem=error.reason)
        logger.warning("Connection %s was not read: %s %s", connection_id, error.reason, error.detail)
        return False
    return _keep(connection_id, [found for page in pages for found in page])


@transaction.atomic
def _keep(connection_id: int, found: list[Found]) -> bool:
    """Write what is new and drop what the person has deleted; a withdrawal meanwhile leaves no trace."""
    now = timezone.now()
    held = Connection.objects.select_for_update().filter(pk=connection_id, state=Connection.State.CONNECTED)
    connection = held.select_related("account__employee").first()
    if connection is None or not may_read_connections(connection.account.employee):
        return False
    held.update(read=now, next_read=now + dt.timedelta(days=settings.CONNECT_DAYS), problem="")
    account = connection.account
    before = set(account.posts.values_list("external_id", flat=True))
    fresh = [post for post in found if post.id[:200] not in before]
    Post.objects.bulk_create(
        (_post(connection, post) for post in fresh), batch_size=500, ignore_conflicts=True
    )
    gone = _drop_deleted(connection, found)
    record(
        actor=None,
        act="account.read",
        subject=account,
        person=account.employee,
        after={"account": account.recorded_as, "new": len(fresh), "gone": gone},
    )
    presence_changed.send(Employee, employee=account.employee)
    return True


def _post(connection: Connection, found: Found) -> Post:
    return Post(
        account_id=connection.account_id,
        connection=connection,
        external_id=found.id[:200],
        kind=found.kind,
        text=found.text,
        created=found.created,
        url=found.url[:500],
        in_reply_to=found.in_reply_to[:200],
    )


def _drop_deleted(connection: Connection, found: list[Found]) -> int:
    """Posts read before that are no longer shown, as far back as this reading reached."""
    if not found:
        return 0
    reached = min((post.created for post in found if post.created), default=None)
    there = {post.id[:200] for post in found}
    known = connection.posts.filter(created__gte=reached) if reached else connection.posts.none()
    gone = [pk for pk, name in known.values_list("pk", "external_id") if name not in there]
    for start in range(0, len(gone), 500):
        Post.objects.filter(pk__in=gone[start : start + 500]).delete()
    return len(gone)
