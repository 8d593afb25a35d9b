"""How the followers of an account came, and what a person could ask about it. Never a verdict."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitroops.engines.audience import Burst, Fact, Growth, Mark, Seen, Step, facts_of, growth_of, steps_of
from digitroops.engines.measure import MEASURES
from digitroops.presence.models import Archive, FollowerCount, Post, SocialAccount
from digitroops.ui.formats import day, number, percent

MONTHS_SHOWN = 60
RECENT_POSTS = 30
LIKES = ("likes", "comments", "shares", "reposts")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing worth asking, with what was seen and how it is counted."""

    key: str
    title: str
    question: str
    formula: str
    source: str
    seen: list[str]


@dataclass(frozen=True, slots=True)
class Grown:
    """What the pages show. `chart` is None where nothing over time is known; `dated` means by follow dates."""

    account: SocialAccount
    chart: dict[str, Any] | None = None
    dated: bool = False
    undated: int = 0
    questions: list[Question] = field(default_factory=list)


def grown(account: SocialAccount) -> Grown:
    """The growth of an account from its newest archive and the counts of earlier days."""
    archives = [one for one in account.archives.all() if one.state == Archive.State.READ]
    newest = archives[0] if archives else None
    growth = growth_in(newest) if newest else None
    counts = counts_in(account.follower_counts.all())
    steps = steps_of(counts)
    chart = _by_month(growth) if growth and len(growth.months) > 1 else _by_count(counts)
    questions = _questions(account, newest, growth, steps) if newest else []
    dated = bool(growth and len(growth.months) > 1)
    return Grown(account, chart, dated, growth.undated if growth else 0, questions)


def growth_in(archive: Archive) -> Growth | None:
    """How the followers in an archive came, or None where it holds no dates."""
    days = {dt.date.fromisoformat(text): count for text, count in archive.follow_days.items()}
    if not days:
        return None
    exported = archive.exported.date() if archive.exported else max(days)
    known = sum(days.values())
    undated = max(0, archive.report.get("counts", {}).get("followers", known) - known)
    return growth_of(days, undated=undated, until=max(exported, *days))


def counts_in(found: Iterable[FollowerCount]) -> dict[dt.date, int]:
    """Counts read from whole archives; a part would look like a loss."""
    read = FollowerCount.Source.ARCHIVE
    return {
        one.date: one.count
        for one in sorted(found, key=lambda one: one.date)
        if one.source == read and not one.partial
    }


def _by_month(growth: Growth) -> dict[str, Any]:
    months = growth.months[-MONTHS_SHOWN:]
    values = [growth.undated + month.total for month in months]
    labels = [f"{month.first:%m}/{month.first:%Y}" for month in months]
    return {
        "labels": labels,
        "series": [{"label": _("Followers"), "values": values, "ours": True}],
        "format": "number",
    }


def _by_count(counts: Mapping[dt.date, int]) -> dict[str, Any] | None:
    if len(counts) < 2:
        return None
    series = {"label": _("Followers"), "values": list(counts.values()), "ours": True}
    return {"labels": [day(date) for date in counts], "series": [series], "format": "number"}


def _questions(
    account: SocialAccount, newest: Archive, growth: Growth | None, steps: list[Step]
) -> list[Question]:
    seen = Seen(
        platform=account.platform,
        followers=newest.report.get("followers") or 0,
        following=newest.report.get("counts", {}).get("following"),
        growth=growth,
        steps=steps,
        reactions=_reactions(account),
    )
    return [_question(fact, growth, steps) for fact in facts_of(seen) if fact.mark is Mark.ASK]


def _reactions(account: SocialAccount) -> list[int]:
    """Likes, comments and shares of the newest posts together."""
    own = Post.objects.filter(account=account, kind__in=["post", "reel", "video"]).exclude(engagement={})
    newest = own.order_by("-created").values_list("engagement", flat=True)[:RECENT_POSTS]
    return [sum(counted.get(name, 0) for name in LIKES) for counted in newest]


def _question(fact: Fact, growth: Growth | None, steps: list[Step]) -> Question:
    language = "en" if (get_language() or "id").startswith("en") else "id"
    measure = MEASURES[fact.key]
    seen = {
        "growth_steps": lambda: [_burst(burst) for burst in growth.bursts] if growth else [],
        "count_steps": lambda: [_step(step) for step in steps if step.marked],
    }.get(fact.key, lambda: [_value(fact)])()
    return Question(
        key=fact.key,
        title=measure.title(language),
        question=fact.question.of(language),
        formula=measure.formula(language),
        source=measure.source(language),
        seen=seen,
    )


def _burst(burst: Burst) -> str:
    words = {
        "first": day(burst.first),
        "last": day(burst.last),
        "n": number(burst.gained),
        "usual": number(burst.usual, 1),
    }
    if burst.first == burst.last:
        return _("%(first)s: %(n)s new followers; around it usually %(usual)s a day") % words
    return _("%(first)s to %(last)s: %(n)s new followers; around it usually %(usual)s a day") % words


def _step(step: Step) -> str:
    words = {
        "first": day(step.first),
        "last": day(step.last),
        "before": number(step.before),
        "after": number(step.after),
    }
    return _("From %(before)s on %(first)s to %(after)s on %(last)s") % words


def _value(fact: Fact) -> str:
    if fact.value is None:
        return ""
    shown, low, high = (percent(value) for value in (fact.value, fact.low or 0, fact.high or 0))
    return _("%(shown)s; usual is %(low)s to %(high)s") % {"shown": shown, "low": low, "high": high}
