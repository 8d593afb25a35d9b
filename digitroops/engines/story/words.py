"""A text as words and sentences, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?![\s\"”’)])[^.!?…\n]+)*[.!?…]*[\"”’)]*")
TAGGED = re.compile(r"[#@][\w.]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text and its words in small letters, without links, hashtags and mentions."""

    span: Span
    text: str
    words: tuple[str, ...]


def plain(text: str) -> str:
    """The text with links, hashtags and mentions blanked, every other character at its place."""
    for pattern in (LINK, TAGGED):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def words_of(text: str) -> list[str]:
    """The words in small letters."""
    return [word.casefold() for word in WORD.findall(plain(text))]


def sentences_of(text: str) -> Iterator[Sentence]:
    """Every sentence with at least one word. A full stop inside a number or an abbreviation ends none."""
    blanked = plain(text)
    for found in SENTENCE.finditer(blanked):
        words = tuple(word.casefold() for word in WORD.findall(found[0]))
        if words:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            end = found.start() + len(found[0].rstrip())
            yield Sentence((start, end), text[start:end], words)
