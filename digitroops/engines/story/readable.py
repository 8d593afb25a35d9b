"""How easy a text reads, as measures beside those of plain Indonesian posts. No grade: no formula for it holds up.

Flesch and the like mean nothing for Indonesian with its long affixed words. What can be said is how long sentences
and words are next to those of ordinary posts (Yasa and others 2013 found surface features usable as ranks only).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from digitroops.engines.story.words import sentences_of

VOWELS = re.compile(r"ai(?![a-z])|au(?![a-z])|[aeiou]")
PASSIVE = re.compile(r"di(?!a$|ri$|rimu$|riku$|rinya$|kau$|ana$|kit$|rut$|mensi)[a-z]{4,}")
AFFIXED = re.compile(r"(?:me|pe|ber|ter|di|ke|se)[a-z]{5,}(?:kan|an|i|nya)?")
MANY_SYLLABLES = 4

# Percentiles 5, 10 ... 95 over the 10,564 texts of five words and more in the training set of SmSA (Purwarianti and
# Crisdayanti 2019): reviews and posts, measured with the functions below.
SENTENCE_LENGTHS = (
    5.0,
    5.8,
    6.3,
    7.0,
    7.5,
    8.0,
    8.5,
    9.0,
    9.7,
    10.0,
    11.0,
    11.7,
    12.5,
    13.5,
    15.0,
    16.0,
    18.5,
    21.0,
    28.5,
)
SYLLABLES = (
    1.88,
    1.94,
    2.0,
    2.0,
    2.05,
    2.08,
    2.11,
    2.13,
    2.16,
    2.18,
    2.2,
    2.23,
    2.26,
    2.29,
    2.32,
    2.36,
    2.41,
    2.48,
    2.6,
)


@dataclass(frozen=True, slots=True)
class Readability:
    """`sentence_length` in words, `syllables` a word, and the shares of long affixed and of passive words."""

    words: int
    sentences: int
    sentence_length: float
    syllables: float
    long_words: float
    passive: float

    @property
    def longer_sentences_than(self) -> int:
        """The percent of plain posts whose sentences are shorter, in steps of five."""
        return 5 * bisect_right(SENTENCE_LENGTHS, self.sentence_length)

    @property
    def longer_words_than(self) -> int:
        """The percent of plain posts whose words are shorter, in steps of five."""
        return 5 * bisect_right(SYLLABLES, self.syllables)


def readability(text: str) -> Readability | None:
    """The measures of a text; None where it has no word."""
    sentences = list(sentences_of(text))
    words = [word for sentence in sentences for word in sentence.words if word.isalpha()]
    if not words:
        return None
    counts = [syllables(word) for word in words]
    long = [
        bool(AFFIXED.fullmatch(word)) and count >= MANY_SYLLABLES
        for word, count in zip(words, counts, strict=True)
    ]
    return Readability(
        words=len(words),
        sentences=len(sentences),
        sentence_length=len(words) / len(sentences),
        syllables=sum(counts) / len(words),
        long_words=sum(long) / len(words),
        passive=sum(bool(PASSIVE.fullmatch(word)) for word in words) / len(words),
    )


def syllables(word: str) -> int:
    """The syllables of an Indonesian word: its vowels, with ai and au at the end as one."""
    return max(1, len(VOWELS.findall(word)))
