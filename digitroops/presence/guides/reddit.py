from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, mail, pick
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "reddit",
    _("Reddit usually takes some days, at most 30."),
    (
        Step(
            _("Sign in and open reddit.com/settings/data-request in the browser; the app does not offer it."),
            pick(_("Data request"), "GDPR", "CCPA", _("Other"), ticks={2}),
        ),
        Step(
            _("Choose any kind of request that fits you, then the data from your full time at Reddit."),
            pick(_("Data request"), _("All data"), _("Data from some dates"), ticks={0}),
        ),
        Step(_("Choose “Submit”."), button(_("Data request"), _("Submit"))),
        Step(
            _("Reddit sends you a message with a link. Download the zip file, and do not unpack it."),
            mail(_("Your data request"), _("Download")),
        ),
        SEND,
    ),
    _("The archive does not say who follows you, so please state the follower count as well."),
)
