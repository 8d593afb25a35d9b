from itertools import pairwise

import pytest

from digitroops.people.models import Employee
from digitroops.screening.queries import Obstacle, managers_above, reading_obstacle
from tests.screening.cases import make_audit, make_reviewer
from tests.world import make_employee

pytestmark = pytest.mark.django_db


def line_up(*numbers):
    """Each of these numbers reports to the next."""
    for number, manager in pairwise(numbers):
        Employee.objects.filter(number=number).update(manager_number=manager)


def case_and_reviewer():
    audit, reviewer = make_audit(), make_reviewer()
    make_employee("M1", name="Maya Sari", email="maya@nusavaksin.example")
    return audit, reviewer, audit.member.employee.number, reviewer.employee.number


def fresh(audit):
    return type(audit).objects.get(pk=audit.pk)


def fresh_user(user):
    return type(user).objects.get(pk=user.pk)


def test_somebody_above_the_candidate_may_not_read_the_case():
    audit, reviewer, candidate, above = case_and_reviewer()
    line_up(candidate, "M1", above)
    assert reading_obstacle(fresh(audit), fresh_user(reviewer)) == Obstacle.LINE


def test_somebody_below_the_candidate_may_not_read_the_case():
    audit, reviewer, candidate, below = case_and_reviewer()
    line_up(below, "M1", candidate)
    assert reading_obstacle(fresh(audit), fresh_user(reviewer)) == Obstacle.LINE


def test_two_people_of_one_manager_may():
    audit, reviewer, candidate, other = case_and_reviewer()
    line_up(candidate, "M1")
    line_up(other, "M1")
    assert reading_obstacle(fresh(audit), fresh_user(reviewer)) == Obstacle.NONE


def test_a_circle_in_the_list_ends_the_line():
    line_up(*(make_employee(number, email=None).number for number in ("A", "B", "C")))
    line_up("C", "A")
    assert managers_above([Employee.objects.get(number="A")])["A"] == ["B", "C"]


def test_a_line_costs_one_query_a_level(django_assert_num_queries):
    people = [make_employee(f"P{number}", email=None) for number in range(6)]
    make_employee("M1", email=None)
    for one in people:
        line_up(one.number, "M1")
    loaded = list(Employee.objects.filter(number__startswith="P"))
    with django_assert_num_queries(1):
        assert managers_above(loaded)["P3"] == ["M1"]


def test_the_queue_leaves_the_case_to_others(client):
    audit, reviewer, candidate, above = case_and_reviewer()
    line_up(candidate, above)
    client.force_login(fresh_user(reviewer))
    page = client.get("/screening/").content.decode()
    assert f"/screening/cases/{audit.pk}/" not in page
    assert client.get(f"/screening/cases/{audit.pk}/").status_code == 403
