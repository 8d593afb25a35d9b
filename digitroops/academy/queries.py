"""What one may read of courses: members the published ones of their programme, PR all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from digitroops.academy.models import Course, Enrolment, Lesson
from digitroops.people.models import Role, User
from digitroops.programme.models import Member, Programme
from digitroops.screening.lessons import Lesson as Named


def courses_for(viewer: User, programme: Programme) -> QuerySet[Course]:
    """Every course for PR, the published ones for members."""
    courses = Course.objects.filter(programme=programme)
    return courses if viewer.has_role(Role.PR) else courses.exclude(published=None)


def published_courses(programme: Programme) -> QuerySet[Course]:
    return Course.objects.filter(programme=programme).exclude(published=None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one member has come in one course."""

    course: Course
    enrolment: Enrolment | None
    lessons: Sequence[Lesson]
    read: frozenset[int]

    @property
    def percent_read(self) -> int:
        """Lessons read, of a hundred."""
        return round(100 * len(self.read) / len(self.lessons)) if self.lessons else 0

    @property
    def all_read(self) -> bool:
        return all(lesson.pk in self.read for lesson in self.lessons)

    @property
    def passed(self) -> bool:
        return bool(self.enrolment and self.enrolment.passed)

    @property
    def next_lesson(self) -> Lesson | None:
        return next((lesson for lesson in self.lessons if lesson.pk not in self.read), None)


def progress_of(member: Member, course: Course) -> Progress:
    enrolment = Enrolment.objects.filter(member=member, course=course).first()
    read = frozenset(enrolment.lessons_read.values_list("pk", flat=True)) if enrolment else frozenset()
    return Progress(course, enrolment, list(course.lessons.all()), read)


def open_gates(member: Member) -> list[Course]:
    """The published courses that the member must still pass before becoming active."""
    gates = published_courses(member.programme).filter(gate=True)
    return list(gates.exclude(enrolments__in=Enrolment.objects.filter(member=member).exclude(passed=None)))


def certificate_for(viewer: User, code: str) -> Enrolment | None:
    """A certificate, for the member it belongs to and for PR."""
    found = Enrolment.objects.filter(certificate=code).select_related(
        "member__employee__unit", "course__programme"
    )
    if not viewer.has_role(Role.PR):
        found = found.filter(member__employee__user=viewer)
    return found.first()


def lesson_key(lesson: Lesson) -> str:
    """What a reviewer's coaching refers to a lesson by."""
    return f"lesson:{lesson.pk}"


def lessons_to_name(programme: Programme) -> Iterator[Named]:
    """The lessons of published courses, for reviewers who want to name one as coaching."""
    lessons = Lesson.objects.filter(course__programme=programme).exclude(course__published=None)
    for lesson in lessons.select_related("course"):
        url = reverse("academy:lesson", args=[lesson.course_id, lesson.pk])
        yield Named(lesson_key(lesson), f"{lesson.course.title}: {lesson.title}"[:160], url)
