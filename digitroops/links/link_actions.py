"""What PR changes on a link: its spoken name, where it leads, and the UTM template of new ones."""

from django.db import IntegrityError, transaction

from digitroops.audit.actions import record
from digitroops.links.analytics import was_followed
from digitroops.links.codes import AliasRefused, alias_from
from digitroops.links.models import Link, UtmTemplate
from digitroops.newsroom.addresses import is_web_address, on_allowed_domain
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.programme.models import Programme


class TargetRefused(Exception):
    """The address is no web address, or not on the company's domains."""


class ReasonMissing(Exception):
    """People have followed the link already, so a change needs a reason for the record."""


@transaction.atomic
def set_alias(*, link: Link, alias: str, actor: User) -> Link:
    """Give a link a name that can be spoken, beside its code; an empty one takes the name away.

    Raises AliasRefused for a name that is taken, reserved, or not made of small letters, figures and hyphens.
    """
    wanted = alias_from(alias) if alias.strip() else None
    if wanted == link.alias:
        return link
    if wanted and Link.objects.filter(code=wanted).exists():
        raise AliasRefused(AliasRefused.TAKEN)
    before, link.alias = link.alias, wanted
    try:
        with transaction.atomic():
            link.save(update_fields=["alias"])
    except IntegrityError as error:
        raise AliasRefused(AliasRefused.TAKEN) from error
    record(
        actor=actor,
        act="link.alias_set",
        subject=link,
        person=link.member.employee,
        before={"alias": before},
        after={"alias": wanted},
    )
    return link


@transaction.atomic
def change_target(*, link: Link, target: str, reason: str, actor: User) -> Link:
    """Let a link lead elsewhere. Before anybody has followed it this is free; later it needs a reason.

    Either way the record keeps where it led. Raises TargetRefused and ReasonMissing.
    """
    link = Link.objects.select_for_update().select_related("member__employee").get(pk=link.pk)
    firm = company()
    if not is_web_address(target) or not on_allowed_domain(target, firm.link_domains if firm else []):
        raise TargetRefused(target)
    if target == link.target:
        return link
    if was_followed(link) and not reason.strip():
        raise ReasonMissing
    before, link.target = link.target, target
    link.save(update_fields=["target"])
    record(
        actor=actor,
        act="link.target_changed",
        subject=link,
        person=link.member.employee,
        before={"target_url": before},
        after={"target_url": target, "reason": reason.strip()},
    )
    return link


@transaction.atomic
def save_utm_template(*, programme: Programme, actor: User, parameters: dict[str, str]) -> UtmTemplate:
    """Keep the template for links made from now on; links that are out keep what they carry."""
    template, _created = UtmTemplate.objects.select_for_update().get_or_create(programme=programme)
    before = {name: getattr(template, name) for name in parameters}
    for name, value in parameters.items():
        setattr(template, name, value)
    template.save()
    record(actor=actor, act="utm.changed", subject=programme, before=before, after=dict(parameters))
    return template
