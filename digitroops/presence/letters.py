"""What a person is told about their accounts, in their own language."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.queries import company
from digitroops.presence.models import SocialAccount


def tell_asked(account: SocialAccount) -> None:
    """Somebody of PR would like to know how the followers came."""
    user = account.employee.user
    if user is None:
        return
    home = company()
    with translation.override(user.language or (home.language if home else "id")):
        send_message(
            to=user,
            kind="account.asked",
            title=_("How did your followers on %(account)s come?") % {"account": account},
            body=_(
                "PR saw that many followers came within a short time, and would like to hear from you how that "
                "was: a post that spread, a report in the media, an event. It is a question, not a judgement."
            ),
            path=reverse("presence:account", args=[account.pk]) + "#growth",
            action_label=_("Tell how it was"),
        )
