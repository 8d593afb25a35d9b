"""Cases for which too few reviewers are left."""

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.home.duties import reviewer_tasks
from digitroops.people.models import Role, User
from digitroops.programme.models import Programme
from digitroops.screening.models import Appeal, Audit
from digitroops.screening.stuck import stuck_in
from tests.screening.cases import make_audit, make_candidate, make_reviewer
from tests.world import make_company, make_pr, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def audit():
    make_company()
    return make_audit()


@pytest.fixture
def reviewers():
    return [make_reviewer(f"r{n}@nusavaksin.example") for n in range(2)]


def decided(audit, reviewers, *decisions):
    for seat, (reviewer, decision) in enumerate(zip(reviewers, decisions, strict=True), start=1):
        audit.reviews.create(reviewer=reviewer, seat=seat, decision=decision, reason="Sudah dibaca.")


@pytest.mark.parametrize(
    ("decisions", "needs"),
    [
        ([], False),
        (["clear"], False),
        (["clear", "clear"], False),
        (["clear", "coach"], True),
        (["escalate"], True),
    ],
)
def test_a_case_is_stuck_when_fewer_may_decide_than_it_needs(audit, reviewers, decisions, needs):
    decided(audit, reviewers[: len(decisions)], *decisions)
    assert (stuck_in(Programme.objects.get()) == {audit.pk}) is needs


def test_reviewers_of_the_own_unit_do_not_count(audit, reviewers):
    decided(audit, reviewers, "clear", "coach")
    make_reviewer("own@nusavaksin.example", unit=audit.member.employee.unit.path)
    assert stuck_in(Programme.objects.get()) == {audit.pk}
    make_reviewer("other@nusavaksin.example")
    assert stuck_in(Programme.objects.get()) == set()


def test_a_second_look_nobody_may_answer_is_stuck(audit, reviewers):
    Audit.objects.update(state=Audit.State.DECIDED, outcome="not_now")
    decided(audit, reviewers, "not_now", "not_now")
    Appeal.objects.create(audit=audit, text="Mohon", due=timezone.now(), before="not_now")
    assert stuck_in(Programme.objects.get()) == {audit.pk}
    make_reviewer("other@nusavaksin.example")
    assert stuck_in(Programme.objects.get()) == set()


def test_it_asks_the_database_as_often_for_many(audit, reviewers, django_assert_max_num_queries):
    for number in ("2301", "2302", "2303"):
        make_audit(make_candidate(number, name=f"Orang {number}"))
    with django_assert_max_num_queries(5):
        stuck_in(Programme.objects.get())


def test_pr_and_the_administrator_are_told_what_to_do(audit, reviewers, as_user):
    decided(audit, reviewers, "clear", "coach")
    page = as_user(make_pr()).get(reverse("screening:process")).content.decode()
    assert ("1 audit kekurangan peninjau." in page, "Butuh peninjau lain" in page) == (True, True)
    both = make_user("anita@nusavaksin.example", Role.PR, Role.ADMINISTRATOR)
    assert reverse("people:roles") in as_user(both).get(reverse("screening:process")).content.decode()
    for user, url in [(make_pr("dua@nusavaksin.example"), "screening:process"), (both, "people:roles")]:
        tasks = as_user(user).get("/").context["desk"].tasks
        assert [task.url.split("?")[0] for task in tasks if task.icon == "users"] == [reverse(url)]


def test_the_administrator_who_can_name_a_reviewer_reads_it_on_the_first_page(audit, reviewers, as_user):
    decided(audit, reviewers, "clear", "coach")
    browser = as_user(make_user("anita@nusavaksin.example", Role.ADMINISTRATOR))
    tasks = reviewer_tasks(Programme.objects.get(), User.objects.get(email="anita@nusavaksin.example"))
    assert [task.url for task in tasks] == [reverse("people:roles")]
    assert browser.get(tasks[0].url).status_code == 200
