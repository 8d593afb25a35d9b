"""What the clock does to planned shares."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.queries import language_of
from digitroops.sharing.models import Share


def remind_due(now: dt.datetime) -> int:
    """Remind members of shares they planned for now; returns how many. Safe to run twice."""
    due = Share.objects.filter(state=Share.State.SCHEDULED, due__lte=now)
    return sum(_remind(share) for share in due.select_related("member__employee__user", "story"))


@transaction.atomic
def _remind(share: Share) -> bool:
    claimed = Share.objects.filter(pk=share.pk, state=Share.State.SCHEDULED).update(state=Share.State.OPENED)
    user = share.member.employee.user
    if claimed and user:
        with translation.override(language_of(user)):
            send_message(
                to=user,
                kind="share-due",
                title=_("You wanted to share “%(title)s” now") % {"title": share.story.title},
                body=_("Your words are ready. If it does not suit you today, leave it: that is fine."),
                path=reverse("sharing:share", args=[share.pk]),
                action_label=_("Open it"),
                key=f"share-due-{share.pk}",
            )
    return bool(claimed)
