"""Wrong spelling: the listed word behind a token with other letters of the same sound, two letters swapped, or one
left out; and the words behind a token in which they were written together.

Only tokens that are no ordinary word come here, so what counts is that two listed words are never mixed up.
"""

import re
from collections.abc import Callable, Iterable

from digitroops.engines.footprint.lexicon import Entry

_LETTERS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sy", "s"), ("ck", "k"), ("kh", "k"), ("q", "k"), ("x", "ks"), ("z", "s"),
    ("v", "f"), ("ph", "f"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("eu", "e"), ("ie", "e"), ("w", "u"),
)  # fmt: skip
_Y = re.compile(r"(?<=[^aeiounk])y(?=[aeiou])")
_TWICE = re.compile(r"(.)\1+")
_LAST = {"g": "k", "d": "t", "b": "p", "y": "i"}
_SHORTEST_SOUND, _SHORTEST_SWAP, _SHORTEST_CUT = 5, 4, 7
_SHORTEST_JOINED, _LONGEST_JOINED, _MOST_WORDS = 6, 60, 6
_SHORTEST_WORD = 3
_SMALL = frozenset(("i", "a", "di", "ke", "si", "lu", "lo", "yg", "we", "is", "to", "u", "ku", "mu"))


def sound(word: str) -> str:
    """Return how a word sounds, so that `goebloq` and `goblok` are the same."""
    for letters, plain in _LETTERS:
        if letters in word:
            word = word.replace(letters, plain)
    word = _TWICE.sub(r"\1", _Y.sub("", word))
    word = word[:-1] if word.endswith(("gs", "ks")) else word
    return word[:-1] + _LAST.get(word[-1], word[-1])


class Spellings:
    """Looks tokens up by sound and by the slips of hasty or evasive typing; built once."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._sounds: dict[str, Entry] = {}
        self._swaps: dict[tuple[str, int, str], list[tuple[str, Entry]]] = {}
        self._cuts: dict[str, Entry] = {}
        for word, entry in entries:
            if len(word) >= _SHORTEST_SOUND and entry.language != "en":
                self._sounds.setdefault(sound(word), entry)
            foreign, core = entry.language == "en", "core" in entry.tags
            fits = len(word) >= _SHORTEST_SWAP if foreign else len(word) > _SHORTEST_SWAP + 1
            if fits and (foreign or core or entry.severity > 1):
                self._swaps.setdefault(_letters(word), []).append((word, entry))
            if len(word) >= _SHORTEST_CUT - foreign - core and (foreign or core or entry.severity > 1):
                for place in range(1 + (not foreign), len(word) - 1):
                    self._cuts.setdefault(word[:place] + word[place + 1 :], entry)

    def read(self, token: str) -> tuple[Entry, str] | None:
        """Return the listed word that a token was meant to be, and the slip."""
        size = len(token)
        if size >= _SHORTEST_SOUND:
            entry = self._sounds.get(sound(token))
            if entry is not None:
                return entry, "spelling"
        if size >= _SHORTEST_SWAP:
            for word, entry in self._swaps.get(_letters(token), ()):
                if _one_swap(token, word):
                    return entry, "swapped"
        if size >= _SHORTEST_CUT - 2:
            entry = self._cuts.get(token)
            if entry is not None:
                return entry, "cut"
        return None


def _letters(word: str) -> tuple[str, int, str]:
    return word[0], len(word), "".join(sorted(word))


def _one_swap(token: str, word: str) -> bool:
    """Tell whether two neighbouring letters were swapped, and nothing else."""
    places = [place for place, (one, other) in enumerate(zip(token, word, strict=True)) if one != other]
    return len(places) == 2 and places[1] == places[0] + 1


def taken_apart(token: str, known: Callable[[str], bool]) -> list[str] | None:
    """Return the words written together in a token (`dasargoblok`), as few as possible; `known` tells words."""
    size = len(token)
    if not _SHORTEST_JOINED <= size <= _LONGEST_JOINED:
        return None
    best: list[list[str] | None] = [[], *([None] * size)]
    for end in range(1, size + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            piece = token[start:end]
            if before is None or len(before) >= _MOST_WORDS or not _may_stand(piece, known):
                continue
            kept = best[end]
            if kept is None or len(before) + 1 < len(kept):
                best[end] = [*before, piece]
    found = best[size]
    return found if found is not None and len(found) > 1 else None


def _may_stand(piece: str, known: Callable[[str], bool]) -> bool:
    return piece in _SMALL or (len(piece) >= _SHORTEST_WORD and known(piece))
