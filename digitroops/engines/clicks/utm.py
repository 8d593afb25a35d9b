"""UTM parameters from a programme's template: words in braces stand for what the link is about."""

import re
from collections.abc import Mapping

#: What may stand in braces.
WORDS = ("programme", "campaign", "story", "code", "unit")
NAMES = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
_WORD = re.compile(r"\{([^{}]*)\}")
_APART = re.compile(r"[^a-z0-9._]+")


def unknown_words(template: str) -> list[str]:
    """The words in braces that mean nothing here, and stray braces, in the order in which they stand."""
    stray = [sign for sign in _WORD.sub("", template) if sign in "{}"]
    return [word for word in _WORD.findall(template) if word not in WORDS] + stray


def fill(template: str, words: Mapping[str, str]) -> str:
    """The template with its words, each as small letters joined by hyphens; a word that is not known falls away."""
    filled = _WORD.sub(lambda found: slug(words.get(found[1], "")), template)
    return re.sub(r"-{2,}", "-", filled).strip("-")


def slug(text: str) -> str:
    """Small letters and figures with hyphens between: `Vaksin sampai ke pulau` gives vaksin-sampai-ke-pulau."""
    return _APART.sub("-", text.lower()).strip("-")
