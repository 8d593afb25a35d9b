"""Whether an audience looks as if people had chosen to follow: facts with a question each, and never a verdict.

No fact is summed into a score, and none proves anything: each says what was counted, beside what is usual, and what a
person could ask. Formulas and sources stand in the register of measures under the fact's key (`engines.measure`), so
that the (i) beside the figure shows them. Every threshold can be changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from digitroops.engines.audience.growth import Growth, Step
from digitroops.engines.measure import Text


class Mark(StrEnum):
    """Whether a fact is worth a question. `UNKNOWN` means that it could not be told, not that it is bad."""

    USUAL = "usual"
    ASK = "ask"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tier:
    """Accounts from `smallest` followers on, and their usual engagement rate, as fractions."""

    name: str
    smallest: int
    low: float
    high: float


INSTAGRAM = (
    Tier("nano", 0, 0.03, 0.05),
    Tier("micro", 10_000, 0.02, 0.035),
    Tier("mid", 100_000, 0.015, 0.025),
    Tier("macro", 500_000, 0.01, 0.018),
    Tier("mega", 1_000_000, 0.007, 0.012),
)
"""Averages of a tool vendor (untapper.com/influencer-marketing-benchmarks, 2026): a hint, not a norm."""

BENCHMARKS: Mapping[str, Sequence[Tier]] = {"instagram": INSTAGRAM}


@dataclass(frozen=True, slots=True)
class AuthenticityRules:
    """From where on a fact is worth a question.

    `burst_share`: followers gained in bursts ÷ dated followers. `following_ratio`: followings ÷ followers, asked only
    from `mass_following` followings on (HypeAuditor counts accounts with more than 1,500 as mass followers).
    Engagement is asked below `low` times or above `high` times the usual range of the tier, from `posts` posts on.
    """

    burst_share: float = 0.2
    following_ratio: float = 1.0
    mass_following: int = 1_500
    low: float = 0.2
    high: float = 5.0
    posts: int = 10
    benchmarks: Mapping[str, Sequence[Tier]] = field(default_factory=lambda: BENCHMARKS)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an account; leave out what is not.

    `reactions` are likes, comments and shares together, one number for each of the recent own posts.
    """

    platform: str
    followers: int
    following: int | None = None
    growth: Growth | None = None
    steps: Sequence[Step] = ()
    reactions: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing counted. `value` is a count or a fraction; `low` and `high` bound what needs no question."""

    key: str
    value: float | None
    mark: Mark
    low: float | None = None
    high: float | None = None
    tier: str | None = None

    @property
    def question(self) -> Text:
        """What a person could ask, kindly, in both languages."""
        return QUESTIONS[self.key]


QUESTIONS: Mapping[str, Text] = {
    "growth_steps": Text(
        "Apa yang terjadi pada hari-hari itu? Misalnya unggahan yang ramai, liputan media, atau acara.",
        "What happened on those days? For example a post that spread, a report in the media, or an event.",
    ),
    "burst_share": Text(
        "Sebagian besar pengikut datang bersamaan. Dari mana mereka mengenal akun ini?",
        "A large part of the followers came together. How did they come to know the account?",
    ),
    "count_steps": Text(
        "Jumlah pengikut naik banyak di antara dua tanggal ini. Apa yang membuatnya naik?",
        "The follower count rose much between these two dates. What made it rise?",
    ),
    "following_ratio": Text(
        "Akun ini mengikuti banyak sekali akun. Apakah pernah memakai saling ikuti atau layanan serupa?",
        "The account follows very many others. Were follow-for-follow or similar services ever used?",
    ),
    "engagement_of_size": Text(
        "Interaksi berbeda jauh dari yang biasa untuk akun sebesar ini. Apakah ada penjelasannya?",
        "Engagement is far from what is usual for an account of this size. Is there an explanation?",
    ),
}


def facts_of(seen: Seen, rules: AuthenticityRules | None = None) -> list[Fact]:
    """The facts about an account's followers, always all of them and in this order."""
    bounds = rules or AuthenticityRules()
    return [
        growth_steps(seen.growth),
        burst_share(seen.growth, bounds),
        count_steps(seen.steps),
        following_ratio(seen.followers, seen.following, bounds),
        engagement_of_size(seen, bounds),
    ]


def growth_steps(growth: Growth | None) -> Fact:
    """How many bursts there are among the follows."""
    if growth is None or not growth.dated:
        return Fact("growth_steps", None, Mark.UNKNOWN)
    return Fact("growth_steps", len(growth.bursts), Mark.ASK if growth.bursts else Mark.USUAL, 0, 0)


def burst_share(growth: Growth | None, rules: AuthenticityRules) -> Fact:
    """Followers gained in bursts ÷ followers with a date."""
    if growth is None or growth.burst_share is None:
        return Fact("burst_share", None, Mark.UNKNOWN, 0, rules.burst_share)
    mark = Mark.ASK if growth.burst_share > rules.burst_share else Mark.USUAL
    return Fact("burst_share", growth.burst_share, mark, 0, rules.burst_share)


def count_steps(steps: Sequence[Step]) -> Fact:
    """How many steps between known counts are marked."""
    if not steps:
        return Fact("count_steps", None, Mark.UNKNOWN)
    marked = sum(step.marked for step in steps)
    return Fact("count_steps", marked, Mark.ASK if marked else Mark.USUAL, 0, 0)


def following_ratio(followers: int, following: int | None, rules: AuthenticityRules) -> Fact:
    """Followings ÷ followers."""
    if following is None or followers <= 0:
        return Fact("following_ratio", None, Mark.UNKNOWN, 0, rules.following_ratio)
    ratio = following / followers
    mass = following > rules.mass_following and ratio > rules.following_ratio
    return Fact("following_ratio", ratio, Mark.ASK if mass else Mark.USUAL, 0, rules.following_ratio)


def engagement_of_size(seen: Seen, rules: AuthenticityRules) -> Fact:
    """The median reactions of a post ÷ followers, beside the usual range of accounts of this size."""
    key, tiers = "engagement_of_size", rules.benchmarks.get(seen.platform, ())
    if seen.followers <= 0 or len(seen.reactions) < rules.posts:
        return Fact(key, None, Mark.UNKNOWN)
    value = median(seen.reactions) / seen.followers
    fitting = [tier for tier in tiers if tier.smallest <= seen.followers]
    if not fitting:
        return Fact(key, value, Mark.UNKNOWN)
    tier = max(fitting, key=lambda tier: tier.smallest)
    low, high = tier.low * rules.low, tier.high * rules.high
    return Fact(key, value, Mark.USUAL if low <= value <= high else Mark.ASK, low, high, tier.name)
