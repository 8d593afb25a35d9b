from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Guide, Step, menu, pick
from digitroops.presence.guides.shared import SEND

GUIDE = Guide(
    "tiktok",
    _("TikTok usually takes from some hours to 3 days."),
    (
        Step(
            _("Open TikTok, then your profile, the menu, “Settings and privacy”, then “Account”."),
            menu(_("Settings and privacy"), _("Account"), _("Privacy"), _("Security"), opens=0),
        ),
        Step(
            _("Choose “Download your data”."),
            menu(_("Account"), _("Account information"), _("Passkey"), _("Download your data"), opens=2),
        ),
        Step(
            _(
                "Choose to select the data yourself: profile, activity, posts and comments. Leave out direct messages."
            ),
            pick(
                _("Select data"),
                _("Profile"),
                _("Activity"),
                _("Posts and comments"),
                _("Direct messages"),
                ticks={0, 1, 2},
            ),
        ),
        Step(
            _(
                "Set the format to “JSON”, then choose “Request data”. TXT is chosen beforehand and holds less."
            ),
            pick(_("File format"), _("TXT, easy to read"), _("JSON, for computers"), ticks={1}),
        ),
        Step(
            _(
                "After some time open the same page and the tab “Download data”. The file waits there for four days."
            ),
            menu(_("Download your data"), _("Request data"), _("Download data"), opens=1),
        ),
        SEND,
    ),
    _(
        "TikTok writes everything into one file. This page takes only profile, followers, videos and comments out of "
        "it; messages and all the rest stay on your device."
    ),
)
