"""Making links, taking them back, and recording who follows them."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.links import rollups
from digitroops.links.codes import new_code
from digitroops.links.jobs import forget_keys
from digitroops.links.models import Click, DailyKey, Link, Visitor
from digitroops.links.verdicts import Judgement, clean, client_of
from digitroops.newsroom.addresses import is_web_address
from digitroops.newsroom.models import Story
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.programme.models import Member

TRIES = 5


class LinkRefused(Exception):
    """The address is not one that a tracked link may lead to."""


@dataclass(frozen=True)
class Arrival:
    """What is known of one arrival for a moment; the address is used for the visitor's hash and not kept."""

    judgement: Judgement
    address: str = ""
    agent: str = ""
    referrer: str = ""


@transaction.atomic
def create_link(*, member: Member, story: Story) -> Link:
    """A tracked link of its own to the story's page, with the programme's UTM parameters.

    Raises LinkRefused when the story does not lead to an http(s) address.
    """
    if not is_web_address(story.target_url):
        raise LinkRefused(story.target_url)
    programme = member.programme
    for _try in range(TRIES):
        code = new_code()
        utm = {
            "utm_source": programme.utm_source,
            "utm_medium": programme.utm_medium,
            "utm_campaign": story.campaign.slug,
            "utm_content": code,
        }
        link = Link(code=code, target=story.target_url, story=story, member=member, utm=utm)
        if not Link.objects.filter(code=code).exists():
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


def record_click(link: Link, arrival: Arrival, *, at: dt.datetime | None = None) -> Click:
    """Count one arrival once: the raw event with verdict and reason, and the day's roll-up, in one transaction.

    A second arrival of the same visitor on the same day of the company is a repeat, also when both come at
    the same moment: the database holds one person for each link, day and visitor.
    """
    at = at or timezone.now()
    firm = company()
    date = at.astimezone(ZoneInfo(firm.time_zone if firm else "Asia/Jakarta")).date()
    agent = clean(arrival.agent)
    client = client_of(agent)
    click = Click(
        link=link,
        at=at,
        date=date,
        verdict=arrival.judgement.verdict,
        reason=arrival.judgement.reason,
        rule=arrival.judgement.rule,
        referrer=clean(arrival.referrer, 200),
        agent=agent,
        device=client.device,
        browser=client.browser,
        system=client.system,
        app=client.app,
    )
    with transaction.atomic():
        if click.verdict == Click.Verdict.PERSON:
            click.visitor = _visitor(link, arrival, date)
            _save_person_or_repeat(click)
        else:
            click.save()
        rollups.add([click])
    return click


def _save_person_or_repeat(click: Click) -> None:
    """Save the first arrival of a visitor as a person, every later one as a repeat."""
    _row, first = Visitor.objects.get_or_create(date=click.date, link_id=click.link_id, hash=click.visitor)
    if not first:
        click.verdict = Click.Verdict.REPEAT
    click.save()


def _visitor(link: Link, arrival: Arrival, date: dt.date) -> str:
    """A hash that tells visitors of one link on one day apart, and says nothing once the day's key is gone."""
    text = f"{link.pk}\n{arrival.address}\n{arrival.agent}".encode(errors="replace")
    return hashlib.blake2b(text, key=bytes.fromhex(_key_of(date)), digest_size=16).hexdigest()


def _key_of(date: dt.date) -> str:
    found = DailyKey.objects.filter(date=date).values_list("key", flat=True).first()
    if found:
        return found
    forget_keys(date)
    key, _created = DailyKey.objects.get_or_create(date=date, defaults={"key": secrets.token_hex(32)})
    return key.key
