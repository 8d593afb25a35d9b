import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.academy import actions
from digitroops.academy.models import Attempt, Course, Enrolment
from digitroops.audit.models import Entry
from digitroops.home.duties import tasks_of
from digitroops.notify.models import Message
from digitroops.people.models import User
from digitroops.programme.actions import accept_policy, add_programme
from digitroops.programme.models import Member, Policy
from digitroops.screening.models import Audit
from tests.academy.world import make_learner, read_all, right_answers, wrong_answers
from tests.world import make_pr

pytestmark = pytest.mark.django_db


def answer(member, answers, key="k1"):
    return actions.answer_quiz(
        actor=member.employee.user, member=member, course=Course.objects.get(), answers=answers, key=key
    )


def accept(member):
    policy = Policy.objects.get()
    accept_policy(actor=member.employee.user, member=member, policy=policy, name=member.employee.name)


def state():
    return Member.objects.get().state


def test_a_new_programme_has_the_default_course():
    add_programme(
        actor=make_pr(),
        minimum_followers=1000,
        recent_days=30,
        name="Baru",
        goal="Tujuan.",
        starts=dt.date(2027, 1, 1),
        ends=dt.date(2027, 12, 31),
    )
    course = Course.objects.get()
    assert (course.gate, course.lessons.count(), course.questions.count()) == (True, 4, 5)
    assert course.published is not None


def test_policy_then_quiz_makes_active():
    member = make_learner()
    accept(member)
    assert state() == "onboarding"
    read_all(member)
    assert answer(member, right_answers()).score == 100
    assert state() == "active"
    assert Message.objects.get(kind="member-active").user == member.employee.user


def test_quiz_then_policy_makes_active():
    member = make_learner()
    read_all(member)
    answer(member, right_answers())
    assert state() == "onboarding"
    accept(member)
    assert state() == "active"


def test_quiz_waits_for_the_lessons():
    member = make_learner()
    with pytest.raises(actions.LessonsUnread):
        answer(member, right_answers())
    assert not Attempt.objects.exists()


def test_a_failed_quiz_may_be_repeated():
    member = make_learner()
    read_all(member)
    accept(member)
    assert (answer(member, wrong_answers()).passed, state()) == (False, "onboarding")
    assert (answer(member, right_answers(), "k2").passed, state()) == (True, "active")


def test_a_double_click_is_one_attempt():
    member = make_learner()
    read_all(member)
    answer(member, right_answers())
    answer(member, right_answers())
    assert Attempt.objects.count() == 1
    assert Entry.objects.filter(act="quiz.answered").count() == 1


def test_passing_again_keeps_the_certificate():
    member = make_learner()
    read_all(member)
    answer(member, right_answers())
    first = Enrolment.objects.get().certificate
    answer(member, right_answers(), "k2")
    assert Enrolment.objects.get().certificate == first
    assert len(first) == 12


def test_a_paused_member_is_not_made_active_by_a_course():
    member = make_learner(state=Member.State.PAUSED)
    read_all(member)
    accept(member)
    answer(member, right_answers())
    assert state() == "paused"


def test_publish_refuses_a_question_without_a_right_answer():
    member = make_learner()
    pr = member.employee.user
    course = actions.add_course(actor=pr, programme=member.programme, title="Lanjutan")
    actions.write_lesson(actor=pr, course=course, title="Satu", body="Isi.")
    actions.write_question(
        actor=pr, course=course, text="Mana?", explanation="", options=[("a", False), ("b", False)]
    )
    with pytest.raises(actions.NotReady):
        actions.publish_course(actor=pr, course=course)


def test_edit_course_refuses_a_stale_version():
    member = make_learner()
    course, pr = Course.objects.get(), member.employee.user
    actions.edit_course(actor=pr, course=course, version=1, title="Pertama")
    with pytest.raises(actions.EditedMeanwhile):
        actions.edit_course(actor=pr, course=course, version=1, title="Kedua")
    course.refresh_from_db()
    assert course.title == "Pertama"


def test_move_swaps_lessons():
    make_learner()
    course = Course.objects.get()
    titles = [lesson.title for lesson in course.lessons.all()]
    actions.move(actor=make_pr("sari@nusavaksin.example"), part=course.lessons.all()[1], up=True)
    moved = [lesson.title for lesson in course.lessons.all()]
    assert moved == [titles[1], titles[0], *titles[2:]]


def test_a_coaching_talk_is_held_before_somebody_becomes_active(as_user):
    member = make_learner()
    Audit.objects.create(member=member, state=Audit.State.DECIDED, outcome="coach", decided=timezone.now())
    accept(member)
    read_all(member)
    answer(member, right_answers())
    assert state() == "onboarding"
    assert member_page(as_user(member.employee.user)).context["coaching"]
    ratna = User.objects.get(email="ratna@nusavaksin.example")
    pr = as_user(ratna)
    done = reverse("screening:reputation-of", args=[member.pk])
    assert [task.url for task in tasks_of(member.programme, ratna)] == [done]
    assert done in pr.get(reverse("programme:member", args=[member.pk])).content.decode()
    pr.post(reverse("screening:coached", args=[member.pk]))
    assert state() == "active"
    assert tasks_of(member.programme, ratna) == []


def member_page(browser):
    return browser.get(reverse("academy:onboarding"))
