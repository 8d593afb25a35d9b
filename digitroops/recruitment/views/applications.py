from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import signed_in, viewer_of
from digitroops.people.models import User
from digitroops.presence.queries import READABLE, accounts_of
from digitroops.programme.access import member_of, member_required
from digitroops.programme.queries import open_consents, published_consent_text
from digitroops.recruitment.actions import applications
from digitroops.recruitment.forms import ConsentForm, DetailsForm, MotivationForm
from digitroops.recruitment.models import Application
from digitroops.recruitment.queries.applications import (
    LONGEST,
    SHORTEST,
    application_of,
    missing_steps,
    ready_accounts,
    result_rows,
)
from digitroops.recruitment.queries.calls import open_call_of
from digitroops.recruitment.queries.outcome import outcome_of
from digitroops.recruitment.queries.terms import DECLARED_PERCENT, WISHES
from digitroops.screening.queries import next_chance_of
from digitroops.screening.words import counting_rows
from digitroops.ui.toasts import say

STEPS = ("about", "consent", "motivation", "accounts", "check")


def _steps(application: Application, now: str) -> list[dict[str, str]]:
    labels = {
        "about": _("What and why"),
        "consent": _("Consent"),
        "motivation": _("Why I join"),
        "accounts": _("Accounts"),
        "check": _("Send"),
    }
    missing = {*missing_steps(application), "check"}
    states = {name: "todo" if name in missing else "done" for name in STEPS} | {now: "now"}
    return [
        {"label": labels[name], "state": states[name], "url": reverse(f"recruitment:apply-{name}")}
        for name in STEPS
    ]


def _page(request: HttpRequest, application: Application, now: str, **context: Any) -> HttpResponse:
    form = context.get("form")
    context |= {
        "application": application,
        "programme": application.member.programme,
        "steps": _steps(application, now),
    }
    wrong = form is not None and form.is_bound
    return render(request, f"recruitment/apply/{now}.html", context, status=422 if wrong else 200)


@member_required()
def apply(request: HttpRequest) -> HttpResponse:
    """The person's application: its status once sent, else the first step that lacks something."""
    member = member_of(request)
    application = application_of(member)
    if application and not application.submitted:
        missing = missing_steps(application)
        untouched = missing[:1] == ["consent"]
        return redirect(f"recruitment:apply-{'about' if untouched else (missing or ['check'])[0]}")
    context = {
        "member": member,
        "application": application,
        "rows": result_rows(application) if application else [],
        "accounts": accounts_of(member.employee),
        "next_chance": next_chance_of(member.employee),
        "open_call": open_call_of(member.programme),
        **outcome_of(member),
    }
    return render(request, "recruitment/status.html", context)


def _draft(request: HttpRequest) -> Application | None:
    application = application_of(member_of(request))
    return None if application is None or application.submitted else application


@member_required()
def about(request: HttpRequest) -> HttpResponse:
    application = _draft(request)
    if application is None:
        return redirect("recruitment:apply")
    return _page(request, application, "about", text=published_consent_text(application.member.programme))


@member_required()
def consent(request: HttpRequest) -> HttpResponse:
    application = _draft(request)
    text = published_consent_text(application.member.programme) if application else None
    if application is None or text is None:
        return redirect("recruitment:apply")
    given = set(open_consents(application.member))
    form = ConsentForm(
        text, given, get_language() or "id", request.POST if request.method == "POST" else None
    )
    if form.is_bound and form.is_valid():
        applications.save_consents(actor=viewer_of(request), application=application, keys=form.keys())
        return redirect("recruitment:apply-motivation")
    member = application.member
    looked_for = {
        "counting": counting_rows(member.employee, member.programme),
        "keep_months": member.programme.keep_months,
    }
    return _page(request, application, "consent", form=form, text=text, **looked_for)


@member_required()
def motivation(request: HttpRequest) -> HttpResponse:
    application = _draft(request)
    if application is None:
        return redirect("recruitment:apply")
    form = MotivationForm(request.POST or None, initial={"motivation": application.motivation})
    details = DetailsForm(request.POST or None, initial=_details(application))
    if request.method == "POST":
        if details.is_valid():
            given = details.cleaned_data
            applications.save_details(actor=viewer_of(request), application=application, **given)
        text = request.POST.get("motivation", "").replace("\r\n", "\n").strip()
        applications.save_motivation(actor=viewer_of(request), application=application, text=text)
        if request.POST.get("later"):
            say(request, _("Kept. You can go on any time."))
            return redirect("home:home")
        if form.is_valid() and details.is_valid():
            return redirect("recruitment:apply-accounts")
    context = {"form": form, "details": details, "shortest": SHORTEST, "longest": LONGEST}
    return _page(request, application, "motivation", **context)


def _details(application: Application) -> dict[str, Any]:
    return {name: getattr(application, name) for name in ("languages", "hours", "city")}


@member_required()
def accounts(request: HttpRequest) -> HttpResponse:
    application = _draft(request)
    if application is None:
        return redirect("recruitment:apply")
    employee = application.member.employee
    context = {
        "accounts": accounts_of(employee),
        "ready": ready_accounts(employee),
        "readable": READABLE,
        "next": request.path,
    }
    return _page(request, application, "accounts", **context)


@member_required()
def check(request: HttpRequest) -> HttpResponse:
    application = _draft(request)
    if application is None:
        return redirect("recruitment:apply")
    error = _submit(application, viewer_of(request)) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        say(request, _("Your application has been sent."))
        return redirect("recruitment:apply")
    context = {
        "missing": missing_steps(application),
        "accounts": accounts_of(application.member.employee),
        "consents": open_consents(application.member).values(),
        "error": error,
    }
    return _page(request, application, "check", **context)


def _submit(application: Application, actor: User) -> str:
    """Send the application; why it could not be sent, or nothing."""
    try:
        applications.submit_application(actor=actor, application=application)
    except applications.CallClosed:
        return _("The call has closed, so this application can no longer be sent. What you wrote is kept.")
    except applications.TooEarly as early:
        day = {"day": date_format(early.day)}
        return _("Your next chance to apply is on %(day)s. What you wrote is kept.") % day
    except applications.Incomplete:
        return _("Something is still missing; it is marked below. What you wrote is kept.")
    return ""


@signed_in
@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How the team is chosen, for everybody who wants to know."""
    return render(request, "recruitment/how.html", {"wishes": WISHES, "declared": DECLARED_PERCENT})


@require_POST
@member_required()
def withdraw(request: HttpRequest) -> HttpResponse:
    application = application_of(member_of(request))
    if application:
        applications.withdraw_application(actor=viewer_of(request), application=application)
        say(request, _("Application withdrawn. What rested on your consent has been deleted."))
    return redirect("recruitment:apply")
