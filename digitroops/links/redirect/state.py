"""How counting goes on this machine: what health and the doctor say of clicks."""

import datetime as dt
import shutil
import time

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from digitroops.links.models import SpoolFile, SpoolLoss
from digitroops.links.redirect.assembly import running
from digitroops.links.redirect.loader import Loader
from digitroops.links.redirect.spool import SUFFIX

RECENT = dt.timedelta(hours=1)
#: Clicks that lie longer than this in their file are not being loaded.
WAITING_SECONDS = 600.0
LEAST_FREE = 32 * 1024 * 1024


def click_trouble() -> str:
    """What keeps clicks from being counted, in a few words; empty when all is well."""
    troubles = [_lost_here(), _lost_lately(), _space(), _waiting()]
    return "; ".join(filter(None, troubles))


def _lost_here() -> str:
    dispatcher = running()
    spool = dispatcher.spool if dispatcher else None
    if not spool or not spool.lost:
        return ""
    return f"{spool.lost} not counted by this process: {spool.last_error}"


def _lost_lately() -> str:
    lost = SpoolLoss.objects.filter(at__gt=timezone.now() - RECENT).aggregate(n=Sum("clicks"))["n"]
    return f"{lost} not counted in the last hour" if lost else ""


def _space() -> str:
    folder = settings.CLICK_SPOOL
    free = shutil.disk_usage(folder).free if folder.exists() else LEAST_FREE
    return "" if free >= LEAST_FREE else f"only {free // 1024} kB free for the spool"


def _waiting() -> str:
    """Files with clicks that nobody has loaded for a while."""
    old = time.time() - WAITING_SECONDS
    waiting = 0
    for path in Loader(settings.CLICK_SPOOL).files():
        about = path.stat()
        if about.st_mtime < old:
            uid = path.name.removesuffix(SUFFIX).rpartition("-")[2]
            waiting += not SpoolFile.objects.filter(uid=uid[:16], place__gte=about.st_size).exists()
    return f"{waiting} spool files wait for a loader" if waiting else ""
