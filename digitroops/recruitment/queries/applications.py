from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from digitroops.people.models import Employee, Role, User
from digitroops.presence.models import Archive, FollowerCount, SocialAccount
from digitroops.presence.queries import accounts_of
from digitroops.programme.models import Member, Programme
from digitroops.programme.queries import missing_consents, published_consent_text
from digitroops.recruitment.criteria import KINDS
from digitroops.recruitment.models import Application, CriterionResult, Verdict
from digitroops.screening.models import Audit

SHORTEST, LONGEST = 300, 1000
USABLE = (Archive.State.WAITING, Archive.State.READING, Archive.State.READ)


def application_of(member: Member) -> Application | None:
    found = Application.objects.filter(member=member, withdrawn=None)
    return found.select_related("member__employee__unit", "member__programme", "call").first()


def has_begun(member: Member) -> bool:
    """Whether the person has filled in anything: a consent, or a word in the application."""
    if member.consents.filter(withdrawn=None).exists():
        return True
    application = application_of(member)
    return application is not None and bool(
        application.motivation or application.languages or application.hours is not None or application.city
    )


def applications_for(viewer: User, programme: Programme) -> QuerySet[Application]:
    """Every submitted application for PR, nothing for others."""
    if not viewer.has_role(Role.PR):
        return Application.objects.none()
    found = Application.objects.filter(member__programme=programme).exclude(submitted=None)
    return found.select_related("member__employee__unit", "member__programme", "call").prefetch_related(
        Prefetch("results", CriterionResult.objects.select_related("criterion", "override_by")),
        Prefetch(
            "member__employee__accounts",
            SocialAccount.objects.prefetch_related(
                Prefetch("follower_counts", FollowerCount.objects.order_by("-date", "-pk"))
            ),
        ),
        Prefetch("member__audits", Audit.objects.order_by("-started")),
    )


def search_applications(
    found: QuerySet[Application], *, q: str = "", state: str = "", unit: str = "", verdict: str = ""
) -> QuerySet[Application]:
    """Narrow by words, state of the member, unit (with those below it) and eligibility."""
    if q:
        words = Q(member__employee__name__icontains=q) | Q(member__employee__number__icontains=q)
        found = found.filter(words | Q(member__employee__unit__path__icontains=q))
    if state:
        found = found.filter(member__state=state)
    if unit:
        found = found.filter(member__employee__unit__path__startswith=unit)
    open_results = Q(results__override="", results__verdict__in=[Verdict.NOT_MET, Verdict.UNVERIFIED])
    open_results |= Q(results__override__in=[Verdict.NOT_MET, Verdict.UNVERIFIED])
    if verdict == "met":
        found = found.filter(pk__in=CriterionResult.objects.values("application"))
        found = found.exclude(pk__in=Application.objects.filter(open_results).values("pk"))
    elif verdict == "open":
        found = found.filter(open_results).distinct()
    return found


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One criterion of an application, in words."""

    result: CriterionResult
    verdict: str
    label: str
    evidence: str


def result_rows(application: Application) -> list[ResultRow]:
    return [
        ResultRow(
            result,
            result.final,
            str(Verdict(result.final).label),
            KINDS[result.criterion.kind].explain(result.evidence),
        )
        for result in application.results.all()
    ]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many criteria are met, of how many."""

    met: int
    total: int

    @property
    def all_met(self) -> bool:
        return 0 < self.total == self.met


def summary_of(application: Application) -> Summary:
    finals = [result.final for result in application.results.all()]
    return Summary(finals.count(Verdict.MET), len(finals))


def best_followers(accounts: Sequence[SocialAccount]) -> FollowerCount | None:
    """The highest count of an applicant's accounts, read before typed."""
    counts = [account.follower_counts.all()[0] for account in accounts if account.follower_counts.all()]
    read = [count for count in counts if count.source == FollowerCount.Source.ARCHIVE]
    return max(read or counts, key=lambda count: count.count, default=None)


def missing_steps(application: Application) -> list[str]:
    """The steps that still lack something before the application can be submitted, in order."""
    missing = []
    member = application.member
    if published_consent_text(member.programme) is None or missing_consents(member):
        missing.append("consent")
    if not SHORTEST <= len(application.motivation) <= LONGEST:
        missing.append("motivation")
    if not ready_accounts(member.employee):
        missing.append("accounts")
    return missing


def ready_accounts(employee: Employee) -> list[SocialAccount]:
    """The accounts with a follower count, or an archive that is read or on its way."""
    return [
        account
        for account in accounts_of(employee)
        if account.follower_counts.all() or any(archive.state in USABLE for archive in account.archives.all())
    ]
