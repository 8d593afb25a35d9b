from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from digitroops.academy import actions
from digitroops.academy.forms import AcceptForm, QuizForm
from digitroops.academy.models import Attempt, Course, request_key
from digitroops.academy.queries import certificate_for, open_gates, progress_of, published_courses
from digitroops.people.access import signed_in, viewer_of
from digitroops.programme.access import member_of, member_required
from digitroops.programme.actions import accept_policy
from digitroops.programme.models import Member
from digitroops.programme.queries import policy_to_accept, published_policy
from digitroops.screening.lessons import lesson_of
from digitroops.screening.queries import open_coaching
from digitroops.ui.toasts import say

LEARNERS = (Member.State.ONBOARDING, Member.State.ACTIVE, Member.State.PAUSED)


def _course(request: HttpRequest, pk: int) -> Course:
    return get_object_or_404(published_courses(member_of(request).programme), pk=pk)


@member_required(*LEARNERS)
def courses(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    found = [progress_of(member, course) for course in published_courses(member.programme)]
    return render(request, "academy/courses.html", {"member": member, "courses": found})


@member_required(*LEARNERS)
def course(request: HttpRequest, pk: int) -> HttpResponse:
    progress = progress_of(member_of(request), _course(request, pk))
    context = {
        "course": progress.course,
        "progress": progress,
        "questions": progress.course.questions.count(),
    }
    return render(request, "academy/course.html", context)


@member_required(*LEARNERS)
def lesson(request: HttpRequest, pk: int, lesson: int) -> HttpResponse:
    member, found = member_of(request), _course(request, pk)
    row = get_object_or_404(found.lessons.all(), pk=lesson)
    if request.method == "POST":
        actions.read_lesson(actor=viewer_of(request), member=member, lesson=row)
        following = progress_of(member, found).next_lesson
        if following:
            return redirect("academy:lesson", pk, following.pk)
        return redirect("academy:quiz", pk)
    progress = progress_of(member, found)
    number = [one.pk for one in progress.lessons].index(row.pk) + 1
    context = {"course": found, "lesson": row, "progress": progress, "number": number}
    return render(request, "academy/lesson.html", context)


@member_required(*LEARNERS)
def quiz(request: HttpRequest, pk: int) -> HttpResponse:
    member, found = member_of(request), _course(request, pk)
    progress = progress_of(member, found)
    if not progress.all_read:
        say(request, _("Read the lessons first; the questions are about them."))
        return redirect("academy:course", pk)
    form = QuizForm(found, request.POST or None, initial={"key": request_key()})
    if request.method == "POST" and form.is_valid():
        attempt = actions.answer_quiz(
            actor=viewer_of(request),
            member=member,
            course=found,
            answers=form.answers(),
            key=form.cleaned_data["key"],
        )
        return redirect("academy:attempt", pk, attempt.pk)
    context = {"course": found, "form": form, "progress": progress}
    return render(request, "academy/quiz.html", context, status=422 if form.is_bound else 200)


@member_required(*LEARNERS)
def attempt(request: HttpRequest, pk: int, attempt: int) -> HttpResponse:
    member, found = member_of(request), _course(request, pk)
    row = get_object_or_404(Attempt, enrolment__member=member, enrolment__course=found, pk=attempt)
    context = {"course": found, "attempt": row, "feedback": _feedback(found, row), "member": member}
    return render(request, "academy/attempt.html", context)


def _feedback(course: Course, attempt: Attempt) -> list[dict[str, Any]]:
    """Each question with the answer given and the right one."""
    rows = []
    for question in course.questions.prefetch_related("options"):
        options = {option.pk: option for option in question.options.all()}
        given = options.get(attempt.answers.get(str(question.pk), 0))
        right = next((option for option in options.values() if option.correct), None)
        rows.append({"question": question, "given": given, "right": right, "correct": given == right})
    return rows


@member_required(*LEARNERS)
def onboarding(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    policy = policy_to_accept(member)
    gates = [progress_of(member, course) for course in open_gates(member)]
    coaching = open_coaching(member) if member.state == Member.State.ONBOARDING else None
    states = ["done" if policy is None else "now"]
    states += ["done" if not gates else ("todo" if policy else "now")]
    states += ["todo" if policy or gates else "now"] if coaching else []
    states += ["done" if member.state == Member.State.ACTIVE else "todo"]
    labels = [_("Policy"), _("Course and quiz"), *([_("Coaching")] if coaching else []), _("In the team")]
    context = {
        "member": member,
        "policy": policy,
        "accepted": published_policy(member.programme),
        "gates": gates,
        "coaching": coaching,
        "lesson": lesson_of(member.programme, coaching.lesson_key) if coaching else None,
        "steps": [
            {"label": label, "state": state, "url": ""} for label, state in zip(labels, states, strict=True)
        ],
    }
    return render(request, "academy/onboarding.html", context)


@member_required(*LEARNERS)
def policy_accept(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    policy = policy_to_accept(member)
    if policy is None:
        return redirect("academy:onboarding")
    form = AcceptForm(member.employee.name, request.POST or None)
    if request.method == "POST" and form.is_valid():
        accept_policy(actor=viewer_of(request), member=member, policy=policy, name=form.cleaned_data["name"])
        say(request, _("Policy accepted."))
        return redirect("academy:onboarding")
    context = {"policy": policy, "form": form, "member": member}
    return render(request, "academy/policy.html", context, status=422 if form.is_bound else 200)


@signed_in
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    enrolment = certificate_for(viewer_of(request), code)
    if enrolment is None:
        raise Http404
    return render(request, "academy/certificate.html", {"enrolment": enrolment})
