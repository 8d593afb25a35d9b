"""Two courses: the one before becoming active, and one on telling stories; most of the team has passed."""

import datetime as dt
import string
from random import Random

from digitroops.academy.models import Attempt, Course, Enrolment, Lesson, QuizOption, QuizQuestion
from digitroops.audit.actions import record
from digitroops.demo.lessons import COURSES, CourseText
from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.programme.models import Member, Programme


def make_courses(
    random: Random, cast: Cast, programme: Programme, members: list[Member], today: dt.date
) -> None:
    """Publish both courses in place of the one every programme starts with; all passed the first, two in three the second."""
    programme.courses.all().delete()
    for order, text in enumerate(COURSES):
        course = _make_course(cast, programme, text, order, today)
        for place, member in enumerate(members):
            if text.gate or place % 3:
                day = today - dt.timedelta((148 if text.gate else 70) - place)
                _pass(random, course, member, day, today)


def _make_course(cast: Cast, programme: Programme, text: CourseText, order: int, today: dt.date) -> Course:
    published = clock(today - dt.timedelta(180 - 90 * order), 10)
    with happened(published, today=today):
        course = Course.objects.create(
            programme=programme,
            title=text.title,
            summary=text.summary,
            minutes=text.minutes,
            gate=text.gate,
            published=published,
            order=order,
        )
        record(actor=cast.pr, act="course.published", subject=course)
    Lesson.objects.bulk_create(
        Lesson(course=course, title=title, body=body, order=place)
        for place, (title, body) in enumerate(text.lessons)
    )
    for place, (question, explanation, options) in enumerate(text.questions):
        row = QuizQuestion.objects.create(course=course, text=question, explanation=explanation, order=place)
        QuizOption.objects.bulk_create(
            QuizOption(question=row, text=words, correct=number == 0, order=(number + place) % len(options))
            for number, words in enumerate(options)
        )
    return course


def _pass(random: Random, course: Course, member: Member, day: dt.date, today: dt.date) -> None:
    at = clock(day, random.randint(8, 20), random.randint(0, 59))
    code = "".join(random.choices(string.ascii_uppercase + string.digits, k=10))
    enrolment = Enrolment.objects.create(
        member=member, course=course, started=at - dt.timedelta(minutes=25), passed=at, certificate=code
    )
    enrolment.lessons_read.set(course.lessons.all())
    score = random.choice([80, 100, 100])
    Attempt.objects.create(enrolment=enrolment, score=score, passed=True, at=at)
    with happened(at, today=today):
        record(
            actor=member.employee.user,
            act="course.passed",
            subject=course,
            person=member.employee,
            after={"score": score},
        )
