from itertools import pairwise

import pytest

from digitroops.ui import drawing


@pytest.mark.parametrize(
    ("value", "total", "part"), [(17, 20, 85.0), (3, 0, 0.0), (30, 20, 100.0), (-1, 20, 0.0)]
)
def test_share_stays_between_nothing_and_all(value, total, part):
    assert drawing.share(value, total) == part


def test_donut_draws_its_part_of_the_ring():
    assert drawing.donut(17, 20).dash == 213.6


def test_columns_start_at_zero_and_mark_the_highest():
    found = drawing.columns([50, 100])
    assert [(bar.height, bar.strong) for bar in found] == [(50.0, False), (100.0, True)]


def test_columns_of_zeros_mark_none():
    assert [bar.strong for bar in drawing.columns([0, 0])] == [False, False]


def test_interval_keeps_its_order_on_the_line():
    found = drawing.interval(14, 17, 21, 24)
    places = [found.start, found.mid, found.end, found.marker]
    assert all(one < two for one, two in pairwise(places))
    assert round(found.start + found.width, 2) == found.end


def test_matrix_is_a_triangle_with_units_on_the_diagonal():
    found = drawing.matrix([[1, 0.2], [0.74, 1]], [1, 2], (1, 0))
    assert [(cell.row, cell.column, cell.series, cell.marked) for cell in found.cells] == [
        (0, 0, 1, False),
        (1, 0, None, True),
        (1, 1, 2, False),
    ]


def test_matrix_is_darkest_at_its_top():
    found = drawing.matrix([[1], [0.05, 1]], [1, 2], top=0.1)
    assert [cell.shade for cell in found.cells] == [1.0, 0.5, 1.0]
