from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, pick
from digitroops.presence.guides.shared import CENTRE, META_FORMAT, META_START, SEVERAL, meta_export, meta_mail

GUIDE = Guide(
    "facebook",
    _("Facebook usually takes from some hours to a few days."),
    (
        CENTRE,
        meta_export("Facebook"),
        Step(
            _("Choose only these: posts, comments and reactions, connections, groups, personal information."),
            pick(
                _("Customise information"),
                _("Posts"),
                _("Comments and reactions"),
                _("Connections"),
                _("Messages"),
                ticks={0, 1, 2},
            ),
        ),
        META_FORMAT,
        META_START,
        meta_mail("Facebook"),
        SEVERAL,
    ),
    _("Facebook names followers by their names only, so they are counted and never compared."),
)
