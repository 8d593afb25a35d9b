"""What the clock does to clicks."""

import datetime as dt

from digitroops.links.models import DailyKey

KEEP = dt.timedelta(days=2)


def forget_keys(today: dt.date) -> int:
    """Throw away the keys of visitors older than two days; from then on nobody can recognise a visitor."""
    deleted, _ = DailyKey.objects.filter(date__lt=today - KEEP).delete()
    return deleted
