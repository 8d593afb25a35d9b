import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.engines.footprint.second import CLEAR, NoOpinion, SecondOpinion
from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Role
from digitroops.screening import actions, queries
from digitroops.screening.asking import endpoint_of
from digitroops.screening.cards import (
    case_rows,
    closed_rows,
    decision_options,
    next_case,
    opinion_of,
    participant,
    posts_among,
    reviewer_card,
    reviewer_line,
)
from digitroops.screening.forms import DecisionForm
from digitroops.screening.models import Audit, Finding
from digitroops.screening.passages import veiled
from digitroops.screening.words import OBSTACLES, OPINION_PROBLEMS, category_title
from digitroops.ui.toasts import say, warn

reviewer_required = role_required(Role.REVIEWER)


@reviewer_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    reviewer = viewer_of(request)
    rows = case_rows(reviewer)
    appeals = [item for item in queries.appeals_for(reviewer) if not queries.appeal_obstacle(item, reviewer)]
    context = {
        "open_rows": [row for row in rows if row.waits],
        "other_rows": [row for row in rows if not row.waits],
        "appeals": [{"appeal": item, "who": participant(item.audit)} for item in appeals],
        "closed": closed_rows(reviewer),
        "by_hand": [{"audit": item, "who": participant(item)} for item in queries.to_read_by_hand(reviewer)],
    }
    return render(request, "screening/queue.html", context)


@reviewer_required
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    audit = _case_of(request, pk)
    if why := queries.case_obstacle(audit, viewer_of(request)):
        return _refused(request, why)
    if _opened_key(pk) not in request.session:
        request.session[_opened_key(pk)] = timezone.now().isoformat()
        actions.open_case(audit=audit, reviewer=viewer_of(request))
    return render(request, "screening/case.html", _case_context(request, audit))


@reviewer_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    audit, reviewer = _case_of(request, pk), viewer_of(request)
    if why := queries.reading_obstacle(audit, reviewer):
        return _refused(request, why)
    form = DecisionForm(audit.member.programme, request.POST)
    if not form.is_valid():
        return render(request, "screening/case.html", _case_context(request, audit, form), status=422)
    opened = _opened(request, pk)
    try:
        actions.decide(audit=audit, reviewer=reviewer, opened=opened, **form.cleaned_data)
    except actions.ReviewRefused as refused:
        return _refused(request, refused.obstacle)
    say(request, _("Decision saved."), undo=reverse("screening:undo", args=[pk]))
    following = next_case(reviewer, after=pk)
    return redirect("screening:case", following.pk) if following else redirect("screening:queue")


@reviewer_required
@require_POST
def opinion(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """What the company's own model says about one finding, beside the rules and never alone."""
    audit, reviewer = _case_of(request, pk), viewer_of(request)
    if why := queries.case_obstacle(audit, reviewer):
        return _refused(request, why)
    findings = list(queries.findings_for(reviewer, audit))
    found = next((item for item in findings if item.pk == finding), None)
    if found is None:
        raise Http404
    answer = actions.ask_second_opinion(
        finding=found, reviewer=reviewer, language=(get_language() or "id")[:2]
    )
    if request.headers.get("HX-Request") == "true":
        return render(request, "screening/opinion.html", _said(answer, found))
    if not isinstance(answer, SecondOpinion):
        warn(request, _why_not(answer))
    return redirect(f"{reverse('screening:case', args=[pk])}?finding={findings.index(found)}")


def _said(answer: SecondOpinion | NoOpinion | None, finding: Finding) -> dict[str, Any]:
    return {
        "title": category_title(answer.category)
        if isinstance(answer, SecondOpinion) and answer.category != CLEAR
        else "",
        "why": answer.why if isinstance(answer, SecondOpinion) else "",
        "kept": opinion_of(finding),
        "problem": _why_not(answer),
        "again": isinstance(answer, NoOpinion),
        "case": finding.audit_id,
        "finding": finding.pk,
    }


def _why_not(answer: SecondOpinion | NoOpinion | None) -> str | Promise:
    return OPINION_PROBLEMS[answer.reason if isinstance(answer, NoOpinion) else "address"]


@reviewer_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    audit = _case_of(request, pk)
    try:
        actions.take_back(audit=audit, reviewer=viewer_of(request))
    except actions.TooLate:
        say(
            request,
            _("This decision can no longer be taken back: the case is closed or some time has passed."),
        )
    else:
        say(request, _("Taken back. Decide again when you are ready."))
    target = reverse("screening:case", args=[pk])
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": target})
    return redirect(target)


@reviewer_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    audit, reviewer = _case_of(request, pk), viewer_of(request)
    appeal = queries.appeal_of(audit)
    why = queries.appeal_obstacle(appeal, reviewer) if appeal else queries.Obstacle.CLOSED
    if appeal is None or why:
        return _refused(request, why)
    form = DecisionForm(audit.member.programme, request.POST, passing_on=False)
    if not form.is_valid():
        return render(request, "screening/case.html", _case_context(request, audit, form), status=422)
    try:
        actions.answer_appeal(
            appeal=appeal, reviewer=reviewer, opened=_opened(request, pk), **form.cleaned_data
        )
    except actions.ReviewRefused as refused:
        return _refused(request, refused.obstacle)
    say(request, _("Answer saved. The participant has been told."))
    return redirect("screening:queue")


def _opened_key(pk: int) -> str:
    return f"case-{pk}-opened"


def _opened(request: HttpRequest, pk: int) -> dt.datetime | None:
    opened = request.session.pop(_opened_key(pk), None)
    return dt.datetime.fromisoformat(opened) if opened else None


def _case_of(request: HttpRequest, pk: int) -> Audit:
    """A case that was sent to the reviewers; the viewer's own answers with a sentence, not with 404."""
    audits = Audit.objects.select_related("member__employee__unit", "member__programme")
    return get_object_or_404(audits, pk=pk, state__in=queries.READ)


def _refused(request: HttpRequest, why: queries.Obstacle) -> HttpResponse:
    return render(request, "screening/refused.html", {"text": OBSTACLES[why]}, status=403)


def _case_context(request: HttpRequest, audit: Audit, form: DecisionForm | None = None) -> dict[str, Any]:
    reviewer = viewer_of(request)
    findings = list(queries.findings_for(reviewer, audit))
    place = _place(request.GET.get("finding", ""), len(findings))
    names = queries.identities_of(audit.member)
    who = participant(audit)
    return (
        _deciding(audit, queries.obstacle(audit, reviewer), form)
        | {
            "audit": audit,
            "findings": [reviewer_line(audit, finding, names) for finding in findings],
            "posts_found": posts_among(findings),
            "card": reviewer_card(audit, findings[place], findings, names) if findings else None,
            "who": who,
            "place": place,
            "asks": bool(findings) and queries.may_ask_model(audit) and endpoint_of(audit.member.programme),
            "previous": place - 1 if place else None,
            "next": place + 1 if place + 1 < len(findings) else None,
            "reviews": queries.reviews_for(reviewer, audit),
            "can_undo": queries.can_take_back(audit, reviewer),
        }
        | _appealing(audit, request, names, form)
    )


def _deciding(audit: Audit, why: queries.Obstacle, form: DecisionForm | None) -> dict[str, Any]:
    return {
        "form": form or DecisionForm(audit.member.programme),
        "options": decision_options(member=audit.purpose == Audit.Purpose.WATCH),
        "columns": 4,
        "action": reverse("screening:decide", args=[audit.pk]),
        "can_decide": not why,
    }


def _appealing(
    audit: Audit, request: HttpRequest, names: list[str], form: DecisionForm | None
) -> dict[str, Any]:
    """What changes when a second look is asked for: both sides' texts, and a form of its own."""
    appeal = queries.appeal_of(audit)
    if appeal is None:
        return {}
    context = {
        "appeal": appeal,
        "appeal_text": veiled(appeal.text, names, participant(audit)),
        "sides": queries.sides_of(audit, viewer_of(request)),
    }
    if queries.appeal_obstacle(appeal, viewer_of(request)):
        return context
    return context | {
        "form": form or DecisionForm(audit.member.programme, passing_on=False),
        "options": decision_options(passing_on=False, member=audit.purpose == Audit.Purpose.WATCH),
        "columns": 3,
        "action": reverse("screening:answer", args=[audit.pk]),
        "can_decide": True,
    }


def _place(asked: str, count: int) -> int:
    """The finding asked for, counted from 0; the nearest there is for anything else."""
    return min(int(asked), max(count - 1, 0)) if asked.isdecimal() else 0
