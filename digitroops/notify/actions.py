"""Telling people something: one row per message, e-mailed after the transaction commits."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from digitroops.notify import tasks
from digitroops.notify.models import Message
from digitroops.people.models import User


def send_message(
    *,
    to: User | str,
    kind: str,
    title: str,
    body: str = "",
    path: str = "",
    action_label: str = "",
    mail: bool = True,
    key: str | None = None,
) -> Message | None:
    """Leave a message under the user's bell and, with `mail`, e-mail it; `key` makes sending idempotent.

    `to` is a user, or a bare e-mail address that receives the e-mail alone. `path` is the page the message
    leads to. Texts must already be in the receiver's language. Returns None when a message with that key
    exists.
    """
    user = to if isinstance(to, User) else None
    waiting = Message.Mail.WAITING if mail else Message.Mail.NONE
    fields = {
        "user": user,
        "address": to.email if isinstance(to, User) else to,
        "kind": kind,
        "title": title,
        "body": body,
        "path": path,
        "action_label": action_label,
        "mail": waiting,
    }
    if key is None:
        message = Message.objects.create(**fields)
    else:
        message, created = Message.objects.get_or_create(key=key, defaults=fields)
        if not created:
            return None
    if mail:
        transaction.on_commit(partial(tasks.mail_message.enqueue, message.pk))
    return message


@transaction.atomic
def read_message(*, message: Message) -> None:
    """Mark one message as read; the first time counts. Reading leaves no entry in the record."""
    Message.objects.filter(pk=message.pk, read=None).update(read=timezone.now())


@transaction.atomic
def read_all(*, user: User) -> int:
    """Mark everything under the user's bell as read and return how many were new."""
    return Message.objects.filter(user=user, read=None).update(read=timezone.now())
