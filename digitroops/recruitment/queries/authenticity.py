"""Facts about the followers of candidates, each as a question to ask and never as a verdict."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from digitroops.engines.audience import Fact, Mark, Seen, facts_of, steps_of
from digitroops.engines.measure import MEASURES, Measure
from digitroops.presence.growth import counts_in, growth_in
from digitroops.presence.models import Archive, Post, SocialAccount
from digitroops.programme.models import Programme
from digitroops.recruitment.models import Seat
from digitroops.recruitment.queries.pool import reactions_of
from digitroops.recruitment.queries.reasons import viewer_language

POSTS = 30
OWN_POSTS = ("post", "reel", "video")


@dataclass(frozen=True)
class FactLine:
    """One fact in words: its name, what was counted, what is usual, and the question where there is one."""

    fact: Fact
    measure: Measure

    @property
    def name(self) -> str:
        return self.measure.title(viewer_language())

    @property
    def formula(self) -> str:
        return self.measure.formula(viewer_language())

    @property
    def source(self) -> str:
        return self.measure.source(viewer_language())

    @property
    def question(self) -> str:
        return self.fact.question.of(viewer_language()) if self.asks else ""

    @property
    def asks(self) -> bool:
        return self.fact.mark == Mark.ASK

    @property
    def known(self) -> bool:
        return self.fact.value is not None

    @property
    def is_share(self) -> bool:
        return self.measure.unit == "share"


@dataclass(frozen=True)
class AccountFacts:
    """One account of a candidate and the facts about its followers."""

    seat: Seat
    account: SocialAccount
    followers: int
    lines: list[FactLine]

    @property
    def questions(self) -> list[FactLine]:
        return [line for line in self.lines if line.asks]


def facts_for(programme: Programme, seats: Iterable[Seat]) -> list[AccountFacts]:
    """Every account of some candidates with its facts; those with most questions first."""
    seats = list(seats)
    accounts = SocialAccount.objects.filter(
        platform__in=programme.platforms, employee__in=[seat.member.employee_id for seat in seats]
    )
    posts = Post.objects.filter(kind__in=OWN_POSTS).exclude(engagement={}).order_by("-created")
    by_employee: dict[int, list[SocialAccount]] = {}
    for account in accounts.prefetch_related(
        "follower_counts",
        Prefetch("archives", Archive.objects.filter(state=Archive.State.READ), to_attr="readings"),
        Prefetch("posts", posts.only("account", "engagement"), to_attr="counted"),
    ):
        by_employee.setdefault(account.employee_id, []).append(account)
    found = [
        account_facts(seat, account)
        for seat in seats
        for account in by_employee.get(seat.member.employee_id, [])
    ]
    return sorted(found, key=lambda one: -len(one.questions))


def account_facts(seat: Seat, account: SocialAccount) -> AccountFacts:
    """The facts about one account, from what is stored of it."""
    readings: list[Archive] = account.readings  # type: ignore[attr-defined]
    posts: list[Post] = account.counted[:POSTS]  # type: ignore[attr-defined]
    report = readings[0].report if readings else {}
    followers = report.get("followers") or account.declared_followers or 0
    seen = Seen(
        platform=account.platform,
        followers=followers,
        following=report.get("counts", {}).get("following"),
        growth=growth_in(readings[0]) if readings else None,
        steps=steps_of(counts_in(account.follower_counts.all())),
        reactions=[reactions_of(post.engagement) for post in posts],
    )
    lines = [FactLine(fact, MEASURES[fact.key]) for fact in facts_of(seen)]
    return AccountFacts(seat, account, followers, lines)
