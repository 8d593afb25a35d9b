"""Goals and keys at PR's desk."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitroops.links import goal_actions
from digitroops.links.goal_forms import GoalForm, ReportKeyForm
from digitroops.links.models import Goal
from digitroops.people.access import pr_required, viewer_of
from digitroops.people.queries import company
from digitroops.programme.access import programme_of
from digitroops.ui.toasts import say

NEW_KEY = "links-new-report-key"


def _goal(request: HttpRequest, pk: int) -> Goal:
    return get_object_or_404(programme_of(request).goals, pk=pk)


@pr_required
@require_safe
def goals(request: HttpRequest) -> HttpResponse:
    programme, firm = programme_of(request), company()
    context = {
        "goals": programme.goals.all(),
        "keys": programme.report_keys.select_related("created_by"),
        "key_form": ReportKeyForm(),
        "new_key": request.session.pop(NEW_KEY, ""),
        "sites": firm.link_domains if firm else [],
        "script": f"{settings.BASE_URL}{reverse('links:script')}",
        "server": f"{settings.BASE_URL}{reverse('links:report-server')}",
    }
    return render(request, "links/goals.html", context)


def _form(request: HttpRequest, form: GoalForm, goal: Goal | None) -> HttpResponse:
    context = {"form": form, "goal": goal}
    return render(request, "links/goal_form.html", context, status=422 if form.is_bound else 200)


def _taken(form: GoalForm) -> None:
    form.add_error("key", _("Another goal has this short name. Choose a different one."))


@pr_required
@require_http_methods(["GET", "POST"])
def goal_add(request: HttpRequest) -> HttpResponse:
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            goal_actions.add_goal(
                programme=programme_of(request), actor=viewer_of(request), **form.cleaned_data
            )
        except goal_actions.GoalExists:
            _taken(form)
        else:
            say(request, _("The goal is counted from now on."))
            return redirect("links:goals")
    return _form(request, form, None)


@pr_required
@require_http_methods(["GET", "POST"])
def goal_edit(request: HttpRequest, pk: int) -> HttpResponse:
    goal = _goal(request, pk)
    form = GoalForm(
        request.POST or None, initial={name: getattr(goal, name) for name in GoalForm.Meta.fields}
    )
    if request.method == "POST" and form.is_valid():
        try:
            goal_actions.change_goal(goal=goal, actor=viewer_of(request), **form.cleaned_data)
        except goal_actions.GoalExists:
            _taken(form)
        else:
            say(request, _("The goal is changed. What was counted before stays as it was."))
            return redirect("links:goals")
    return _form(request, form, goal)


@pr_required
@require_POST
def goal_end(request: HttpRequest, pk: int) -> HttpResponse:
    goal_actions.end_goal(goal=_goal(request, pk), actor=viewer_of(request))
    say(request, _("The goal is no longer counted."), undo=reverse("links:goal-reopen", args=[pk]))
    return redirect("links:goals")


@pr_required
@require_POST
def goal_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    goal_actions.reopen_goal(goal=_goal(request, pk), actor=viewer_of(request))
    say(request, _("The goal is counted again."))
    return redirect("links:goals")


@pr_required
@require_POST
def key_add(request: HttpRequest) -> HttpResponse:
    form = ReportKeyForm(request.POST)
    if not form.is_valid():
        say(request, _("The key needs a name, so that you know later which server uses it."))
        return redirect("links:goals")
    _key, secret = goal_actions.add_report_key(
        programme=programme_of(request), name=form.cleaned_data["name"], actor=viewer_of(request)
    )
    request.session[NEW_KEY] = secret
    return redirect(f"{reverse('links:goals')}#key")


@pr_required
@require_POST
def key_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    key = get_object_or_404(programme_of(request).report_keys, pk=pk)
    goal_actions.revoke_report_key(key=key, actor=viewer_of(request))
    say(request, _("The key is no longer believed."))
    return redirect("links:goals")
