"""What screening does when other apps say that something happened."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from digitroops.people.models import Employee, User
from digitroops.people.panels import register_data, register_panel, register_profile_link
from digitroops.presence.signals import presence_changed
from digitroops.privacy.models import Request
from digitroops.privacy.officers import register_officers
from digitroops.privacy.processing import register_activities
from digitroops.privacy.signals import erasure_granted, right_used
from digitroops.programme.models import ConsentItem, Member
from digitroops.programme.panels import register_member_panel, register_programme_panel
from digitroops.programme.signals import consent_withdrawn, member_moved
from digitroops.screening import personal
from digitroops.screening.actions import end_audits, start_audit
from digitroops.screening.activities import activities
from digitroops.screening.jobs import check_deletions, hand_over, stop_scans
from digitroops.screening.models import OPEN_STATES, Audit
from digitroops.screening.queries import to_hand_over
from digitroops.screening.rules import officers
from digitroops.screening.watching import has_news, is_due, since_of

NEEDED = frozenset(
    {ConsentItem.Key.CONTACT, ConsentItem.Key.ARCHIVE, ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW}
)

register_data("footprint_audits", personal.data_of)
register_programme_panel(personal.programme_panel)
register_member_panel(personal.coaching_panel)
register_member_panel(personal.reply_panel)
register_activities(activities)
register_officers(officers, "screening:rules")
register_profile_link(personal.profile_link)
register_panel(personal.panel_for)


@receiver(consent_withdrawn)
def end_audits_without_consent(sender: type[Member], *, member: Member, key: str, **kwargs: Any) -> None:
    if key in NEEDED:
        end_audits(member=member, actor=member.employee.user)
    elif key == ConsentItem.Key.WATCH:
        end_audits(member=member, actor=member.employee.user, purpose=Audit.Purpose.WATCH)


@receiver(member_moved)
def end_audits_of_those_who_left(
    sender: type[Member], *, member: Member, after: str, actor: User | None, **kwargs: Any
) -> None:
    """An audit still under way ends with the membership; one that was decided is kept as long as it was to be."""
    if after == Member.State.LEFT and member.audits.filter(state__in=OPEN_STATES).exists():
        end_audits(member=member, actor=actor)


@receiver(presence_changed)
def check_what_was_deleted(sender: type[Employee], *, employee: Employee, **kwargs: Any) -> None:
    """A new archive shows whether the posts that the person deleted are gone, and lets a check begin that is due."""
    check_deletions(employee)
    for member in Member.objects.filter(employee=employee).select_related("employee", "programme"):
        if is_due(member, timezone.now()) and has_news(member):
            start_audit(member=member, purpose=Audit.Purpose.WATCH, since=since_of(member))


@receiver(right_used)
def stop_the_machine(sender: type[Request], *, request: Request, **kwargs: Any) -> None:
    """An objection takes what was scanned out of sight at once; with a pause a scan under way stops."""
    if request.kind == Request.Kind.OBJECT:
        for audit_id in to_hand_over(request.employee).values_list("pk", flat=True):
            hand_over(audit_id)
    elif request.kind == Request.Kind.RESTRICT:
        stop_scans(request.employee)


@receiver(erasure_granted)
def end_every_audit(sender: type[Employee], *, employee: Employee, actor: User, **kwargs: Any) -> None:
    """Nothing of what was found stays, whatever consent it rested on."""
    for member in Member.objects.filter(employee=employee):
        end_audits(member=member, actor=actor)
        member.kind_words.all().delete()
