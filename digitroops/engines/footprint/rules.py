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
from functools import cached_property, lru_cache, reduce
from operator import or_

from digitroops.engines.footprint.units import BREAK, COMMA, Alphabet

GONE = 9
# In how many of a thousand ordinary texts a tag is met at least; a rule is tried where its rarest step may be.
_MET = {
    500: ("unknown word"),
    300: ("all break comma isof"),
    200: ("abuse demon me neg surely"),
    150: ("adpraise brings frequent genderslur mention thing with"),
    100: (
        "become clock colon denial emph food posting power praise purpose relish sexno street substance_act "
        "tradeplace venue will you"
    ),
    70: (
        "adhelp ask betpart bureau causes cookery crowd forthem from goods hereafter joke keepon negattr offer promo "
        "reveal sexseek shame slot staffnews they tradehouse wholesome"
    ),
    50: (
        "adbuy born called carry cert gamesite if insultadj invite just kin leerjoke need number openly otherone "
        "others paperseen pushing rundown should suffice sugarseek theirs there title vicetalk"
    ),
    30: (
        "again always amount arrive associate because belongplace branch comesfrom direct elitemen gambleregret "
        "goodattr goodwork group halfway help hunt innocentlife joinus knowv leerweak likeit link lowplace makesill "
        "object ourfirm poor pornthing pricetalk quote safety sexwho shunact since smokeno target travelsick vile "
        "visit why workbad workgripe"
    ),
    20: (
        "absent acct adgain after alcoholfree bedno before bodyp calm care count criticism duty dwellv emote forgo "
        "gambleplace giveaway givenname giving goaway handleverb harm hashtag have junk kinword learns make merely "
        "money notlong numeral numno party prefer refuted report role room sexplace slotno slur smile softanimal sour "
        "stalkv stillis suspect topupno wanted weakgroup"
    ),
    10: (
        "abode adfind adinfo attributed bedmild bedsize bioplace blame bodypart bold bookpay brace brag butreally "
        "chatword choosing civic classhour companion comply contactword core counter credsite daypart debunk decoy "
        "dehum deniable downfall dull exclaim expose fedup fiction forbidad frail fresh friend funds gamble gather "
        "gossip heal hedge hellword herb hoist hotpart jeer jokestake leaderword leakverb letter lifeword message "
        "mild more mustwin named namedas news nobody nonexist office once perhaps perk place politician poseword "
        "price privfact proper relig remedy schooling see sendv slotref slotwin spincue substance_no togelact tokeact "
        "untrue_ill vaxclaim vaxharm vessel virtue ware who witless worksite worktopic"
    ),
    8: (
        "besure blemish client deathwish demands denof dwell idmark kid losing luck mug nepot partyname pet shareloc "
        "siteword small togelhead victim vote wagebad zoo"
    ),
}
_OFTEN = {tag: times for times, tags in _MET.items() for tag in tags.split()}
_SELDOM = 4


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


@dataclass(frozen=True)
class Compiled:
    """A rule made ready for an alphabet: a text must have all tags of `must` and one of each of `needs`.

    `steps` and `silencing` become regular expressions when a text first asks for them.
    """

    rule: Rule
    category: Category
    steps: str
    silencing: str
    key: int
    must: int
    needs: tuple[int, ...]
    lowering: Mapping[str, int]

    @cached_property
    def search(self) -> re.Pattern[str]:
        """The pattern over the codes of a text."""
        return re.compile(self.steps)

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What silences the rule where it stands near."""
        return re.compile(self.silencing) if self.silencing else None


def compile_rule(rule: Rule, category: Category, alphabet: Alphabet) -> Compiled:
    """Turn a rule's pattern into a regular expression over codes, and the bits it cannot do without."""
    met: list[tuple[int, int]] = []
    steps = [_step(step, alphabet, met) for step in rule.pattern.split()]
    needs = [need for _, need in met]
    silencing = _members(alphabet, rule.unless.replace(" ", "|")) if rule.unless else ""
    return Compiled(
        rule,
        category,
        "".join(steps),
        f"[{silencing}]" if silencing else "",
        key=min(met)[1],
        must=reduce(or_, (need for need in needs if need.bit_count() == 1), 0),
        needs=tuple(need for need in needs if need.bit_count() > 1),
        lowering={**category.contexts, **rule.contexts},
    )


@lru_cache(maxsize=1024)
def _members(alphabet: Alphabet, tags: str) -> str:
    """Return the characters of all sets holding one of the tags; rules share most of theirs."""
    return alphabet.members(tags)


def _step(step: str, alphabet: Alphabet, met: list[tuple[int, int]]) -> str:
    """Return a step as a regular expression; note how often texts hold one of its tags, and the tags."""
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
    tags = step.split("|")
    met.append((sum(_OFTEN.get(tag, _SELDOM) for tag in tags), sum(alphabet.bit(tag) for tag in tags)))
    return f"[{_members(alphabet, step) or chr(0xF8FF)}]"


def _gap(step: str, stop: str, alphabet: Alphabet) -> str:
    number, _, without = step.lstrip("~").partition("/")
    barred = ("" if step.startswith("~~") else stop) + (_members(alphabet, without) if without else "")
    return f"[^{barred}]{{0,{int(number)}}}?" if barred else f".{{0,{int(number)}}}?"
