"""What one may read of messages: one's own."""

from django.db.models import QuerySet

from digitroops.notify.models import Message
from digitroops.people.models import User


def messages_for(user: User) -> QuerySet[Message]:
    """The user's messages, newest first."""
    return Message.objects.filter(user=user)


def unread_count(user: User) -> int:
    """How many of the user's messages are new, for the bell."""
    return messages_for(user).filter(read=None).count()
