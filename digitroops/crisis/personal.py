"""What crisis stores about one person, for their own data."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from digitroops.crisis.models import Acknowledgement, Sighting
from digitroops.people.models import User
from digitroops.programme.models import Member
from digitroops.screening.reputation import Fact


def data_of(user: User) -> dict[str, Any]:
    """The incidents the person acknowledged, and what they reported."""
    acknowledged = Acknowledgement.objects.filter(member__employee__user=user).order_by("at")
    reported = Sighting.objects.filter(member__employee__user=user).order_by("at")
    return {
        "acknowledged": list(acknowledged.values("incident__title", "at")),
        "reported": list(reported.values("incident__title", "text", "at")),
    }


def facts_of(member: Member) -> Iterator[Fact]:
    """The incidents in which the member confirmed the instruction, for the page of reputation."""
    for found in Acknowledgement.objects.filter(member=member).select_related("incident"):
        yield Fact(found.at, _("Incident acknowledged"), found.incident.title, "checks")
