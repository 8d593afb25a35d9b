from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from digitroops.engines.measure import MEASURES, UNITS

register = template.Library()


@dataclass(frozen=True, slots=True)
class Note:
    title: str
    formula: str
    unit: str
    source: str


@register.simple_tag
def agreement_note() -> Note:
    """What stands behind the (i) of the reviewers' agreement."""
    measure, language = MEASURES["agreement"], get_language() or "id"
    return Note(
        measure.title(language),
        measure.formula(language),
        UNITS[measure.unit].of(language),
        measure.source(language),
    )
