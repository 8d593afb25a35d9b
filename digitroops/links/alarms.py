"""What administrators are told when clicks are lost or cannot be read, at most once an hour."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.links.models import SpoolLoss
from digitroops.notify.actions import send_message
from digitroops.people.models import Role, User
from digitroops.people.queries import language_of


@transaction.atomic
def report_loss(node: str, clicks: int, error: str) -> None:
    """Note that a redirecting process could not write clicks down, and tell the administrators."""
    SpoolLoss.objects.create(node=node[:120], clicks=clicks, error=error[:200])

    def body() -> str:
        return ngettext(
            "%(n)d click could not be written down (%(error)s). Links still lead to their pages. Free some disk "
            "space on this machine, and counting goes on by itself.",
            "%(n)d clicks could not be written down (%(error)s). Links still lead to their pages. Free some disk "
            "space on this machine, and counting goes on by itself.",
            clicks,
        ) % {"n": clicks, "error": error}

    _tell(f"clicks-lost-{node}", lambda: _("Clicks are not counted on %(node)s") % {"node": node}, body)


@transaction.atomic
def report_damage(size: int, folder: str) -> None:
    """Tell the administrators that part of a spool file could not be read and where it lies."""

    def body() -> str:
        return _(
            "%(n)d bytes could not be read as clicks, as after a power cut. Nothing else was lost: all other clicks "
            "are counted. The bytes were put aside in %(folder)s; delete them when you have looked."
        ) % {"n": size, "folder": folder}

    _tell("clicks-damaged", lambda: _("Part of a click file could not be read"), body)


def _tell(kind: str, title: Callable[[], str], body: Callable[[], str]) -> None:
    hour = f"{timezone.now():%Y%m%d%H}"
    for user in User.objects.filter(grants__role=Role.ADMINISTRATOR, is_active=True).distinct():
        with translation.override(language_of(user)):
            send_message(
                to=user, kind="system", title=title(), body=body(), key=f"{kind}-{hour}-{user.pk}"[:120]
            )
