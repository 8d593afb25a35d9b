from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, mail, menu, pick
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "linkedin",
    _("LinkedIn usually takes 24 hours."),
    (
        Step(
            _(
                "Open LinkedIn in the browser of a computer (the app does not offer it), then “Me”, “Settings & "
                "Privacy”, “Data privacy”."
            ),
            menu(
                _("Settings"), _("Account preferences"), _("Sign in and security"), _("Data privacy"), opens=2
            ),
        ),
        Step(
            _("Choose “Get a copy of your data”."),
            menu(_("Data privacy"), _("Manage your data"), _("Get a copy of your data"), opens=1),
        ),
        Step(
            _("Choose the larger archive: only it holds your posts and comments."),
            pick(_("Get a copy of your data"), _("Larger data archive"), _("Only some files"), ticks={0}),
        ),
        Step(
            _("Choose “Request archive” and confirm with your password."),
            button(_("Get a copy of your data"), _("Request archive"), _("Larger data archive")),
        ),
        Step(
            _("LinkedIn sends an e-mail. Download the zip file within three days, and do not unpack it."),
            mail(_("Your archive is ready"), _("Download archive")),
        ),
        SEND,
    ),
    _("LinkedIn exports your connections, not your followers, so please state the follower count as well."),
)
