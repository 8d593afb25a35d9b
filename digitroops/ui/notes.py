"""What stands behind the (i) of a figure: the measure's formula, unit and source in the viewer's language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from digitroops.engines.measure import MEASURES, UNITS


@dataclass(frozen=True)
class Note:
    title: str
    formula: str
    unit: str
    source: str
    badge: str


def note_of(key: str) -> Note:
    """The note of one measure; raises KeyError for a figure that is not defined."""
    language = "en" if (get_language() or "id").startswith("en") else "id"
    measure = MEASURES[key]
    return Note(
        title=measure.title(language),
        formula=measure.formula(language),
        unit=UNITS[measure.unit].of(language),
        source=measure.source(language),
        badge="estimated" if measure.basis.value == "estimated" else "measured",
    )


def all_notes() -> dict[str, Note]:
    """Every note by its measure's key, for a template."""
    return {key: note_of(key) for key in MEASURES}
