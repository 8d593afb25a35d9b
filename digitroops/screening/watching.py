"""Members who agreed to be checked again: who is due, and from when on posts are new."""

import datetime as dt
from collections.abc import Iterator

from digitroops.presence.models import Archive, Connection
from digitroops.privacy.queries import is_paused
from digitroops.programme.models import ConsentItem, Member, Programme
from digitroops.programme.queries import has_consent
from digitroops.screening.models import OPEN_STATES
from digitroops.screening.rules import rules_of

MONTH = 30.44
WATCHED = (Member.State.ACTIVE, Member.State.PAUSED)


def last_look(member: Member) -> dt.datetime:
    """When the person's posts were read last; for a member who never had an audit, when they joined."""
    newest = member.audits.exclude(scanned=None).order_by("-scanned").first()
    return newest.scanned if newest and newest.scanned else member.created


def is_due(member: Member, now: dt.datetime) -> bool:
    """Whether a new check is due: agreed to, in the team, long enough ago, nothing open, nothing on hold."""
    if member.state not in WATCHED or not has_consent(member, ConsentItem.Key.WATCH):
        return False
    if member.audits.filter(state__in=OPEN_STATES).exists() or is_paused(member.employee_id):
        return False
    months = rules_of(member.programme).watch_months
    return last_look(member) + dt.timedelta(days=round(months * MONTH)) <= now


def due_for_watching(now: dt.datetime) -> Iterator[Member]:
    """The members of running programmes who are due."""
    members = Member.objects.filter(programme__state=Programme.State.RUNNING, state__in=WATCHED)
    agreed = members.filter(consents__item__key=ConsentItem.Key.WATCH, consents__withdrawn=None).distinct()
    found = agreed.select_related("employee__user", "programme")
    return (member for member in found if is_due(member, now))


def has_news(member: Member) -> bool:
    """Whether an archive or a connected account was read after the person's posts were read last."""
    looked, person = last_look(member), member.employee_id
    archives = Archive.objects.filter(account__employee_id=person, state=Archive.State.READ)
    connected = Connection.objects.filter(account__employee_id=person, read__gt=looked)
    return archives.filter(uploaded__gt=looked).exists() or connected.exists()


def since_of(member: Member) -> dt.datetime | None:
    """From when on posts are new: after the last look; everything where there was none."""
    newest = member.audits.exclude(scanned=None).order_by("-scanned").first()
    return newest.scanned if newest else None
