"""The register: every number explained in both languages, and sums kept honest."""

import pytest

from digitroops.engines.measure import MEASURES, UNITS, Figure, MeasureError, MixedBasis, total


@pytest.mark.parametrize("measure", MEASURES.values(), ids=str)
def test_measure_is_explained_in_two_languages(measure):
    for text in (measure.titles, measure.formulas, measure.sources, UNITS[measure.unit]):
        assert all((text.id, text.en))
    assert measure.formula("id") != measure.formula("en")


def test_measure_answers_regional_codes():
    assert MEASURES["adoption"].title("en-gb") == "Adoption"
    assert MEASURES["adoption"].title("id-id") == "Adopsi"


def test_total_adds_figures_of_one_kind():
    assert total([Figure("views", 3), Figure("views", None), Figure("views", 4)]) == 7


def test_total_refuses_estimates_beside_measurements():
    with pytest.raises(MixedBasis):
        total([Figure("views", 3), Figure("expected_views", 4)])


def test_total_refuses_different_units():
    with pytest.raises(MeasureError):
        total([Figure("views", 3), Figure("clicks", 4)])


def test_total_refuses_shares():
    with pytest.raises(MeasureError):
        total([Figure("adoption", 0.5), Figure("adoption", 0.25)])
