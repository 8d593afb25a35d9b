"""Today is not over: what the story of the demo puts on this day is squeezed into the part of it that has passed."""

import datetime as dt

from django.db.models import Model

from digitroops.audit.models import Entry
from digitroops.demo.moments import ZONE, clock
from digitroops.links import rollups
from digitroops.links.models import Click, Conversion, Link
from digitroops.newsroom.models import Story
from digitroops.notify.models import Message
from digitroops.sharing.models import Proof, Share

LAST_HOUR = 13
TIMES: tuple[tuple[type[Model], str], ...] = (
    (Entry, "at"),
    (Message, "created"),
    (Message, "sent"),
    (Story, "live_from"),
    (Link, "created"),
    (Share, "created"),
    (Proof, "at"),
    (Click, "at"),
    (Conversion, "at"),
    (Conversion, "clicked"),
)


def squeeze_today(today: dt.date, now: dt.datetime) -> None:
    """Move every time from midnight to one o'clock of today between midnight and now; figures stay the same.

    Does nothing when `now` is on another day, as when a company of the past is loaded.
    """
    midnight = clock(today, 0)
    if now.astimezone(ZONE).date() != today:
        return
    pace = (now - midnight) / dt.timedelta(hours=LAST_HOUR)
    tomorrow = midnight + dt.timedelta(days=1)
    for model, field in TIMES:
        rows = list(model._default_manager.filter(**{f"{field}__gte": midnight, f"{field}__lt": tomorrow}))
        for row in rows:
            setattr(row, field, midnight + (getattr(row, field) - midnight) * pace)
        model._default_manager.bulk_update(rows, [field], batch_size=300)
    rollups.rebuild([today])
