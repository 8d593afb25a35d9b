from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.engines.footprint import CATEGORIES, LabelError
from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Role
from digitroops.programme.access import programme_of
from digitroops.screening import actions
from digitroops.screening.forms import LearningForm, TableForm
from digitroops.screening.learning import OPEN, is_learning, labels_from_decisions, versions
from digitroops.screening.models import Weights
from digitroops.screening.rules import may_scan, rules_of
from digitroops.screening.words import LABEL_ERRORS, ROW_PROBLEMS, category_title
from digitroops.ui.toasts import say

PROBLEMS_SHOWN = 50
sees_learning = role_required(Role.PR, Role.ADMINISTRATOR)


@sees_learning
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return _page(request)


def _page(
    request: HttpRequest,
    *,
    form: LearningForm | None = None,
    table_form: TableForm | None = None,
    error: str = "",
) -> HttpResponse:
    programme = programme_of(request)
    found = [_shown(weights) for weights in versions()[:20]]
    context = {
        "programme": programme,
        "learning": rules_of(programme).learning,
        "labels": len(labels_from_decisions()) if is_learning() else 0,
        "form": form or LearningForm(),
        "table_form": table_form or TableForm(),
        "error": error,
        "versions": found,
        "used": next((item for item in found if item["weights"].in_use), None),
        "may_scan": may_scan(programme),
        "names": [(name, category_title(name)) for name in CATEGORIES],
    }
    return render(
        request, "screening/learning.html", context, status=422 if form or table_form or error else 200
    )


def _shown(weights: Weights) -> dict[str, Any]:
    return {
        "weights": weights,
        "is_open": weights.state in OPEN,
        "figures": [
            (category_title(name), weights.before[name], after) for name, after in weights.after.items()
        ],
        "error": LABEL_ERRORS.get(weights.error, weights.error),
        "problems": [
            (item["row"], ROW_PROBLEMS.get(item["reason"], item["reason"]), item["detail"])
            for item in weights.problems[:PROBLEMS_SHOWN]
        ],
    }


@sees_learning
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    programme, actor = programme_of(request), viewer_of(request)
    if "off" in request.POST:
        actions.change_rules(actor=actor, programme=programme, learning=False)
        say(request, _("Switched off. No decision of this programme is learned from any more."))
        return redirect("screening:learning")
    form = LearningForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form)
    actions.change_rules(actor=actor, programme=programme, learning=True)
    say(request, _("Switched on. The impact note has to be signed again, because its facts have changed."))
    return redirect("screening:learning")


@sees_learning
@require_POST
def from_decisions(request: HttpRequest) -> HttpResponse:
    try:
        actions.learn_from_decisions(actor=viewer_of(request))
    except actions.NotAgreed:
        return _page(request, error=_("Switch learning on first; until then no decision is used."))
    except actions.StillLearning:
        return _page(
            request, error=_("Another version is being learned. Wait until it is ready, or delete it.")
        )
    except LabelError as error:
        return _page(request, error=str(LABEL_ERRORS[error.reason]))
    say(request, _("Learning has begun. Nothing changes until you put the version into use."))
    return redirect("screening:learning")


@sees_learning
@require_POST
def from_table(request: HttpRequest) -> HttpResponse:
    form = TableForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.learn_from_table(actor=viewer_of(request), table=form.cleaned_data["file"])
        except actions.StillLearning:
            form.add_error(
                "file", _("Another version is being learned. Wait until it is ready, or delete it.")
            )
        except LabelError as error:
            form.add_error("file", str(LABEL_ERRORS[error.reason]))
        else:
            say(request, _("Learning has begun. Nothing changes until you put the version into use."))
            return redirect("screening:learning")
    return _page(request, table_form=form)


@sees_learning
@require_safe
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a version is; the page is read again once it has come to an end."""
    weights = get_object_or_404(versions(), pk=pk)
    if weights.state not in OPEN:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "screening/learning_state.html", {"weights": weights})


@sees_learning
@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponse:
    weights = get_object_or_404(versions(), pk=pk)
    try:
        actions.use_weights(actor=viewer_of(request), weights=weights)
    except actions.NotUsable:
        return _page(request, error=_("This version is not ready, so it was not put into use."))
    say(request, _("In use. It holds for posts that are scanned from now on."))
    return redirect("screening:learning")


@sees_learning
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    actions.stop_using_weights(actor=viewer_of(request))
    say(request, _("The built-in rules alone are in use again. The versions are kept."))
    return redirect("screening:learning")


@sees_learning
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    weights = get_object_or_404(versions(), pk=pk)
    try:
        actions.delete_weights(actor=viewer_of(request), weights=weights)
    except actions.NotUsable:
        return _page(request, error=_("This version is in use. Take it out of use first, then delete it."))
    say(request, _("Deleted for good."))
    return redirect("screening:learning")
