"""Words written without their vowels: `gblk`, `bngst`, `njng`.

Ordinary words are shortened too. How often a spelling stands for an ordinary word was counted: one that ordinary words
share is handed on as a guess (tag `maybe`), which rules take up only beside "kamu", "dasar" and the like, and one that
is nearly always ordinary is read as that word. A coarse word that is met rarely yields to any ordinary word of the
same consonants, and a single letter (`t`) counts only right beside such words. A text that leaves its vowels out
everywhere is judged more strictly, because every ordinary word may then look like a coarse one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from digitroops.engines.footprint.lexicon import BareSpelling, Entry

_RUNS = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou@4310*]")
_BEGINNINGS = ("mm", "mng", "mny", "mn", "png", "pn", "pm", "ng", "tr", "br", "sb", "d", "s", "k", "m")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:nny|ny|lh|kn|nlh|n|l|m|k|h)\Z")
GUESSES = ("likely", "maybe", "perhaps", "letter")
_LIKELY, _MAYBE, _PERHAPS, _LETTER = (frozenset((guess,)) for guess in GUESSES)
_SHORTEST = 3
_SHORT_WORD = 5
_OPEN = frozenset("aeiou")
# Odds of an ordinary word against a coarse one: up to the first it is read as coarse, up to the second it is a guess.
_ALONE, _AMID = (40.0, 160.0), (1.5, 6.0)


class Skeletons:
    """Finds the listed word behind its consonants; built once.

    `amid` is set while a text is read that leaves its vowels out everywhere.
    """

    def __init__(
        self, entries: Iterable[Entry], counted: Iterable[BareSpelling] = (), ordinary: Iterable[str] = ()
    ) -> None:
        self.amid = False
        self._counted = {row.key: row for row in counted}
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._guesses: dict[str, Entry] = {}
        listed = list(entries)
        coarse = {entry.word for entry in listed}
        self._innocent = frozenset(
            bare(word) for word in ordinary if len(word) > _SHORTEST and word not in coarse
        )
        frequent = [entry.word for entry in listed if "frequent" in entry.tags]
        inside = AhoCorasick([word for word in frequent if len(word) > _SHORTEST])
        self._often = {entry.word for entry in listed if inside.find_matches_as_indexes(entry.word)}
        self._often.update(frequent)
        for entry in listed:
            self._index(entry)
        for found in self._entries.values():
            found.sort(key=lambda entry: "frequent" not in entry.tags)

    def _index(self, entry: Entry) -> None:
        keys: set[str] = set()
        for word in {entry.word, _RUNS.sub(r"\1", entry.word)}:
            keys |= {bare(word), _VOWELS.sub("", word) if word[0] in _OPEN else bare(word)}
        for key in keys - {entry.word}:
            if len(entry.word) > _SHORTEST or "frequent" in entry.tags:
                self._entries[key].append(entry)

    def read(self, token: str) -> Entry | None:
        """Return the word whose vowels a token leaves out, or a guess."""
        consonants = _VOWELS.sub("", token[1:])
        left = len(token) - 1 - len(consonants)
        if left and left > max(1, len(consonants) // 3):
            return None
        token = _RUNS.sub(r"\1\1", token)
        squeezed = _RUNS.sub(r"\1", token)
        doubtful: tuple[Entry, int] | None = None
        for key in dict.fromkeys((token, squeezed, token[0] + consonants, _VOWELS.sub("", token))):
            for entry in self._entries.get(key, ()):
                if len(key) < len(entry.word) and _is_subsequence(key, entry.word):
                    if token[0] in _OPEN and token[0] != entry.word[0]:
                        continue
                    if left and (token[0] != entry.word[0] or not _is_subsequence(squeezed, entry.word)):
                        continue
                    shared = self._shared(entry, key, token)
                    if not shared and self._certain({key, token}):
                        return entry
                    doubtful = doubtful or (entry, max(self.doubt(key), self.doubt(token), shared))
        if left:
            return None
        if doubtful is not None:
            return self._guess(*doubtful, token)
        return self._inflected(token) or (self._inflected(squeezed) if squeezed != token else None)

    def ordinary(self, token: str) -> str:
        """Return the ordinary word that a token without vowels stands for, or nothing."""
        row = self._counted.get(token)
        return row.word if row is not None and (len(token) >= _SHORTEST or self.amid) else ""

    def doubt(self, token: str) -> int:
        """Return 0 where a spelling stands for its coarse word, 1 where that is a guess, 2 where it does not."""
        row = self._counted.get(token)
        if row is None:
            return 0
        odds, (certain, guessed) = (row.amid, _AMID) if self.amid else (row.alone, _ALONE)
        return (odds > certain) + (odds > guessed)

    def _inflected(self, token: str) -> Entry | None:
        """Return the word behind what is left of an inflected one: `trgblk`, `anjngny`."""
        if token in self._innocent:
            return None
        bare_end = _ENDING.sub("", token)
        stems = dict.fromkeys((bare_end, *_stems(token), *_stems(bare_end)))
        innocent = not self._innocent.isdisjoint(stems)
        for stem in stems:
            for entry in self._entries.get(stem, ()) if stem != token else ():
                if innocent and entry.word not in self._often:
                    continue
                if entry.severity > 1 and len(stem) > _SHORTEST and self._certain({stem, token}):
                    return entry
                if "frequent" in entry.tags and self._certain({stem, token}):
                    return entry
        return None

    def _certain(self, keys: set[str]) -> bool:
        """Tell whether a spelling stands for the listed word more likely than for an ordinary one."""
        return min(map(len, keys)) >= _SHORTEST and not any(self.doubt(key) for key in keys)

    def _guess(self, entry: Entry, doubt: int, token: str) -> Entry | None:
        """Return a guess; where ordinary words are far likelier only one of a word met often, which rules take last."""
        if self.amid and (doubt > 1 or len(token) < _SHORTEST):
            return None
        frequent = "frequent" in entry.tags
        if len(token) == 1:
            meant = entry._replace(word=token, tags=_LETTER)
            return self._guesses.setdefault(token, meant) if frequent else None
        guess = (_LIKELY if frequent else _MAYBE, _MAYBE, _PERHAPS)[doubt]
        return self._guesses.setdefault(token, entry._replace(tags=guess))

    def _shared(self, entry: Entry, key: str, token: str) -> bool:
        """Tell whether a word met rarely is in doubt: an ordinary one looks the same, or too little of it is left."""
        if entry.word in self._often:
            return False
        if key in self._innocent or token in self._innocent:
            return True
        return len(token) <= _SHORTEST and (len(entry.word) > _SHORT_WORD or entry.severity < 2)

    def listed(self, entry: Entry) -> Entry:
        """Return the word met often that a listed spelling without vowels means, or the entry itself."""
        if not entry.severity or bare(entry.word) != entry.word:
            return entry
        found = self._entries.get(entry.word, ())
        return next((meant for meant in found if "frequent" in meant.tags), entry)


def bare(word: str) -> str:
    """Return a word without the vowels behind its first letter."""
    return word[0] + _VOWELS.sub("", word[1:])


def _stems(token: str) -> Iterator[str]:
    """Yield what may be left of a stem behind each beginning that an inflection writes: `sbrngsk`, `pmbdhn`."""
    for beginning in _BEGINNINGS:
        if token.startswith(beginning) and len(token) - len(beginning) >= _SHORTEST:
            yield token.removeprefix(beginning)


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
