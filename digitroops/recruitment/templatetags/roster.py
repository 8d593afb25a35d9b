from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

from digitroops.people.models import Generation
from digitroops.recruitment.models import Seat
from digitroops.ui.formats import number

register = template.Library()


def _language() -> str:
    return "en" if (get_language() or "id").startswith("en") else "id"


@register.filter
def viewer_language(texts: list[Mapping[str, str]]) -> list[str]:
    """Sentences kept in both languages, in the viewer's."""
    return [text[_language()] for text in texts]


@register.filter
def viewer_text(text: Mapping[str, str]) -> str:
    return text[_language()]


@register.simple_tag
def unique_share(seat: Seat) -> float | None:
    """The part of a person's followers whom nobody else in the team reaches."""
    return seat.unique_reach / seat.reach if seat.reach else None


@register.filter
def signed(value: int) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


@register.filter
def group_name(group: str, dimension: str) -> str:
    return str(Generation(group).label) if dimension == "generation" else group
