"""Clicks of all links by member or unit. The sums of links are the one large table that pages read.

The database first adds up the days of each link and only then looks whose link it was: a join day by day takes three
times as long. Beyond two weeks SQLite is told to read the table from end to end (the plus sign hides the index on the
date): reading row after row by the index is slower there.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connections, router

from digitroops.insight.queries.period import Period
from digitroops.links.models import ClickDay
from digitroops.programme.models import Programme

#: dimension -> (its key, its name)
COLUMNS = {
    "member": ("share.member_id", "employee.name"),
    "unit": ("employee.unit_id", "unit.name"),
}
PEOPLE = """JOIN programme_member member ON member.id = share.member_id
JOIN people_employee employee ON employee.id = member.employee_id
JOIN people_unit unit ON unit.id = employee.unit_id"""
INDEX_DAYS = 14


@dataclass(frozen=True)
class LinkSum:
    """Clicks of all links with the same key."""

    key: Any
    name: str
    people: int
    machines: int


def link_sums(programme: Programme, period: Period, dimension: str) -> list[LinkSum]:
    """Clicks of a programme in a period by member or unit. Raises KeyError for other dimensions."""
    column, label = COLUMNS[dimension]
    database = connections[router.db_for_read(ClickDay)]
    hidden = database.vendor == "sqlite" and period.days > INDEX_DAYS
    parts = (
        "SELECT",
        column,
        ", MIN(",
        label,
        "), SUM(sums.people), SUM(sums.machines)",
        "FROM (SELECT link_id, SUM(people) AS people, SUM(machines) AS machines FROM links_clickday WHERE",
        "+date" if hidden else "date",
        "BETWEEN %s AND %s GROUP BY link_id) sums",
        "JOIN sharing_share share ON share.link_id = sums.link_id",
        "JOIN newsroom_story story ON story.id = share.story_id",
        "JOIN newsroom_campaign campaign ON campaign.id = story.campaign_id",
        PEOPLE,
        "WHERE campaign.programme_id = %s GROUP BY",
        column,
    )
    days = [database.ops.adapt_datefield_value(day) for day in (period.first, period.last)]
    with database.cursor() as cursor:
        cursor.execute(" ".join(parts), [*days, programme.pk])
        return [
            LinkSum(key, name, int(people), int(machines))
            for key, name, people, machines in cursor.fetchall()
        ]
