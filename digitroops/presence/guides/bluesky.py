from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, file, menu
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "bluesky",
    _("Bluesky gives the file at once."),
    (
        Step(
            _("Open Bluesky, then “Settings”, then “Account”."),
            menu(_("Settings"), _("Account"), _("Privacy and security"), _("Moderation"), opens=0),
        ),
        Step(
            _(
                "Choose “Export my data”, then “Download CAR file”. Leave out the chat data offered beside it."
            ),
            button(_("Export my data"), _("Download CAR file")),
        ),
        Step(_("The file is called repo.car. It holds no pictures and is small."), file("repo.car")),
        SEND,
    ),
    _("The file does not say who follows you, so please state the follower count as well."),
)
