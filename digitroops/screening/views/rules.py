from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.programme.models import Programme
from digitroops.screening import actions
from digitroops.screening.forms import RoleForm, RulesForm, TermForm
from digitroops.screening.rules import may_scan, rules_of, standard_levels
from digitroops.screening.words import LEVELS, category_title
from digitroops.ui.toasts import say


@pr_required
def index(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    form = RulesForm(standard_levels(programme), rules_of(programme), request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.change_rules(actor=viewer_of(request), programme=programme, **form.changes())
        say(
            request,
            _("Saved. It holds for audits that begin from now on.")
            if may_scan(programme)
            else _("Saved. No posts are read until the impact note is signed again."),
        )
        return redirect("screening:rules")
    context = _context(programme, form, RoleForm(), TermForm())
    return render(request, "screening/rules.html", context, status=422 if form.is_bound else 200)


def _context(
    programme: Programme, form: RulesForm, role_form: RoleForm, term_form: TermForm
) -> dict[str, Any]:
    roles = [
        {
            "role": role,
            "levels": [
                (category_title(name), LEVELS.get(level, _("off"))) for name, level in role.levels.items()
            ],
        }
        for role in programme.role_rules.select_related("unit")
    ]
    terms = [(term, category_title(term.category)) for term in programme.audit_terms.all()]
    return {
        "programme": programme,
        "form": form,
        "roles": roles,
        "terms": terms,
        "role_form": role_form,
        "term_form": term_form,
        "may_scan": may_scan(programme),
    }


@pr_required
@require_POST
def add(request: HttpRequest, what: str) -> HttpResponse:
    programme, actor = programme_of(request), viewer_of(request)
    role_form, term_form = RoleForm(), TermForm()
    if what == "role":
        role_form = RoleForm(request.POST)
        if role_form.is_valid():
            actions.add_role(actor=actor, programme=programme, **role_form.role())
            say(request, _("Role added."))
            return redirect("screening:rules")
    else:
        term_form = TermForm(request.POST, programme=programme)
        if term_form.is_valid():
            actions.add_term(actor=actor, programme=programme, **term_form.cleaned_data)
            say(request, _("Added to what is looked for."))
            return redirect("screening:rules")
    form = RulesForm(standard_levels(programme), rules_of(programme))
    return render(
        request, "screening/rules.html", _context(programme, form, role_form, term_form), status=422
    )


@pr_required
@require_POST
def remove(request: HttpRequest, what: str, pk: int) -> HttpResponse:
    programme, actor = programme_of(request), viewer_of(request)
    if what == "role":
        actions.remove_role(actor=actor, role=get_object_or_404(programme.role_rules.all(), pk=pk))
    else:
        actions.remove_term(actor=actor, term=get_object_or_404(programme.audit_terms.all(), pk=pk))
    say(request, _("Removed."))
    return redirect("screening:rules")
