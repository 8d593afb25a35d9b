"""What waits for somebody of the PR side today, each with the way to it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.newsroom.models import Question
from digitroops.people.models import Role, User
from digitroops.privacy.models import Request
from digitroops.privacy.queries import requests_for
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.actions.approval import approvers
from digitroops.recruitment.models import Application, Proposal
from digitroops.screening.cards import case_rows
from digitroops.screening.models import Audit
from digitroops.screening.queries import open_talks
from digitroops.screening.stuck import stuck_in
from digitroops.ui.formats import moment


@dataclass(frozen=True)
class Task:
    """Something for the viewer to do today."""

    icon: str
    title: str
    sub: str
    url: str


def tasks_of(programme: Programme, viewer: User) -> list[Task]:
    """What waits for the viewer: rights, teams to approve, questions, applications, audits."""
    return [
        *rights_tasks(viewer),
        *_approvals(programme, viewer),
        *_questions(programme, viewer),
        *_applications(programme, viewer),
        *_talks(programme, viewer),
        *_failed(programme, viewer),
        *reviewer_tasks(programme, viewer),
        *_reviews(viewer),
    ]


def rights_tasks(viewer: User) -> list[Task]:
    """Requests of people who use a right, with the nearest deadline."""
    waiting = requests_for(viewer).filter(state=Request.State.OPEN).order_by("due")
    nearest = waiting.first()
    if nearest is None:
        return []
    count = waiting.count()
    title = ngettext(
        "Answer %(n)s request about personal data", "Answer %(n)s requests about personal data", count
    )
    sub = _("Late since %(when)s") if nearest.is_late else _("Answer by %(when)s")
    url = reverse("privacy:request", args=[nearest.pk]) if count == 1 else _open_requests()
    return [Task("shield-lock", title % {"n": count}, sub % {"when": moment(nearest.due)}, url)]


def _open_requests() -> str:
    return f"{reverse('privacy:requests')}?state={Request.State.OPEN}"


def _approvals(programme: Programme, viewer: User) -> list[Task]:
    waiting = programme.proposals.filter(state=Proposal.State.WAITING).select_related("submitted_by")
    return [
        Task(
            "checks",
            _("Approve the team “%(name)s” or send it back") % {"name": proposal.name},
            _("Handed in by %(who)s, %(when)s")
            % {"who": proposal.submitted_by or "–", "when": moment(proposal.submitted)},
            reverse("recruitment:proposal", args=[proposal.pk]),
        )
        for proposal in waiting.order_by("submitted")
        if viewer in approvers(proposal)
    ]


def _questions(programme: Programme, viewer: User) -> list[Task]:
    if not viewer.has_role(Role.PR):
        return []
    waiting = Question.objects.filter(brief__campaign__programme=programme, answered=None)
    askers = list(waiting.values_list("asked_by__employee__name", flat=True)[:2])
    count = waiting.count()
    title = ngettext("Answer %(n)s member's question", "Answer %(n)s members' questions", count) % {
        "n": count
    }
    names = ", ".join(name.split()[0] for name in askers if name)
    return [Task("message-circle", title, names, reverse("newsroom:campaigns"))] if count else []


def _applications(programme: Programme, viewer: User) -> list[Task]:
    if not viewer.has_role(Role.PR):
        return []
    state = Member.State.APPLIED
    submitted = Application.objects.filter(member__programme=programme, member__state=state)
    count = submitted.exclude(submitted=None).count()
    title = ngettext("Look at %(n)s application", "Look at %(n)s applications", count) % {"n": count}
    url = f"{reverse('recruitment:applicants')}?state={state}"
    return [Task("users", title, _("Open call"), url)] if count else []


def _talks(programme: Programme, viewer: User) -> list[Task]:
    """Coaching talks that reviewers suggested and nobody has held; leads to the one that waits longest."""
    members = [audit.member for audit in open_talks(programme)] if viewer.has_role(Role.PR) else []
    if not members:
        return []
    title = ngettext(
        "Hold a coaching talk with %(n)s person", "Hold coaching talks with %(n)s people", len(members)
    ) % {"n": len(members)}
    names = ", ".join(member.employee.name.split()[0] for member in members[:3])
    return [Task("school", title, names, reverse("screening:reputation-of", args=[members[0].pk]))]


def _failed(programme: Programme, viewer: User) -> list[Task]:
    """Readings that broke off: the person has been told that the PR team starts them again."""
    if not viewer.has_role(Role.PR):
        return []
    count = Audit.objects.filter(member__programme=programme, state=Audit.State.FAILED).count()
    title = ngettext("Start %(n)s footprint audit again", "Start %(n)s footprint audits again", count) % {
        "n": count
    }
    url = f"{reverse('screening:process')}?state={Audit.State.FAILED}"
    return [Task("refresh", title, _("The reading of the posts broke off"), url)] if count else []


def reviewer_tasks(programme: Programme | None, viewer: User) -> list[Task]:
    """Cases for which too few reviewers are left."""
    told = viewer.has_role(Role.PR, Role.ADMINISTRATOR)
    count = len(stuck_in(programme)) if programme and told else 0
    title = ngettext(
        "Find another reviewer for %(n)s footprint audit",
        "Find another reviewer for %(n)s footprint audits",
        count,
    ) % {"n": count}
    names = viewer.has_role(Role.ADMINISTRATOR)
    url = (
        reverse("people:roles") if names else f"{reverse('screening:process')}?state={Audit.State.IN_REVIEW}"
    )
    sub = _("The others have decided, or are of the person's own unit or line")
    return [Task("users", title, sub, url)] if count else []


def _reviews(viewer: User) -> list[Task]:
    if not viewer.has_role(Role.REVIEWER):
        return []
    count = sum(row.waits for row in case_rows(viewer))
    title = ngettext("Review %(n)s footprint audit", "Review %(n)s footprint audits", count) % {"n": count}
    return [Task("user-search", title, _("Two reviewers each"), reverse("screening:queue"))] if count else []
