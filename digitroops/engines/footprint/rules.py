"""Rules: small patterns over the tags of a text, written in each category's file.

A pattern is a row of steps separated by spaces:

    insult          a unit with that tag; `insult|slur` one with either
    ~3              up to three units of any kind within the sentence;  ~3/neg  none of them a `neg`
    ~~8             up to eight units, also across sentences
    ?negation       a unit with that tag, or nothing
    !animal         no such unit comes next;  <!negation  no such unit stands right before
    ^               the beginning of the text or of a sentence;  $  its end
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_

from digitroops.engines.footprint.units import BREAK, COMMA, Alphabet

GONE = 9
_EVERYDAY = (
    "you", "me", "they", "neg", "direct", "should", "will", "promo", "all", "unknown", "mention", "theirs", "link",
    "number", "title", "comma", "substance_act", "weakgroup", "leakverb", "adpraise", "workplace", "party", "target",
    "price", "pricetalk", "offer", "invite", "relish", "brag", "leerweak", "tokeverb", "sexseek", "sugarseek",
    "betpart", "gambleplace", "siteword", "nightlife", "putting", "sexwho", "minor", "see", "joke", "always", "mine",
    "peek", "born", "have",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to find something.

    `key` names the rule and its reason text. Severity 0 takes that of the listed words. `unless` names
    tags that make the rule silent when they stand within `reach` units. `contexts` says how much a
    context takes off the severity (`GONE`: no finding), over the category's own.
    """

    key: str
    pattern: str
    severity: int = 0
    confidence: float = 0.8
    unless: str = ""
    reach: int = 8
    contexts: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows what a category finds (`found`), or its innocent twin."""

    text: str
    language: str
    found: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A category: its title, rules, reason texts and examples, in Indonesian and English.

    `fades` tells whether its findings weigh less with age.
    """

    name: str
    titles: Mapping[str, str]
    reasons: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()
    contexts: Mapping[str, int] = field(default_factory=dict)
    fades: bool = True


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule made ready for an alphabet: a text must have all tags of `must` and one of each of `needs`."""

    rule: Rule
    category: Category
    search: re.Pattern[str]
    key: int
    must: int
    needs: tuple[int, ...]
    unless: re.Pattern[str] | None
    lowering: Mapping[str, int]


def compile_rule(rule: Rule, category: Category, alphabet: Alphabet) -> Compiled:
    """Turn a rule's pattern into a regular expression over codes, and the bits it cannot do without."""
    needs: list[int] = []
    steps = [_step(step, alphabet, needs) for step in rule.pattern.split()]
    silencing = _members(alphabet, rule.unless.replace(" ", "|")) if rule.unless else ""
    unless = re.compile(f"[{silencing}]") if silencing else None
    return Compiled(
        rule,
        category,
        re.compile("".join(steps)),
        key=_rarest(needs, alphabet),
        must=reduce(or_, (need for need in needs if need.bit_count() == 1), 0),
        needs=tuple(need for need in needs if need.bit_count() > 1),
        unless=unless,
        lowering={**category.contexts, **rule.contexts},
    )


@lru_cache(maxsize=1024)
def _members(alphabet: Alphabet, tags: str) -> str:
    """Return the characters of all sets holding one of the tags; rules share most of theirs."""
    return alphabet.members(tags)


def _rarest(needs: list[int], alphabet: Alphabet) -> int:
    """Choose the step that is met least in ordinary texts, to try a rule only where it may fit."""
    everyday = sum(alphabet.bit(tag) for tag in _EVERYDAY)
    return min(needs, key=lambda need: (bool(need & everyday), need.bit_count()))


def _step(step: str, alphabet: Alphabet, needs: list[int]) -> str:
    stop = _members(alphabet, BREAK)
    if step == "^":
        return f"(?:(?<=[{stop}])|^)"
    if step == "$":
        return f"(?=[{stop}{_members(alphabet, COMMA)}]|$)"
    if step.startswith("~"):
        return _gap(step, stop, alphabet)
    for mark, shape in (("?", "[{}]?"), ("!", "(?![{}])"), ("<!", "(?<![{}])")):
        if step.startswith(mark):
            members = _members(alphabet, step[len(mark) :])
            return shape.format(members) if members else ""
    needs.append(sum(alphabet.bit(tag) for tag in step.split("|")))
    return f"[{_members(alphabet, step) or chr(0xF8FF)}]"


def _gap(step: str, stop: str, alphabet: Alphabet) -> str:
    number, _, without = step.lstrip("~").partition("/")
    barred = ("" if step.startswith("~~") else stop) + (_members(alphabet, without) if without else "")
    return f"[^{barred}]{{0,{int(number)}}}?" if barred else f".{{0,{int(number)}}}?"
