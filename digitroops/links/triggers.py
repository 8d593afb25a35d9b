"""Triggers that note every change of a link in LinkChange, whoever makes it and however.

Django rebuilds a table on SQLite for some migrations and loses its triggers with it, so they are put back after every
`migrate` instead of in one migration.
"""

from typing import Any

from django.db import connections

NOW = {
    "sqlite": "(julianday('now') - 2440587.5) * 86400",
    "postgresql": "extract(epoch FROM clock_timestamp())",
}
TABLE = "links_link"
NOTE = (
    "INSERT INTO links_linkchange (code, at) VALUES (OLD.code, {now}); "
    "INSERT INTO links_linkchange (code, at) SELECT OLD.alias, {now} WHERE OLD.alias IS NOT NULL;"
)

SQLITE = """
CREATE TRIGGER links_link_{event} AFTER {event} ON links_link FOR EACH ROW BEGIN {note} END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION links_note_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN {note} RETURN NULL; END $$
"""
POSTGRES = """
CREATE OR REPLACE TRIGGER links_link_{event} AFTER {event} ON links_link
FOR EACH ROW EXECUTE FUNCTION links_note_change()
"""


def install(*, using: str, **_of_signal: Any) -> None:
    """Put the triggers where they are missing; a receiver of `post_migrate`."""
    database = connections[using]
    if "links_linkchange" not in database.introspection.table_names():
        return
    note = NOTE.format(now=NOW[database.vendor])
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION.format(note=note))
        for event in ("update", "delete"):
            sql = POSTGRES if database.vendor == "postgresql" else SQLITE
            if database.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS links_link_{event}")
            cursor.execute(sql.format(event=event, note=note))
