from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, mail, menu
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "x",
    _("X usually takes 24 hours, sometimes a few days."),
    (
        Step(
            _("Open X, then “Settings and privacy”, then “Your account”."),
            menu(_("Settings"), _("Your account"), _("Monetization"), _("Security and access"), opens=0),
        ),
        Step(
            _(
                "Choose “Download an archive of your data”. Confirm your password and the code that X sends you."
            ),
            menu(
                _("Your account"),
                _("Account information"),
                _("Change your password"),
                _("Download an archive"),
                opens=2,
            ),
        ),
        Step(
            _(
                "Choose “Request archive”. X tells you in the app and by e-mail once it is ready, often after a day."
            ),
            button(_("Download an archive"), _("Request archive")),
        ),
        Step(
            _(
                "Open that message in the browser where you are signed in to X, and download the zip file. "
                "Do not unpack it."
            ),
            mail(_("Your archive is ready"), _("Download archive")),
        ),
        SEND,
    ),
    _("X always exports everything since the account began, as JSON; there is nothing to set."),
)
