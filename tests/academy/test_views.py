import pytest
from django.urls import reverse

from digitroops.academy.models import Attempt, Course, Enrolment, request_key
from digitroops.people.models import Role
from digitroops.programme.models import Member, PolicyAcceptance
from tests.academy.world import make_learner, read_all, right_answers, wrong_answers
from tests.world import make_member, make_user

pytestmark = pytest.mark.django_db


def as_learner(as_user, member):
    return as_user(member.employee.user)


def as_pr(as_user, programme):
    return as_user(make_user("dewi@nusavaksin.example", Role.PR))


def quiz_data(answers, key=None):
    return {f"question_{pk}": option for pk, option in answers.items()} | {"key": key or request_key()}


def test_onboarding_leads_from_policy_to_course_to_active(as_user):
    member = make_learner()
    client = as_learner(as_user, member)
    assert client.get(reverse("academy:onboarding")).context["policy"] is not None
    client.post(reverse("academy:policy-accept"), {"name": "nadia  rahmawati"})
    assert client.get(reverse("academy:onboarding")).context["policy"] is None
    course = Course.objects.get()
    for lesson in course.lessons.all():
        response = client.post(reverse("academy:lesson", args=[course.pk, lesson.pk]))
    assert response.url == reverse("academy:quiz", args=[course.pk])
    client.post(response.url, quiz_data(right_answers()))
    assert Member.objects.get().state == "active"


def test_policy_needs_the_persons_own_name(as_user):
    client = as_learner(as_user, make_learner())
    response = client.post(reverse("academy:policy-accept"), {"name": "Orang Lain"})
    assert (response.status_code, PolicyAcceptance.objects.count()) == (422, 0)


def test_quiz_before_the_lessons_leads_back(as_user):
    client = as_learner(as_user, make_learner())
    course = Course.objects.get()
    response = client.get(reverse("academy:quiz", args=[course.pk]))
    assert response.url == reverse("academy:course", args=[course.pk])


def test_quiz_asks_for_every_answer(as_user):
    member = make_learner()
    read_all(member)
    course = Course.objects.get()
    response = as_learner(as_user, member).post(
        reverse("academy:quiz", args=[course.pk]), {"key": "k", f"question_{course.questions.first().pk}": ""}
    )
    assert (response.status_code, Attempt.objects.count()) == (422, 0)


def test_quiz_explains_each_question_afterwards(as_user):
    member = make_learner()
    read_all(member)
    client = as_learner(as_user, member)
    address = reverse("academy:quiz", args=[Course.objects.get().pk])
    page = client.post(address, quiz_data(wrong_answers()), follow=True)
    assert [row["correct"] for row in page.context["feedback"]] == [False] * 5
    assert page.context["feedback"][0]["question"].explanation in page.text


def test_certificate_is_for_its_owner_and_pr(as_user):
    member = make_learner()
    read_all(member)
    client = as_learner(as_user, member)
    client.post(reverse("academy:quiz", args=[Course.objects.get().pk]), quiz_data(right_answers()))
    address = reverse("academy:certificate", args=[Enrolment.objects.get().certificate])
    assert member.employee.name in client.get(address).text
    assert as_pr(as_user, member.programme).get(address).status_code == 200
    other = make_member(member.programme, "2002", name="Orang Lain")
    assert as_user(other.employee.user).get(address).status_code == 404


def test_somebody_elses_attempt_is_not_found(as_user):
    member = make_learner()
    read_all(member)
    course = Course.objects.get()
    as_learner(as_user, member).post(reverse("academy:quiz", args=[course.pk]), quiz_data(right_answers()))
    other = make_member(member.programme, "2002")
    address = reverse("academy:attempt", args=[course.pk, Attempt.objects.get().pk])
    assert as_user(other.employee.user).get(address).status_code == 404


def test_courses_are_closed_to_candidates(as_user):
    client = as_learner(as_user, make_learner(state=Member.State.APPLIED))
    assert client.get(reverse("academy:courses")).status_code == 403


def test_pr_writes_a_course_and_publishes_it(as_user):
    client = as_pr(as_user, make_learner().programme)
    client.post(reverse("academy:add"), {"title": "Lanjutan", "minutes": "10", "pass_mark": "80"})
    course = Course.objects.get(title="Lanjutan")
    client.post(reverse("academy:publish", args=[course.pk]))
    course.refresh_from_db()
    assert course.published is None
    client.post(reverse("academy:lesson-add", args=[course.pk]), {"title": "Satu", "body": "Isi."})
    question = {"text": "Mana?", "option_1": "Ini", "option_2": "Itu", "correct": "2"}
    client.post(reverse("academy:question-add", args=[course.pk]), question)
    client.post(reverse("academy:publish", args=[course.pk]))
    course.refresh_from_db()
    assert course.published is not None
    assert list(course.questions.get().options.values_list("text", "correct")) == [
        ("Ini", False),
        ("Itu", True),
    ]


def test_a_question_whose_right_answer_is_empty_is_refused(as_user):
    client = as_pr(as_user, make_learner().programme)
    course = Course.objects.get()
    data = {"text": "Mana?", "option_1": "Ini", "option_2": "Itu", "correct": "4"}
    assert client.post(reverse("academy:question-add", args=[course.pk]), data).status_code == 422
    assert course.questions.count() == 5


def test_edit_shows_the_stored_question(as_user):
    client = as_pr(as_user, make_learner().programme)
    question = Course.objects.get().questions.first()
    page = client.get(reverse("academy:question-edit", args=[question.course_id, question.pk]))
    assert page.context["form"].initial["correct"] == 2


def test_remove_takes_a_lesson_away(as_user):
    client = as_pr(as_user, make_learner().programme)
    course = Course.objects.get()
    lesson = course.lessons.first()
    client.post(reverse("academy:part", args=[course.pk, "lesson", lesson.pk]), {"do": "remove"})
    assert course.lessons.count() == 3


@pytest.mark.parametrize("name", ["manage", "courses"])
def test_lists_open(as_user, name):
    member = make_learner()
    client = as_pr(as_user, member.programme) if name == "manage" else as_learner(as_user, member)
    assert "Dasar Digitroops" in client.get(reverse(f"academy:{name}")).text
