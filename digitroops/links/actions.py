"""Making links and taking them back."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.links.codes import new_code
from digitroops.links.models import Link
from digitroops.links.utm import template_of, utm_of
from digitroops.newsroom.addresses import is_web_address
from digitroops.newsroom.models import Story
from digitroops.people.models import User
from digitroops.programme.models import Member

TRIES = 5


class LinkRefused(Exception):
    """The address is not one that a tracked link may lead to."""


@transaction.atomic
def create_link(*, member: Member, story: Story) -> Link:
    """A tracked link of its own to the story's page, with the programme's UTM parameters.

    Raises LinkRefused when the story does not lead to an http(s) address.
    """
    if not is_web_address(story.target_url):
        raise LinkRefused(story.target_url)
    template = template_of(member.programme)
    for _try in range(TRIES):
        code = new_code()
        utm = utm_of(template, member=member, story=story, code=code)
        link = Link(code=code, target=story.target_url, story=story, member=member, utm=utm)
        if not Link.objects.filter(Q(code=code) | Q(alias=code)).exists():
            link.save()
            return link
    raise LinkRefused("No free code was found.")


@transaction.atomic
def withdraw_link(*, link: Link, actor: User | None) -> None:
    """Let the link end on a kind page from now on; its clicks stay. Doing it twice changes nothing."""
    if Link.objects.filter(pk=link.pk, withdrawn=None).update(withdrawn=timezone.now()):
        record(actor=actor, act="link.withdrawn", subject=link, person=link.member.employee)


@transaction.atomic
def restore_link(*, link: Link, actor: User | None) -> None:
    """Let a withdrawn link lead to its page again."""
    if Link.objects.filter(pk=link.pk, withdrawn__isnull=False).update(withdrawn=None):
        record(actor=actor, act="link.restored", subject=link, person=link.member.employee)
