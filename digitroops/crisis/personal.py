"""What crisis stores about one person, for their own data."""

from typing import Any

from digitroops.crisis.models import Acknowledgement, Sighting
from digitroops.people.models import User


def data_of(user: User) -> dict[str, Any]:
    """The incidents the person acknowledged, and what they reported."""
    acknowledged = Acknowledgement.objects.filter(member__employee__user=user).order_by("at")
    reported = Sighting.objects.filter(member__employee__user=user).order_by("at")
    return {
        "acknowledged": list(acknowledged.values("incident__title", "at")),
        "reported": list(reported.values("incident__title", "text", "at")),
    }
