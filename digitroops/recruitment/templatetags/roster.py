from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from digitroops.people.models import Employee, Generation
from digitroops.recruitment.models import Seat
from digitroops.recruitment.queries.comparison import Row
from digitroops.recruitment.queries.reasons import viewer_language as reader
from digitroops.ui.formats import number, percent

register = template.Library()


@register.filter
def viewer_language(texts: list[Mapping[str, str]]) -> list[str]:
    """Sentences kept in both languages, in the viewer's."""
    return [text[reader()] for text in texts]


@register.simple_tag
def unique_share(seat: Seat) -> float | None:
    """The part of a person's followers whom nobody else in the team reaches."""
    return seat.unique_reach / seat.reach if seat.reach else None


@register.filter
def signed(value: int) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


@register.filter
def group_name(group: str, dimension: str) -> str:
    if dimension == "generation":
        return str(Generation(group).label)
    return str(Employee.Gender(group).label) if dimension == "gender" else group


@register.simple_tag
def figure_name(key: str) -> str:
    names = {
        "overlap": _("Overlap"),
        "views": _("Expected views of a post"),
        "engaged": _("Followers who usually react"),
        "declared": _("Followers that were only typed"),
        "newcomers": _("Never in a team before"),
    }
    return names[key]


@register.simple_tag
def figure_value(key: str, value: float) -> str:
    return percent(value) if key == "overlap" else number(round(value))


@register.simple_tag
def compared_value(row: Row, value: float) -> str:
    return percent(value) if row.form == "percent" else number(round(value))


@register.filter
def told(reasons: list[Mapping[str, str]]) -> list[str]:
    """A person's own reasons as that person reads them: nobody is held against a named colleague."""
    return [
        _("Somebody else adds more to this team; that is about the mix, not about you.")
        if reason.get("key") == "less_than"
        else reason[reader()]
        for reason in reasons
    ]
