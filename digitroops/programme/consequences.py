"""What follows when somebody withdraws a consent, said before they do."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from digitroops.programme.models import Consent, ConsentItem, Member

Key = ConsentItem.Key
CANDIDATE = (Member.State.INVITED, Member.State.APPLIED, Member.State.SCREENED, Member.State.SHORTLISTED)
TEAM = (Member.State.ONBOARDING, Member.State.ACTIVE, Member.State.PAUSED)
ENDS_AUDIT = (Key.CONTACT, Key.ARCHIVE, Key.AUDIT, Key.REVIEW)
DELETED = {
    Key.CONTACT: gettext_lazy("Your accounts, with everything read from them, are deleted at once."),
    Key.ARCHIVE: gettext_lazy(
        "Your archives, and the posts and followers read from them, are deleted at once."
    ),
    Key.AUDIT: gettext_lazy(
        "Your archives and connections, with everything read from them, are deleted at once."
    ),
    Key.REVIEW: gettext_lazy(
        "No reviewer sees your findings any more; the consent to the audit ends with it."
    ),
    Key.WATCH: gettext_lazy("The yearly check ends, and its findings are deleted at once."),
    Key.CONNECT: gettext_lazy("Your connections end, and what was read through them is deleted at once."),
}
AUDIT_ENDS = gettext_noop("Your footprint audit ends and its findings are deleted.")


def what_follows(consent: Consent, *, elsewhere: bool) -> str:
    """Sentences about what is deleted, what ends, and who is told.

    `elsewhere`: the person agrees to the same in another programme, so that what was read stays for that one.
    """
    key, state = Key(consent.item.key), consent.member.state
    stays = elsewhere and key in (Key.CONTACT, Key.ARCHIVE, Key.AUDIT, Key.CONNECT)
    said = [_("What was read stays, because you agree to it in another programme too.")] if stays else []
    said = said or [str(DELETED[key])]
    if key in ENDS_AUDIT:
        said.append(_(AUDIT_ENDS))
        if state in CANDIDATE:
            said.append(_("Your application ends. You may apply again while a call is open."))
    if state in TEAM:
        said.append(_("PR is told and talks with you about your place in the team."))
    said.append(_("It has no consequence for your work."))
    return " ".join(said)
