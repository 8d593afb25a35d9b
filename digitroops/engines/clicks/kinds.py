"""What an arrival at a link can be, and what is known of it when it is judged."""

from dataclasses import dataclass
from enum import StrEnum

#: Raised with every change of the rules; raw events keep the number under which they were judged.
RULE = 1


class Kind(StrEnum):
    """Who arrived. Every name fits eight signs, as the raw events keep it."""

    PERSON = "person"
    REPEAT = "repeat"
    OWN = "own"
    PREVIEW = "preview"
    BOT = "bot"
    AI = "ai"
    MONITOR = "monitor"
    SCANNER = "scanner"
    LIBRARY = "library"
    HEADLESS = "headless"
    PREFETCH = "prefetch"
    HEAD = "head"
    EMPTY = "empty"
    HOSTING = "hosting"
    BURST = "burst"


PEOPLE = frozenset({Kind.PERSON, Kind.REPEAT})
#: Neither a person who came by the link nor the sharer who tried it.
MACHINES = frozenset(Kind) - PEOPLE - {Kind.OWN}


@dataclass(frozen=True, slots=True)
class Facts:
    """What one arrival tells: the method and some headers as they came, and three marks of our own.

    `purpose` is the text of the prefetch headers, `dest` that of Sec-Fetch-Dest; `own` says that the sharer
    tried the link, `hosting` that the address belongs to a data centre (only known with a network file).
    """

    agent: str = ""
    method: str = "GET"
    purpose: str = ""
    dest: str = ""
    own: bool = False
    hosting: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict: the kind, a reason code in small letters, and the number of the rules that gave it."""

    verdict: Kind
    reason: str = ""
    rule: int = RULE
