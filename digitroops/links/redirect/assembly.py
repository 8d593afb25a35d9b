"""The parts of the redirect path put together, once in each process, from the settings."""

import datetime as dt
import secrets
import socket
import threading
from collections.abc import Iterable
from functools import lru_cache
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.utils import timezone, translation

from digitroops.links import alarms
from digitroops.links.places import open_places
from digitroops.links.redirect import source
from digitroops.links.redirect.cache import LinkCache
from digitroops.links.redirect.dispatcher import PLAIN, Dispatcher
from digitroops.links.redirect.keeper import Keeper
from digitroops.links.redirect.spool import Spool
from digitroops.links.redirect.visitors import Proxies

_lock = threading.Lock()
_made: list[Dispatcher] = []
_alone: list[bool] = []


def assemble(pages: WSGIApplication) -> Dispatcher:
    """The dispatcher of this process with its keeper running; pages are what answers every other path."""
    with _lock:
        if not _made:
            dispatcher = make(pages)
            Keeper(dispatcher, lambda lost, why: alarms.report_loss(socket.gethostname(), lost, why)).start()
            _made.append(dispatcher)
    return _made[0]


def running() -> Dispatcher | None:
    """The dispatcher of this process; None where no web server runs, as in the worker."""
    return _made[0] if _made else None


def running_or_made() -> Dispatcher:
    """The dispatcher of this process, made when there is none.

    Nothing keeps that one's cache fresh, so it is emptied each time.
    """
    with _lock:
        if not _made:
            _made.append(make(_no_pages))
            _alone.append(True)
    if _alone:
        _made[0].cache.clear()
    return _made[0]


def _no_pages(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Stands for Django where Django itself asks: there is nothing more behind it."""
    del environ
    start_response("410 Gone", list(PLAIN))
    return []


def make(pages: WSGIApplication) -> Dispatcher:
    """A dispatcher as the settings want it, without a keeper."""
    return Dispatcher(
        pages=pages,
        cache=LinkCache(source.fetch),
        spool=Spool(settings.CLICK_SPOOL),
        proxies=Proxies(settings.TRUSTED_PROXIES),
        days=_days(),
        locate=open_places(settings.GEOIP_FILES),
        short_host=settings.SHORT_HOST,
        unknown_page=lambda accepted: _unknown_page("en" if accepted.lower().startswith("en") else "id"),
    )


def _days() -> list[source.Day]:
    """The days' keys; while the database is away, a key of this process until the keeper finds them."""
    try:
        return source.days()
    except DatabaseError:
        start = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
        end = start + dt.timedelta(days=1)
        return [source.Day(start.date(), start.timestamp(), end.timestamp(), secrets.token_bytes(32))]


@lru_cache
def _unknown_page(language: str) -> bytes:
    with translation.override(language):
        return render_to_string("links/unknown.html").encode()
