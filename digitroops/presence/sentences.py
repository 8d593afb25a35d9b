"""What a failed reading means for the person: what happened, what is safe, what to do."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitroops.presence import actions
from digitroops.presence.models import Archive
from digitroops.programme.models import Platform
from digitroops.ui.formats import size

REASONS = {
    "not_an_archive": gettext_lazy(
        "This file is not a data archive. Nothing was kept of it. Choose the zip file that the platform sent you."
    ),
    "truncated": gettext_lazy(
        "The archive could not be read because its file ends too early. Your earlier data is safe. Download the "
        "archive from the platform again, then send it once more."
    ),
    "encrypted": gettext_lazy(
        "The archive is protected by a password, so it could not be opened. Nothing was kept. Send the file "
        "exactly as the platform made it, without a password."
    ),
    "unknown_platform": gettext_lazy(
        "This archive is of no platform that we can read. Nothing was kept. Check that you chose the right file, "
        "or state your follower count instead."
    ),
    "html_export": gettext_lazy(
        "This archive was made as web pages (HTML), where we need JSON. Nothing was kept. Request it again from "
        "the platform and choose JSON as the format."
    ),
    "unsafe": gettext_lazy(
        "The archive is built in a way no platform builds it, so it was not opened. Nothing was kept. Send the "
        "file exactly as the platform made it."
    ),
    "bomb": gettext_lazy(
        "The archive unpacks to far more than any real archive, so it was not opened. Nothing was kept. Send the "
        "file exactly as the platform made it."
    ),
    "too_large": gettext_lazy(
        "The archive is larger than we can read. Nothing was kept. Request it again without photos and videos, "
        "or for a shorter period."
    ),
    "stopped": gettext_lazy(
        "Reading took longer than allowed and was stopped. Your earlier data is safe. Request the archive again "
        "without photos and videos, then send it."
    ),
    "crashed": gettext_lazy(
        "Reading ended unexpectedly, probably because the archive is damaged. Your earlier data is safe. Download "
        "it again, then send it once more."
    ),
    "file_gone": gettext_lazy(
        "The file is no longer in the storage, so it could not be read. Your earlier data is safe. Send it again."
    ),
    "consent_missing": gettext_lazy(
        "You have withdrawn your consent to reading the archive, so it was deleted unread. Nothing was kept."
    ),
}
OTHER = gettext_lazy(
    "The archive could not be read. Your earlier data is safe. Download it from the platform again, then send it."
)


def failure(archive: Archive) -> str:
    """The sentence for a failed archive, in the viewer's language."""
    if archive.error_code == "someone_else":
        words = {"found": archive.error or "–", "claimed": archive.account.handle}
        return (
            _(
                "This archive is of the account %(found)s, but you sent it for %(claimed)s. Nothing was kept of "
                "it. Send your own archive, or correct the account name."
            )
            % words
        )
    if archive.error_code == "wrong_platform":
        names = dict(Platform.choices)
        words = {
            "found": str(names.get(archive.error, archive.error)),
            "wanted": archive.account.get_platform_display(),
        }
        return (
            _(
                "This is an archive of %(found)s, but it was sent for %(wanted)s. Nothing was kept of it. Send it "
                "for the right account."
            )
            % words
        )
    return str(REASONS.get(archive.error_code, OTHER))


def too_large() -> str:
    """The file passes the limit; said before it is read."""
    return _(
        "This file is larger than %(limit)s. Nothing was stored. Request the archive again without photos and "
        "videos, then send it."
    ) % {"limit": size(settings.ARCHIVE_MAX_BYTES)}


def cut_off() -> str:
    """The upload ended before the file was complete."""
    return _(
        "The connection was cut before the file was complete. Nothing was stored, and your file is safe. Check "
        "the connection, then send it again."
    )


def no_consent() -> str:
    """The archive may not be read without consent."""
    return _(
        "We may read your archive only once you have agreed to it. Nothing was stored. Give your consent in the "
        "application, then send the file again."
    )


def refusal(error: Exception) -> str:
    """Why an upload is not taken: consent, size, number, room, or damage on the way."""
    match error:
        case actions.ConsentMissing():
            return no_consent()
        case actions.TooLarge():
            return too_large()
        case actions.TooMany():
            return _(
                "You have begun very many uploads. Nothing of this file was stored. Cancel those that are not "
                "finished, or wait an hour, then send it again."
            )
        case actions.Full():
            return _(
                "The storage of this installation is full. Nothing is wrong with your file. Tell your PR team, "
                "who can ask the administrator for room, and send it again later."
            )
        case _other:
            return _(
                "The file changed or was damaged on its way, so it was not kept. Your file is safe. Choose it "
                "again, then send it."
            )


NOT_PROVED = {
    "code": gettext_lazy(
        "We read your profile, and the code is not in the bio yet. Nothing was connected. "
        "Save it there, then try again."
    ),
    "soon": gettext_lazy("We looked a moment ago. Wait ten seconds, then try again."),
    "consent": gettext_lazy(
        "Your consent to this does not stand, or the use of your data is paused. Nothing was read."
    ),
    "missing": gettext_lazy(
        "There is no public profile of this name. Nothing was read. Check the account name."
    ),
    "busy": gettext_lazy(
        "The platform asks us to wait. Nothing is lost; it is tried again by itself within a day."
    ),
    "late": gettext_lazy("The platform took too long to answer. Nothing is lost; try again later."),
    "unreachable": gettext_lazy(
        "The platform cannot be reached from here. Nothing is lost; try again later."
    ),
    "forbidden": gettext_lazy(
        "This server has an address inside a network, so it is not read. Nothing was connected."
    ),
}


def not_proved(reason: str) -> str:
    """Why a profile or posts could not be read, and what to do."""
    unclear = _("The platform gave an answer that we do not understand. Nothing was read; try again later.")
    return str(NOT_PROVED.get(reason, unclear))
