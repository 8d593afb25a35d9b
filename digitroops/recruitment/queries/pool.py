"""Who can be chosen, as the roster engine reads them."""

from collections.abc import Collection, Iterable

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone

from digitroops.engines.audience import Audience as AudienceKeys
from digitroops.engines.audience import AudienceError
from digitroops.engines.roster import Account, Candidate
from digitroops.people.models import Unit
from digitroops.presence.models import Audience, Post, SocialAccount
from digitroops.programme.models import Criterion, Member, Programme
from digitroops.recruitment.models import Application, CriterionResult, Proposal, Sample, Verdict
from digitroops.screening.models import Audit, Decision

CHOOSABLE = (Member.State.SCREENED, Member.State.SHORTLISTED)
STANDING = (Member.State.ONBOARDING, Member.State.ACTIVE)
PASSED = (Decision.CLEAR, Decision.COACH)
STORY = {Sample.READY: 1.0, Sample.PROMISING: 0.5, Sample.TRAINING: 0.0}
#: Hours a month that a ready person has at least.
ENOUGH_HOURS = 2
NEEDS_TRAINING = "needs_training"


def pool_of(programme: Programme) -> QuerySet[Member]:
    """Members who may be chosen: screened, with a newest audit that ended clear and has not expired."""
    audits = Audit.objects.filter(member=OuterRef("pk"), state=Audit.State.DECIDED).order_by("-decided")
    members = programme.members.filter(state__in=CHOOSABLE).annotate(
        outcome=Subquery(audits.values("outcome")[:1]), audit_expires=Subquery(audits.values("expires")[:1])
    )
    return members.filter(outcome__in=PASSED, audit_expires__gte=timezone.localdate()).select_related(
        "employee__unit"
    )


def candidates_for(proposal: Proposal) -> list[Candidate]:
    """Whom a proposal weighs: the pool; for a succession the team that stands too; once published its own people."""
    programme = proposal.programme
    if proposal.state == Proposal.State.PUBLISHED:
        return candidates_of(programme, people_of(proposal))
    if proposal.succeeds_id is None:
        return candidates_of(programme)
    standing = standing_of(proposal)
    people = programme.members.filter(pk__in=[*pool_of(programme).values_list("pk", flat=True), *standing])
    return candidates_of(programme, people.select_related("employee__unit"), standing=standing)


def people_of(proposal: Proposal) -> QuerySet[Member]:
    """Everybody with a seat or a place on the waiting list, also after the team was published."""
    return proposal.programme.members.filter(pk__in=proposal.seats.values("member")).select_related(
        "employee__unit"
    )


def standing_of(proposal: Proposal) -> set[int]:
    """For a succession: the memberships of the published team that are still in it."""
    if proposal.succeeds_id is None:
        return set()
    return set(
        Member.objects.filter(
            seats__proposal=proposal.succeeds_id, seats__chosen=True, state__in=STANDING
        ).values_list("pk", flat=True)
    )


def candidates_of(
    programme: Programme, people: QuerySet[Member] | None = None, *, standing: Collection[int] = ()
) -> list[Candidate]:
    """The pool, or other people, as the engine reads them; a person's key is the id of their membership.

    Criteria are not asked again of those in the `standing` team.
    """
    accounts = SocialAccount.objects.filter(platform__in=programme.platforms).prefetch_related(
        Prefetch("audience", Audience.objects.only("account", "keys"))
    )
    chosen = pool_of(programme) if people is None else people
    members = chosen.select_related("application").prefetch_related(
        Prefetch("employee__accounts", accounts, to_attr="allowed")
    )
    unmet = _unmet(programme)
    earlier = Member.objects.filter(employee=OuterRef("employee"), days__state=Member.State.ACTIVE)
    found = list(members.annotate(returning=Exists(earlier)))
    rates = engagement_of([account.pk for one in found for account in _accounts(one)])
    return [
        _candidate(one, () if one.pk in standing else tuple(unmet.get(one.pk, ())), rates) for one in found
    ]


def _accounts(member: Member) -> list[SocialAccount]:
    return list(member.employee.allowed)  # type: ignore[attr-defined]


def _candidate(member: Member, unmet: tuple[str, ...], rates: dict[int, float]) -> Candidate:
    application: Application | None = getattr(member, "application", None)
    accounts = tuple(_account(account, rates) for account in _accounts(member))
    sample = application.sample if application else ""
    newcomer = not member.returning  # type: ignore[attr-defined]
    hours = application.hours if application else None
    ready = (any(one.audience is not None for one in accounts), (hours or 0) >= ENOUGH_HOURS)
    return Candidate(
        key=str(member.pk),
        unit=tuple(member.employee.unit.path.split(Unit.SEPARATOR)),
        accounts=accounts,
        unmet=unmet,
        generation=member.employee.generation,
        gender=member.employee.gender,
        location=application.city if application else "",
        languages=frozenset(application.languages if application else ()),
        tags=frozenset({NEEDS_TRAINING} if newcomer and sample != Sample.READY else ()),
        readiness=sum(ready) / len(ready),
        newcomer=newcomer,
        story=STORY[Sample(sample)] if sample else None,
        hours=hours,
    )


def _account(account: SocialAccount, rates: dict[int, float]) -> Account:
    stored = getattr(account, "audience", None)
    try:
        audience = AudienceKeys.from_bytes(bytes(stored.keys)) if stored else None
    except AudienceError:
        audience = None
    return Account(
        account.platform,
        account.handle,
        audience,
        account.declared_followers or 0,
        _rate(account, audience, rates),
    )


def _rate(account: SocialAccount, audience: AudienceKeys | None, rates: dict[int, float]) -> float | None:
    """Reactions a post by followers, at most one for each follower."""
    followers = len(audience) if audience is not None else account.declared_followers or 0
    if account.pk not in rates or not followers:
        return None
    return min(1.0, rates[account.pk] / followers)


def engagement_of(accounts: Iterable[int]) -> dict[int, float]:
    """Reactions a post, by account, over the posts whose reactions the archives tell."""
    found: dict[int, list[int]] = {}
    posts = Post.objects.filter(account__in=list(accounts)).exclude(engagement={})
    for account, counted in posts.values_list("account", "engagement"):
        found.setdefault(account, []).append(reactions_of(counted))
    return {account: sum(counts) / len(counts) for account, counts in found.items()}


def reactions_of(counted: dict[str, int | None]) -> int:
    """Likes, comments, shares and quotes of a post together; views are no reaction."""
    return sum(int(count or 0) for name, count in counted.items() if name != "views")


def _unmet(programme: Programme) -> dict[int, list[str]]:
    """Criteria in use that a candidate does not meet, or that nobody has verified or overridden, by membership."""
    found: dict[int, list[str]] = {}
    results = CriterionResult.objects.filter(
        application__member__programme=programme, criterion__enabled=True
    ).exclude(criterion__kind=Criterion.Kind.GENERATION)
    for result in results.select_related("criterion", "application"):
        if result.final != Verdict.MET:
            found.setdefault(result.application.member_id, []).append(result.criterion.kind)
    return found
