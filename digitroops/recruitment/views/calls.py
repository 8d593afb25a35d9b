import io

import segno
from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, public, viewer_of
from digitroops.people.models import Employee
from digitroops.people.queries import company
from digitroops.programme.access import SESSION_KEY, programme_of
from digitroops.programme.queries import published_consent_text
from digitroops.recruitment.actions import applications, calls
from digitroops.recruitment.forms import CallForm
from digitroops.recruitment.models import Call
from digitroops.recruitment.queries.calls import call_by_token, calls_of, invitable, numbers_of
from digitroops.screening.queries import next_chance_of
from digitroops.ui.fragments import is_partial
from digitroops.ui.toasts import say


def _call(request: HttpRequest, pk: int) -> Call:
    return get_object_or_404(calls_of(programme_of(request)), pk=pk)


def _address(call: Call) -> str:
    return f"{settings.BASE_URL}{reverse('recruitment:join', args=[call.token])}"


@pr_required
def index(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    rows = [{"call": call, "numbers": numbers_of(call)} for call in calls_of(programme)]
    return render(request, "recruitment/calls.html", {"programme": programme, "rows": rows})


@pr_required
def write(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    programme = programme_of(request)
    call = get_object_or_404(calls_of(programme).filter(state=Call.State.DRAFT), pk=pk) if pk else None
    initial = {name: getattr(call, name) for name in ("title", "message", "closes")} if call else {}
    units = list(call.units.all()) if call else []
    form = CallForm(request.POST or None, initial={**initial, "units": units}, programme=programme)
    if request.method == "POST" and form.is_valid():
        saved = calls.write_call(
            actor=viewer_of(request), programme=programme, call=call, **form.cleaned_data
        )
        return redirect("recruitment:call", saved.pk)
    context = {"form": form, "programme": programme, "call": call}
    return render(request, "recruitment/call_edit.html", context, status=422 if form.is_bound else 200)


@pr_required
def preview(request: HttpRequest) -> HttpResponse:
    """How many employees a choice of units reaches."""
    programme = programme_of(request)
    form = CallForm(request.GET, programme=programme)
    form.is_valid()
    found = invitable(programme, list(form.cleaned_data.get("units", [])))
    return render(request, "recruitment/preview.html", _reached(found))


def _reached(found: QuerySet[Employee]) -> dict[str, int]:
    """How many a call is for, how many of them get a message, and how many have no address."""
    count, without_mail = found.count(), found.filter(email=None).count()
    return {"count": count, "without_mail": without_mail, "mailed": count - without_mail}


@pr_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    call = _call(request, pk)
    found = invitable(call.programme, list(call.units.all()))
    context = {
        "call": call,
        "numbers": numbers_of(call),
        "address": _address(call),
        **(_reached(found) if call.state == Call.State.DRAFT else {}),
        "accepting": applications.is_open(call),
    }
    template = "recruitment/sending.html" if is_partial(request) else "recruitment/call.html"
    return render(request, template, context)


@require_POST
@pr_required
def step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    call, actor = _call(request, pk), viewer_of(request)
    if step == "open":
        try:
            calls.open_call(actor=actor, call=call)
            say(request, _("Call opened. The invitations are on their way."))
        except calls.ProgrammeNotRunning:
            say(request, _("Not opened: start the programme first."))
    elif step == "remind":
        done = calls.remind(actor=actor, call=call)
        say(request, _("Reminder on its way.") if done else _("A reminder has gone out today already."))
    else:
        calls.close_call(actor=actor, call=call)
        say(request, _("Call closed. Applications sent so far stay."))
    return redirect("recruitment:call", pk)


@pr_required
def qr(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    code = segno.make(_address(_call(request, pk)), error="m", micro=False)
    out = io.BytesIO()
    if kind == "svg":
        code.save(out, kind="svg", scale=8, border=4, xmldecl=True)
        return HttpResponse(out.getvalue(), content_type="image/svg+xml")
    code.save(out, kind="png", scale=16, border=4)
    response = HttpResponse(out.getvalue(), content_type="image/png")
    response.headers["Content-Disposition"] = 'attachment; filename="digitroops-qr.png"'
    return response


@public
def join(request: HttpRequest, token: str) -> HttpResponse:
    call = call_by_token(token)
    if call is None:
        raise Http404
    employee = None
    if request.user.is_authenticated:
        viewer = viewer_of(request)
        employee = Employee.objects.filter(user=viewer).first()
        if employee:
            applications.open_invitation(actor=viewer, employee=employee, call=call)
    context = {
        "call": call,
        "programme": call.programme,
        "company": company(),
        "text": published_consent_text(call.programme),
        "accepting": applications.is_open(call),
        "employee": employee,
        "next_chance": next_chance_of(employee) if employee else None,
    }
    return render(request, "recruitment/join.html", context)


@require_POST
@public
def start(request: HttpRequest, token: str) -> HttpResponse:
    call = call_by_token(token)
    if call is None or not request.user.is_authenticated:
        raise Http404
    employee = get_object_or_404(Employee, user=viewer_of(request))
    try:
        applications.start_application(actor=viewer_of(request), employee=employee, call=call)
    except (applications.CallClosed, applications.TooEarly):
        return redirect("recruitment:join", token)
    request.session[SESSION_KEY] = call.programme_id
    return redirect("recruitment:apply")
