"""Undoing disguises: `b4b1`, `k*ntol`, `annnjing`, `k.o.n.t.o.l`, `kntl`, `gobloknya`.

A token that is an ordinary word is never touched. What is left is compared with the words worth
disguising (those with a severity of their own), from the surest reading to the least sure.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from ahocorasick_rs import AhoCorasick

from digitroops.engines.footprint.lexicon import BareSpelling, Entry, Lexicon
from digitroops.engines.footprint.skeletons import GUESSES, Skeletons, bare
from digitroops.engines.footprint.spelling import Spellings, taken_apart

_LEET = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "tj", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "il", "(": "c", "+": "t", "?": "",
}  # fmt: skip
_LEET_CHARS = frozenset(_LEET)
_MASKS = frozenset("*#_%~^@$&=?+.-'x")
_SEPARATORS = re.compile(r"[^\w@$!|(+]|_")
_RUNS = re.compile(r"(.)\1+")
_MARKS = re.compile(r"[^\w]+")
_PREFIX_ROW = "di ke se ter ber be nge ng me ku kau per pe ka sa pang dak"
_SUFFIX_ROW = (
    "nya lah kah ku mu pun an in kan i na e ne annya kannya inlah lu lo ya deh banget bgt"
    " keun eun ana ake ono en lahh nih kau loe x z ny nye sia kowe koe oy"
)
_NASAL_ROW = (
    "memper: mem: mem:p men: men:t meng: meng:k menge: meny:s pem: pem:p pen:t peng: peng:k"
    " peny:s ng:k ny:s m:p n:t"
)
_ENGLISH = ("s", "es", "ed", "er", "ers", "ing", "in", "y", "z", "ass", "able")
_PREFIXES, _SUFFIXES = frozenset(_PREFIX_ROW.split()), frozenset(_SUFFIX_ROW.split())
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_NASAL = [(prefix, first) for prefix, _, first in (pair.partition(":") for pair in _NASAL_ROW.split())]
_INITIALS = frozenset(item[0] for item in (*_PREFIXES, *(prefix for prefix, _ in _NASAL)))
_ENDINGS = frozenset(("nya", "lah", "kah", "pun", "kan", "ku", "mu", "an", "in"))
_SHORTEST_AFFIXED = 4
_COARSE = frozenset(("abuse", "animal", "slur", "sexual"))
# Words of these kinds are worth hiding: they are looked for behind spellings without vowels.
HIDDEN = _COARSE | {"frequent"}
_GUESSES = frozenset(GUESSES)
_HARSH = frozenset(("emote", "group", "negattr", "dehum"))
_HATEFUL = frozenset(("emote", "group", "negattr", "dehum", "harm", "expel"))
_TELLING = frozenset(
    (
        "abuse",
        "animal",
        "slur",
        "camp",
        "smear",
        "emote",
        "harm",
        "expel",
        "lower",
        "group",
        "weakgroup",
        "target",
        "dehum",
        "negattr",
    )
)
# Undoing masks and leet is slow: a text made of nothing else is read plainly after this many tokens.
MOST_UNDONE = 60
_MOST_JOINED = 3
_LONGEST_MASKED = 16
# What joins initials (`J.R.`, `Q&A`) hides nothing.
_JOINING, _INITIALS_MOST = frozenset(".&+-'="), 2
_SHORT_MASKED = 4
_FEW_KINDS, _LONGEST_GUESSED = 2, 10
_DIGITS = re.compile(r"[0-9]{4,12}\Z")
_SHORT_STEMS = ("asu", "tai", "tae")
_LONGEST = 40
_MOST_KINDS = 5


class Disguises:
    """Finds the listed word behind a token, with the name of the disguise; built once from the lists."""

    def __init__(
        self, lexicon: Lexicon, ordinary: frozenset[str], counted: Iterable[BareSpelling] = ()
    ) -> None:
        self.spent = 0
        self._words = lexicon.words
        self._plain = lexicon.plain
        self._ordinary = ordinary
        self._squeezed: dict[str, Entry] = {}
        self._shapes: dict[tuple[str, int], list[Entry]] = defaultdict(list)
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        listed = [entry for entry in lexicon.words.values() if entry.severity and len(entry.word) > 2]
        for entry in listed:
            self._squeezed.setdefault(_RUNS.sub(r"\1", entry.word), entry)
            self._shapes[entry.word[0], len(entry.word)].append(entry)
            self._by_first[entry.word[0]].append(entry)
        hidden = (entry for entry in listed if worth_hiding(entry))
        self._skeletons = Skeletons(hidden, counted, ordinary)
        self._spellings = Spellings(self._worth_disguising(lexicon))
        self._starts = frozenset(_starts(lexicon.words))
        telling = [word for word, entry in lexicon.words.items() if len(word) > 3 and _TELLING & entry.tags]
        telling += [word for word, plain in lexicon.plain.items() if len(word) > 3 and plain in lexicon.words]
        self._signs = AhoCorasick(telling)

    def reads_amid(self, *, others: bool) -> None:
        """Say whether the text that is read next leaves its vowels out everywhere."""
        self._skeletons.amid = others

    def _worth_disguising(self, lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
        for word, entry in lexicon.words.items():
            if (
                (entry.severity and _COARSE & entry.tags)
                or (entry.language == "en" and _HATEFUL & entry.tags)
                or "core" in entry.tags
            ):
                yield word, entry
        for word, plain in lexicon.plain.items():
            meant = lexicon.words.get(plain)
            if meant is not None and meant.severity > 1 and _COARSE & meant.tags:
                yield word, meant

    def read(self, token: str) -> tuple[Entry, str] | None:
        """Return the listed word that `token` is, affixed or disguised, and how it was found."""
        entry = self._words.get(token)
        if entry is not None and not self._doubted(token, entry):
            meant = self._skeletons.listed(entry)
            return (entry, "") if meant is entry else (meant, "vowels")
        if entry is not None and _GUESSES & entry.tags:
            return None
        if token in self._plain or token in self._ordinary or len(token) > _LONGEST:
            return None
        entry = self.affixed(token)
        if entry is not None:
            return entry, "affix"
        return None if self._ends_ordinarily(token) else self._undo(token)

    def _ends_ordinarily(self, token: str) -> bool:
        """Tell whether a token is an ordinary word with an Indonesian ending: `pembinaanmu`, `naiknya`."""
        for size in (3, 2) if len(token) > _SHORTEST_AFFIXED + 1 else ():
            if token[-size:] in _ENDINGS and token[:-size] in self._ordinary:
                return len(token) - size >= _SHORTEST_AFFIXED
        return False

    def _doubted(self, token: str, entry: Entry) -> bool:
        """Tell whether a listed spelling without vowels means nothing in a text that leaves them out everywhere."""
        guessed = entry.severity or _GUESSES & entry.tags
        return bool(self._skeletons.amid and guessed and self._skeletons.doubt(token))

    def affixed(self, token: str) -> Entry | None:
        """Return the listed word inside an Indonesian, Javanese, Sundanese or English inflection."""
        size = len(token)
        if size <= _SHORTEST_AFFIXED:
            return None
        starts = self._starts
        if not (
            token[:4] in starts
            or token[2:6] in starts
            or token[3:7] in starts
            or token[4:8] in starts
            or token[6:10] in starts
            or token[:3] in _SHORT_STEMS
            or token[2:5] in _SHORT_STEMS
            or token[3:6] in _SHORT_STEMS
        ):
            return None
        for suffix in _ENGLISH:
            if token.endswith(suffix):
                entry = self._words.get(token[: size - len(suffix)])
                if entry is not None and entry.language == "en" and entry.severity and len(entry.word) > 3:
                    return entry
        for length in range(min(_LONGEST_SUFFIX, size - _SHORTEST_AFFIXED + 1) + 1):
            if length and token[size - length :] not in _SUFFIXES:
                continue
            stem = token[: size - length]
            entry = self._inflectable(stem) if length else None
            if entry is None and stem not in self._ordinary:
                entry = self._unprefixed(stem)
            if entry is not None:
                return entry
        return None

    def _inflectable(self, stem: str) -> Entry | None:
        entry = self._words.get(stem)
        if entry is None or entry.language == "en":
            return None
        return entry if len(stem) > 4 or (entry.severity and len(stem) > 3) or stem in _SHORT_STEMS else None

    def _unprefixed(self, stem: str) -> Entry | None:
        if stem[0] not in _INITIALS:
            return None
        for length in range(2, min(4, len(stem) - _SHORTEST_AFFIXED) + 1):
            if stem[:length] in _PREFIXES:
                entry = self._inflectable(stem[length:])
                if entry is not None:
                    return entry
        for prefix, first in _NASAL:
            if stem.startswith(prefix) and len(stem) - len(prefix) >= _SHORTEST_AFFIXED - 1:
                entry = self._inflectable(first + stem[len(prefix) :])
                if entry is not None and len(entry.word) >= _SHORTEST_AFFIXED + (len(prefix) == 1):
                    return entry
        return None

    def _undo(self, token: str) -> tuple[Entry, str] | None:
        if not token.isalpha():
            self.spent += 1
            return self._unmarked(token) if self.spent <= MOST_UNDONE else None
        if self._skeletons.amid and bare(token) == token:
            entry = self._skeletons.read(token)
            return (entry, "vowels") if entry is not None else None
        entry = self._unrepeat(token)
        if entry is not None:
            return entry, "repeat"
        if _RUNS.sub(r"\1", token) in self._ordinary:
            return None
        found = self._spellings.read(token)
        if found is None and (entry := self._skeletons.read(token)) is not None:
            found = entry, "vowels"
        return found

    def _unmarked(self, token: str) -> tuple[Entry, str] | None:
        for name, step in (("leet", self._unleet), ("mask", self._unmask), ("joined", self._joined)):
            entry = step(token)
            if entry is not None:
                return entry, name
        return None

    def together(self, token: str, *, loose: bool) -> list[str] | None:
        """Return the words that were written together in a token, if they tell something.

        `loose` (a hashtag) asks for one telling word; else one must be coarse, or two must bear on each other.
        """
        if not self._signs.find_matches_as_indexes(token) or self._ends_ordinarily(token):
            return None
        found = taken_apart(token, self._known)
        if found is None:
            return None
        tags = [self._tags(word) for word in found]
        telling = sum(bool(_TELLING & given) for given in tags)
        if loose:
            return found if telling else None
        coarse = any(_COARSE & given and len(word) > 4 for word, given in zip(found, tags, strict=True))
        bearing = telling > 1 or (telling and any("direct" in given or "me" in given for given in tags))
        return found if len(found) <= _MOST_JOINED and (coarse or bearing) else None

    def _tags(self, word: str) -> frozenset[str]:
        entry = self._words.get(self._plain.get(word, word))
        return entry.tags if entry is not None else frozenset()

    def _known(self, word: str) -> bool:
        return word in self._words or word in self._ordinary or word in self._plain

    def digits(self, token: str) -> Entry | None:
        """Return the coarse word spelled in digits only (`8481`)."""
        if not _DIGITS.match(token):
            return None
        kinds = sorted(set(token))
        if len(kinds) > _MOST_KINDS or not _LEET_CHARS.issuperset(kinds):
            return None
        for letters in product(*("g" if kind == "6" else _LEET[kind] for kind in kinds)):
            spelled = _swapped(token, kinds, letters)
            entry = self._words.get(spelled)
            if entry is not None and "frequent" in entry.tags:
                return entry
        return None

    def ordinary(self, token: str) -> tuple[str, str] | None:
        """Return the ordinary word behind a token, and how it is spelled: without vowels, or with digits (`d3ath`)."""
        if read := self._skeletons.ordinary(token):
            return read, "vowels"
        unnumbered = self._unnumbered(token)
        return (unnumbered, "leet") if unnumbered is not None else None

    def _unnumbered(self, token: str) -> str | None:
        """Return the ordinary word of four letters and more spelled with digits in between."""
        if (
            token.isalpha()
            or len(token) < _SHORTEST_AFFIXED
            or not token[0].isalpha()
            or not token[-1].isalpha()
        ):
            return None
        kinds = sorted(_LEET_CHARS.intersection(token))
        for letters in product(*(_LEET[kind] for kind in kinds)) if 0 < len(kinds) <= _FEW_KINDS else ():
            spelled = _swapped(token, kinds, letters)
            if spelled in self._ordinary:
                return spelled
        return None

    def _strong(self, word: str) -> Entry | None:
        """Look a plain reading up among the words worth disguising, also repeated or affixed."""
        entry = self._words.get(self._plain.get(word, word))
        if entry is None and word not in self._ordinary and word not in self._plain:
            entry = self.affixed(word) or self._unrepeat(word)
        return (
            entry if entry is not None and len(word) > 2 and (entry.severity or _HARSH & entry.tags) else None
        )

    def _unleet(self, token: str) -> Entry | None:
        kinds = sorted(_LEET_CHARS.intersection(token))
        if not kinds or len(kinds) > _MOST_KINDS or not any(char.isalpha() for char in token):
            return None
        innocent = False
        for letters in product(*(_LEET[kind] or ("",) for kind in kinds)):
            spelled = _swapped(token, kinds, letters)
            entry = self._strong(spelled)
            if entry is not None and (not innocent or "frequent" in entry.tags):
                return entry
            innocent = innocent or spelled in self._ordinary or spelled in self._plain
        few = not innocent and len(kinds) <= _FEW_KINDS and len(token) <= _LONGEST_GUESSED
        for letters in product(*(_LEET[kind] or ("",) for kind in kinds)) if few else ():
            spelled = _swapped(token, kinds, letters)
            if spelled.isalpha() and spelled not in self._ordinary and spelled not in self._plain:
                entry = self._skeletons.read(spelled)
                if entry is not None and "frequent" in entry.tags:
                    return entry
        stripped = token.rstrip("0123456789!")
        return self._strong(stripped) if stripped != token and not innocent else None

    def _joined(self, token: str) -> Entry | None:
        pieces = [piece for piece in _SEPARATORS.split(token) if piece]
        if len(pieces) < 2 or all(piece in self._ordinary for piece in pieces):
            return None
        whole = "".join(pieces)
        return self._strong(whole) or self._unleet(whole)

    def _unmask(self, token: str) -> Entry | None:
        marked = [char for char in token if not char.isalnum()]
        letters = len(token) - len(marked)
        if not marked or letters < 1 or not token[0].isalpha() or not _MASKS.issuperset(marked):
            return None
        if len(token) > _LONGEST_MASKED or (letters <= _INITIALS_MOST and _JOINING.issuperset(marked)):
            return None
        if 2 * letters >= len(token):
            entry = self._of_shape(token, marked)
            if entry is not None:
                return entry
        if letters > 2 and len(marked) > 1:
            loose = re.compile(_MARKS.sub(r"\\w+", token) + r"\Z")
            for entry in self._by_first.get(token[0], ()):
                if loose.match(entry.word):
                    return entry
        return self._guess_vowels(token, marked)

    def _of_shape(self, token: str, marked: list[str]) -> Entry | None:
        """Return the word of the same length with the same open letters, one met often before others."""
        seen = [(place, char) for place, char in enumerate(token) if char.isalnum()]
        fits = [
            entry
            for entry in self._shapes.get((token[0], len(token)), ())
            if all(entry.word[place] == char for place, char in seen)
        ]
        for entry in sorted(fits, key=_rarely_met):
            if len(token) > _SHORT_MASKED or not _rarely_met(entry) or not self._innocently(token, marked):
                return entry
        return None

    def _innocently(self, token: str, marked: list[str]) -> bool:
        """Tell whether an ordinary word fits a mask of one vowel."""
        if len(marked) != 1:
            return False
        filled = (token.replace(marked[0], vowel) for vowel in "aiueo")
        return any(word in self._ordinary or word in self._plain for word in filled)

    def _guess_vowels(self, token: str, marked: list[str]) -> Entry | None:
        """Put vowels where one or two letters are hidden: reaches inflected words too."""
        if len(marked) > 2 or len(token) < _SHORTEST_AFFIXED or any(char.isdigit() for char in token):
            return None
        innocent = self._innocently(token, marked)
        for vowels in product("aiueo", repeat=len(marked)):
            fill = iter(vowels)
            filled = "".join(char if char.isalnum() else next(fill) for char in token)
            entry = self._strong(filled)
            if entry is not None and (not innocent or entry.word == filled):
                return entry
        return None

    def _unrepeat(self, token: str) -> Entry | None:
        squeezed = _RUNS.sub(r"\1", token)
        if squeezed == token:
            return None
        doubled = _RUNS.sub(lambda run: run.group(1) * 2, token)
        if doubled != token and doubled in self._words:
            return self._words[doubled]
        if squeezed in self._ordinary or squeezed in self._plain:
            return self._words.get(squeezed)
        return self._squeezed.get(squeezed) or self.affixed(squeezed)


def worth_hiding(entry: Entry) -> bool:
    """Tell whether an entry is looked for behind spellings without vowels; of English words only those met most."""
    wanted = HIDDEN if entry.language != "en" else {"frequent"}
    return bool(entry.severity and wanted & entry.tags)


def _rarely_met(entry: Entry) -> bool:
    return "frequent" not in entry.tags


def _starts(words: Iterable[str]) -> Iterator[str]:
    """Yield how stems begin, also behind a prefix that swallows their first letter."""
    for word in words:
        yield word[:4]
        if word[0] in "kspt":
            yield word[1:5]
            yield word[1:4]


def _swapped(token: str, kinds: Sequence[str], letters: Sequence[str]) -> str:
    for kind, letter in zip(kinds, letters, strict=True):
        token = token.replace(kind, letter)
    return token
