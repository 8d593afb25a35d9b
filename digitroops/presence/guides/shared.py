"""Steps that several guides share."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from digitroops.presence.guides.drawing import Screen, Step, button, mail, menu, pick

SEND = Step(
    _(
        "Come back here and choose the file. You see what will be sent and what stays on your device; then send it."
    ),
    Screen("send", _("Data archive")),
)
SEVERAL = Step(
    _("Come back here and choose the file; if there are several, choose all of them together. Then send."),
    Screen("send", _("Data archive")),
)
CENTRE = Step(
    _("Open the app's settings, then Accounts Centre, then “Your information and permissions”."),
    menu(
        _("Accounts Centre"),
        _("Personal details"),
        _("Password and security"),
        _("Your information"),
        opens=2,
    ),
)
META_FORMAT = Step(
    _(
        "Set the date range to “All time” and the format to “JSON”. Neither is chosen by itself, and both matter."
    ),
    pick(
        _("Create export"),
        _("Date range: all time"),
        _("Format: JSON"),
        _("Media quality: lower"),
        ticks={0, 1, 2},
    ),
)
META_START = Step(
    _("Start the export and confirm with your password."),
    button(_("Create export"), _("Start export"), _("All time, JSON")),
)


def meta_export(profile: str) -> Step:
    return Step(
        format_lazy(
            _(
                "Choose “Export your information”, “Create export”, your {platform} profile, and “Export to device”."
            ),
            platform=profile,
        ),
        pick(
            _("Choose a profile"),
            profile,
            _("Export to device"),
            _("Export to external service"),
            ticks={0, 1},
        ),
    )


def meta_mail(app: str) -> Step:
    return Step(
        format_lazy(
            _(
                "{platform} writes to you once the file is ready. Download it within four days; do not unpack it."
            ),
            platform=app,
        ),
        mail(_("Your information is ready"), _("Download")),
    )
