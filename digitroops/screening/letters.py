"""What the person is told, in their own language, about the audit of their footprint."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.screening.models import Audit, Decision


@contextmanager
def language_of(user: User) -> Iterator[None]:
    """Speak the person's language, or the company's when they chose none."""
    home = company()
    with translation.override(user.language or (home.language if home else "id")):
        yield


def tell_findings_ready(audit: Audit) -> None:
    """The scan is over: the person reads first, before anybody else."""
    user = audit.member.employee.user
    if user is None:
        return
    with language_of(user):
        send_message(
            to=user,
            kind="audit.ready",
            title=_("Your footprint audit is ready for you to read"),
            body=_(
                "You are the first to read it. Nobody else sees it until you send it on yourself. "
                "You may reply to each finding, or withdraw."
            ),
            path=reverse("screening:mine"),
            action_label=_("Read my audit"),
            key=f"audit-ready-{audit.pk}",
        )


def tell_outcome(audit: Audit) -> None:
    """Two people have decided; kindly, whatever it is."""
    user = audit.member.employee.user
    if user is None:
        return
    with language_of(user):
        title, body = _outcome_text(audit)
        send_message(
            to=user,
            kind="audit.decided",
            title=title,
            body=body,
            path=reverse("screening:mine"),
            action_label=_("See the result"),
            key=f"audit-decided-{audit.pk}",
        )


def _outcome_text(audit: Audit) -> tuple[str, str]:
    if audit.outcome == Decision.CLEAR:
        return (
            _("Your footprint audit is complete"),
            _("The reviewers see nothing in the way. You go on to the selection of the team."),
        )
    if audit.outcome == Decision.COACH:
        return (
            _("Your footprint audit is complete, with a little coaching"),
            _(
                "You go on to the selection of the team. The reviewers suggest going through a few things "
                "together first; the PR team will arrange it with you."
            ),
        )
    return (
        _("Not a fit this time"),
        _(
            "Thank you for your openness. The reviewers think that this is not the right moment. It says "
            "nothing about your work, it is not in your personnel file, and you are welcome to apply again. "
            "The PR team will gladly talk it over with you."
        ),
    )
