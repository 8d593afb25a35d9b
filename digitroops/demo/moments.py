"""Past moments: what is recorded inside one happened then, not now."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.db.models import F

from digitroops.audit.models import Entry
from digitroops.notify.models import Message

ZONE = ZoneInfo("Asia/Jakarta")
UNREAD_DAYS = 3


def clock(day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
    """A time of day in Bandung."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=ZONE)


@contextmanager
def happened(moment: dt.datetime, *, today: dt.date) -> Iterator[dt.datetime]:
    """Date the audit entries and messages written inside; older messages count as read and none is e-mailed."""
    entry = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    message = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    yield moment
    Entry.objects.filter(pk__gt=entry).update(at=moment)
    messages = Message.objects.filter(pk__gt=message)
    messages.update(created=moment, mail=Message.Mail.SENT, sent=moment)
    if (today - moment.date()).days > UNREAD_DAYS:
        messages.update(read=F("created"))
