from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import pr_required, role_required, viewer_of
from digitroops.people.models import Role
from digitroops.programme.access import programme_of
from digitroops.screening import actions
from digitroops.screening.cards import participant
from digitroops.screening.forms import MoreTimeForm, SignForm
from digitroops.screening.impact_note import note_of
from digitroops.screening.models import Audit
from digitroops.screening.oversight import process_of, process_row, summary_of
from digitroops.screening.rules import may_scan, newest_note, rules_of
from digitroops.screening.stuck import stuck_in
from digitroops.ui.downloads import csv_download
from digitroops.ui.papers import pdf_of
from digitroops.ui.toasts import say

PAGE_SIZE = 50
sees_process = role_required(Role.PR, Role.AUDITOR)


@sees_process
@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    programme = programme_of(request)
    actions.open_process(programme=programme, viewer=viewer_of(request))
    state = request.GET.get("state", "")
    audits = process_of(programme)
    if state in Audit.State.values:
        audits = audits.filter(state=state)
    if "csv" in request.GET:
        return _csv(audits.iterator(chunk_size=500))
    page = Paginator(audits, PAGE_SIZE).get_page(request.GET.get("page"))
    is_pr = viewer_of(request).has_role(Role.PR)
    stuck = stuck_in(programme)
    context = {
        "programme": programme,
        "summary": summary_of(programme),
        "page_obj": page,
        "rows": [
            {"row": process_row(audit), "who": participant(audit), "stuck": audit.pk in stuck}
            for audit in page.object_list
        ],
        "stuck": len(stuck),
        "names_reviewers": viewer_of(request).has_role(Role.ADMINISTRATOR),
        "state": state,
        "states": [("", _("All states")), *Audit.State.choices],
        "is_pr": is_pr,
        "may_scan": may_scan(programme),
    }
    return render(request, "screening/process.html", context)


def _csv(audits: Iterator[Audit]) -> HttpResponseBase:
    header = [_("Participant"), _("State"), _("Begun"), _("Scanned"), _("Sent on"), _("Decided"),
              _("Decisions"), _("A third opinion"), _("Passed on"), _("Appeal"), _("Kept until")]  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for audit in audits:
            row = process_row(audit)
            times = (audit.started, audit.scanned, audit.submitted, audit.decided)
            yield [
                participant(audit), audit.get_state_display(),
                *(time.isoformat(timespec="minutes") if time else "" for time in times),
                row.reviews, int(row.third), int(row.passed_on), row.appeal_state, audit.expires or "",
            ]  # fmt: skip

    return csv_download("audit-process.csv", header, rows())


@pr_required
@require_POST
def more_time(request: HttpRequest, pk: int) -> HttpResponse:
    audit = get_object_or_404(process_of(programme_of(request)), pk=pk)
    form = MoreTimeForm(request.POST)
    if form.is_valid():
        try:
            audit = actions.give_more_time(
                audit=audit, actor=viewer_of(request), days=form.cleaned_data["days"]
            )
        except actions.NotWithPerson:
            say(request, _("The audit is no longer with the person, so there is nothing to extend."))
        else:
            say(request, _("More time given."))
    if "member" in request.POST:
        return redirect("programme:member", audit.member_id)
    return redirect("screening:process")


@pr_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the posts again after the reading broke off."""
    audit = get_object_or_404(process_of(programme_of(request)), pk=pk)
    actions.scan_again(audit=audit, actor=viewer_of(request))
    say(request, _("The posts are being read again. The person gets a message when it is done."))
    return redirect("screening:process")


@role_required(Role.PR, Role.AUDITOR, Role.ADMINISTRATOR)
def impact(request: HttpRequest) -> HttpResponse:
    programme, viewer = programme_of(request), viewer_of(request)
    rules = rules_of(programme)
    is_officer = bool(rules.dpo_email) and viewer.email.casefold() == rules.dpo_email.casefold()
    may_sign = is_officer or viewer.has_role(Role.PR, Role.ADMINISTRATOR)
    form = SignForm(request.POST or None, initial={"name": rules.dpo_name})
    if request.method == "POST" and may_sign and form.is_valid():
        actions.sign_impact_note(actor=viewer, programme=programme, **form.cleaned_data)
        say(request, _("Signed. Posts may be read as the note says."))
        return redirect("screening:impact")
    context = {
        "programme": programme,
        "note": note_of(programme, (get_language() or "id")[:2]),
        "signed": newest_note(programme),
        "may_scan": may_scan(programme),
        "required": rules.signoff_required,
        "may_sign": may_sign,
        "is_pr": viewer.has_role(Role.PR),
        "form": form,
    }
    return render(request, "screening/impact.html", context, status=422 if form.is_bound else 200)


@role_required(Role.PR, Role.AUDITOR, Role.ADMINISTRATOR)
@require_safe
def impact_pdf(request: HttpRequest) -> HttpResponse:
    language = (get_language() or "id")[:2]
    made = pdf_of(note_of(programme_of(request), language))
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{_("impact-note")}.pdf"'
    return response
