"""Raw clicks in ClickHouse instead of the main database, for companies at internet scale: one adapter, two ways.

`https://user:password@host:8443/database` is a server, `chdb:/folder` the same engine in this process (for
tests and trials); the SQL is the same. Links, visitors and sums stay in the main database, so pages do not
change.

Exactly once: clicks are sent inside the transaction that moves the place in the spool file, as its last step.
A batch sent again after a failed commit is dropped by its token; one whose bounds have grown meets rows of
the same key, of which ReplacingMergeTree keeps one (`FINAL` reads so at once).
"""

import base64
import datetime as dt
import http.client
import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from digitroops.links.redirect.batches import NAMES, Arrival, row_of

TABLE = "digitroops_clicks"
TYPES = {
    "id": "Int64",
    "link_id": "UInt64",
    "at": "DateTime64(6, 'UTC')",
    "date": "Date",
    "rule": "UInt16",
    "agent": "String",
    "referrer": "String",
    "visitor": "String",
    "network": "String",
}
COLUMNS = ", ".join(f"{name} {TYPES.get(name, 'LowCardinality(String)')}" for name in NAMES)
CREATE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} ({COLUMNS})
ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(date) ORDER BY (link_id, date, id)
SETTINGS non_replicated_deduplication_window = 10000
"""
#: Sends a statement, with rows behind it where it inserts, and returns what the engine says.
Send = Callable[[str, bytes], str]
TIMEOUT = 60.0


class ClickHouseDown(OSError):
    """The engine could not be reached or refused; the clicks wait in their spool files."""


class ClickHouse:
    """Inserts arrivals and answers SQL; `send` is one of the two ways below."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._made = False

    def write(self, arrivals: Sequence[Arrival], token: str) -> None:
        """Send one batch; the same token again within the last 10,000 batches changes nothing."""
        if not arrivals:
            return
        self._make()
        self._send(
            f"INSERT INTO {TABLE} ({', '.join(NAMES)}) SETTINGS insert_deduplication_token = '{token}' "
            "FORMAT JSONCompactEachRow",
            b"\n".join(_line(arrival) for arrival in arrivals),
        )

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a SELECT over the table."""
        self._make()
        said = self._send(
            f"{sql} SETTINGS output_format_json_quote_64bit_integers = 0 FORMAT JSONEachRow", b""
        )
        return [json.loads(line) for line in said.splitlines() if line]

    def clicks(self, first: dt.date, last: dt.date, *, at_once: int) -> Iterator[list[dict[str, Any]]]:
        """Every click from one day to another, `at_once` at a time, in the order of the table."""
        after = (0, "1970-01-01", 0)
        while True:
            found = self.rows(
                f"SELECT {', '.join(NAMES)} FROM {TABLE} FINAL "  # noqa: S608 -- our own names, numbers and days
                f"WHERE date >= '{first}' AND date <= '{last}' "
                f"AND (link_id, date, id) > ({after[0]}, toDate('{after[1]}'), {after[2]}) "
                f"ORDER BY link_id, date, id LIMIT {at_once}"
            )
            if not found:
                return
            yield found
            after = (int(found[-1]["link_id"]), str(found[-1]["date"]), int(found[-1]["id"]))

    def drop_months(self, before: dt.date) -> None:
        """Drop every month that ended before the date, whole."""
        for row in self.rows(
            f"SELECT DISTINCT partition FROM system.parts WHERE table = '{TABLE}' AND active "  # noqa: S608 -- our own names
            f"AND toUInt32(partition) < {before:%Y%m} ORDER BY partition"
        ):
            self._send(f"ALTER TABLE {TABLE} DROP PARTITION {int(row['partition'])}", b"")

    def _make(self) -> None:
        if not self._made:
            self._send(CREATE, b"")
            self._made = True


def _line(arrival: Arrival) -> bytes:
    return json.dumps([_value(value) for value in row_of(arrival)], ensure_ascii=False).encode(
        "utf-8", "replace"
    )


def _value(value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, dt.date) else value


@lru_cache
def click_house(address: str) -> ClickHouse:
    """The engine at an address of settings.CLICK_STORE; one for each process."""
    parts = urlsplit(address)
    return ClickHouse(embedded(parts.path) if parts.scheme == "chdb" else server(address))


def server(address: str) -> Send:
    """A ClickHouse server over its HTTP interface."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    login = base64.b64encode(
        f"{unquote(parts.username or 'default')}:{unquote(parts.password or '')}".encode()
    )
    headers = {"Authorization": f"Basic {login.decode('ascii')}"}
    database = parts.path.strip("/") or "default"

    def send(sql: str, rows: bytes) -> str:
        connection = kind(parts.hostname or "localhost", parts.port, timeout=TIMEOUT)
        try:
            path = "/?" + urlencode({"database": database, "query": sql}, quote_via=quote)
            connection.request("POST", path, body=rows, headers=headers)
            answer = connection.getresponse()
            said = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as error:
            raise ClickHouseDown(str(error)) from error
        finally:
            connection.close()
        if answer.status != http.client.OK:
            raise ClickHouseDown(said[:500])
        return said

    return send


def embedded(folder: str) -> Send:
    """The engine in this process (the package chdb); a folder takes one process at a time."""
    from chdb.session import Session  # noqa: PLC0415 -- an extra of 800 MB

    session = Session(folder)

    def send(sql: str, rows: bytes) -> str:
        try:
            return str(session.query(f"{sql}\n{rows.decode()}" if rows else sql, "CSV"))
        except RuntimeError as error:
            raise ClickHouseDown(str(error)) from error

    return send
