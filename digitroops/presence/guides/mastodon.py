from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, file, menu
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "mastodon",
    _("Mastodon usually takes some minutes; one archive a week is possible."),
    (
        Step(
            _("Open your server in the browser, then “Preferences”, then “Import and export”."),
            menu(_("Preferences"), _("Public profile"), _("Account"), _("Import and export"), opens=2),
        ),
        Step(
            _("Under “Data export” choose “Request your archive”."),
            button(_("Data export"), _("Request your archive")),
        ),
        Step(
            _(
                "Reload the page after some minutes and download the archive (.zip or .tar.gz). Do not unpack it."
            ),
            file("archive.tar.gz"),
        ),
        SEND,
    ),
    _("The archive does not say who follows you, so please state the follower count as well."),
)
