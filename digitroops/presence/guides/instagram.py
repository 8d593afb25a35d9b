from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, pick
from digitroops.presence.guides.shared import CENTRE, META_FORMAT, META_START, SEND, meta_export, meta_mail

GUIDE = Guide(
    "instagram",
    _("Instagram usually takes from 30 minutes to 2 days."),
    (
        CENTRE,
        meta_export("Instagram"),
        Step(
            _(
                "Choose only: followers and following, media, comments, personal information. The rest may stay out."
            ),
            pick(
                _("Customise information"),
                _("Followers and following"),
                _("Media"),
                _("Comments"),
                _("Messages"),
                ticks={0, 1, 2},
            ),
        ),
        META_FORMAT,
        META_START,
        meta_mail("Instagram"),
        SEND,
    ),
    _("The format HTML is chosen beforehand, and in it only the followers can be read."),
)
