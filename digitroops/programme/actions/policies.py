from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.actions.texts import AlreadyPublished
from digitroops.programme.models import Member, Policy, PolicyAcceptance, Programme
from digitroops.programme.signals import policy_accepted


@transaction.atomic
def draft_policy(*, actor: User, programme: Programme) -> Policy:
    """The open draft of the next version, copied from the newest version when there is none yet."""
    newest = programme.policies.first()
    if newest is None:
        raise Policy.DoesNotExist
    if newest.published is None:
        return newest
    draft = Policy.objects.create(
        programme=programme, version=newest.version + 1, title=newest.title, body=newest.body
    )
    record(actor=actor, act="policy.drafted", subject=draft, after={"version": draft.version})
    return draft


@transaction.atomic
def edit_policy(*, actor: User, policy: Policy, title: str, body: str) -> Policy:
    """Change a draft. Raises AlreadyPublished."""
    before = Policy.objects.values("title", "body").get(pk=policy.pk)
    if not Policy.objects.filter(pk=policy.pk, published=None).update(title=title, body=body):
        raise AlreadyPublished
    policy.refresh_from_db()
    after = {"title": title, "body": body, "version": policy.version}
    record(actor=actor, act="policy.edited", subject=policy, before=dict(before), after=after)
    return policy


@transaction.atomic
def publish_policy(*, actor: User, policy: Policy) -> Policy:
    """Publish a draft; members are asked to accept it, and it never changes again."""
    published = Policy.objects.filter(pk=policy.pk, published=None).update(published=timezone.now())
    policy.refresh_from_db()
    if published:
        record(actor=actor, act="policy.published", subject=policy, after={"version": policy.version})
    return policy


@transaction.atomic
def accept_policy(*, actor: User, member: Member, policy: Policy, name: str) -> PolicyAcceptance:
    """Keep that the member accepted this version under this name; a second acceptance changes nothing."""
    acceptance, created = PolicyAcceptance.objects.get_or_create(
        member=member, policy=policy, defaults={"name": name}
    )
    if created:
        record(
            actor=actor,
            act="policy.accepted",
            subject=policy,
            person=member.employee,
            after={"name": name, "version": policy.version},
        )
        policy_accepted.send(Policy, member=member, policy=policy, actor=actor)
    return acceptance
