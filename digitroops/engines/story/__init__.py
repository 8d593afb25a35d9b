"""From a draft to coaching: own words, hook, person, detail, source, invitation, reading, disclosure.

`coach` gives `Advice` with a place, a severity and a machine key; `reason_text` makes the sentence in Indonesian or
English. It judges a text, never a person, and gives no score: research found no link between the shape of a story and
how many people like it (Boyd, Blackburn and Pennebaker 2020). Risky words are the business of `engines.footprint`.
`similarity` and `repeated` are the guard against one caption under many names.
"""

from digitroops.engines.story.advice import REASONS, Advice, reason_text
from digitroops.engines.story.coach import Draft, coach
from digitroops.engines.story.likeness import most_alike, repeated, similarity
from digitroops.engines.story.platforms import ROOMS, Room
from digitroops.engines.story.readable import Readability, readability
from digitroops.engines.story.words import words_of

__all__ = [
    "REASONS",
    "ROOMS",
    "Advice",
    "Draft",
    "Readability",
    "Room",
    "coach",
    "most_alike",
    "readability",
    "reason_text",
    "repeated",
    "similarity",
    "words_of",
]
