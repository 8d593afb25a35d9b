"""Words written without their vowels: `gblk`, `bngst`, `njng`.

Ordinary words are shortened too. A spelling that ordinary words share proves nothing alone; it is handed on as a guess
(tag `maybe`), which rules take up only beside "kamu", "dasar" and the like.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from digitroops.engines.footprint.lexicon import Entry

Shared = tuple[frozenset[str], frozenset[str]]
NOTHING_SHARED: Shared = (frozenset(), frozenset())
_RUNS = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou@4310*]")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ny|lh|kn|n|l|m|k)\Z")
_MAYBE = frozenset(("maybe",))
_SHORTEST = 3


class Skeletons:
    """Finds the listed word behind its consonants; built once.

    `shared` holds the spellings that ordinary words have in common with listed ones: those met, and those met often.
    """

    def __init__(self, entries: Iterable[Entry], shared: Shared) -> None:
        self._shared, self._shared_often = shared
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._guesses: dict[str, Entry] = {}
        for entry in entries:
            self._index(entry)
        for found in self._entries.values():
            found.sort(key=lambda entry: "frequent" not in entry.tags)

    def _index(self, entry: Entry) -> None:
        keys = set()
        for word in {entry.word, _RUNS.sub(r"\1", entry.word)}:
            bare = _VOWELS.sub("", word[1:])
            keys |= {word[0] + bare, bare if word[0] in "aeiou" else word[0] + bare}
        for key in keys:
            if len(key) > 1:
                self._entries[key].append(entry)

    def read(self, token: str) -> Entry | None:
        """Return the word whose vowels a token leaves out, or a guess."""
        bare = _VOWELS.sub("", token[1:])
        left = len(token) - 1 - len(bare)
        if len(token) < 2 or (left and left > max(1, len(bare) // 3)):
            return None
        token = _RUNS.sub(r"\1\1", token)
        squeezed = _RUNS.sub(r"\1", token)
        doubtful: Entry | None = None
        for key in dict.fromkeys((token, squeezed, token[0] + bare, _VOWELS.sub("", token))):
            for entry in self._entries.get(key, ()):
                if len(key) < len(entry.word) and _is_subsequence(key, entry.word):
                    if self._certain(entry, {key, squeezed, token}, hidden=not left):
                        return entry
                    doubtful = doubtful or entry
        if left:
            return None
        return self._guess(doubtful) if doubtful is not None else self._inflected(squeezed)

    def _inflected(self, token: str) -> Entry | None:
        stem = _ENDING.sub("", token)
        for entry in self._entries.get(stem, ()) if stem != token else ():
            if "frequent" in entry.tags and self._certain(entry, {stem}, hidden=True):
                return entry
        return None

    def _certain(self, entry: Entry, keys: set[str], *, hidden: bool) -> bool:
        """Tell whether a spelling stands for this word more likely than for an ordinary one."""
        if min(map(len, keys)) < _SHORTEST:
            return False
        usual = hidden and (entry.severity > 1 or "frequent" in entry.tags)
        return not keys & (self._shared_often if usual else self._shared)

    def _guess(self, entry: Entry) -> Entry:
        return self._guesses.setdefault(entry.word, replace(entry, tags=_MAYBE))


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
