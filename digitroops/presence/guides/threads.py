from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, pick
from digitroops.presence.guides.shared import CENTRE, META_FORMAT, META_START, SEND, meta_export, meta_mail

GUIDE = Guide(
    "threads",
    _("Threads comes with the Instagram export and takes as long."),
    (
        CENTRE,
        meta_export("Instagram"),
        Step(
            _("Choose “Threads” among the information, and personal information. The rest may stay out."),
            pick(
                _("Customise information"),
                _("Threads"),
                _("Personal information"),
                _("Messages"),
                ticks={0, 1},
            ),
        ),
        META_FORMAT,
        META_START,
        meta_mail("Instagram"),
        SEND,
    ),
    _("One file serves both: send it once for your Instagram account and once for Threads."),
)
