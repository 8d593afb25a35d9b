"""What the person is told, in their own language, about the audit of their footprint."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.models import Role, User
from digitroops.people.queries import language_of, pr_team
from digitroops.programme.models import Member
from digitroops.screening.models import Appeal, Audit, Decision
from digitroops.screening.queries import reading_obstacle
from digitroops.ui.formats import day as written


def tell_findings_ready(audit: Audit) -> None:
    """The scan is over: the person reads first, before anybody else."""
    user = audit.member.employee.user
    if user is None:
        return
    with translation.override(language_of(user)):
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
    with translation.override(language_of(user)):
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
    watched = audit.purpose == Audit.Purpose.WATCH
    if audit.outcome == Decision.CLEAR:
        follows = _("You stay in the team.") if watched else _("You go on to the selection of the team.")
        return (
            _("Your footprint audit is complete"),
            _("The reviewers see nothing in the way. %(follows)s") % {"follows": follows},
        )
    if audit.outcome == Decision.COACH:
        return _("Your footprint audit is complete, with a little coaching"), _coaching_text(audit)
    if watched:
        return (
            _("The reviewers wish for a talk with you"),
            _(
                "Your membership has not changed. The PR team talks with you first and decides nothing before "
                "that. The reason is on your page, and you may ask for another look."
            ),
        )
    return (
        _("Not a fit this time"),
        _(
            "Thank you for your openness. The reviewers think that this is not the right moment. It says "
            "nothing about your work, it is not in your personnel file, and you are welcome to apply again. "
            "The reason and the next chance are on your page, and you may ask for another look."
        ),
    )


def _coaching_text(audit: Audit) -> str:
    if audit.lesson_title:
        return _("You go on. The reviewers suggest one lesson: “%(title)s”. The reason is on your page.") % {
            "title": audit.lesson_title
        }
    return _(
        "You go on. The reviewers suggest a talk with the PR team, who arrange it with you; you need not do "
        "anything. The reason is on your page."
    )


def reviewers_for(audit: Audit) -> Iterator[User]:
    """Reviewers who may read a case and have not decided in it."""
    decided = audit.reviews.values("reviewer")
    found = User.objects.filter(grants__role=Role.REVIEWER, is_active=True).exclude(pk__in=decided).distinct()
    return (user for user in found.select_related("employee__unit") if not reading_obstacle(audit, user))


def tell_to_read(audit: Audit) -> None:
    """The candidate has objected to automated reading: reviewers are asked to read their public posts themselves."""
    for user in reviewers_for(audit):
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="audit.by_hand",
                title=_("Posts are to be read by a person"),
                body=_(
                    "A participant does not want to be read by a machine. One reviewer reads; it stands in your queue."
                ),
                path=reverse("screening:by-hand", args=[audit.pk]),
                action_label=_("Read the posts"),
                key=f"audit-by-hand-{audit.pk}-{user.pk}",
            )


def tell_escalated(audit: Audit) -> None:
    """A reviewer has passed the case on: the others are asked to read it first."""
    for user in reviewers_for(audit):
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="audit.escalated",
                title=_("A case was passed on to other reviewers"),
                body=_("Another reviewer asks for more eyes. It stands first in your queue."),
                path=reverse("screening:case", args=[audit.pk]),
                action_label=_("Read the case"),
                key=f"audit-escalated-{audit.pk}-{audit.reviews.count()}-{user.pk}",
            )


def tell_appeal_made(appeal: Appeal) -> None:
    """Somebody asks for another look: those who have not decided before are told."""
    for user in reviewers_for(appeal.audit):
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="appeal.made",
                title=_("A participant asks for another look"),
                body=_("You have not decided in this case, so you may answer. One answer is enough."),
                path=reverse("screening:case", args=[appeal.audit_id]),
                action_label=_("Read the case"),
                key=f"appeal-{appeal.pk}-{user.pk}",
            )


def tell_appeal_answered(appeal: Appeal, audit: Audit) -> None:
    """The second look is done: the person reads what it says."""
    user = audit.member.employee.user
    if user is None:
        return
    with translation.override(language_of(user)):
        send_message(
            to=user,
            kind="appeal.answered",
            title=_("Your case has been looked at again"),
            body=_(
                "Somebody who had not decided before has read it. The answer and its reason are on your page."
            ),
            path=reverse("screening:mine"),
            action_label=_("See the answer"),
            key=f"appeal-answered-{appeal.pk}",
        )


def tell_watch_due(member: Member, day: dt.date) -> bool:
    """Ask a member who agreed for a new archive, once a month until it is there. Returns whether it was sent."""
    user = member.employee.user
    if user is None:
        return False
    with translation.override(language_of(user)):
        message = send_message(
            to=user,
            kind="audit.watch",
            title=_("Time for the check of your footprint that you agreed to"),
            body=_(
                "Please upload a new data archive. Only posts since the last check are read, you see the result "
                "first, and you may withdraw this consent at any time."
            ),
            path=reverse("presence:accounts"),
            action_label=_("Upload an archive"),
            key=f"audit-watch-{member.pk}-{day:%Y%m}",
        )
    return message is not None


def tell_pr_of_watch(audit: Audit) -> None:
    """A check of a member ended with a wish for a talk: PR decides what follows, nothing happens by itself."""
    for user in pr_team():
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="audit.watch_ended",
                title=_("The check of %(name)s asks for a talk") % {"name": audit.member.employee.name},
                body=_(
                    "The reviewers think that a talk is needed before going on. The membership has not changed: "
                    "talk first, then decide whether it pauses."
                ),
                path=reverse("programme:member", args=[audit.member_id]),
                action_label=_("See the member"),
                key=f"audit-watch-ended-{audit.pk}-{user.pk}",
            )


def tell_pr_of_talk(audit: Audit) -> None:
    """An audit ended with a coaching talk: the PR team is asked to arrange it."""
    for user in pr_team():
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="audit.talk",
                title=_("A coaching talk with %(name)s is to be arranged")
                % {"name": audit.member.employee.name},
                body=_(
                    "The reviewers suggest a talk instead of a lesson, and %(name)s has been told that you arrange "
                    "it. What was found stays with the person, who may tell you about it. Mark the talk as done "
                    "afterwards."
                )
                % {"name": audit.member.employee.name},
                path=reverse("screening:reputation-of", args=[audit.member_id]),
                action_label=_("See the member"),
                key=f"audit-talk-{audit.pk}-{user.pk}",
            )


def tell_deadline_near(audit: Audit) -> None:
    """A friendly reminder that the time to reply ends soon."""
    user = audit.member.employee.user
    if user is None or audit.due is None:
        return
    with translation.override(language_of(user)):
        send_message(
            to=user,
            kind="audit.due",
            title=_("A few days left to read your footprint audit"),
            body=_(
                "You may reply to each finding and send it on, or withdraw. When you need more time, tell the PR "
                "team: they can move the day."
            ),
            path=reverse("screening:mine"),
            action_label=_("Read my audit"),
            key=f"audit-due-{audit.pk}-{audit.due:%Y%m%d}",
        )


def tell_pr_of_end(audit: Audit, day: dt.date) -> None:
    """A case has lain undecided nearly as long as results are kept: PR can still have it decided."""
    for user in pr_team():
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="audit.ends_undecided",
                title=_("Participant %(number)s has waited for a decision very long")
                % {"number": audit.number},
                body=_(
                    "On %(day)s the time is over for which your programme keeps what was found. The case then ends "
                    "without a decision and its findings are deleted. Ask the reviewers to decide before."
                )
                % {"day": written(day)},
                path=reverse("screening:process"),
                action_label=_("See how the audits stand"),
                key=f"audit-ends-{audit.pk}-{user.pk}",
            )


def tell_ended_undecided(audit: Audit) -> None:
    """Nobody decided in time: the person reads that it is over and that nothing is kept."""
    _tell_ended(audit, "audit.undecided")


def tell_lapsed(audit: Audit) -> None:
    """The person left it lying: it is over, and nothing is kept."""
    _tell_ended(audit, "audit.lapsed")


def _tell_ended(audit: Audit, kind: str) -> None:
    user = audit.member.employee.user
    if user is None:
        return
    watched = audit.purpose == Audit.Purpose.WATCH
    with translation.override(language_of(user)):
        why = (
            _("We are sorry that nobody decided in time.")
            if kind == "audit.undecided"
            else _("It was not sent to the reviewers in time, and that is fine.")
        )
        follows = _("You stay in the team.") if watched else _("You are welcome to apply again.")
        send_message(
            to=user,
            kind=kind,
            title=_("Your footprint audit has ended without a decision"),
            body=_("%(why)s What was found is deleted, and it has no consequence for your work. %(follows)s")
            % {"why": why, "follows": follows},
            path=reverse("screening:mine") if watched else "/",
            action_label=_("To my audit") if watched else _("To the start page"),
            key=f"{kind}-{audit.pk}",
        )
