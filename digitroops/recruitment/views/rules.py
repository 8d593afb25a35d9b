"""Rules and wishes of one scenario."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import pr_required, viewer_of
from digitroops.recruitment.actions import scenarios
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.models import Proposal
from digitroops.recruitment.proposal_forms import GroupRuleForm, PeopleRuleForm, TermsForm
from digitroops.recruitment.queries import desk
from digitroops.recruitment.queries import selection as queries
from digitroops.recruitment.queries.found import appraisal_of
from digitroops.recruitment.queries.goals import generations_of
from digitroops.recruitment.queries.reasons import names_in
from digitroops.recruitment.queries.terms import terms_of
from digitroops.recruitment.views.selection import board_allowed, head_of, number, proposal_of, undo_address
from digitroops.ui.toasts import say

Forms = dict[str, Any]


@board_allowed
@require_safe
def rules(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    return _page(request, found, _forms(found))


def _forms(found: Proposal, **given: Any) -> Forms:
    """The three forms; the one named in `given` is bound to what was sent."""
    generations = generations_of(found.programme)
    groups = desk.group_choices(appraisal_of(found).candidates, generations)
    terms = terms_of(found.programme, found.terms)
    return {
        "group_form": GroupRuleForm(given.get("group"), groups=groups),
        "people_form": PeopleRuleForm(given.get("people"), seats=queries.seats_of(found)),
        "terms_form": TermsForm(given.get("terms"), terms=terms, generation=bool(generations)),
    }


def _page(
    request: HttpRequest, found: Proposal, forms: Forms, errors: list[str] | None = None
) -> HttpResponse:
    names = names_in(found.programme)
    context = (
        head_of(request, found, "proposal-rules")
        | forms
        | {
            "rules": desk.rule_lines(found, appraisal_of(found), names),
            "alternatives": queries.alternatives_of(found, names),
            "errors": errors or [],
        }
    )
    wrong = bool(errors) or any(form.errors for form in forms.values())
    return render(request, "recruitment/rules.html", context, status=422 if wrong else 200)


def _change(
    request: HttpRequest, found: Proposal, forms: Forms, terms: dict[str, Any], text: str
) -> HttpResponse:
    try:
        scenarios.change_terms(
            proposal=found, terms=terms, version=number(request, "version"), actor=viewer_of(request)
        )
    except SelectionError as error:
        found.refresh_from_db()
        return _page(request, found, forms, error.sentences)
    say(request, text, undo=undo_address(found))
    return redirect("recruitment:proposal-rules", found.pk)


@pr_required
@require_POST
def rule_add(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    about = "people" if request.POST.get("about") == "people" else "group"
    forms = _forms(found, **{about: request.POST})
    form = forms[f"{about}_form"]
    if not form.is_valid():
        return _page(request, found, forms)
    given = [*terms_of(found.programme, found.terms).rules, form.rule()]
    text = _("The rule is kept. Search again, so that the team follows it.")
    return _change(request, found, forms, {"rules": given}, text)


@pr_required
@require_POST
def rule_remove(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    found = proposal_of(request, pk)
    given = list(terms_of(found.programme, found.terms).rules)
    if index < len(given):
        del given[index]
    return _change(request, found, _forms(found), {"rules": given}, _("The rule is gone."))


@pr_required
@require_POST
def terms(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    bound = _forms(found, terms=request.POST)
    form: forms.Form = bound["terms_form"]
    if not form.is_valid():
        return _page(request, found, bound)
    text = _("Kept. Search again, so that the team follows it.")
    return _change(request, found, bound, bound["terms_form"].terms(), text)
