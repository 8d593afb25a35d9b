"""Declaring, following and closing an incident."""

from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.crisis import queries
from digitroops.crisis.models import Acknowledgement, Claim, Incident, Sighting, Statement
from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import company, language_of
from digitroops.programme.models import Member, Programme
from digitroops.sharing.actions import pause_sharing, resume_sharing


class AlreadyOpen(Exception):
    """Another incident is open in this programme."""

    def __init__(self, incident: Incident) -> None:
        super().__init__(incident.title)
        self.incident = incident


class NewerStatement(Exception):
    """Somebody else has published a newer statement in the meantime."""


class IncidentClosed(Exception):
    """The incident is closed; nothing is added to it any more."""


def pause_key(incident: Incident) -> str:
    """Names the pause of sharing that belongs to an incident."""
    return f"incident-{incident.pk}"


@transaction.atomic
def declare_incident(*, incident: Incident, programme: Programme, statement: str, actor: User) -> Incident:
    """Open an incident or a drill; a real one stops sharing for everybody in the same moment.

    Raises AlreadyOpen when one is open, also when two people declare at the same second: the database holds
    one open incident for each programme.
    """
    incident.programme, incident.opened_by = programme, actor
    try:
        with transaction.atomic():
            incident.save()
    except IntegrityError as error:
        found = queries.open_incident(programme)
        if found is None:
            raise
        raise AlreadyOpen(found) from error
    if statement:
        Statement.objects.create(incident=incident, version=1, text=statement, by=actor)
    if incident.kind == Incident.Kind.REAL:
        firm = company()
        with translation.override(firm.language if firm else "id"):
            instruction = f"{incident.get_instruction_display()}."
        pause_sharing(
            programme=programme,
            key=pause_key(incident),
            title=incident.title,
            instruction=instruction,
            path=reverse("crisis:current"),
            actor=actor,
        )
    after = {"kind": incident.kind, "severity": incident.severity, "instruction": incident.instruction}
    record(actor=actor, act="incident.declared", subject=incident, after=after)
    _tell_members(incident, "declared")
    return incident


def _words(incident: Incident, what: str) -> tuple[str, str, str]:
    """Title, text and button of the message about an incident, in the active language."""
    drill = incident.kind == Incident.Kind.DRILL
    title = {"title": incident.title}
    if what == "declared":
        head = _("Drill: %(title)s") if drill else _("Crisis mode: %(title)s")
        body = _("Please read what we do now, then press “I understand”.")
        return head % title, f"{incident.get_instruction_display()}. {body}", _("Open the instruction")
    if what == "statement":
        return (
            _("New statement: %(title)s") % title,
            _("The official statement has a new version. Please use this one only."),
            _("Read the statement"),
        )
    return (
        _("Closed: %(title)s") % title,
        _("The incident is closed and sharing goes on. Thank you for your calm."),
        _("Open Digitroops"),
    )


def _tell_members(incident: Incident, what: str, version: int = 1) -> None:
    members = incident.programme.members.filter(state__in=queries.FOLLOWERS, employee__user__isnull=False)
    for member in members.select_related("employee__user"):
        user = member.employee.user
        if user is None:
            continue
        with translation.override(language_of(user)):
            title, body, label = _words(incident, what)
            send_message(
                to=user,
                kind=f"incident-{what}",
                title=title,
                body=body,
                path=reverse("sharing:stories" if what == "closed" else "crisis:current"),
                action_label=label,
                key=f"incident-{incident.pk}-{what}-{version}-{member.pk}",
            )


def _only_open(incident: Incident) -> Incident:
    """The incident's row, locked; raises IncidentClosed when it is closed already."""
    found = Incident.objects.select_for_update().get(pk=incident.pk)
    if found.closed:
        raise IncidentClosed
    return found


@transaction.atomic
def publish_statement(*, incident: Incident, text: str, seen_version: int, actor: User) -> Statement:
    """Publish the next version of the statement and tell members; the same text again changes nothing.

    Raises NewerStatement when there is a version that the writer had not seen.
    """
    _only_open(incident)
    latest = queries.statement_of(incident)
    if latest and latest.text == text:
        return latest
    if (latest.version if latest else 0) != seen_version:
        raise NewerStatement
    statement = Statement.objects.create(incident=incident, version=seen_version + 1, text=text, by=actor)
    record(
        actor=actor,
        act="statement.published",
        subject=statement,
        before={"text": latest.text if latest else ""},
        after={"text": text},
    )
    _tell_members(incident, "statement", statement.version)
    return statement


@transaction.atomic
def save_claim(*, claim: Claim, incident: Incident, actor: User) -> Claim:
    """Add or change a claim with its verdict and the ready answer."""
    _only_open(incident)
    before = Claim.objects.filter(pk=claim.pk).values("text", "verdict", "correction", "source").first()
    claim.incident = incident
    claim.save()
    after: dict[str, Any] = {"text": claim.text, "verdict": claim.verdict, "correction": claim.correction}
    record(actor=actor, act="claim.saved", subject=claim, before=dict(before or {}), after=after)
    return claim


@transaction.atomic
def acknowledge(*, incident: Incident, member: Member) -> bool:
    """A member says that they understand; False when they had said so before."""
    _only_open(incident)
    _one, created = Acknowledgement.objects.get_or_create(incident=incident, member=member)
    if created:
        employee = member.employee
        record(actor=employee.user, act="incident.acknowledged", subject=incident, person=employee)
    return created


@transaction.atomic
def report_sighting(*, incident: Incident, member: Member, text: str, url: str) -> Sighting:
    """A member reports what they see; the same report sent twice is one. Whoever declared is told."""
    _only_open(incident)
    sighting, created = Sighting.objects.get_or_create(incident=incident, member=member, text=text, url=url)
    if not created:
        return sighting
    record(actor=member.employee.user, act="sighting.reported", subject=sighting, person=member.employee)
    if incident.opened_by:
        with translation.override(language_of(incident.opened_by)):
            send_message(
                to=incident.opened_by,
                kind="sighting",
                title=_("%(name)s reports what they see") % {"name": member.employee.name},
                body=text,
                path=reverse("crisis:incident", args=[incident.pk]),
                action_label=_("Open the incident"),
                mail=False,
            )
    return sighting


@transaction.atomic
def close_incident(*, incident: Incident, lessons: str, actor: User) -> bool:
    """Close an incident: sharing goes on and members are told; False when it was closed before."""
    now = timezone.now()
    closed = Incident.objects.filter(pk=incident.pk, closed=None).update(
        closed=now, closed_by=actor, lessons=lessons
    )
    if not closed:
        return False
    incident.refresh_from_db()
    opened = resume_sharing(key=pause_key(incident), actor=actor)
    record(
        actor=actor,
        act="incident.closed",
        subject=incident,
        after={"lessons": lessons, "shares_opened": opened},
    )
    _tell_members(incident, "closed")
    return True
