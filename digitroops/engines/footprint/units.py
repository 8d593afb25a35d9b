"""Units: a text cut into words, numbers, marks and phrases, each with a one-character code for its tags.

The codes of a text form a string, and the rules are regular expressions over that string: a rule about
groups, verbs and distances costs as little as a search for a word. What a chunk between two spaces means
is worked out once and remembered, up to a bound.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from digitroops.engines.footprint.disguise import MOST_UNDONE, Disguises
from digitroops.engines.footprint.lexicon import BareSpelling, Entry, Lexicon
from digitroops.engines.footprint.skeletons import GUESSES

BREAK, QUOTE, LINK, MENTION, HASHTAG, NUMBER, WORD, UNKNOWN, COMMA = (
    "break", "quote", "link", "mention", "hashtag", "number", "word", "unknown", "comma",
)  # fmt: skip
_SPECIAL = (BREAK, QUOTE, LINK, MENTION, HASHTAG, NUMBER, WORD, UNKNOWN, COMMA)
_REMEMBERED = 120_000
_LONGEST_MASKED = 12
_FEW_VOWELS, _FEW_LETTERS = 0.25, 14
_LONGEST_CHUNK = 120
_SHORTEST_SPLIT, _LONGEST_HALF = 4, 9
_PIECES = re.compile(r"[\w*#@$%^&+'’=~]+(?:[-.!|(][\w*@$#]+)*[*]*|[.!?;:\n]+|[\"“”]|,|\S")
_LINKS = re.compile(
    r"(?:https?:|www\.|[\w.-]+\.(?:com|id|net|org|ly|me|co|info|xyz|site|online|vip|club|io|link|ee|gl|be|shop|store|app|page|bio)(?:/|$))"
)
_SPELLED = re.compile(r"(?<![^\s])\w(?:[ .*_\-]{1,2}\w){2,}(?![^\s.,!?])")
_SITE = frozenset(("gamesite",))
_SITES = re.compile(
    r"[a-z]{3,12}(?:88|777?|99|138|168|303|338|188|4d|(?:slot|toto|bet|hoki|gaming)\d{1,3})\Z"
)
_BELITTLING = frozenset(("slur", "camp", "smear", "negattr", "vile"))
_COARSE = frozenset(("abuse", "animal"))
_WORTH = frozenset(
    ("abuse", "animal", "slur", "camp", "smear", "emote", "harm", "group", "dehum", "negattr", "expel")
)
_FILLER = "\uf8fe"
_SPLIT = re.compile(r"[-.!|(/&+~=]+")


class Part(NamedTuple):
    """A piece of a chunk: its place in the chunk, plain word, code, list entry and disguise."""

    start: int
    end: int
    word: str
    code: str
    entry: Entry | None
    disguise: str


class Alphabet:
    """Gives each set of tags one character, and a regular expression class for each tag."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self._bits: dict[str, int] = {}
        self.masks: dict[str, int] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._counted = 0
        for tag in _SPECIAL:
            self.code(frozenset((tag,)))

    def code(self, tags: frozenset[str]) -> str:
        """Return the character of a set of tags."""
        known = self._codes.get(tags)
        if known is None:
            known = self._codes[tags] = chr(0xE000 + len(self._codes))
            self.masks[known] = sum(self.bit(tag) for tag in tags)
        return known

    def bit(self, tag: str) -> int:
        """Return the bit of a tag."""
        return self._bits.setdefault(tag, 1 << len(self._bits))

    def members(self, tags: str) -> str:
        """Return the characters of all sets holding one of the tags, `a|b`, as a regular expression's class."""
        if self._counted != len(self._codes):
            self._index()
        places = sorted(set().union(*(self._holding.get(tag, ()) for tag in tags.split("|"))))
        return "".join(_runs(places))

    def _index(self) -> None:
        self._counted = len(self._codes)
        self._holding.clear()
        for tags, code in self._codes.items():
            for tag in tags:
                self._holding[tag].append(ord(code))


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one text: parts, where the chunk of each begins, the string of codes, all tags as bits."""

    parts: list[Part]
    offsets: list[int]
    codes: str
    mask: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the places in the folded text that units `first` to `last` (not included) cover."""
        start = self.offsets[first] + self.parts[first].start
        return start, self.offsets[last - 1] + self.parts[last - 1].end


class Cutter:
    """Cuts folded texts into units; built once from the lists."""

    def __init__(
        self,
        lexicon: Lexicon,
        ordinary: frozenset[str],
        counted: Iterable[BareSpelling] = (),
    ) -> None:
        self.alphabet = Alphabet()
        self._lexicon = lexicon
        self._ordinary = ordinary
        self._disguises = Disguises(lexicon, ordinary, counted)
        self._seen: dict[str, tuple[Part, ...]] = {}
        self._seen_amid: dict[str, tuple[Part, ...]] = {}
        for entry in (*lexicon.words.values(), *lexicon.phrases.values()):
            self.alphabet.code(entry.tags)
        for guess in GUESSES:
            self.alphabet.code(frozenset((guess,)))
        self._special = {tag: self.alphabet.code(frozenset((tag,))) for tag in _SPECIAL}
        self._phrases = self._plain_phrases(lexicon.phrases.values())
        self._finder = AhoCorasick(
            [f" {entry.word.replace(' ', '  ')} " for entry in self._phrases],
            matchkind=MatchKind.LeftmostLongest,
        )

    def cut(self, folded: str) -> Units:
        """Cut a folded text."""
        if _SPELLED.search(folded):
            folded = _SPELLED.sub(_close_up, folded)
        parts: list[Part] = []
        offsets: list[int] = []
        amid = _leaves_vowels_out(folded)
        self._disguises.reads_amid(others=amid)
        seen, start = self._seen_amid if amid else self._seen, 0
        self._disguises.spent = 0
        for chunk in folded.split(" "):
            if chunk:
                known = seen.get(chunk)
                if known is None:
                    known = self._remember(chunk, seen)
                if len(known) == 1:
                    parts.append(known[0])
                    offsets.append(start)
                else:
                    parts += known
                    offsets += [start] * len(known)
            start += len(chunk) + 1
        if len(parts) > 1:
            self._close_gaps(parts, offsets)
        return self._join(parts, offsets)

    def _close_gaps(self, parts: list[Part], offsets: list[int]) -> None:
        """Put the halves of a listed word together (`an jing`) when a half is no word of its own."""
        unknown, words = self._special[UNKNOWN], self._lexicon.words
        places = [
            place for place, part in enumerate(parts) if part[3] == unknown and len(part[2]) <= _LONGEST_HALF
        ]
        for place in reversed(places):
            if place >= len(parts) or parts[place].code != unknown:
                continue
            for first, last in ((place - 1, place + 1), (place, place + 2), (place - 1, place + 2)):
                if first < 0 or last > len(parts):
                    continue
                halves = parts[first:last]
                entry = words.get("".join([part.word for part in halves]))
                if entry is not None and len(entry.word) >= _SHORTEST_SPLIT and _WORTH & entry.tags:
                    begin = offsets[first] + halves[0].start
                    end = offsets[last - 1] + halves[-1].end
                    parts[first:last] = [
                        Part(begin, end, entry.word, self.alphabet.code(entry.tags), entry, "split")
                    ]
                    offsets[first:last] = [0]
                    break

    def _plain_phrases(self, phrases: Iterable[Entry]) -> list[Entry]:
        """Spell the phrases plainly; those that then read the same are one, with the tags of all."""
        read = cache(self._read_chunk)
        merged: dict[str, Entry] = {}
        for phrase in phrases:
            entry = self._plainly(phrase, read)
            known = merged.setdefault(entry.word, entry)
            if known is not entry and (entry.tags - known.tags or entry.severity > known.severity):
                tags, severity = known.tags | entry.tags, max(known.severity, entry.severity)
                merged[entry.word] = known._replace(tags=tags, severity=severity)
                self.alphabet.code(tags)
        return list(merged.values())

    def _plainly(self, entry: Entry, read: Callable[[str], Sequence[Part]]) -> Entry:
        """Spell a phrase as a text's words are spelled once read; it is no milder than its words."""
        parts = [part for chunk in entry.word.split() for part in read(chunk)]
        severity, tags = entry.severity, entry.tags
        if severity:
            severity = max(severity, *(part.entry.severity for part in parts if part.entry), 0)
        if tags & _BELITTLING and any(part.entry and part.entry.tags & _COARSE for part in parts):
            tags |= {"abuse"}
            self.alphabet.code(tags)
        return entry._replace(word=" ".join([part.word for part in parts]), severity=severity, tags=tags)

    def _remember(self, chunk: str, seen: dict[str, tuple[Part, ...]]) -> tuple[Part, ...]:
        if len(seen) >= _REMEMBERED:
            seen.clear()
        known = tuple(self._read_chunk(chunk))
        if self._disguises.spent <= MOST_UNDONE:
            seen[chunk] = known
        return known

    def _read_chunk(self, chunk: str) -> list[Part]:
        if chunk.isalpha() and len(chunk) < _LONGEST_CHUNK:
            return self._read_word(chunk, 0)
        if chunk == "\n":
            return [Part(0, 1, "\n", self._special[BREAK], None, "")]
        if _LINKS.match(chunk):
            return [Part(0, len(chunk), "<link>", self._special[LINK], None, "")]
        parts: list[Part] = []
        for piece in _PIECES.finditer(chunk.rstrip(_FILLER)[:_LONGEST_CHUNK]):
            parts += self._read_piece(piece.group(), piece.start())
        if parts and chunk[-1] == _FILLER:
            if len(parts) == 1 and parts[0].code == self._special[UNKNOWN]:
                parts = (
                    self._read_together(self._disguises.together(parts[0].word, loose=True) or [], 0) or parts
                )
            parts[-1] = parts[-1]._replace(end=len(chunk), disguise="spelled")
        return parts

    def _read_piece(self, piece: str, start: int) -> list[Part]:
        end = start + len(piece)
        tagged = piece[0] in "@#" and len(piece) > 1 and piece[1].isalnum()
        if tagged and (len(piece) > _LONGEST_MASKED or self._disguises.read(piece) is None):
            return self._read_tagged(piece, start)
        if piece[0] == piece[-1] == "'" and len(piece) > _SHORTEST_SPLIT - 1:
            return [
                Part(start, start + 1, '"', self._special[QUOTE], None, ""),
                *self._read_word(piece[1:-1], start + 1),
                Part(end - 1, end, '"', self._special[QUOTE], None, ""),
            ]
        if piece.isdigit():
            return [self._read_number(piece, start)]
        if any(char.isalnum() for char in piece):
            return self._read_word(piece, start)
        return self._read_mark(piece, start)

    def _read_number(self, piece: str, start: int) -> Part:
        end, entry = start + len(piece), self._disguises.digits(piece)
        if entry is not None:
            return Part(start, end, entry.word, self.alphabet.code(entry.tags), entry, "leet")
        return Part(start, end, piece, self._special[NUMBER], None, "")

    def _read_mark(self, piece: str, start: int) -> list[Part]:
        end, entry = start + len(piece), self._lexicon.words.get(piece)
        if entry is not None:
            return [Part(start, end, piece, self.alphabet.code(entry.tags), entry, "")]
        kind = {",": COMMA, '"': QUOTE}.get(piece, BREAK if piece[0] in ".!?;\n" else "")
        return [Part(start, end, piece, self._special[kind], None, "")] if kind else []

    def _read_tagged(self, piece: str, start: int) -> list[Part]:
        kind = MENTION if piece[0] == "@" else HASHTAG
        entry = self._lexicon.words.get(piece) if kind == HASHTAG else None
        part = Part(start, start + len(piece), piece, self._special[kind], None, "")
        if entry is not None:
            part = part._replace(code=self.alphabet.code(entry.tags), entry=entry)
        elif kind == HASHTAG and (found := self._disguises.read(piece[1:])) is not None:
            part = part._replace(code=self.alphabet.code(found[0].tags), entry=found[0])
        elif kind == HASHTAG and (words := self._disguises.together(piece[1:], loose=True)) is not None:
            return self._read_together(words, start + 1)
        return [part]

    def _read_word(self, piece: str, start: int) -> list[Part]:
        word = piece.strip("'’=~^&%+") or piece
        plain = self._lexicon.plain.get(word, word)
        found = self._disguises.read(plain) if " " not in plain else None
        if found is None and _SPLIT.search(word):
            return self._read_halves(word, start)
        end = start + len(piece)
        if found is not None:
            entry, disguise = found
            return [Part(start, end, entry.word, self.alphabet.code(entry.tags), entry, disguise)]
        if plain[-1] == "2" and len(plain) > 3:
            return self._read_word(plain[:-1], start)
        if _SITES.match(plain):
            return [Part(start, end, plain, self.alphabet.code(_SITE), None, "")]
        return self._read_unlisted(piece, word, plain, start)

    def _read_unlisted(self, piece: str, word: str, plain: str, start: int) -> list[Part]:
        """Read a word that no list holds: one in digits, an ordinary one, several written together."""
        end = start + len(piece)
        kind = WORD if plain in self._ordinary or plain is not word else UNKNOWN
        if kind is UNKNOWN and (read := self._disguises.ordinary(plain)) is not None:
            return [self._restored(start, end, *read)]
        if kind is UNKNOWN and (words := self._disguises.together(plain, loose=False)) is not None:
            return self._read_together(words, start + piece.find(word))
        return [Part(start, end, plain, self._special[kind], None, "")]

    def _restored(self, start: int, end: int, word: str, disguise: str) -> Part:
        """Return the part of an ordinary word that was spelled otherwise, with the tags of its list entry."""
        found = self._disguises.read(self._lexicon.plain.get(word, word))
        if found is None or disguise == "leet":
            return Part(start, end, word, self._special[WORD], None, disguise)
        return Part(start, end, found[0].word, self.alphabet.code(found[0].tags), found[0], disguise)

    def _read_together(self, words: list[str], start: int) -> list[Part]:
        parts: list[Part] = []
        for word in words:
            parts += self._read_word(word, start)
            start += len(word)
        return parts

    def _read_halves(self, word: str, start: int) -> list[Part]:
        parts: list[Part] = []
        place = 0
        for half in _SPLIT.split(word):
            if half:
                place = word.index(half, place)
                if len(half) == 1:
                    end = start + place + 1
                    parts.append(Part(end - 1, end, half, self._special[UNKNOWN], None, ""))
                else:
                    parts += self._read_word(half, start + place)
                place += len(half)
        return parts

    def _join(self, parts: list[Part], offsets: list[int]) -> Units:
        """Join the words of listed phrases into one unit each, then spell the codes."""
        joined = " " + " ".join([part[2] for part in parts]).replace(" ", "  ") + " "
        hits = self._finder.find_matches_as_indexes(joined)
        if hits:
            parts, offsets = self._merge(parts, offsets, hits)
        codes = "".join([part[3] for part in parts])
        masks, mask = self.alphabet.masks, 0
        for code in set(codes):
            mask |= masks[code]
        return Units(parts, offsets, codes, mask)

    def _merge(
        self, parts: list[Part], offsets: list[int], hits: list[tuple[int, int, int]]
    ) -> tuple[list[Part], list[int]]:
        merged: list[Part] = []
        places: list[int] = []
        waiting = iter([*hits, (0, 1 << 60, 1 << 60)])
        which, begin, end = next(waiting)
        place, first = 0, -1
        for part, offset in zip(parts, offsets, strict=True):
            size = len(part.word) + part.word.count(" ") + 2
            while place >= end:
                which, begin, end = next(waiting)
                first = -1
            if place + size <= begin:
                merged.append(part)
                places.append(offset)
            elif first < 0:
                first = offset + part.start
                entry = self._phrases[which]
                code = self.alphabet.code(entry.tags)
                merged.append(Part(first, offset + part.end, entry.word, code, entry, part.disguise))
                places.append(0)
            else:
                merged[-1] = merged[-1]._replace(end=offset + part.end)
            place += size
        return merged, places


def _runs(places: list[int]) -> Iterator[str]:
    """Yield the characters at ascending places, neighbours as a range."""
    first = last = -2
    for place in (*places, -2):
        if place == last + 1:
            last = place
            continue
        if last >= 0:
            yield chr(first) if first == last else f"{chr(first)}-{chr(last)}"
        first = last = place


def _leaves_vowels_out(folded: str) -> bool:
    letters = len(folded) - folded.count(" ")
    return letters > _FEW_LETTERS and sum(map(folded.count, "aiueo")) < _FEW_VOWELS * letters


def _close_up(found: re.Match[str]) -> str:
    """Join letters spelled one by one, keeping the length with spaces after the word."""
    letters = re.sub(r"[ .*_\-]", "", found.group())
    return letters.ljust(len(found.group()), _FILLER)
