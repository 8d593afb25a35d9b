"""How alike two texts are, and where one repeats the other: the guard against one caption under twenty names."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from digitroops.engines.story.words import WORD, Span, plain, words_of

WIDTH = 4
MOST_WORDS = 400


def shingles(text: str) -> frozenset[str]:
    """Every run of four letters or digits, words joined; what people change to disguise a copy hardly touches them."""
    joined = " ".join(words_of(text))
    return (
        frozenset(joined[at : at + WIDTH] for at in range(max(1, len(joined) - WIDTH + 1)))
        if joined
        else frozenset()
    )


def similarity(one: str, other: str) -> float:
    """How alike two texts are, from 0 (nothing shared) to 1 (the same words).

    The larger of two shares: of the shingles of both together that are common (Jaccard 1912), and three quarters of
    the share of the shorter text that lies in the longer one, so that a copy with a greeting before it is still seen.
    Links, hashtags, mentions, letter case, emoji and punctuation do not matter. Two empty texts are not alike.
    """
    return alike(shingles(one), shingles(other))


def alike(first: frozenset[str], second: frozenset[str]) -> float:
    """The similarity of two texts by their shingles."""
    if not first or not second:
        return 0.0
    common = len(first & second)
    jaccard = common / (len(first) + len(second) - common)
    return max(jaccard, 0.75 * common / min(len(first), len(second)))


def most_alike(text: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The number of the text that is most like this one, and how alike; None without others."""
    mine = shingles(text)
    scores = [alike(mine, shingles(other)) for other in others]
    return max(enumerate(scores), key=lambda pair: (pair[1], -pair[0])) if scores else None


def repeated(text: str, source: str) -> tuple[Span, int] | None:
    """The longest run of words that the text takes over from a source, as its place and its number of words."""
    places = list(WORD.finditer(plain(text)))[:MOST_WORDS]
    mine = [found[0].casefold() for found in places]
    theirs = words_of(source)[:MOST_WORDS]
    match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    if not match.size:
        return None
    return (places[match.a].start(), places[match.a + match.size - 1].end()), match.size
