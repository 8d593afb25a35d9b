"""Each kind of criterion in a sentence, with the parameters it takes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.people.models import Generation, Unit
from digitroops.programme.models import Criterion
from digitroops.ui.formats import number


def sentence(criterion: Criterion) -> str:
    """What the criterion asks, in the viewer's language."""
    given: dict[str, Any] = criterion.parameters
    match criterion.kind:
        case Criterion.Kind.ACTIVE_EMPLOYMENT:
            return _("The person is in active employment.")
        case Criterion.Kind.FOLLOWERS:
            minimum = given.get("minimum", 0)
            return _("At least %(minimum)s followers on at least one allowed platform.") % {
                "minimum": number(minimum)
            }
        case Criterion.Kind.RECENT_POST:
            days = int(given.get("days", 0))
            return ngettext(
                "Posted at least once in the last %(days)s day.",
                "Posted at least once in the last %(days)s days.",
                days,
            ) % {"days": number(days)}
        case Criterion.Kind.GENERATION:
            chosen = ", ".join(str(Generation(value).label) for value in given.get("generations", []))
            return _("We hope for people of %(generations)s; others are just as welcome.") % {
                "generations": chosen or "–"
            }
        case Criterion.Kind.UNIT_MIN:
            return _("The team has at least %(count)s from %(unit)s.") % _unit_values(given)
        case _:
            return _("The team has at most %(count)s from %(unit)s.") % _unit_values(given)


def _unit_values(given: dict[str, Any]) -> dict[str, str]:
    unit = Unit.objects.filter(pk=given.get("unit") or 0).first()
    return {"count": number(given.get("count", 0)), "unit": unit.path if unit else _("each work unit")}
