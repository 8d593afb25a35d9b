"""What one may see of incidents."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.crisis.models import Incident, Statement
from digitroops.newsroom.content import lines_of
from digitroops.people.models import Role, User
from digitroops.programme.models import Member, Programme
from digitroops.ui.formats import moment

FOLLOWERS = (Member.State.ACTIVE, Member.State.PAUSED)


@dataclass(frozen=True)
class Light:
    """The crisis light of the shell: calm, drill or incident, and the way there."""

    state: str
    label: str
    url: str
    title: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the instruction: its first sentence, and what is said beside it."""

    head: str
    body: str


def open_incident(programme: Programme) -> Incident | None:
    """The incident or drill that is open in a programme, if there is one."""
    return programme.incidents.filter(closed=None).first()


def light_of(programme: Programme) -> Light:
    """The crisis light of a programme, in the viewer's language."""
    incident = open_incident(programme)
    if incident is None:
        return Light("calm", _("No incident"), reverse("crisis:current"))
    is_drill = incident.kind == Incident.Kind.DRILL
    label = _("Drill running") if is_drill else _("Incident")
    return Light("drill" if is_drill else "incident", label, reverse("crisis:current"), incident.title)


def incidents_seen_by(viewer: User, programme: Programme) -> QuerySet[Incident]:
    """Incidents and drills for PR; none for others, who see the open one on its own page."""
    incidents = programme.incidents.select_related("opened_by", "closed_by")
    counted = incidents.annotate(acknowledged=Count("acknowledgements")).order_by("-opened", "-pk")
    return counted if viewer.has_role(Role.PR) else counted.none()


def steps_of(incident: Incident) -> list[Step]:
    """The instruction, a step a line; the first sentence stands out."""
    parts = (line.partition(". ") for line in lines_of(incident.steps))
    return [Step(f"{head}." if body else head, body) for head, _dot, body in parts]


def statement_of(incident: Incident) -> Statement | None:
    """The newest version of the official statement."""
    return incident.statements.select_related("by").first()


def has_acknowledged(incident: Incident, member: Member) -> bool:
    return incident.acknowledgements.filter(member=member).exists()


def faces_of(incident: Incident) -> list[dict[str, Any]]:
    """For PR: the active members, and who has said that they understand."""
    done = set(incident.acknowledgements.values_list("member", flat=True))
    members = incident.programme.members.filter(state=Member.State.ACTIVE).select_related("employee__unit")
    return [
        {
            "name": member.employee.name,
            "unit_series": member.employee.unit.series,
            "photo": "",
            "done": member.pk in done,
        }
        for member in members
    ]


def timeline_of(incident: Incident) -> list[dict[str, Any]]:
    """For PR: what happened in an incident, the newest first."""
    opened = _("Drill begun") if incident.kind == Incident.Kind.DRILL else _("Incident declared")
    rows: list[tuple[Any, str, str, str, str]] = [
        (incident.opened, opened, incident.title, "urgent", str(incident.opened_by or ""))
    ]
    for statement in incident.statements.select_related("by"):
        title = _("Statement, version %(number)s") % {"number": statement.version}
        rows.append((statement.at, title, statement.text, "speakerphone", str(statement.by or "")))
    for claim in incident.claims.all():
        rows.append((claim.updated, claim.get_verdict_display(), claim.text, "message-question", ""))
    for seen in incident.sightings.select_related("member__employee"):
        rows.append((seen.at, _("A member reports"), seen.text, "eye", seen.member.employee.name))
    for one in incident.acknowledgements.select_related("member__employee"):
        rows.append((one.at, _("Understood"), "", "check", one.member.employee.name))
    if incident.closed:
        rows.append(
            (incident.closed, _("Closed"), incident.lessons, "circle-check", str(incident.closed_by or ""))
        )
    rows.sort(key=lambda row: row[0], reverse=True)
    names = ("title", "text", "icon", "who")
    return [{"when": moment(row[0]), **dict(zip(names, row[1:], strict=True))} for row in rows]
