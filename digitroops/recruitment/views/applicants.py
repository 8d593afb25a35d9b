from collections.abc import Iterable, Iterator

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, viewer_of
from digitroops.people.models import Unit
from digitroops.presence.actions import ask_about_growth
from digitroops.presence.growth import grown
from digitroops.presence.queries import accounts_of
from digitroops.programme.access import programme_of
from digitroops.programme.models import Member
from digitroops.recruitment.actions import eligibility
from digitroops.recruitment.evaluation import evaluate
from digitroops.recruitment.forms import OverrideForm, SampleForm
from digitroops.recruitment.models import Application, CriterionResult
from digitroops.recruitment.queries.applications import (
    applications_for,
    best_followers,
    result_rows,
    search_applications,
    summary_of,
)
from digitroops.screening.queries import open_coaching, standing_of
from digitroops.ui.downloads import csv_download
from digitroops.ui.fragments import is_partial
from digitroops.ui.toasts import say

PAGE_SIZE = 50
FILTERS = ("q", "state", "unit", "verdict")


@pr_required
def index(request: HttpRequest) -> HttpResponseBase:
    programme = programme_of(request)
    chosen = {name: request.GET.get(name, "").strip() for name in FILTERS}
    everyone = applications_for(viewer_of(request), programme)
    found = search_applications(everyone, **chosen)
    if "csv" in request.GET:
        return _csv(found)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        **chosen,
        "programme": programme,
        "page_obj": page,
        "rows": list(_rows(page.object_list)),
        "total": everyone.count(),
        "states": [("", _("All states")), *Member.State.choices[1:]],
        "units": [("", _("All units")), *((unit.path, unit.path) for unit in Unit.objects.all())],
        "verdicts": [("", _("All criteria")), ("met", _("All criteria met")), ("open", _("Something open"))],
    }
    template = "recruitment/applicants.html#results" if is_partial(request) else "recruitment/applicants.html"
    return render(request, template, context)


def _rows(found: Iterable[Application]) -> Iterator[dict[str, object]]:
    for application in found:
        audits = list(application.member.audits.all())
        yield {
            "application": application,
            "employee": application.member.employee,
            "followers": best_followers(list(application.member.employee.accounts.all())),
            "summary": summary_of(application),
            "audit": audits[0] if audits else None,
        }


def _csv(found: Iterable[Application]) -> HttpResponseBase:
    header = [_("Employee number"), _("Name"), _("Work unit"), _("Generation"), _("State"), _("Sent")]
    header += [_("Followers"), _("Source"), _("Criteria met"), _("Criteria")]
    return csv_download("applicants.csv", header, (_line(row) for row in _rows(found)))


def _line(row: dict[str, object]) -> list[object]:
    application, followers, summary = row["application"], row["followers"], row["summary"]
    assert isinstance(application, Application)
    employee = application.member.employee
    return [
        employee.number,
        employee.name,
        employee.unit.path,
        employee.get_generation_display(),
        application.member.get_state_display(),
        application.submitted.date().isoformat() if application.submitted else "",
        getattr(followers, "count", ""),
        followers.get_source_display() if followers else "",  # type: ignore[attr-defined]
        getattr(summary, "met", ""),
        getattr(summary, "total", ""),
    ]


@pr_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    found = applications_for(viewer_of(request), programme_of(request))
    application = get_object_or_404(found, pk=pk)
    return _detail(request, application, OverrideForm())


def _detail(
    request: HttpRequest, application: Application, form: OverrideForm, sample_form: SampleForm | None = None
) -> HttpResponse:
    member = application.member
    context = {
        "application": application,
        "member": member,
        "employee": member.employee,
        "rows": result_rows(application),
        "accounts": [(account, grown(account)) for account in accounts_of(member.employee)],
        "audit": standing_of(member),
        "coaching": open_coaching(member),
        "consents": member.consents.filter(withdrawn=None).select_related("item__text"),
        "form": form,
        "sample_form": sample_form or SampleForm(initial=_sample_of(application)),
    }
    wrong = form.is_bound or sample_form is not None
    return render(request, "recruitment/applicant.html", context, status=422 if wrong else 200)


def _sample_of(application: Application) -> dict[str, str]:
    return {"sample": application.sample, "sample_note": application.sample_note}


@require_POST
@pr_required
def sample(request: HttpRequest, pk: int) -> HttpResponse:
    application = get_object_or_404(applications_for(viewer_of(request), programme_of(request)), pk=pk)
    form = SampleForm(request.POST)
    if form.is_valid():
        try:
            eligibility.review_sample(actor=viewer_of(request), application=application, **form.cleaned_data)
            say(request, _("Review kept. The applicant reads your sentence."))
            return redirect("recruitment:applicant", pk)
        except eligibility.OwnApplication:
            form.add_error(None, _("This is your own application. Ask another PR manager to review it."))
    return _detail(request, application, OverrideForm(), form)


@require_POST
@pr_required
def override(request: HttpRequest, pk: int, result: int) -> HttpResponse:
    found = applications_for(viewer_of(request), programme_of(request))
    application = get_object_or_404(found, pk=pk)
    row = get_object_or_404(CriterionResult, application=application, pk=result)
    form = OverrideForm(request.POST)
    if form.is_valid():
        try:
            eligibility.override_result(actor=viewer_of(request), result=row, **form.cleaned_data)
            say(request, _("Decision kept, with your reason."))
            return redirect("recruitment:applicant", pk)
        except eligibility.OwnApplication:
            form.add_error(None, _("This is your own application. Ask another PR manager to decide it."))
    return _detail(request, application, form)


@require_POST
@pr_required
def check_again(request: HttpRequest, pk: int) -> HttpResponse:
    application = get_object_or_404(applications_for(viewer_of(request), programme_of(request)), pk=pk)
    evaluate(application)
    say(request, _("Criteria checked again."))
    return redirect("recruitment:applicant", pk)


@require_POST
@pr_required
def ask(request: HttpRequest, pk: int, account: int) -> HttpResponse:
    """Ask the applicant how the followers of an account came."""
    application = get_object_or_404(applications_for(viewer_of(request), programme_of(request)), pk=pk)
    found = get_object_or_404(accounts_of(application.member.employee), pk=account)
    if ask_about_growth(actor=viewer_of(request), account=found):
        say(request, _("Asked. The answer will stand here."))
    else:
        say(request, _("They were asked within the last day already. Their answer will stand here."))
    return redirect("recruitment:applicant", pk)
