import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from digitroops.academy.models import Course, Lesson, QuizOption, QuizQuestion
from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Programme

DEFAULT_COURSE = Path(__file__).parents[1] / "texts" / "course.json"
Part = Lesson | QuizQuestion


class EditedMeanwhile(Exception):
    """Somebody else has saved the course since this person opened it."""


class NotReady(Exception):
    """A course without lessons, or with a question that has no right answer, is not published."""


@transaction.atomic
def add_course(*, actor: User, programme: Programme, **fields: Any) -> Course:
    """Add a course as a draft at the end of the list."""
    last = programme.courses.order_by("-order").values_list("order", flat=True).first()
    course = Course.objects.create(programme=programme, order=0 if last is None else last + 1, **fields)
    record(actor=actor, act="course.added", subject=course, after=fields)
    return course


@transaction.atomic
def add_default_course(*, actor: User, programme: Programme) -> Course:
    """Add the published course that every programme begins with; it stands before becoming active."""
    words = json.loads(DEFAULT_COURSE.read_text(encoding="utf-8"))
    fields = {name: words[name] for name in ("title", "summary", "minutes")}
    course = add_course(actor=actor, programme=programme, gate=True, **fields)
    for lesson in words["lessons"]:
        write_lesson(actor=actor, course=course, **lesson)
    for question in words["questions"]:
        options = [(option["text"], option["correct"]) for option in question.pop("options")]
        write_question(actor=actor, course=course, options=options, **question)
    return publish_course(actor=actor, course=course)


@transaction.atomic
def edit_course(*, actor: User, course: Course, version: int, **fields: Any) -> Course:
    """Change a course. Raises EditedMeanwhile when `version` is no longer the stored one."""
    before = {name: getattr(course, name) for name in fields}
    if not Course.objects.filter(pk=course.pk, version=version).update(version=F("version") + 1, **fields):
        raise EditedMeanwhile
    course.refresh_from_db()
    record(actor=actor, act="course.edited", subject=course, before=before, after=fields)
    return course


@transaction.atomic
def write_lesson(
    *, actor: User, course: Course, title: str, body: str, lesson: Lesson | None = None
) -> Lesson:
    """Add a lesson at the end, or change one."""
    act = "lesson.edited" if lesson else "lesson.added"
    lesson = lesson or Lesson(course=course, order=course.lessons.count())
    before = _facts(lesson) if lesson.pk else {}
    lesson.title, lesson.body = title, body
    lesson.save()
    record(actor=actor, act=act, subject=lesson, before=before, after=_facts(lesson))
    return lesson


@transaction.atomic
def write_question(
    *,
    actor: User,
    course: Course,
    text: str,
    explanation: str,
    options: Sequence[tuple[str, bool]],
    question: QuizQuestion | None = None,
) -> QuizQuestion:
    """Add a question at the end, or change one with all its answers."""
    act = "question.edited" if question else "question.added"
    question = question or QuizQuestion(course=course, order=course.questions.count())
    before = _facts(question) if question.pk else {}
    question.text, question.explanation = text, explanation
    question.save()
    question.options.all().delete()
    QuizOption.objects.bulk_create(
        QuizOption(question=question, text=words, correct=correct, order=order)
        for order, (words, correct) in enumerate(options)
    )
    record(actor=actor, act=act, subject=question, before=before, after=_facts(question))
    return question


def _facts(part: Part) -> dict[str, Any]:
    if isinstance(part, Lesson):
        return {"title": part.title, "body": part.body}
    options = list(part.options.values_list("text", "correct"))
    return {"text": part.text, "explanation": part.explanation, "options": [list(one) for one in options]}


@transaction.atomic
def remove(*, actor: User, part: Part) -> None:
    """Remove a lesson or a question; attempts already made keep their score."""
    act = "lesson.removed" if isinstance(part, Lesson) else "question.removed"
    record(actor=actor, act=act, subject=part, before=_facts(part))
    part.delete()


@transaction.atomic
def move(*, actor: User, part: Part, up: bool) -> None:
    """Swap a lesson or question with its neighbour; at the end of the list nothing happens."""
    kind = type(part)
    rows: list[Any] = list(kind.objects.filter(course=part.course_id))
    place = next(index for index, row in enumerate(rows) if row.pk == part.pk)
    target = place - 1 if up else place + 1
    if not 0 <= target < len(rows):
        return
    rows[place], rows[target] = rows[target], rows[place]
    for order, row in enumerate(rows):
        kind.objects.filter(pk=row.pk).update(order=order)
    record(actor=actor, act="course.reordered", subject=part.course)


@transaction.atomic
def publish_course(*, actor: User, course: Course) -> Course:
    """Show the course to members. Raises NotReady."""
    questions = course.questions.prefetch_related("options")
    sound = all(sum(option.correct for option in question.options.all()) == 1 for question in questions)
    if not (course.lessons.exists() and questions and sound):
        raise NotReady
    if Course.objects.filter(pk=course.pk, published=None).update(published=timezone.now()):
        record(actor=actor, act="course.published", subject=course)
    course.refresh_from_db()
    return course
