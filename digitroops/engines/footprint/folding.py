"""Folding: what a reader sees, spelled in plain lower-case letters.

Look-alike letters (Cyrillic, Greek, mathematical, circled, full width, flags), accents, zalgo and
invisible characters fold to what they stand for. Each character folds on its own, so that a place in
the folded text can be traced back to the text given.
"""

import unicodedata

_ALIKE = {
    "a": "аӓαɑᴀɐ",
    "e": "еёєεᴇǝə€",
    "o": "оөοσøᴏ",
    "p": "рρþᴘ",
    "c": "сᴄɔ©¢",
    "y": "уүγʏʎ¥",
    "x": "хχ×𐊗",
    "i": "іїιıɩɪ¡",
    "j": "јᴊ",
    "s": "ѕςꜱ§",
    "h": "һнħʜɥ",
    "d": "ԁδđðᴅ",
    "q": "ԛ",
    "w": "ԝωᴡʍ",
    "k": "кκᴋʞƙ",
    "m": "мᴍɯ",
    "t": "тτŧᴛʇ†",
    "b": "вьбβʙƅ",
    "r": "гʀɹ®я",
    "n": "ипηπɴŋ",
    "v": "ѵνᴠʌ",
    "l": "ӏλłʟ£",
    "3": "з",
    "u": "μυᴜ",
    "0": "θ",
    "ae": "æ",
    "oe": "œ",
    "ss": "ß",
    "g": "ɡɢ",
    "f": "ꜰƒ",
    "z": "ᴢ",
    "'": "‘’‚`´ʼʹ",
    '"': "“”„«»",
    "-": "‐‑‒–—―−",
    ".": "•·∙…",
}
_DIGITS = {
    chr(first + step): str(step + 1) for first in (0x2776, 0x2780, 0x278A, 0x24F5) for step in range(9)
} | dict.fromkeys("\u24ea\u24ff\U0001f10b\U0001f10c", "0")
_FILLERS = dict.fromkeys("\u115f\u1160\u119e\u11a2\u3164\uffa0\u2800", "")
_SPACES = {"\t": " ", "\v": " ", "\f": " ", "\r": " "} | dict.fromkeys("\n\u2028\u2029\x85", " \n ")
_LOOKALIKES = {char: plain for plain, chars in _ALIKE.items() for char in chars}
_LOOKALIKES |= _SPACES | _DIGITS | _FILLERS
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
