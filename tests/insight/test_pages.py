"""Who sees whose figures."""

import pytest

from digitroops.people.models import Role
from tests.world import make_share, make_user

pytestmark = pytest.mark.django_db


def test_only_pr_sees_the_figures_of_single_members(as_user):
    make_share()
    pr, executive = make_user("pr@nusa.example", Role.PR), make_user("bos@nusa.example", Role.EXECUTIVE)
    for path in ("/insight/breakdown/?by=member", "/insight/export/member.csv"):
        assert as_user(pr).get(path).status_code == 200
        assert as_user(executive).get(path).status_code == 404
    assert as_user(executive).get("/insight/breakdown/").context["dimension"] == "unit"
    assert as_user(executive).get("/insight/export/unit.csv").status_code == 200
