"""Numbers, money, days and times as people in Indonesia write them, in both languages."""

from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.numbers import format_compact_decimal, format_decimal
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext

EMPTY = "–"
NBSP = "\u00a0"
SECONDS_PER_DAY = 86_400
AGO_DAYS = 7
ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def locale() -> Locale:
    """The Babel locale of the active language: Indonesian, or English with British days."""
    return Locale.parse("en_GB" if (get_language() or "id").startswith("en") else "id")


def _decimal(value: object) -> Decimal | None:
    try:
        return None if value is None or value == "" else Decimal(str(value))
    except InvalidOperation:
        return None


def number(value: object, digits: int = 0) -> str:
    """61.800 in Indonesian, 61,800 in English; at most `digits` decimals."""
    found = _decimal(value)
    if found is None:
        return EMPTY
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return format_decimal(found, format=pattern, locale=locale())


def percent(ratio: object, digits: int = 1) -> str:
    """A ratio as a percentage: 0.058 gives 5,8 % in Indonesian and 5.8% in English."""
    found = _decimal(ratio)
    if found is None:
        return EMPTY
    gap = NBSP if locale().language == "id" else ""
    return f"{number(found * 100, digits)}{gap}%"


def rupiah(value: object) -> str:
    """Rp 14.250.000: whole rupiah, a space that does not break."""
    found = _decimal(value)
    if found is None:
        return EMPTY
    sign = "−" if found < 0 else ""
    return f"{sign}Rp{NBSP}{number(abs(found))}"


def _scale(high: Decimal) -> tuple[Decimal, str]:
    if high >= 10**12:
        return Decimal(10**12), pgettext("amount", "trillion")
    if high >= 10**9:
        return Decimal(10**9), pgettext("amount", "billion")
    if high >= 10**6:
        return Decimal(10**6), pgettext("amount", "million")
    return Decimal(1), ""


def range_rupiah(low: object, high: object) -> str:
    """Rp 14–21 juta: both ends in the unit of the higher one, one decimal below ten."""
    first, last = _decimal(low), _decimal(high)
    if first is None or last is None:
        return EMPTY
    scale, word = _scale(max(abs(first), abs(last)))
    digits = 1 if word and last / scale < 10 else 0
    ends = f"{number(first / scale, digits)}–{number(last / scale, digits)}"
    return f"Rp{NBSP}{ends}{NBSP}{word}".rstrip(NBSP)


def compact(value: object) -> str:
    """61,8 rb: for axes and small places."""
    found = _decimal(value)
    if found is None:
        return EMPTY
    return format_compact_decimal(found, fraction_digits=1, locale=locale())


def size(value: object) -> str:
    """Bytes as 12,4 MB (powers of 1,000, as phones show them)."""
    left = _decimal(value)
    if left is None:
        return EMPTY
    units = ["B", "kB", "MB", "GB", "TB"]
    while left >= 1000 and len(units) > 1:
        left /= 1000
        units.pop(0)
    return f"{number(left, 0 if left >= 100 else 1)}{NBSP}{units[0]}"


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | datetime | None) -> str:
    """18 November 2026, in the viewer's zone."""
    return format_date(_local(value), "d MMMM y", locale=locale()) if value else EMPTY


def day_short(value: date | datetime | None) -> str:
    """18 Nov, with the year when it is not the current one."""
    if not value:
        return EMPTY
    local = _local(value)
    pattern = "d MMM" if local.year == timezone.localdate().year else "d MMM y"
    return format_date(local, pattern, locale=locale())


def weekday(value: date | datetime | None) -> str:
    """Rabu: the name of the day, in the viewer's zone."""
    return format_date(_local(value), "EEEE", locale=locale()) if value else EMPTY


def clock(value: datetime | None) -> str:
    """09.40 WIB in Indonesian, 09:40 WIB in English, in the viewer's zone."""
    if not value:
        return EMPTY
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    mark = ":" if locale().language == "en" else "."
    zone = ZONES.get(str(local.tzinfo), local.tzname() or "")
    return f"{local:%H}{mark}{local:%M}{NBSP}{zone}".rstrip(NBSP)


def moment(value: datetime | None) -> str:
    """18 November 2026, 09.40 WIB."""
    return f"{day(value)}, {clock(value)}" if value else EMPTY


def ago(value: datetime | None, now: datetime | None = None) -> str:
    """3 menit yang lalu; past a week the day itself."""
    if not value:
        return EMPTY
    aware = value if timezone.is_aware(value) else value.replace(tzinfo=UTC)
    delta = aware - (now or timezone.now())
    if abs(delta.total_seconds()) < 60:
        return gettext("just now")
    if abs(delta.total_seconds()) > AGO_DAYS * SECONDS_PER_DAY:
        return day(value)
    return format_timedelta(delta, add_direction=True, locale=locale())


def initials(name: str | None) -> str:
    """The first letters of the first and the last word: Ayu Prameswari gives AP."""
    words = [word for word in (name or "").replace(".", " ").split() if word[:1].isalnum()]
    if not words:
        return "?"
    letters = words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]
    return letters.upper()
