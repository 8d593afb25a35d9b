"""The rights as people read them, and what those who answer have to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
            "From this moment no program reads your posts, and what one has marked is deleted at once, with your "
            "replies to it. A reviewer, who does not see your name, reads your public posts instead."
        ),
        "10",
        _(
            "No machine reads any more; a reviewer reads the public posts instead. Confirm it with a sentence."
        ),
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

PARTS: dict[str, Promise] = {
    "account": _("My account"),
    "employee": _("From HR's list"),
    "record": _("What was done, and when"),
    "programmes": _("Programmes and consents"),
    "accounts": _("Accounts and archives"),
    "recruitment": _("Application"),
    "footprint_audits": _("Footprint audits"),
    "courses": _("Courses"),
    "briefs": _("Briefs and questions"),
    "sharing": _("Shares"),
    "incidents": _("Incidents"),
    "messages": _("Messages"),
    "privacy_requests": _("Rights used"),
}

FIELDS: dict[str, Promise] = {
    "email": pgettext_lazy("field of a person", "E-mail"),
    "language": pgettext_lazy("field of a person", "Language"),
    "time_zone": pgettext_lazy("field of a person", "Time zone"),
    "theme": pgettext_lazy("field of a person", "Colours"),
    "roles": pgettext_lazy("field of a person", "Roles"),
    "created": pgettext_lazy("field of a person", "Made on"),
    "number": pgettext_lazy("field of a person", "Number"),
    "phone": pgettext_lazy("field of a person", "Telephone"),
    "birth_date": pgettext_lazy("field of a person", "Born on"),
    "generation": pgettext_lazy("field of a person", "Generation"),
    "gender": pgettext_lazy("field of a person", "Gender"),
    "hire_date": pgettext_lazy("field of a person", "Employed since"),
    "employment": pgettext_lazy("field of a person", "Employment"),
    "manager_number": pgettext_lazy("field of a person", "Number of the manager"),
    "at": pgettext_lazy("field of a person", "On"),
    "started": pgettext_lazy("field of a person", "Begun"),
    "scanned": pgettext_lazy("field of a person", "Scanned"),
    "submitted": pgettext_lazy("field of a person", "Sent on"),
    "decided": pgettext_lazy("field of a person", "Decided"),
    "kept_until": pgettext_lazy("field of a person", "Kept until"),
    "reply_until": pgettext_lazy("field of a person", "Replies until"),
    "posted": pgettext_lazy("field of a person", "Posted"),
    "platform": pgettext_lazy("field of a person", "Platform"),
    "reply": pgettext_lazy("field of a person", "Reply"),
    "severity": pgettext_lazy("field of a person", "Level"),
    "reason": pgettext_lazy("field of a person", "Reason"),
    "evidence": pgettext_lazy("field of a person", "Evidence"),
    "confidence": pgettext_lazy("field of a person", "How sure the scan is"),
    "given": pgettext_lazy("field of a person", "Given"),
    "withdrawn": pgettext_lazy("field of a person", "Withdrawn"),
    "title": pgettext_lazy("field of a person", "Title"),
    "sent": pgettext_lazy("field of a person", "Sent"),
    "read": pgettext_lazy("field of a person", "Read"),
    "handle": pgettext_lazy("field of a person", "Account name"),
    "posts_scanned": pgettext_lazy("field of a person", "Posts read"),
    "coached": pgettext_lazy("field of a person", "Coaching done"),
    "next_chance": pgettext_lazy("field of a person", "Next chance"),
    "decisions": pgettext_lazy("field of a person", "Decisions"),
    "uploaded": pgettext_lazy("field of a person", "Uploaded"),
    "exported": pgettext_lazy("field of a person", "Made by the platform"),
    "file_name": pgettext_lazy("field of a person", "File"),
    "likes": pgettext_lazy("field of a person", "Likes"),
    "opened": pgettext_lazy("field of a person", "Opened"),
    "motivation": pgettext_lazy("field of a person", "Motivation"),
    "invitations": pgettext_lazy("field of a person", "Invitations"),
    "applications": pgettext_lazy("field of a person", "Applications"),
    "criteria": pgettext_lazy("field of a person", "Criteria"),
    "call": pgettext_lazy("field of a person", "Open call"),
    "call__title": pgettext_lazy("field of a person", "Open call"),
    "criterion__kind": pgettext_lazy("field of a person", "Criterion"),
    "checked": pgettext_lazy("field of a person", "Checked"),
    "date": pgettext_lazy("field of a person", "Day"),
    "consents": pgettext_lazy("field of a person", "Consents"),
    "attempts": pgettext_lazy("field of a person", "Attempts"),
    "followers": pgettext_lazy("field of a person", "Followers"),
    "added": pgettext_lazy("field of a person", "Added"),
    "item__title_id": pgettext_lazy("field of a person", "Consent"),
}
