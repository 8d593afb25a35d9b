from django.utils.translation import gettext as _

from digitroops.programme.models import Criterion
from digitroops.recruitment.criteria.kind import Evidence, Kind


def explain(evidence: Evidence) -> str:
    return _("This is about the team as a whole and is looked at when the team is put together.")


KIND = Kind(Criterion.Kind.UNIT_MAX, explain)
