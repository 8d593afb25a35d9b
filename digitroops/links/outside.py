"""Raw clicks that lie in ClickHouse, read for tables as if they were rows here, and what cannot be done with them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from digitroops.links.models import Click, Link
from digitroops.links.redirect.clickhouse import click_house
from digitroops.programme.models import Programme


class RawClicksOutside(Exception):
    """The raw clicks lie in ClickHouse; what would make sums anew from those here would lose them."""


def refuse_outside() -> None:
    """Raise RawClicksOutside where the raw clicks do not lie in the main database."""
    if settings.CLICK_STORE:
        raise RawClicksOutside(
            "The raw clicks lie in ClickHouse (DIGITROOPS_CLICK_STORE), so they cannot be judged again or added up "
            "anew from here. The sums stay as they are."
        )


class OutsideClicks:
    """The clicks of a programme from one day to another, link by link."""

    def __init__(self, programme: Programme, first: dt.date, last: dt.date) -> None:
        self.programme, self.first, self.last = programme, first, last

    def iterator(self, chunk_size: int = 5000) -> Iterator[Click]:
        """The clicks with their links and stories at hand, `chunk_size` at a time."""
        engine = click_house(settings.CLICK_STORE)
        for rows in engine.clicks(self.first, self.last, at_once=chunk_size):
            links = Link.objects.filter(story__campaign__programme=self.programme).select_related("story")
            known = links.in_bulk({row["link_id"] for row in rows})
            for row in rows:
                link = known.get(row["link_id"])
                if link is not None:
                    yield _click(row, link)


def _click(row: dict[str, Any], link: Link) -> Click:
    at = dt.datetime.fromisoformat(row["at"]).replace(tzinfo=dt.UTC)
    return Click(**{**row, "at": at, "date": dt.date.fromisoformat(row["date"])}, link=link)
