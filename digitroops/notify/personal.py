"""The messages of one person, for their own data."""

from typing import Any

from digitroops.notify.models import Message
from digitroops.people.models import User


def data_of(user: User) -> list[dict[str, Any]]:
    """Every message the person was sent, oldest first."""
    messages = Message.objects.filter(user=user).order_by("created", "pk")
    names = ("kind", "title", "body", "path", "created", "sent", "read")
    return [dict(zip(names, row, strict=True)) for row in messages.values_list(*names)]
