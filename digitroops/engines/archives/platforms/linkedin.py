"""LinkedIn: the Basic and the Complete export, with and without the notes above the connections.

There is no list of followers; connections stand in for them, by the name in their address where the export
has one (since 2023). Shares break quotes at each new line and comments escape them with a backslash.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import unquote

from digitroops.engines.archives.meta import stable_id
from digitroops.engines.archives.platform import Era, Excerpt, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Follower, Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import MONTHS, clean, from_iso

SLUG = re.compile(r"linkedin\.com/in/([^/?#\s]{1,200})", re.IGNORECASE)
URN = re.compile(r"urn:li:\w+:[\w-]+")
DAY = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$")
OPEN_TO_ALL = frozenset({"", "member_network", "public", "logged_in", "anyone"})
HEADINGS = ("first name", "last name")
PREAMBLE = 12


def table(reading: Reading, name: str, *needed: str, escaped: bool = False) -> Iterator[dict[str, str]]:
    """The rows of a file by the names of its columns; lines before the heading are passed over."""
    columns: list[str] = []
    for at, row in enumerate(reading.table(name, escaped=escaped)):
        if columns:
            yield dict(zip(columns, [*row, *[""] * len(columns)], strict=False))
        elif set(needed) <= {cell.strip().lower() for cell in row}:
            columns = [cell.strip().lower() for cell in row]
            reading.memory[f"columns of {needed}"] = (at, columns)
            reading.rows_of[name] = 0
        elif at > PREAMBLE:
            break
    if not columns:
        reading.problem(name, f"The file has no columns called {', '.join(needed)}.", "bad_table")


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Name and headline; birth date and address in the same file are passed over."""
    for name in names:
        for row in table(reading, name, *HEADINGS):
            full = f"{row['first name']} {row.get('last name', '')}".strip()
            yield Profile(None, None, clean(full) or None, clean(row.get("headline", "")) or None)
            break


def read_connections(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Connections of the first degree. People who hid themselves leave a row with nothing but the day."""
    for name in names:
        for row in table(reading, name, *HEADINGS):
            if not any(value for column, value in row.items() if column != "connected on"):
                reading.counts["hidden"] += 1
                continue
            reading.counts["connections"] += 1
            if match := next(filter(None, map(SLUG.search, row.values())), None):
                yield Follower(clean(unquote(match[1])).lower(), day(row.get("connected on", "")))
        judge_era(reading)


def judge_era(reading: Reading) -> None:
    """The layout, which only the columns show."""
    at, columns = reading.memory.get(f"columns of {HEADINGS}", (0, []))
    reading.era = "2023" if "url" in columns else "2021" if at else "2020"
    if columns and "url" not in columns:
        sentence = (
            "Exports from before 2023 give connections no address: they can be counted but not compared."
        )
        reading.partial("no_keys", sentence)


def day(written: str) -> datetime | None:
    """A day as LinkedIn writes it: `08 Feb 2026`, or with the year first."""
    match = DAY.match(written.strip())
    if match is None or match[2].title() not in MONTHS:
        return from_iso(written)
    try:
        return datetime(int(match[3]), MONTHS[match[2].title()], int(match[1]), tzinfo=UTC)
    except ValueError:
        return None


def read_shares(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Posts. Those for connections only are marked."""
    for name in names:
        for row in table(reading, name, "date", "sharecommentary"):
            text = clean(row.get("sharecommentary", "").replace('"\n"', "\n"))
            everyone = row.get("visibility", "").strip().lower() in OPEN_TO_ALL
            audience = Visibility.PUBLIC if everyone else Visibility.LIMITED
            yield entry(Kind.POST, text, row["date"], row.get("sharelink", ""), audience)


def read_reposts(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Posts of others passed on without a word."""
    for name in names:
        for row in table(reading, name, "date", "link"):
            yield entry(Kind.REPOST, "", row["date"], row.get("link", ""), Visibility.UNKNOWN)


def read_comments(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Comments on posts."""
    for name in names:
        for row in table(reading, name, "date", "message", escaped=True):
            link = row.get("link", "")
            post = entry(Kind.COMMENT, clean(row["message"]), row["date"], link, Visibility.UNKNOWN)
            yield post


def entry(kind: Kind, text: str, date: str, link: str, audience: Visibility) -> Post:
    """One post, repost or comment. The address of a comment is that of the post it is on."""
    created, urn = from_iso(date), URN.search(unquote(link))
    own = urn is not None and kind is Kind.POST
    return Post(
        id=urn[0] if own and urn else stable_id(kind, created, text or link),
        kind=kind,
        text=text,
        created=created,
        url=link if link.startswith("https://") else None,
        audience=audience,
        in_reply_to=urn[0] if urn and kind is Kind.COMMENT else None,
    )


PLATFORM = Platform(
    name="linkedin",
    title="LinkedIn",
    signature=r"connections\.csv|shares\.csv|instantreposts\.csv",
    routes=(
        Route("profile", r"profile\.csv", read_profile),
        Route("connections", r"connections\.csv", read_connections),
        Route("shares", r"shares(?:_\d+)?\.csv", read_shares),
        Route("reposts", r"instantreposts\.csv", read_reposts),
        Route("comments", r"comments(?:_\d+)?\.csv", read_comments),
    ),
    eras=(Era("csv", r".*\.csv"),),
    expected=("profile", "connections"),
    stem=r"linkedindataexport_(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d{4})",
    excerpts=(
        Excerpt(r"profile\.csv", columns="first name|last name|headline"),
        Excerpt(r"connections\.csv", columns="first name|last name|url|connected on"),
    ),
)
