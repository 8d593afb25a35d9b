"""Two people at the same second, with real threads and real transactions."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from digitroops.screening.actions import ReviewRefused, StillLearning, decide, learn_from_table
from digitroops.screening.models import Audit, Review, Weights
from tests.screening.cases import make_audit, make_reviewer
from tests.screening.test_learning import table
from tests.world import make_pr

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="the tests' SQLite is one connection in memory"
    ),
]


def decide_together(audit, reviewers):
    barrier = Barrier(len(reviewers))

    def one(reviewer):
        try:
            barrier.wait(timeout=10)
            decide(audit=audit, reviewer=reviewer, decision="clear", reason="Tidak masalah.")
        except ReviewRefused as refused:
            return refused.obstacle.value
        else:
            return "saved"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(reviewers)) as pool:
        return sorted(pool.map(one, reviewers))


def test_two_at_the_same_second_both_count_and_close_once():
    audit, reviewers = make_audit(), [make_reviewer(f"r{n}@nusavaksin.example") for n in range(2)]
    assert decide_together(audit, reviewers) == ["saved", "saved"]
    audit.refresh_from_db()
    assert (audit.state, sorted(Review.objects.values_list("seat", flat=True))) == (
        Audit.State.DECIDED,
        [1, 2],
    )


def test_a_third_at_the_same_second_gets_a_clear_answer():
    audit, reviewers = make_audit(), [make_reviewer(f"r{n}@nusavaksin.example") for n in range(3)]
    assert decide_together(audit, reviewers) == ["closed", "saved", "saved"]
    assert Review.objects.count() == 2


def test_the_same_reviewer_twice_at_the_same_second_counts_once():
    audit, reviewer = make_audit(), make_reviewer()
    assert decide_together(audit, [reviewer, reviewer]) == ["saved", "saved"]
    assert Review.objects.count() == 1


def test_two_clicks_on_learning_at_the_same_second_begin_one_version():
    pr, barrier = make_pr(), Barrier(2)

    def click(rows):
        try:
            barrier.wait(timeout=10)
            learn_from_table(actor=pr, table=rows)
        except StillLearning:
            return "running"
        else:
            return "begun"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, [table(), table()])) == ["begun", "running"]
    assert Weights.objects.count() == 1
