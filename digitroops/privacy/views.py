from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import employee_of, role_required, signed_in, viewer_of
from digitroops.people.models import Role
from digitroops.privacy import actions, packing
from digitroops.privacy.breach_texts import draft
from digitroops.privacy.data_paper import data_paper
from digitroops.privacy.forms import AnswerForm, AskForm, BreachForm
from digitroops.privacy.models import Breach, Request
from digitroops.privacy.officers import officers, where_to_set
from digitroops.privacy.processing import activities
from digitroops.privacy.queries import HOLDING, breaches_for, requests_for, requests_of
from digitroops.privacy.words import RIGHTS
from digitroops.ui.downloads import csv_download
from digitroops.ui.papers import pdf_of
from digitroops.ui.toasts import say

PAGE_SIZE = 50
answers_requests = role_required(Role.PR, Role.ADMINISTRATOR)
sees_register = role_required(Role.PR, Role.AUDITOR, Role.ADMINISTRATOR)


@signed_in
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    own = list(requests_of(employee_of(request)))
    waiting = {item.kind for item in own if item.is_open}
    context = {
        "rights": [{"right": right, "waiting": right.kind in waiting} for right in RIGHTS],
        "requests": own,
    }
    return render(request, "privacy/rights.html", context)


@signed_in
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    employee, form = employee_of(request), AskForm(request.POST)
    if form.is_valid():
        actions.ask(employee=employee, actor=viewer_of(request), **form.cleaned_data)
        say(
            request,
            _("In effect from now on. You also have an answer within three times 24 hours.")
            if form.cleaned_data["kind"] in HOLDING
            else _("Sent. You have an answer within three times 24 hours."),
        )
    else:
        say(request, _("Not sent: what you wrote is longer than 2,000 characters."))
    return redirect("privacy:rights")


@signed_in
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    mine = get_object_or_404(requests_of(employee_of(request)), pk=pk)
    actions.take_back(request=mine, actor=viewer_of(request))
    say(request, _("Taken back."))
    return redirect("privacy:rights")


@signed_in
@require_safe
def data_zip(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(packing.data_zip(viewer_of(request)), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="digitroops-my-data.zip"'
    return response


@signed_in
@require_safe
def data_pdf(request: HttpRequest) -> HttpResponse:
    paper = data_paper(viewer_of(request), (get_language() or "id")[:2])
    response = HttpResponse(pdf_of(paper), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="digitroops-my-data.pdf"'
    return response


@answers_requests
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    found = requests_for(viewer_of(request))
    if request.GET.get("state") in Request.State.values:
        found = found.filter(state=request.GET["state"])
    context = {
        "page_obj": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "state": request.GET.get("state", ""),
        "states": [("", _("All states")), *Request.State.choices],
    }
    return render(request, "privacy/requests.html", context)


@answers_requests
def request_detail(request: HttpRequest, pk: int) -> HttpResponse:
    item = get_object_or_404(requests_for(viewer_of(request)), pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            granted = form.cleaned_data["decision"] == "granted"
            actions.answer(
                request=item, granted=granted, text=form.cleaned_data["text"], actor=viewer_of(request)
            )
        except actions.AlreadyAnswered:
            say(request, _("Somebody has answered or taken this back meanwhile. Nothing was changed."))
        else:
            say(request, _("Answered. The person has been told."))
        return redirect("privacy:requests")
    right = next(right for right in RIGHTS if right.kind == item.kind)
    context = {"item": item, "right": right, "form": form}
    return render(request, "privacy/request.html", context, status=422 if form.is_bound else 200)


@sees_register
@require_safe
def processing(request: HttpRequest) -> HttpResponseBase:
    found = activities()
    if "csv" in request.GET:
        header = [
            _("Processing"),
            _("Purpose"),
            _("Ground"),
            _("Data"),
            _("Of whom"),
            _("Seen by"),
            pgettext("how long", "Kept"),
        ]
        rows = ([a.name, a.purpose, a.basis, a.data, a.people, a.seen_by, a.kept] for a in found)
        return csv_download("record-of-processing.csv", header, rows)
    return render(request, "privacy/processing.html", {"activities": found})


@sees_register
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    context = {"breaches": breaches_for(viewer_of(request)), "may_report": _may_report(request)}
    return render(request, "privacy/breaches.html", context)


def _may_report(request: HttpRequest) -> bool:
    return viewer_of(request).has_role(Role.PR, Role.ADMINISTRATOR)


@answers_requests
def report(request: HttpRequest) -> HttpResponse:
    form = BreachForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        breach = actions.report_breach(actor=viewer_of(request), **form.cleaned_data)
        say(request, _("The record is open and the clock runs."))
        return redirect("privacy:breach", breach.pk)
    return render(request, "privacy/report.html", {"form": form}, status=422 if form.is_bound else 200)


@sees_register
@require_safe
def breach(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(breaches_for(viewer_of(request)), pk=pk)
    context = {"breach": found, "drafts": _drafts(found), "may_report": _may_report(request)}
    if not officers():
        context |= {"unnamed": True, "set_at": where_to_set() if viewer_of(request).has_role(Role.PR) else ""}
    return render(request, "privacy/breach.html", context)


def _drafts(found: Breach) -> list[dict[str, Any]]:
    return [
        {"title": title, "language": name, "text": draft(found, language, to_agency=to_agency)}
        for to_agency, title in ((True, _("To the agency")), (False, _("To the people concerned")))
        for language, name in (("id", "Bahasa Indonesia"), ("en", "English"))
    ]


@answers_requests
@require_POST
def breach_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    found = get_object_or_404(breaches_for(viewer_of(request)), pk=pk)
    actions.mark_breach(breach=found, step=step, actor=viewer_of(request))
    say(request, _("Recorded."))
    return redirect("privacy:breach", pk)
