"""Faces of members in a row, as `<c-faces>` draws them."""

from typing import Any

from django.urls import reverse

from digitroops.programme.models import Member

#: A team larger than this is not drawn whole.
MOST_FACES = 60


def face_of(member: Member, *, linked: bool) -> dict[str, Any]:
    """A member's name, colour and, for those who may open it, page."""
    employee = member.employee
    return {
        "name": employee.name,
        "unit_series": employee.unit.series,
        "url": reverse("programme:member", args=[member.pk]) if linked else "",
    }
