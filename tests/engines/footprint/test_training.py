import pytest

from digitroops.engines.footprint import LabelError, Labelled, WeightsError, load_model, read_table, train


def rows(size=60):
    bad = [Labelled(f"kerja {n} zonk parah", frozenset(["abusive"])) for n in range(size)]
    return bad + [Labelled(f"kerja {n} lancar jaya", frozenset()) for n in range(size)]


def test_train_learns_what_rules_do_not_know():
    training = train(rows())
    assert (training.before["abusive"].recall, training.after["abusive"].f1) == (0.0, 1.0)
    assert training.better


def test_train_is_the_same_for_the_same_seed():
    assert train(rows(), seed=4).model.to_bytes() == train(rows(), seed=4).model.to_bytes()


def test_contradicting_rows_are_left_out_and_reported():
    twice = [*rows(), Labelled("sama", frozenset()), Labelled("sama", frozenset(["hate"]))]
    training = train(twice)
    assert [problem.row for problem in training.problems] == [122, 123]
    assert training.rows == 120


def test_one_class_is_refused():
    with pytest.raises(LabelError, match="one class only"):
        train([row for row in rows() if row.labels])


def test_table_reports_bad_rows():
    found, problems = read_table(["text,label", "halo,clear", ",abusive", "hai,galak", "woi,abusive|hate"])
    assert [sorted(row.labels) for row in found] == [[], ["abusive", "hate"]]
    assert [(problem.row, problem.why) for problem in problems] == [
        (3, "the text is empty"),
        (4, "unknown label “galak”"),
    ]


def test_table_without_columns_is_refused():
    with pytest.raises(LabelError, match="needs a column"):
        read_table(["a,b", "1,2"])


def test_damaged_weights_are_refused():
    with pytest.raises(WeightsError, match="cannot be read"):
        load_model(b"PK not a file")
