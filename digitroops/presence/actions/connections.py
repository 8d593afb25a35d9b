"""Connecting an account so that its public posts are read: agree, prove, read now, disconnect."""

import datetime as dt
from functools import partial

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines.profiles import PLATFORMS, NotRead
from digitroops.people.models import Employee, User
from digitroops.presence import tasks
from digitroops.presence.connecting import reader_for
from digitroops.presence.models import Connection, SocialAccount
from digitroops.presence.queries import connect_items, may_read_connections
from digitroops.presence.signals import presence_changed
from digitroops.programme.actions import give_consent
from digitroops.programme.models import Member

PAUSE = dt.timedelta(seconds=10)


class NotAsked(Exception):
    """No programme of this person asks for this consent, or the platform has no open interface."""


class NotProved(Exception):
    """Why the account could not be proved: a reason of NotRead, `soon`, or `code` where the bio lacks it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def ask_connection(*, account: SocialAccount, actor: User) -> Connection:
    """Keep the consent and give out the code for the bio; asking again keeps both. Raises NotAsked."""
    items = connect_items(account.employee)
    if not items or account.platform not in PLATFORMS:
        raise NotAsked
    programmes = {item.text.programme_id: item for item in items}
    for member in Member.objects.filter(employee=account.employee, programme__in=programmes):
        give_consent(actor=actor, member=member, items=[programmes[member.programme_id]])
    connection, created = Connection.objects.get_or_create(account=account)
    if created:
        record(
            actor=actor,
            act="account.connect_asked",
            subject=account,
            person=account.employee,
            after={"account": account.recorded_as},
        )
    return connection


def prove_connection(*, connection: Connection, actor: User) -> Connection:
    """Look for the code in the public bio; found, the account is connected and read. Raises NotProved."""
    if not may_read_connections(connection.account.employee):
        raise NotProved("consent")
    now = timezone.now()
    mine = Connection.objects.filter(pk=connection.pk)
    if not mine.exclude(tried__gt=now - PAUSE).update(tried=now):
        raise NotProved("soon")
    try:
        person = reader_for(connection.account.platform).person(connection.account.handle)
    except NotRead as error:
        raise NotProved(error.reason) from error
    if connection.code not in f"{person.bio} {person.name}":
        raise NotProved("code")
    with transaction.atomic():
        changed = mine.filter(state=Connection.State.ASKED).update(
            state=Connection.State.CONNECTED,
            remote_id=person.id,
            server=person.server,
            proved=now,
            next_read=now,
            problem="",
        )
        if changed:
            record(
                actor=actor,
                act="account.connected",
                subject=connection.account,
                person=connection.account.employee,
                after={"account": connection.account.recorded_as},
            )
            transaction.on_commit(partial(tasks.read_connection.enqueue, connection.pk))
    connection.refresh_from_db()
    return connection


@transaction.atomic
def read_now(*, connection: Connection, actor: User) -> bool:
    """Have a connected account read soon. Returns False when it was read within the hour already."""
    now = timezone.now()
    due = Connection.objects.filter(pk=connection.pk, state=Connection.State.CONNECTED)
    if not due.exclude(read__gt=now - dt.timedelta(hours=1)).update(next_read=now):
        return False
    transaction.on_commit(partial(tasks.read_connection.enqueue, connection.pk))
    return True


@transaction.atomic
def disconnect(*, account: SocialAccount, actor: User | None) -> bool:
    """End a connection and delete at once what was read through it. Returns whether there was one."""
    connection = Connection.objects.select_for_update().filter(account=account).first()
    if connection is None:
        return False
    posts = connection.posts.count()
    connection.delete()
    record(
        actor=actor,
        act="account.disconnected",
        subject=account,
        person=account.employee,
        before={"account": account.recorded_as, "posts": posts},
    )
    presence_changed.send(Employee, employee=account.employee)
    return True


@transaction.atomic
def disconnect_all(*, employee: Employee, actor: User | None = None) -> None:
    """End every connection of a person."""
    for account in SocialAccount.objects.filter(employee=employee, connection__isnull=False):
        disconnect(account=account, actor=actor)
