"""A member in onboarding with the default course and a published policy."""

from django.utils import timezone

from digitroops.academy.actions import add_default_course, read_lesson
from digitroops.academy.models import Course
from digitroops.programme.models import Member, Policy
from tests.world import make_member, make_pr, make_programme


def make_learner(**changes):
    programme = make_programme()
    add_default_course(actor=make_pr(), programme=programme)
    Policy.objects.create(programme=programme, title="Kebijakan", body="Jujur.", published=timezone.now())
    return make_member(programme, **{"state": Member.State.ONBOARDING, **changes})


def right_answers():
    questions = Course.objects.get().questions.all()
    return {question.pk: question.options.get(correct=True).pk for question in questions}


def wrong_answers():
    questions = Course.objects.get().questions.all()
    return {question.pk: question.options.filter(correct=False)[0].pk for question in questions}


def read_all(member):
    for lesson in Course.objects.get().lessons.all():
        read_lesson(actor=member.employee.user, member=member, lesson=lesson)
