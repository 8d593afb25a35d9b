"""One cell -> one value; ValueError where it cannot be understood, with the kind of problem as its text."""

import datetime as dt
import re
import unicodedata
from typing import Any

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb pebruari februari february", "mar maret march", "apr april",
            "mei may", "jun juni june", "jul juli july", "agu agt ags agust agustus aug august",
            "sep sept september", "okt oktober oct october", "nop nov nopember november",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T].*)?$")
WITH_WORD = re.compile(r"(\d{1,2})[-/. ]+([a-z]+)[-/., ]+(\d{4}|\d{2})$")
PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})$")
SERIAL = re.compile(r"\d{4,5}(?:\.\d+)?$")
QUOTED_NUMBER = re.compile(r'="([^"]*)"$')
EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,24}$")
UNIT_SIGNS = re.compile(r"\s+/\s+|\s*>\s*|\s*»\s*|\s*\\\s*")
INACTIVE = re.compile(
    r"\b(non ?-?aktif|tidak aktif|pensiun\w*|resign\w*|keluar|berhenti|phk|meninggal|mutasi keluar"
    r"|inactive|terminated|retired|left|deceased)\b"
)
LEAVE = re.compile(r"\b(cuti|on leave|leave|cltp|skorsing|tugas belajar)\b")
GENDERS = {
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "w", "f", "female", "woman"), "female"),
    **dict.fromkeys(("l", "lk", "laki-laki", "laki laki", "laki", "pria", "m", "male", "man"), "male"),
}
UNIT_DEPTH, UNIT_PATH, UNIT_NAME = 8, 400, 120


def text(value: Any) -> str:
    """A cell as text without double spaces; whole numbers without `.0`; `formula` is refused."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    found = " ".join(str(value).split())
    if not found.isascii():
        found = unicodedata.normalize("NFC", found)
    if found.startswith("="):
        quoted = QUOTED_NUMBER.match(found)  # ="00123" is how Excel keeps zeros in a CSV
        if quoted is None:
            raise ValueError("formula")
        return quoted[1].strip()
    if found.startswith("#") and found.rstrip("!?").upper() in {"#REF", "#N/A", "#NAME", "#VALUE", "#DIV/0"}:
        raise ValueError("formula")
    return found.removeprefix("'") if found.startswith("'") else found


def number(value: Any) -> str:
    found = text(value)
    if not found:
        raise ValueError("number_missing")
    if len(found) > 40:
        raise ValueError("too_long")
    return found


def name(value: Any) -> str:
    found = text(value)
    if not found:
        raise ValueError("name_missing")
    if len(found) > 120:
        raise ValueError("too_long")
    return found


def email(value: Any) -> str | None:
    found = text(value).lower().removeprefix("mailto:")
    if found in {"", "-", "–", "n/a"}:
        return None
    if len(found) > 254 or not EMAIL.match(found):
        raise ValueError("email_wrong")
    return found


def phone(value: Any) -> str:
    """Digits with a leading + where there was one; Excel likes to eat the first zero of 0812…, it comes back."""
    found = text(value)
    digits = re.sub(r"\D", "", found)
    if not digits:
        return ""
    if found.startswith("+"):
        return f"+{digits}"[:32]
    return (f"0{digits}" if digits.startswith("8") and 9 <= len(digits) <= 12 else digits)[:32]


def plain_text(limit: int) -> Any:
    def read(value: Any) -> str:
        found = text(value)
        if len(found) > limit:
            raise ValueError("too_long")
        return "" if found in {"-", "–"} else found

    return read


def status(employment: str) -> str:
    """`inactive`, `leave` or `active`, from the words of the employment status."""
    words = employment.lower()
    if INACTIVE.search(words):
        return "inactive"
    return "leave" if LEAVE.search(words) else "active"


def manager(value: Any) -> str:
    """The employee number of the manager; empty for whoever has none. A name in this column is no number."""
    found = text(value)
    return number(value) if found and found not in {"-", "–"} else ""


def gender(value: Any) -> str:
    """`female`, `male`, or nothing where the list says nothing."""
    words = text(value).lower().strip(".-")
    if not words:
        return ""
    if words not in GENDERS:
        raise ValueError("gender_wrong")
    return GENDERS[words]


def unit(value: Any) -> str:
    """A unit path with ` / ` between its names; a name that comes twice on the way would be a circle."""
    names = [part.strip() for part in UNIT_SIGNS.split(text(value)) if part.strip()]
    if not names:
        raise ValueError("unit_missing")
    if len({part.casefold() for part in names}) < len(names):
        raise ValueError("unit_cycle")
    path = " / ".join(names)
    if len(names) > UNIT_DEPTH or len(path) > UNIT_PATH or max(map(len, names)) > UNIT_NAME:
        raise ValueError("unit_long")
    return path


def date(value: Any, *, today: dt.date) -> dt.date | None:
    """A day written as 1990-05-13, 13/05/90, 13 Mei 1990, 19900513, or an Excel serial number.

    Day before month, as in Indonesia. A year of two digits is the latest that is not in the future.
    """
    if isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    found = text(value).lower()
    if found in {"", "-", "–", "0", "00/00/0000", "0000-00-00"}:
        return None
    if (match := ISO.match(found)) or (match := PACKED.match(found)):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := DAY_FIRST.match(found):
        return _day(_year(match[3], today), int(match[2]), int(match[1]))
    if (match := WITH_WORD.match(found)) and match[2] in MONTHS:
        return _day(_year(match[3], today), MONTHS[match[2]], int(match[1]))
    if not SERIAL.match(found):
        raise ValueError("date_wrong")
    return EXCEL_DAY_ZERO + dt.timedelta(days=int(float(found)))


def _year(digits: str, today: dt.date) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError("date_wrong") from None
