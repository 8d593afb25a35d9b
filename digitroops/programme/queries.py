"""What one may read of programmes and their members."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from digitroops.audit.models import Entry
from digitroops.people.models import Role, User
from digitroops.programme.models import (
    Consent,
    ConsentItem,
    ConsentText,
    Member,
    Policy,
    PolicyAcceptance,
    Programme,
)

LOOKERS = (Role.PR, Role.EXECUTIVE, Role.ADMINISTRATOR)
FUNNEL = (
    Member.State.INVITED,
    Member.State.APPLIED,
    Member.State.SCREENED,
    Member.State.SHORTLISTED,
    Member.State.ONBOARDING,
    Member.State.ACTIVE,
)


def programmes_for(viewer: User) -> QuerySet[Programme]:
    """All programmes for those who look after them, otherwise the viewer's own."""
    if viewer.has_role(*LOOKERS):
        return Programme.objects.all()
    return Programme.objects.filter(members__employee__user=viewer).distinct()


def members_for(viewer: User) -> QuerySet[Member]:
    """Every member for PR and executives, otherwise the viewer's own memberships."""
    members = Member.objects.select_related("employee__unit", "programme")
    return members if viewer.has_role(Role.PR, Role.EXECUTIVE) else members.filter(employee__user=viewer)


def search_members(members: QuerySet[Member], *, q: str = "", state: str = "") -> QuerySet[Member]:
    """The members of one state whose name, number or unit holds the words."""
    if q:
        members = (
            members.filter(employee__name__icontains=q)
            | members.filter(employee__number__icontains=q)
            | members.filter(employee__unit__path__icontains=q)
        )
    return members.filter(state=state) if state else members


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the funnel and how many members are in it now."""

    state: str
    label: str
    count: int


def counts_by_state(programme: Programme) -> dict[str, int]:
    rows = Member.objects.filter(programme=programme).values_list("state").annotate(found=Count("pk"))
    return dict(rows.order_by())


def funnel(programme: Programme) -> list[Step]:
    """How many members are in each state on the way into the team."""
    counts = counts_by_state(programme)
    return [Step(state, str(Member.State(state).label), counts.get(state, 0)) for state in FUNNEL]


def published_consent_text(programme: Programme) -> ConsentText | None:
    """The version that candidates are asked now."""
    return programme.consent_texts.exclude(published=None).first()


def published_policy(programme: Programme) -> Policy | None:
    """The version of the policy that is in force."""
    return programme.policies.exclude(published=None).first()


def open_consents(member: Member) -> dict[str, Consent]:
    """The member's standing consents to the version asked now, by key."""
    text = published_consent_text(member.programme)
    found = Consent.objects.filter(member=member, item__text=text, withdrawn=None).select_related("item")
    return {consent.item.key: consent for consent in found}


def missing_consents(member: Member) -> list[ConsentItem]:
    """The required items of the version asked now that the member has not agreed to."""
    text = published_consent_text(member.programme)
    if text is None:
        return []
    given = open_consents(member)
    return [item for item in text.items.all() if item.required and item.key not in given]


def has_consent(member: Member, key: str) -> bool:
    """Whether a consent of this kind stands, whatever its version."""
    return Consent.objects.filter(member=member, item__key=key, withdrawn=None).exists()


def consents_of(user: User) -> QuerySet[Consent]:
    """Everything the person has ever agreed to, in every programme and version; the newest first."""
    own = Consent.objects.filter(member__employee__user=user)
    return own.select_related("item__text", "member__programme", "member__employee").order_by(
        "-given", "item__order"
    )


def policy_to_accept(member: Member) -> Policy | None:
    """The policy in force when the member has not accepted it yet."""
    policy = published_policy(member.programme)
    accepted = PolicyAcceptance.objects.filter(member=member, policy=policy).exists()
    return None if policy is None or accepted else policy


def entries_about(member: Member, limit: int = 60) -> Sequence[Entry]:
    """The newest entries of the audit record about this person."""
    return list(Entry.objects.filter(person_id=member.employee_id)[:limit])
