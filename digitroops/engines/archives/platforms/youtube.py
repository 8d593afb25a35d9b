"""YouTube (Google Takeout): folders, files and columns are translated; tables are known by the shape of values.

A channel's identifier is `UC` and 22 characters, a video's has 11, a comment's begins with `Ug`; the words of
a comment are fragments of JSON. There are no subscribers in the export. History, searches, playlists and
subscriptions are left.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from digitroops.engines.archives.meta import stable_id
from digitroops.engines.archives.platform import Era, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import clean, from_iso, plain

CHANNEL = re.compile(r"UC[\w-]{22}$|UC\d{1,9}$")
VIDEO = re.compile(r"[\w-]{11}$")
COMMENT = re.compile(r"(?:Ug|z[0-9a-z])[\w-]+(?:\.[\w-]+)?$")
FRAGMENTS = re.compile(r'\s*\{\s*"(?:text|mention|link|videoLink|\w+)"\s*:')
PUBLIC = frozenset(
    {"public", "publik", "öffentlich", "público", "pública", "públic", "openbaar", "viešas", "viešasis"}
)
HIDDEN = frozenset(
    {
        "private",
        "unlisted",
        "pribadi",
        "tidak publik",
        "tidak tercantum",
        "privat",
        "nicht gelistet",
        "privado",
    }
    | {"privada", "oculto", "no listado", "privé", "verborgen", "neîntabelat", "nelistuojamas"}
)
WORD = re.compile(r"[^\W\d_]")
CELL = re.compile(r"<li>(.*?)(?=<li>|</ul>|$)", re.DOTALL | re.IGNORECASE)
WATCHED = re.compile(r"watch\?v=([\w-]{11})(?:&(?:amp;)?lc=([\w.-]+))?")
SAID_AT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?")
TITLE_COLUMNS = ("video title (original)", "judul video (asli)", "videotitel (original)")


def read_tables(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Every table of the folders that can hold the person's own words, sorted out by what is in it."""
    for name in names:
        heading: list[str] = []
        for row in reading.table(name):
            if not heading:
                heading = [cell.strip().lower() for cell in row]
            elif (record := entry(reading, name, heading, row)) is not None:
                yield record


def first(row: list[str], form: re.Pattern[str]) -> str | None:
    """The first cell of a form."""
    return next((cell for cell in row if form.match(cell)), None)


def first_moment(row: list[str]) -> datetime | None:
    """The first cell that is a time."""
    return next((moment for cell in row if (moment := from_iso(cell)) is not None), None)


def entry(reading: Reading, name: str, heading: list[str], row: list[str]) -> Record | None:
    """What a row is: a comment, a chat message, a video, the channel, or nothing of use."""
    words, channel = first(row, FRAGMENTS), first(row, CHANNEL)
    if words is not None:
        return said(row, words)
    moment = first_moment(row)
    if channel and len(row) <= 5 and moment is None and not any(cell.startswith("http") for cell in row):
        return own_channel(reading, name, row, channel)
    if moment is not None and len(row) >= 6 and VIDEO.match(row[0]):
        return video(reading, heading, row)
    return None


def own_channel(reading: Reading, name: str, row: list[str], channel: str) -> Profile | None:
    """The channel; a second one of the same person is told, not mixed in."""
    if reading.profile is not None:
        reading.partial("several_channels", "The archive holds several channels; only the first is named.")
        return None
    title = next((clean(cell) for cell in row if cell and cell != channel), None)
    return Profile(channel, None, title, url=f"https://www.youtube.com/channel/{channel}")


def said(row: list[str], words: str) -> Post:
    """A comment or a message of a live chat."""
    own = dict.fromkeys(cell for cell in row if COMMENT.match(cell))
    identity, parent = [*own, None, None][:2]
    on = next((cell for cell in row if VIDEO.match(cell) and WORD.search(cell)), None)
    created, text = first_moment(row), joined(words)
    kind = Kind.LIVE_CHAT if identity is None else Kind.REPLY if parent else Kind.COMMENT
    link = f"https://www.youtube.com/watch?v={on}" if on else None
    return Post(
        id=identity or stable_id(kind, created, text),
        kind=kind,
        text=text,
        created=created,
        url=f"{link}&lc={identity}" if link and identity else link,
        in_reply_to=parent or on,
    )


def joined(words: str) -> str:
    """The text of a list of fragments without brackets; as it stands if it is none."""
    try:
        parts = json.loads(f"[{words}]")
    except (ValueError, RecursionError):
        return clean(words)
    return clean("".join(fragment(part) for part in parts))


def fragment(part: object) -> str:
    """The words of one fragment: its own, or those inside a mention or link."""
    if not isinstance(part, dict):
        return ""
    if isinstance(text := part.get("text"), str):
        return text
    inner = (item.get("text") or item.get("linkUrl") for item in part.values() if isinstance(item, dict))
    return next((item for item in inner if isinstance(item, str)), "")


def video(reading: Reading, heading: list[str], row: list[str]) -> Post:
    """A video. Only what is known to be public counts as public."""
    cells = dict(zip(heading, row, strict=False))
    lowered = [cell.strip().lower() for cell in row]
    at = next((at for at, cell in enumerate(lowered) if cell in PUBLIC or cell in HIDDEN), None)
    audience = Visibility.PUBLIC if at is not None and lowered[at] in PUBLIC else Visibility.LIMITED
    if at is None:
        sentence = "The word for who can see a video is not known in this language, so videos were left out."
        reading.partial("unknown_visibility", sentence)
    title = next((cells[column] for column in TITLE_COLUMNS if column in cells), None)
    if title is None:
        title = row[at - 1] if at else ""
    moments = [moment for cell in row if (moment := from_iso(cell)) is not None]
    return Post(
        id=row[0],
        kind=Kind.VIDEO,
        text=clean(title),
        created=max(moments, default=None),
        url=f"https://www.youtube.com/watch?v={row[0]}",
        audience=audience,
    )


def read_pages(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Comments and chat messages of older exports, which are web pages."""
    for name in names:
        kind = Kind.LIVE_CHAT if "live" in name.lower().rsplit("/", 1)[-1] else Kind.COMMENT
        rest = ""
        for part in reading.text(name):
            rest += part
            cut = rest.lower().rfind("<li>")
            if cut > 0:
                yield from cells(reading, name, rest[:cut], kind)
                rest = rest[cut:]
            if len(rest) > reading.limits.record_bytes:
                reading.damaged(name, "it has an entry without end")
                return
        yield from cells(reading, name, rest, kind)


def cells(reading: Reading, name: str, page: str, kind: Kind) -> Iterator[Post]:
    """The entries of a piece of a page."""
    for match in CELL.finditer(page):
        reading.count(name, 1)
        head, _, body = match[1].partition("<br")
        watched, when = WATCHED.search(head), SAID_AT.search(head)
        text = plain(body.split(">", 1)[-1])
        created: datetime | None = from_iso(when[0]) if when else None
        yield Post(
            id=(watched[2] if watched else None) or stable_id(kind, created, text),
            kind=kind,
            text=text,
            created=created,
            url=f"https://www.youtube.com/watch?v={watched[1]}" if watched else None,
            in_reply_to=watched[1] if watched else None,
        )


FOLDER = r"youtube[^/]*"
LEFT = (
    "history|histori|riwayat|verlauf|historial|geschiedenis|historique|cronologia|istoric|istorija|historic|"
    "playlists?|playlist|daftar putar|wiedergabelisten|subscriptions|langganan|abos|suscripciones|abonnementen|"
    "music.*|musik.*|purchases|pembelian"
)
PLATFORM = Platform(
    name="youtube",
    title="YouTube",
    signature=rf"{FOLDER}/.*\.(?:csv|html|json)",
    routes=(
        Route("tables", rf"{FOLDER}/(?!(?:{LEFT})/)[^/]+/[^/]+\.csv", read_tables),
        Route("pages", rf"{FOLDER}/[^/]+/my-(?:comments|live-chat-messages)\.html", read_pages),
    ),
    eras=(
        Era("tables", rf"{FOLDER}/(?!(?:{LEFT})/)[^/]+/[^/]+\.csv"),
        Era("pages", rf"{FOLDER}/[^/]+/my-(?:comments|live-chat-messages)\.html"),
    ),
    follower_keys="none",
    expected=("tables",),
    stem=r"takeout-(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)t",
)
