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
_BEGINNING = re.compile(r"\A(?:mm|mng|mny|mn|png|pn|pm|ng|tr|br|sb|d|s|k|m)(?=[a-z]{4})")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ny|lh|kn|nlh|n|l|m|k|h)\Z")
_MAYBE = frozenset(("maybe",))
_SHORTEST = 3
_SHORT_WORD = 5
_OPEN = frozenset("aeiou")


class Skeletons:
    """Finds the listed word behind its consonants; built once.

    `shared` holds the spellings that stand for an ordinary word more often than for a listed one, and far more often.
    """

    def __init__(self, entries: Iterable[Entry], shared: Shared, ordinary: Iterable[str] = ()) -> None:
        self._shared, self._hopeless = shared
        self._innocent = frozenset(
            word[0] + _VOWELS.sub("", word[1:]) for word in ordinary if len(word) > _SHORT_WORD
        )
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._guesses: dict[str, Entry] = {}
        for entry in entries:
            self._index(entry)
        for found in self._entries.values():
            found.sort(key=lambda entry: "frequent" not in entry.tags)

    def _index(self, entry: Entry) -> None:
        keys: set[str] = set()
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
        if token in self._hopeless:
            return None
        token = _RUNS.sub(r"\1\1", token)
        squeezed = _RUNS.sub(r"\1", token)
        doubtful: Entry | None = None
        for key in dict.fromkeys((token, squeezed, token[0] + bare, _VOWELS.sub("", token))):
            for entry in self._entries.get(key, ()):
                if len(key) < len(entry.word) and _is_subsequence(key, entry.word):
                    if token[0] in _OPEN and token[0] != entry.word[0]:
                        continue
                    if left and (token[0] != entry.word[0] or not _is_subsequence(squeezed, entry.word)):
                        continue
                    if self._certain({key, squeezed, token}):
                        return entry
                    doubtful = doubtful or entry
        if left:
            return None
        return self._guess(doubtful) if doubtful is not None else self._inflected(squeezed)

    def _inflected(self, token: str) -> Entry | None:
        """Return the word behind what is left of an inflected one: `trgblk`, `anjngny`."""
        if token in self._innocent:
            return None
        bare_end = _ENDING.sub("", token)
        for stem in dict.fromkeys((bare_end, _BEGINNING.sub("", token), _BEGINNING.sub("", bare_end))):
            for entry in self._entries.get(stem, ()) if stem != token else ():
                if entry.severity > 1 and len(stem) > _SHORTEST and self._certain({stem, token}):
                    return entry
                if stem == bare_end and "frequent" in entry.tags and self._certain({stem, token}):
                    return entry
        return None

    def _certain(self, keys: set[str]) -> bool:
        """Tell whether a spelling stands for the listed word more likely than for an ordinary one."""
        return min(map(len, keys)) >= _SHORTEST and not keys & self._shared and not keys & self._hopeless

    def _guess(self, entry: Entry) -> Entry:
        return self._guesses.setdefault(entry.word, replace(entry, tags=_MAYBE))


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
