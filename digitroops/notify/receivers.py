"""Letters that lower apps ask for."""

from typing import Any

from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.notify import mails, personal
from digitroops.people.models import User
from digitroops.people.panels import register_data
from digitroops.people.signals import sign_in_link_made

register_data("messages", personal.data_of)


@receiver(sign_in_link_made)
def mail_sign_in_link(
    sender: Any, *, user: User, url: str, code: str, minutes: int, language: str, **kwargs: Any
) -> None:
    """E-mail the link and the code at once; they are stored nowhere, so there is no message under the bell."""
    with translation.override(language):
        letter = mails.Letter(
            title=_("Your sign-in link for Digitroops"),
            body=_(
                "Hello %(name)s,\n\nopen the link to sign in, or type the code on the page you came from. Both work "
                "once and for %(minutes)s minutes."
            )
            % {"name": user.name, "minutes": minutes},
            url=url,
            action_label=_("Sign in"),
            code=f"{code[:3]} {code[3:]}" if code else "",
            note=_("You did not ask for this? Then do nothing: without this e-mail nobody can sign in."),
        )
    mails.send(letter, to=user.email, language=language)
