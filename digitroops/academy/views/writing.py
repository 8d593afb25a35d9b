from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.academy import actions
from digitroops.academy.forms import CourseForm, EditCourseForm, LessonForm, QuestionForm, question_initial
from digitroops.academy.models import Course, Enrolment, Lesson, QuizQuestion
from digitroops.academy.queries import courses_for
from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.ui.toasts import say


def _course(request: HttpRequest, pk: int) -> Course:
    return get_object_or_404(courses_for(viewer_of(request), programme_of(request)), pk=pk)


@pr_required
def manage(request: HttpRequest) -> HttpResponse:
    rows = [
        {
            "course": course,
            "started": Enrolment.objects.filter(course=course).count(),
            "passed": Enrolment.objects.filter(course=course).exclude(passed=None).count(),
        }
        for course in courses_for(viewer_of(request), programme_of(request))
    ]
    return render(request, "academy/manage.html", {"rows": rows, "programme": programme_of(request)})


@pr_required
def add(request: HttpRequest) -> HttpResponse:
    form = CourseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        course = actions.add_course(
            actor=viewer_of(request), programme=programme_of(request), **form.cleaned_data
        )
        return redirect("academy:edit", course.pk)
    return render(request, "academy/course_form.html", {"form": form}, status=422 if form.is_bound else 200)


@pr_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    course = _course(request, pk)
    initial = {name: getattr(course, name) for name in EditCourseForm.base_fields}
    form = EditCourseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_course(actor=viewer_of(request), course=course, **form.cleaned_data)
        except actions.EditedMeanwhile:
            form.add_error(
                None,
                _(
                    "Somebody else has saved this course meanwhile. Nothing of yours is lost: it is still in the "
                    "fields. Open the course in another tab, compare, then save again from there."
                ),
            )
        else:
            say(request, _("Course saved."))
            return redirect("academy:edit", pk)
    context = {"form": form, "course": course, "questions": course.questions.prefetch_related("options")}
    return render(request, "academy/edit.html", context, status=422 if form.is_bound else 200)


@pr_required
def lesson(request: HttpRequest, pk: int, lesson: int | None = None) -> HttpResponse:
    course = _course(request, pk)
    row = get_object_or_404(course.lessons.all(), pk=lesson) if lesson else None
    initial = {"title": row.title, "body": row.body} if row else {}
    form = LessonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.write_lesson(actor=viewer_of(request), course=course, lesson=row, **form.cleaned_data)
        say(request, _("Lesson saved."))
        return redirect("academy:edit", pk)
    context = {"form": form, "course": course, "lesson": row}
    return render(request, "academy/lesson_form.html", context, status=422 if form.is_bound else 200)


@pr_required
def question(request: HttpRequest, pk: int, question: int | None = None) -> HttpResponse:
    course = _course(request, pk)
    row = get_object_or_404(course.questions.all(), pk=question) if question else None
    form = QuestionForm(request.POST or None, initial=question_initial(row) if row else {})
    if request.method == "POST" and form.is_valid():
        actions.write_question(
            actor=viewer_of(request),
            course=course,
            question=row,
            text=form.cleaned_data["text"],
            explanation=form.cleaned_data["explanation"],
            options=form.options(),
        )
        say(request, _("Question saved."))
        return redirect("academy:edit", pk)
    context = {"form": form, "course": course, "question": row}
    return render(request, "academy/question_form.html", context, status=422 if form.is_bound else 200)


@require_POST
@pr_required
def part(request: HttpRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """Move or remove a lesson or a question."""
    course, what = _course(request, pk), request.POST.get("do")
    if kind not in {"lesson", "question"}:
        raise Http404
    if kind == "lesson":
        row: Lesson | QuizQuestion = get_object_or_404(course.lessons.all(), pk=part)
    else:
        row = get_object_or_404(course.questions.all(), pk=part)
    if what in {"up", "down"}:
        actions.move(actor=viewer_of(request), part=row, up=what == "up")
    elif what == "remove":
        actions.remove(actor=viewer_of(request), part=row)
        say(request, _("Removed."))
    return redirect("academy:edit", pk)


@require_POST
@pr_required
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        actions.publish_course(actor=viewer_of(request), course=_course(request, pk))
        say(request, _("Course published."))
    except actions.NotReady:
        say(request, _("Not published: a course needs a lesson, and each question one right answer."))
    return redirect("academy:edit", pk)
