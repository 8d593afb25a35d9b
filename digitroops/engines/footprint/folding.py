"""Folding: what a reader sees, spelled in plain lower-case letters.

Look-alike letters (Cyrillic, Greek, mathematical, circled, full width, flags), accents, zalgo and
invisible characters fold to what they stand for. Each character folds on its own, so that a place in
the folded text can be traced back to the text given.
"""

import unicodedata

_LOOKALIKES = {
    "а": "a", "ӓ": "a", "е": "e", "ё": "e", "є": "e", "о": "o", "ө": "o", "р": "p", "с": "c", "у": "y", "ү": "y",
    "х": "x", "і": "i", "ї": "i", "ј": "j", "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "к": "k", "м": "m",
    "т": "t", "в": "b", "н": "h", "г": "r", "и": "n", "п": "n", "ь": "b", "ѵ": "v", "ӏ": "l", "б": "b", "з": "3",
    "α": "a", "β": "b", "γ": "y", "δ": "d", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v", "ο": "o",
    "ρ": "p", "σ": "o", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "π": "n", "ς": "s", "λ": "l", "θ": "0",
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "p", "ð": "d",
    "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʟ": "l", "ɴ": "n", "ʀ": "r", "ʙ": "b", "ᴀ": "a", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e",
    "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o", "ᴘ": "p", "ꜱ": "s", "ᴛ": "t",
    "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z", "ɐ": "a", "ɔ": "c", "ǝ": "e", "ə": "e", "ɯ": "m", "ɹ": "r",
    "ʇ": "t", "ʌ": "v", "ʍ": "w", "ʎ": "y", "ɥ": "h", "ʞ": "k", "ƒ": "f", "ŋ": "n", "ƙ": "k", "ƅ": "b",
    "©": "c", "®": "r", "€": "e", "£": "l", "¥": "y", "¢": "c", "§": "s", "×": "x", "¡": "i", "†": "t",
    "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "ʼ": "'", "ʹ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "•": ".", "·": ".", "∙": ".", "…": ".",
    "\t": " ", "\v": " ", "\f": " ", "\r": " ", "\n": " \n ", "\u2028": " \n ", "\u2029": " \n ", "\x85": " \n ",
}  # fmt: skip
_DROPPED = {"Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn", "Sk"}
_MAX_PARTS = 8


def _boxed(char: str) -> str | None:
    """Return the letter of a flag, a squared or a circled letter."""
    code = ord(char)
    for first in (0x1F1E6, 0x1F130, 0x1F150, 0x1F170):
        if first <= code < first + 26:
            return chr(97 + code - first)
    return None


def _fold_char(char: str) -> str:
    if (known := _LOOKALIKES.get(char)) is not None:
        return known
    if (letter := _boxed(char)) is not None:
        return letter
    if unicodedata.category(char) in _DROPPED:
        return ""
    parts = unicodedata.normalize("NFKD", char)[:_MAX_PARTS].lower()
    kept = "".join(
        _LOOKALIKES.get(part, part) for part in parts if unicodedata.category(part) not in _DROPPED
    )
    if unicodedata.category(char)[0] in "SE":
        return f" {kept} "
    return " " if kept.isspace() else kept


class _Table(dict[int, str]):
    """A translation table that works a character out when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code).lower()[:1]) if code > 127 else _fold_ascii(chr(code))
        return folded


def _fold_ascii(char: str) -> str:
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    return char.lower() if char.isprintable() else ""


_TABLE = _Table()


def fold(text: str) -> str:
    """Fold a text: lower case, plain letters, line breaks as a word of their own."""
    return text.translate(_TABLE)


def places(text: str) -> list[int]:
    """Return, for each character of `fold(text)` and its end, the place in `text` it came from."""
    found: list[int] = []
    for place, char in enumerate(text):
        found.extend([place] * len(_TABLE[ord(char)]))
    found.append(len(text))
    return found
