import pytest

from digitroops.engines.measure import agreement


def test_kappa_of_a_known_table():
    """Fifty cases: 20 yes/yes, 15 no/no, 5 yes/no, 10 no/yes: observed 0.7, by chance 0.5, kappa 0.4."""
    pairs = 20 * [("a", "a")] + 15 * [("b", "b")] + 5 * [("a", "b")] + 10 * [("b", "a")]
    figure = agreement(pairs)
    assert figure.value == pytest.approx(0.4)
    assert (figure.low, figure.high) == pytest.approx((0.146, 0.654), abs=0.001)


def test_full_agreement_on_different_decisions_is_one():
    assert agreement(3 * [("a", "a")] + 3 * [("b", "b")]).value == 1


def test_opposite_decisions_are_below_chance():
    assert agreement(4 * [("a", "b")] + 4 * [("b", "a")]).value == pytest.approx(-1)


@pytest.mark.parametrize("pairs", [[], 4 * [("a", "b")], 9 * [("a", "a")]])
def test_too_few_or_never_differing_decisions_have_no_kappa(pairs):
    assert agreement(pairs).value is None
