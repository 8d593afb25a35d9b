import secrets
from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from digitroops.academy.models import Attempt, Course, Enrolment, Lesson
from digitroops.academy.queries import lesson_key, open_gates, progress_of
from digitroops.audit.actions import record
from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.programme.actions import move_member
from digitroops.programme.models import Member
from digitroops.programme.queries import policy_to_accept
from digitroops.screening.actions import finish_coaching
from digitroops.screening.queries import open_coaching


class LessonsUnread(Exception):
    """The quiz opens once every lesson has been read."""


@transaction.atomic
def read_lesson(*, actor: User, member: Member, lesson: Lesson) -> Enrolment:
    """Keep that the member has read a lesson; a second time changes nothing."""
    enrolment, created = Enrolment.objects.get_or_create(member=member, course_id=lesson.course_id)
    if created:
        record(actor=actor, act="course.started", subject=lesson.course, person=member.employee)
    enrolment.lessons_read.add(lesson)
    finish_coaching(member=member, actor=actor, lesson_key=lesson_key(lesson))
    return enrolment


@transaction.atomic
def answer_quiz(
    *, actor: User, member: Member, course: Course, answers: Mapping[int, int], key: str
) -> Attempt:
    """Score an attempt; `answers` maps questions to options, `key` makes a double click one attempt.

    Passing gives the certificate, and to somebody in onboarding their place once nothing else is open.
    Raises LessonsUnread.
    """
    progress = progress_of(member, course)
    if not progress.all_read:
        raise LessonsUnread
    enrolment = progress.enrolment or Enrolment.objects.create(member=member, course=course)
    questions = list(course.questions.prefetch_related("options"))
    right = {
        question.pk: option.pk
        for question in questions
        for option in question.options.all()
        if option.correct
    }
    correct = sum(answers.get(pk) == option for pk, option in right.items())
    score = round(100 * correct / len(right)) if right else 0
    attempt, created = Attempt.objects.get_or_create(
        enrolment=enrolment,
        key=key,
        defaults={
            "answers": {str(pk): option for pk, option in answers.items()},
            "score": score,
            "passed": score >= course.pass_mark,
        },
    )
    if created:
        record(
            actor=actor,
            act="quiz.answered",
            subject=course,
            person=member.employee,
            after={"score": score, "passed": attempt.passed},
        )
        if attempt.passed:
            _pass(actor, enrolment)
    return attempt


def _pass(actor: User, enrolment: Enrolment) -> None:
    code = secrets.token_hex(6).upper()
    first = Enrolment.objects.filter(pk=enrolment.pk, passed=None)
    if first.update(passed=timezone.now(), certificate=code):
        record(
            actor=actor,
            act="course.passed",
            subject=enrolment.course,
            person=enrolment.member.employee,
            after={"certificate": code},
        )
        activate_when_ready(actor=actor, member=enrolment.member)


@transaction.atomic
def activate_when_ready(*, actor: User | None, member: Member) -> bool:
    """Make a member in onboarding active: policy accepted, needed courses passed, no coaching open."""
    member.refresh_from_db()
    if member.state != Member.State.ONBOARDING or policy_to_accept(member) or open_gates(member):
        return False
    if open_coaching(member):
        return False
    move_member(member=member, to=Member.State.ACTIVE, actor=actor)
    user, firm = member.employee.user, company()
    if user:
        with translation.override(user.language or (firm.language if firm else "id")):
            send_message(
                to=user,
                kind="member-active",
                title=_("You are in the team"),
                body=_(
                    "Policy and course are done. From now on you see briefs and stories; skipping is fine."
                ),
                path=reverse("home:home"),
                action_label=_("Open Digitroops"),
                key=f"active-{member.pk}-{member.since.isoformat()}",
            )
    return True
