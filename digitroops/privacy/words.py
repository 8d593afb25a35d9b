"""The rights as people read them, and what those who answer have to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from digitroops.privacy.models import Request

Kind = Request.Kind


@dataclass(frozen=True, slots=True)
class Right:
    """One right: the button, what it means, the article, and the duty of whoever answers."""

    kind: str
    verb: str | Promise
    text: str | Promise
    article: str
    duty: str | Promise
    icon: str


RIGHTS = (
    Right(
        Kind.ACCESS,
        _("Ask what is kept and who has seen it"),
        _("You read it yourself above at once. Ask here when you want it explained, with who has seen it."),
        "5–7, 32",
        _("Tell what is kept, what for, and who has opened it. The record of acts shows it."),
        "eye",
    ),
    Right(
        Kind.CORRECT,
        _("Have something corrected"),
        _("Write what is wrong and how it should be."),
        "6, 30",
        _("Correct it in the HR list or on the person's page, then answer."),
        "pencil",
    ),
    Right(
        Kind.RESTRICT,
        _("Pause the use of my data"),
        _("From this moment nothing of yours is read or reviewed, until you take it back."),
        "11, 41",
        _("The pause holds already. Confirm it, or say why it cannot hold."),
        "player-pause",
    ),
    Right(
        Kind.OBJECT,
        _("No automated reading"),
        _(
            "From this moment no program reads your posts. People decide already; here you also refuse the marking."
        ),
        "10",
        _("The reading has stopped. Talk over how people alone could read, or end the application together."),
        "hand-stop",
    ),
    Right(
        Kind.ERASE,
        _("Have my data deleted"),
        _(
            "All consents are withdrawn; accounts, posts, findings and replies are deleted; you leave the programme."
        ),
        "8, 43",
        _("Granting withdraws every consent, deletes what rested on it and ends the membership, at once."),
        "door-exit",
    ),
)
