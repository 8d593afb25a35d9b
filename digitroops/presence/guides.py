"""How to get one's own data archive from a platform, step by step."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps on one platform, and how long its answer takes."""

    platform: str
    wait: str | Promise
    steps: tuple[str | Promise, ...]


GUIDES = {
    "x": Guide(
        "x",
        _("X usually takes 24 hours, sometimes a few days."),
        (
            _("Open X, then Settings and privacy, then Your account."),
            _(
                "Choose “Download an archive of your data” and confirm your password and the code X sends you."
            ),
            _("Choose “Request archive”. X sends a message once it is ready."),
            _("Open the message on a device with enough space and download the zip file. Do not unpack it."),
            _("Come back here and send the zip file. Sending from a computer is easiest."),
        ),
    ),
    "instagram": Guide(
        "instagram",
        _("Instagram usually takes from 30 minutes to 2 days."),
        (
            _("Open Instagram, then the menu, then Accounts Centre, then Your information and permissions."),
            _("Choose “Export your information”, then “Create export”, and choose your Instagram profile."),
            _("Choose “Export to device”. Choose only: followers and following, posts, comments, profile."),
            _(
                "Set the date range to “All time” and the format to “JSON”. JSON matters: HTML cannot be read."
            ),
            _(
                "Start the export. Instagram sends an e-mail once it is ready; download the zip, do not unpack it."
            ),
            _("Come back here and send the zip file."),
        ),
    ),
    "threads": Guide(
        "threads",
        _("Threads is exported together with Instagram and takes as long."),
        (
            _("Follow the Instagram steps, and choose your Threads profile in the export as well."),
            _("Set the format to “JSON”, download the zip file once it is ready, and send it here."),
        ),
    ),
}
