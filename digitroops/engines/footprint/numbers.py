"""Numbers that point at people: NIK, NPWP, phone, card and account numbers, e-mail addresses.

Formats and checksums: NIK is six digits of region (the first two a province, 11-97), the date of birth
(day plus 40 for women) and a serial; NPWP of 15 digits is written 99.999.999.9-999.999; cards hold the
Luhn checksum (ISO/IEC 7812).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = re.compile(r"(?<![\w.,])\+?\d[\d .\-/()]{6,22}\d(?![\w])")
_DIGIT = re.compile(r"\d[\d .\-/()]{6}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{2,64}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")
_NPWP = re.compile(r"\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\Z")
_PHONE = re.compile(r"(?:\+?62|0)8\d{7,11}\Z")
_ACCOUNT_WORDS = re.compile(r"\b(?:rek|rekening|norek|a/?n|bca|bri|bni|mandiri|bsi|transfer)\b")
_IDENTITY_WORDS = re.compile(r"\b(?:nik|nik-?(?:ku|nya|mu)|ktp|no\.? ?ktp|nomor induk kependudukan)\b")
_BUSINESS_WORDS = re.compile(
    r"\b(?:cs|call ?center|hotline|layanan|pengaduan|admin|info|customer|halo|kontak kami|hubungi kami|"
    r"order|pesan|pemesanan|humas|posko|pendaftaran|donasi|kantor|resmi|reservasi)\b"
)
_OWN_WORDS = re.compile(r"\b(?:my|saya|aku|gue|gw|nomorku|emailku)\b")
_MASKED_WORDS = re.compile(
    r"\b(?:resi|order|pesanan|invoice|no\.? ?tiket|id ?trx|tracking|voucher|kode|isbn|issn|doi)\b"
)
# A number that is called a NIK counts with a digit or two mistyped.
_NEARLY_NIK, _LONGEST_NIK = 14, 17


@dataclass(frozen=True, slots=True)
class Number:
    """A number found: category, reason key, place in the folded text, severity, confidence, what held."""

    category: str
    key: str
    span: tuple[int, int]
    severity: int
    confidence: float
    checks: tuple[str, ...]


def find_numbers(folded: str) -> Iterator[Number]:
    """Yield the numbers and addresses of a folded text."""
    if "@" in folded:
        for hit in _MAIL.finditer(folded):
            if not _BUSINESS_WORDS.search(hit.group()):
                yield Number("personal_data", "email", hit.span(), 2, 0.7, ("e-mail",))
    if not _DIGIT.search(folded):
        return
    for hit in _DIGITS.finditer(folded):
        number = _judged(folded, hit.group(), hit.span())
        if number is not None:
            yield number


def _judged(folded: str, written: str, span: tuple[int, int]) -> Number | None:
    digits = re.sub(r"\D", "", written)
    near = folded[max(0, span[0] - 50) : span[1] + 30]
    identity = _identity(written, digits, near, span)
    if identity is not None or _MASKED_WORDS.search(near):
        return identity
    if len(digits) in (15, 16) and _luhn(digits) and digits[0] in "3456":
        return Number("confidential", "card", span, 4, 0.9, ("Luhn",))
    if _PHONE.match(re.sub(r"[ .\-()]", "", written)):
        return _phone(near, span)
    if 9 <= len(digits) <= 16 and _ACCOUNT_WORDS.search(near):
        return Number("personal_data", "account", span, 2, 0.7, ("rekening",))
    return None


def _identity(written: str, digits: str, near: str, span: tuple[int, int]) -> Number | None:
    if _NPWP.match(written) or (len(digits) in (15, 16) and re.search(r"\bnpwp\b", near)):
        return Number("confidential", "npwp", span, 3, 0.9, ("NPWP",))
    if len(digits) == 16 and _is_nik(digits):
        return Number("confidential", "nik", span, 4, 0.95, ("NIK",))
    if _NEARLY_NIK <= len(digits) <= _LONGEST_NIK and _IDENTITY_WORDS.search(near):
        return Number("confidential", "nik", span, 3, 0.7, ("NIK",))
    return None


def _phone(near: str, span: tuple[int, int]) -> Number | None:
    if _BUSINESS_WORDS.search(near):
        return None
    own = _OWN_WORDS.search(near) is not None
    return Number("personal_data", "phone", span, 2 if own else 3, 0.85, ("HP",))


def _is_nik(digits: str) -> bool:
    day, month = int(digits[6:8]), int(digits[8:10])
    return 11 <= int(digits[:2]) <= 97 and 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12


def _luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
