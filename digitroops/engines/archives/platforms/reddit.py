"""Reddit: a folder of tables. There are no followers in it, and private communities are not marked.

Each table names its columns; which there are has changed. What moderators or the person took away is still listed,
with a word in brackets for its text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from digitroops.engines.archives.platform import Era, Excerpt, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import clean, from_iso

Row = Mapping[str, str]
GONE = frozenset({"[deleted]", "[removed]", "[deleted by user]"})
SITE = "https://www.reddit.com"


def table(reading: Reading, name: str, *needed: str) -> Iterator[Row]:
    """The rows of a table by the names of its columns."""
    columns: list[str] = []
    for row in reading.table(name):
        if columns:
            yield dict(zip(columns, [*map(clean, row), *[""] * len(columns)], strict=False))
            continue
        columns = [cell.strip().lower() for cell in row]
        reading.rows_of[name] = 0
        if not set(needed) <= set(columns):
            reading.problem(name, f"The file has no columns called {', '.join(needed)}.", "bad_table")
            return


def read_statistics(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Whose archive it is and when it was made; address and telephone number in the same table are passed over."""
    for name in names:
        said = {row["statistic"].lower(): row["value"] for row in table(reading, name, "statistic", "value")}
        reading.exported = from_iso(said.get("export time")) or reading.exported
        if username := said.get("account name") or reading.username:
            created = from_iso(said.get("registration date"))
            yield Profile(None, username, created=created, url=f"{SITE}/user/{username}/")


def reader(kind: Kind, make: Callable[[Row], str], *needed: str) -> Callable[..., Iterator[Record]]:
    """A function that reads posts or comments."""

    def read(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
        for name in names:
            for row in table(reading, name, "id", "date", *needed):
                if row["id"]:
                    yield entry(kind, make(row), row)
                else:
                    reading.problem(name, "A row has no identifier.", "bad_record")

    return read


def words(row: Row) -> str:
    """The words of a post: its title, and what is below it."""
    return "\n\n".join(part for part in (row["title"], row.get("body", "")) if part)


def entry(kind: Kind, text: str, row: Row) -> Post:
    """One post or comment."""
    link = row.get("permalink", "")
    gone = row.get("body", "").strip() in GONE
    return Post(
        id=("t3_" if kind is Kind.POST else "t1_") + row["id"],
        kind=kind,
        text=text,
        created=from_iso(row["date"]),
        url=SITE + link if link.startswith("/") else link if link.startswith("https://") else None,
        audience=Visibility.DELETED if gone else Visibility.UNKNOWN,
        in_reply_to=row.get("parent") or row.get("link") or None,
    )


PLATFORM = Platform(
    name="reddit",
    title="Reddit",
    signature=r"statistics\.csv|(?:post|comment)_headers\.csv|subscribed_subreddits\.csv",
    routes=(
        Route("profile", r"statistics\.csv", read_statistics),
        Route("posts", r"posts\.csv", reader(Kind.POST, words, "title")),
        Route("comments", r"comments\.csv", reader(Kind.COMMENT, lambda row: row["body"], "body")),
    ),
    eras=(Era("csv", r".*\.csv"),),
    follower_keys="none",
    expected=("profile", "posts", "comments"),
    stem=r"export_(?P<user>[a-z0-9_-]{3,20})_(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    ordered=False,
    excerpts=(
        Excerpt(
            r"statistics\.csv",
            columns="statistic|value",
            rows="account name|export time|registration date",
        ),
        Excerpt(r"(?:posts|comments)\.csv", columns="id|permalink|date|title|body|parent|link"),
    ),
)
