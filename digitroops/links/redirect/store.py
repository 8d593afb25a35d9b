"""Judged arrivals written into the main database, with visitors and sums, in the caller's transaction."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace

from django.db import connections, router

from digitroops.links import rollups
from digitroops.links.models import Click, Visitor
from digitroops.links.redirect.batches import NAMES, Arrival, row_of
from digitroops.work.bulk import insert_rows

VISITOR_KEY = tuple[dt.date, int, str]
PERSON, REPEAT = Click.Verdict.PERSON.value, Click.Verdict.REPEAT.value


def mark_repeats(arrivals: Sequence[Arrival]) -> None:
    """Of the people among the arrivals, let only the first of a visitor, link and day be one."""
    wanted: dict[VISITOR_KEY, Arrival] = {}
    for arrival in arrivals:
        if arrival.verdict != PERSON or not arrival.visitor:
            continue
        if wanted.setdefault((arrival.date, arrival.link_id, arrival.visitor), arrival) is not arrival:
            arrival.verdict = REPEAT
    new = _new_visitors(sorted(wanted))
    for key, arrival in wanted.items():
        if key not in new:
            arrival.verdict = REPEAT


def _new_visitors(keys: list[VISITOR_KEY]) -> set[VISITOR_KEY]:
    """Write visitors and return those that were not there; in the order of the key, so that loaders only wait."""
    if not keys:
        return set()
    database = connections[router.db_for_write(Visitor)]
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(
                "INSERT INTO links_visitor (date, link_id, hash) "
                "SELECT * FROM unnest(%s::date[], %s::bigint[], %s::varchar[]) "
                "ON CONFLICT DO NOTHING RETURNING date, link_id, hash",
                [list(column) for column in zip(*keys, strict=True)],
            )
            return set(cursor.fetchall())
        cursor.execute(
            "SELECT date, link_id, hash FROM json_each(%s) AS wanted JOIN links_visitor "
            "ON date = json_extract(wanted.value, '$[0]') AND link_id = json_extract(wanted.value, '$[1]') "
            "AND hash = json_extract(wanted.value, '$[2]')",
            [json.dumps(keys, default=str)],
        )
        new = set(keys) - set(cursor.fetchall())
        cursor.executemany(
            "INSERT INTO links_visitor (date, link_id, hash) VALUES (%s, %s, %s)",
            [(str(date), link, hash_) for date, link, hash_ in sorted(new)],
        )
        return new


def write(arrivals: Sequence[Arrival], *, raw_too: bool = True) -> None:
    """Write the clicks and add them to the sums; without `raw_too` the clicks themselves lie elsewhere."""
    mark_repeats(arrivals)
    if raw_too:
        insert_rows(Click, NAMES, [row_of(arrival) for arrival in arrivals])
    rollups.add(arrivals)


def without_known(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """The arrivals whose key is not in the database yet, each once: after two files claimed the same numbers."""
    once = {arrival.id: arrival for arrival in arrivals}
    keys = sorted(once)
    known: set[int] = set()
    for start in range(0, len(keys), 500):
        known.update(Click.objects.filter(pk__in=keys[start : start + 500]).values_list("pk", flat=True))
    return [replace(arrival) for key, arrival in once.items() if key not in known]
