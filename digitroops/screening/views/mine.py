from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import viewer_of
from digitroops.privacy.queries import is_paused
from digitroops.programme.access import member_of, member_required
from digitroops.programme.models import ConsentItem, Member
from digitroops.programme.queries import has_consent
from digitroops.screening import actions, queries
from digitroops.screening.cards import Card, own_card, reply_of
from digitroops.screening.decision_letter import letter_of
from digitroops.screening.forms import AppealForm, ReplyForm
from digitroops.screening.lessons import lesson_of
from digitroops.screening.models import Audit, Finding
from digitroops.screening.rules import may_scan, rules_of
from digitroops.screening.words import counting_rows
from digitroops.ui.papers import pdf_of
from digitroops.ui.toasts import say, warn

#: The academy opens with onboarding.
LEARNERS = (Member.State.ONBOARDING, Member.State.ACTIVE, Member.State.PAUSED)


@member_required()
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    audit = queries.own_audit(member)
    if not _is_fragment(request):
        return render(request, "screening/mine.html", _context(member, audit, AppealForm()))
    if audit and audit.state in {Audit.State.WAITING, Audit.State.SCANNING}:
        return render(request, "screening/mine.html#progress", {"audit": audit})
    return HttpResponse(headers={"HX-Refresh": "true"})


def _context(
    member: Member,
    audit: Audit | None,
    form: AppealForm,
    replies: Mapping[int, ReplyForm] = MappingProxyType({}),
) -> dict[str, Any]:
    found = queries.own_findings(member) if audit else []
    cards = [own_card(finding, replies.get(finding.pk)) for finding in found]
    context: dict[str, Any] = {
        "audit": audit,
        "cards": cards,
        "open_count": sum(card.reply is None for card in cards),
        "finding_count": len(cards),
        "counting": counting_rows(member.employee, member.programme, audit),
        "rules": rules_of(member.programme),
        "keep_months": member.programme.keep_months,
        "agreed": has_consent(member, ConsentItem.Key.AUDIT),
        "paused": is_paused(member.employee_id),
        "held": bool(audit and audit.state == Audit.State.WAITING and not may_scan(member.programme)),
    }
    if audit and audit.state == Audit.State.DECIDED:
        context |= {
            "reasons": queries.reasons_of(audit),
            "appeal": queries.appeal_of(audit),
            "may_appeal": queries.may_appeal(audit),
            "appeal_form": form,
            "in_team": member.state in LEARNERS,
            "lesson": lesson_of(member.programme, audit.lesson_key) if member.state in LEARNERS else None,
        }
    return context


@member_required()
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Save one reply; the page is told how many are left."""
    finding = get_object_or_404(queries.own_findings(member_of(request)), pk=pk)
    form = ReplyForm(request.POST, prefix=f"f{pk}")
    if not form.is_valid():
        return _fragment(request, own_card(finding, form), status=422)
    try:
        finding.reply = actions.reply_to_finding(
            finding=finding, actor=viewer_of(request), **form.cleaned_data
        )
    except actions.NotWithPerson:
        raise Http404 from None
    return _fragment(request, own_card(finding))


@member_required()
@require_POST
def replies(request: HttpRequest) -> HttpResponse:
    """Save every reply that was typed, where a browser runs no scripts; what is not complete comes back."""
    member = member_of(request)
    saved, wrong = _save_typed(request, member)
    done = ngettext("%(count)s reply saved.", "%(count)s replies saved.", saved) % {"count": saved}
    if wrong:
        warn(request, done + " " + _("Others are not complete yet; what you typed is still here."))
        context = _context(member, queries.own_audit(member), AppealForm(), wrong)
        return render(request, "screening/mine.html", context, status=422)
    say(request, done)
    return redirect("screening:mine")


def _fragment(request: HttpRequest, card: Card, status: int = 200) -> HttpResponse:
    """One finding, and with it how many have no reply yet."""
    found = list(queries.own_findings(member_of(request)))
    left = sum(reply_of(finding) is None for finding in found)
    context = {"card": card, "open_count": left, "finding_count": len(found)}
    return render(request, "screening/mine.html#finding", context, status=status)


@member_required()
@require_POST
def submit(request: HttpRequest) -> HttpResponse:
    """Send the audit on with every reply that was typed; one that is not complete stops it."""
    member = member_of(request)
    audit = queries.own_audit(member)
    if audit is None:
        raise Http404
    wrong = _save_typed(request, member)[1]
    if wrong:
        warn(request, _("Not sent yet: a reply is not complete. Finish it or empty it, then send again."))
        context = _context(member, audit, AppealForm(), wrong)
        return render(request, "screening/mine.html", context, status=422)
    actions.submit_audit(audit=audit, actor=viewer_of(request))
    say(request, _("Sent to the reviewers."))
    return redirect("screening:mine")


def _save_typed(request: HttpRequest, member: Member) -> tuple[int, dict[int, ReplyForm]]:
    """Save the complete replies among those typed. Returns how many, and those that are not complete."""
    audit = queries.own_audit(member)
    typed = _typed(request, member) if audit and audit.with_person else {}
    wrong = {pk: form for pk, (_finding, form) in typed.items() if not form.is_valid()}
    whole = [typed[pk] for pk in typed if pk not in wrong]
    for finding, form in whole:
        actions.reply_to_finding(finding=finding, actor=viewer_of(request), **form.cleaned_data)
    return len(whole), wrong


def _typed(request: HttpRequest, member: Member) -> dict[int, tuple[Finding, ReplyForm]]:
    """The replies that came with the page and are not saved as they stand there."""
    typed = {}
    for finding in queries.own_findings(member):
        form = own_card(finding).form
        bound = ReplyForm(request.POST, prefix=f"f{finding.pk}", initial=form.initial if form else None)
        if any(name.startswith(f"{bound.prefix}-") for name in request.POST) and bound.has_changed():
            typed[finding.pk] = (finding, bound)
    return typed


@member_required()
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    actions.withdraw_audit(member=member_of(request), actor=viewer_of(request))
    say(request, _("Withdrawn. The findings have been deleted."))
    return redirect("screening:mine")


@member_required()
@require_POST
def appeal(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    audit = queries.own_audit(member)
    if audit is None:
        raise Http404
    form = AppealForm(request.POST)
    if not form.is_valid():
        return render(request, "screening/mine.html", _context(member, audit, form), status=422)
    try:
        actions.make_appeal(audit=audit, text=form.cleaned_data["text"], actor=viewer_of(request))
    except actions.NoAppeal:
        say(request, _("Another look can no longer be asked for here. Talk to the PR team; nothing is lost."))
    else:
        say(request, _("Sent. Somebody who has not decided before reads it."))
    return redirect("screening:mine")


def _decided(request: HttpRequest) -> tuple[Audit, str]:
    audit = queries.own_audit(member_of(request))
    if audit is None or audit.state != Audit.State.DECIDED:
        raise Http404
    wanted = request.GET.get("lang", "")
    return audit, wanted if wanted in {"id", "en"} else (get_language() or "id")[:2]


@member_required()
@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    audit, language = _decided(request)
    context = {"audit": audit, "letter": letter_of(audit, language), "language": language}
    return render(request, "screening/letter.html", context)


@member_required()
@require_safe
def letter_pdf(request: HttpRequest) -> HttpResponse:
    audit, language = _decided(request)
    response = HttpResponse(pdf_of(letter_of(audit, language)), content_type="application/pdf")
    name = f"{_('audit-letter')}-{audit.number}-{language}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _is_fragment(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
