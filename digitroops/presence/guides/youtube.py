from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, button, mail, pick
from digitroops.presence.guides.shared import SEVERAL

GUIDE = Guide(
    "youtube",
    _("Google usually takes from some minutes to a few hours."),
    (
        Step(
            _("Open takeout.google.com, choose “Deselect all”, then tick only “YouTube and YouTube Music”."),
            pick("Google Takeout", _("Maps"), _("Photos"), "YouTube", ticks={2}),
        ),
        Step(
            _(
                "Choose “All YouTube data included” and tick only: channels, comments, live chats, video metadata."
            ),
            pick("YouTube", _("Channels"), _("Comments"), _("History"), _("Video metadata"), ticks={0, 1, 3}),
        ),
        Step(
            _("Go on: export once, file type .zip. Then choose “Create export”."),
            button("Google Takeout", _("Create export"), _("Export once"), _("File type: zip")),
        ),
        Step(
            _("Google sends an e-mail. Download every part, and do not unpack it."),
            mail(_("Your export is ready"), _("Download")),
        ),
        SEVERAL,
    ),
    _("YouTube does not say who subscribes, so please state the number of subscribers as well."),
)
