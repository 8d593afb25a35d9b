import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Role
from digitroops.programme.access import member_of, member_required
from digitroops.screening import actions, queries
from digitroops.screening.cards import (
    case_rows,
    decision_options,
    own_card,
    participant,
    reviewer_card,
    reviewer_line,
)
from digitroops.screening.forms import DecisionForm, ReplyForm
from digitroops.screening.models import Audit
from digitroops.screening.words import OBSTACLES
from digitroops.ui.toasts import say

reviewer_required = role_required(Role.REVIEWER)


@member_required()
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    audit = queries.own_audit(member)
    cards = [own_card(finding) for finding in queries.own_findings(member)] if audit else []
    if not _is_fragment(request):
        return render(request, "screening/mine.html", {"audit": audit, "cards": cards})
    if audit and audit.state in {Audit.State.WAITING, Audit.State.SCANNING}:
        return render(request, "screening/mine.html#progress", {"audit": audit})
    return HttpResponse(headers={"HX-Refresh": "true"})


@member_required()
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    finding = get_object_or_404(queries.own_findings(member_of(request)), pk=pk)
    form = ReplyForm(request.POST, prefix=f"f{pk}")
    if not form.is_valid():
        return render(request, "screening/mine.html#finding", {"card": own_card(finding, form)}, status=422)
    try:
        finding.reply = actions.reply_to_finding(
            finding=finding,
            stance=form.cleaned_data["stance"],
            text=form.cleaned_data["text"],
            actor=viewer_of(request),
        )
    except actions.NotWithPerson:
        raise Http404 from None
    if not _is_fragment(request):
        return redirect("screening:mine")
    return render(request, "screening/mine.html#finding", {"card": own_card(finding)})


@member_required()
@require_POST
def submit(request: HttpRequest) -> HttpResponse:
    audit = queries.own_audit(member_of(request))
    if audit is None:
        raise Http404
    actions.submit_audit(audit=audit, actor=viewer_of(request))
    say(request, _("Sent to the reviewers."))
    return redirect("screening:mine")


@member_required()
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    actions.withdraw_audit(member=member_of(request), actor=viewer_of(request))
    say(request, _("Withdrawn. The findings have been deleted."))
    return redirect("screening:mine")


@reviewer_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    reviewer = viewer_of(request)
    rows = case_rows(reviewer)
    context = {
        "open_rows": [row for row in rows if not row.mine and not row.obstacle],
        "other_rows": [row for row in rows if row.mine or row.obstacle],
        "closed": queries.decided_by(reviewer)[:20],
    }
    return render(request, "screening/queue.html", context)


@reviewer_required
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    audit = _case_of(request, pk)
    why = queries.reading_obstacle(audit, viewer_of(request))
    if why:
        return _refused(request, why)
    request.session.setdefault(_opened_key(pk), timezone.now().isoformat())
    return render(request, "screening/case.html", _case_context(request, audit, DecisionForm()))


@reviewer_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    audit = _case_of(request, pk)
    form = DecisionForm(request.POST)
    if why := queries.reading_obstacle(audit, viewer_of(request)):
        return _refused(request, why)
    if not form.is_valid():
        return render(request, "screening/case.html", _case_context(request, audit, form), status=422)
    opened = request.session.pop(_opened_key(pk), None)
    try:
        actions.decide(
            audit=audit,
            reviewer=viewer_of(request),
            decision=form.cleaned_data["decision"],
            reason=form.cleaned_data["reason"],
            opened=dt.datetime.fromisoformat(opened) if opened else None,
        )
    except actions.ReviewRefused as refused:
        return _refused(request, refused.obstacle)
    say(request, _("Decision saved."))
    return redirect("screening:queue")


def _is_fragment(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _opened_key(pk: int) -> str:
    return f"case-{pk}-opened"


def _case_of(request: HttpRequest, pk: int) -> Audit:
    """A case that was sent to the reviewers; the viewer's own answers with a sentence, not with 404."""
    audits = Audit.objects.select_related("member__employee__unit", "member__programme")
    return get_object_or_404(audits, pk=pk, state__in=queries.READ)


def _refused(request: HttpRequest, why: queries.Obstacle) -> HttpResponse:
    return render(request, "screening/refused.html", {"text": OBSTACLES[why]}, status=403)


def _case_context(request: HttpRequest, audit: Audit, form: DecisionForm) -> dict[str, Any]:
    reviewer = viewer_of(request)
    findings = list(queries.findings_for(reviewer, audit))
    place = _place(request.GET.get("finding", ""), len(findings))
    names = queries.identities_of(audit.member)
    return {
        "audit": audit,
        "findings": [reviewer_line(audit, finding, names) for finding in findings],
        "card": reviewer_card(audit, findings[place], findings, names) if findings else None,
        "who": participant(audit),
        "place": place,
        "previous": place - 1 if place else None,
        "next": place + 1 if place + 1 < len(findings) else None,
        "form": form,
        "options": decision_options(),
        "reviews": queries.reviews_for(reviewer, audit),
        "can_decide": not queries.obstacle(audit, reviewer),
    }


def _place(asked: str, count: int) -> int:
    """The finding asked for, counted from 0; the nearest there is for anything else."""
    return min(int(asked), max(count - 1, 0)) if asked.isdecimal() else 0
