"""Text and times as platforms write them, made plain."""

import html
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

SURROGATE = re.compile("[\ud800-\udfff]")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(SHORT_MONTHS, 1)}
TAG = re.compile(r"<[^>]*>")
BREAK = re.compile(r"<br\s*/?>|</p>\s*<p[^>]*>|</(?:div|li|blockquote|h\d)>", re.IGNORECASE)
DATE = re.compile(
    r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,](\d{1,9}))?)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d)?$"
)


def clean(text: str) -> str:
    """Drop what no database takes: NUL, and surrogates that stand alone (replaced by U+FFFD)."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() or not SURROGATE.search(text) else SURROGATE.sub("\ufffd", text)


def mend(text: str) -> str:
    """Undo Meta's encoding, where each UTF-8 byte is a character of its own. Good text is left alone."""
    if text.isascii():
        return clean(text)
    try:
        return clean(text.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return clean(text)


def plain(markup: str) -> str:
    """The text of a fragment of HTML, with breaks and paragraphs as new lines."""
    if "<" in markup:
        markup = TAG.sub("", BREAK.sub("\n", markup))
    return clean(html.unescape(markup)).strip()


def unescape(text: str) -> str:
    """Undo the three character references that X writes, and drop NUL. Decoded JSON holds no lone surrogates."""
    if "&" in text:
        if "&lt;" in text or "&gt;" in text:
            text = text.replace("&lt;", "<").replace("&gt;", ">")
        text = text.replace("&amp;", "&")
    return text.replace("\x00", "") if "\x00" in text else text


def number(value: object) -> int | None:
    """A count, written as a number or a string; `None` for anything else and for what no count can be."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        digits = value.strip().replace(",", "").replace(".", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
            return None
        value = int(digits)
    return value if isinstance(value, int) and 0 <= value < 1 << 62 else None


def from_seconds(value: object) -> datetime | None:
    """A Unix time in seconds (or smaller units, told by their size); `None` if it makes no sense."""
    if isinstance(value, str):
        value = number(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1 << 53:
        return None
    while value > 1 << 33:
        value = value / 1000
    return EPOCH + timedelta(seconds=value)


def from_iso(value: object) -> datetime | None:
    """A date, or date and time, year first; without a zone it is UTC. `None` if it is none."""
    if not isinstance(value, str) or len(value) > 64 or not (match := DATE.match(value.strip())):
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            min(int(second or 0), 59),
            micro,
            UTC,
        )
        return moment - offset(zone)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=64)
def offset(zone: str | None) -> timedelta:
    """The distance from UTC of `+07:00`, `+0700`, `Z` and the like."""
    if not zone or zone[0] not in "+-":
        return timedelta(0)
    digits = zone[1:].replace(":", "")
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -distance if zone[0] == "-" else distance


def plausible(moment: datetime | None) -> bool:
    """Whether a time can be one of a post or a follow at all."""
    return moment is not None and EARLIEST <= moment < LATEST
