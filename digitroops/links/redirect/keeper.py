"""The thread beside the redirects: keeps the links fresh and the days' keys at hand, and reports losses."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from digitroops.links.redirect import source
from digitroops.links.redirect.cache import LinkCache
from digitroops.links.redirect.dispatcher import Dispatcher
from digitroops.links.redirect.spool import Spool

LOOK_SECONDS = 1.0
#: So often everything known is read again, in case a change was never noted (a database put back from a backup).
REVIEW_SECONDS = 300.0
DAY_SECONDS = 60.0
REPORT_SECONDS = 2.0
logger = logging.getLogger("digitroops.links")


class Keeper:
    """Looks at the database once a second; `report` is told how many clicks were lost and why."""

    def __init__(self, dispatcher: Dispatcher, report: Callable[[int, str], None]) -> None:
        self.dispatcher = dispatcher
        self.cache: LinkCache = dispatcher.cache
        self.spool: Spool = dispatcher.spool
        self.report = report
        self.changes = source.Changes()
        self._reported = 0
        self._due = dict.fromkeys(("review", "days", "report"), 0.0)
        self._stopping = threading.Event()

    def start(self) -> None:
        self._due["review"] = time.monotonic() + REVIEW_SECONDS
        threading.Thread(target=self._run, name="links", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()

    def _run(self) -> None:
        well = True
        while not self._stopping.wait(LOOK_SECONDS):
            try:
                close_old_connections()
                self.look()
            except (DatabaseError, InterfaceError) as error:
                if well:
                    logger.warning("The database does not answer (%s); known links go on.", error)
                well = False
                connection.close()
            except Exception:
                logger.exception("The links could not be kept fresh; trying again.")
            else:
                well = True

    def look(self) -> None:
        """One round."""
        changed = self.changes.new()
        if changed:
            self._renew(changed)
        if self._is_due("days", DAY_SECONDS):
            self.dispatcher.days = source.days()
        if self._is_due("review", REVIEW_SECONDS):
            self._renew(self.cache.codes())
        if self.spool.lost > self._reported and self._is_due("report", REPORT_SECONDS):
            lost = self.spool.lost
            self.report(lost - self._reported, self.spool.last_error)
            self._reported = lost

    def _renew(self, codes: list[str]) -> None:
        """Read links again; what is gone is forgotten, what is known is replaced, without a gap between."""
        fresh = source.fetch_many(codes)
        self.cache.replace(fresh)
        self.cache.forget([code for code in codes if code not in fresh])

    def _is_due(self, name: str, every: float) -> bool:
        now = time.monotonic()
        if now < self._due[name]:
            return False
        self._due[name] = now + every
        return True
