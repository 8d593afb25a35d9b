"""Drafts of what has to be told within three times 24 hours (UU 27/2022, article 46), in both languages."""

from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.people.queries import company
from digitroops.privacy.models import Breach
from digitroops.privacy.officers import officers
from digitroops.ui.formats import moment


def draft(breach: Breach, language: str, *, to_agency: bool) -> str:
    """The text of the notice: which data, when and how, what is being done."""
    firm = company()
    with translation.override(language):
        found = moment(breach.found)
        opening = (
            _(
                "To the agency for personal data protection: %(firm)s reports a failure to protect personal data."
            )
            if to_agency
            else _("%(firm)s tells you that personal data of yours may have been concerned by a failure.")
        )
        parts = [
            opening % {"firm": firm.name if firm else "Digitroops"},
            _("Found on: %(found)s.") % {"found": found},
            _("What happened: %(text)s") % {"text": breach.happened},
            _("Which data: %(text)s") % {"text": breach.which_data},
            _("People concerned, about: %(n)s.") % {"n": breach.people_count},
            _("What is being done: %(text)s") % {"text": breach.handling},
            _contact(),
        ]
    return "\n\n".join(parts)


def _contact() -> str:
    named = ", ".join(str(officer) for officer in officers())
    if not named:
        return _("Questions are answered by the company's data protection officer.")
    return _("Questions are answered by the company's data protection officer: %(who)s.") % {"who": named}
