"""What PR changes on a link, and the UTM template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from digitroops.engines.clicks.utm import NAMES
from digitroops.links import analytics, link_actions, queries
from digitroops.links.codes import AliasRefused
from digitroops.links.link_forms import AliasForm, TargetForm, UtmForm, why_refused
from digitroops.links.models import Link
from digitroops.links.utm import template_of, utm_of
from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.ui.toasts import say


def _link(request: HttpRequest, code: str) -> Link:
    return get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)


@pr_required
@require_http_methods(["GET", "POST"])
def alias(request: HttpRequest, code: str) -> HttpResponse:
    link = _link(request, code)
    form = AliasForm(request.POST or None, initial={"alias": link.alias or ""})
    if request.method == "POST" and form.is_valid():
        try:
            link_actions.set_alias(link=link, alias=form.cleaned_data["alias"], actor=viewer_of(request))
        except AliasRefused as refused:
            form.add_error("alias", why_refused(refused))
        else:
            say(request, _("The link has its new name. Its old address goes on working."))
            return redirect("links:link", code)
    context = {"form": form, "link": link}
    return render(request, "links/alias.html", context, status=422 if form.is_bound else 200)


@pr_required
@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, code: str) -> HttpResponse:
    link = _link(request, code)
    followed = analytics.was_followed(link)
    form = TargetForm(request.POST or None, initial={"target": link.target}, followed=followed)
    if request.method == "POST" and form.is_valid():
        words = {"target": form.cleaned_data["target"], "reason": form.cleaned_data.get("reason", "")}
        try:
            link_actions.change_target(link=link, actor=viewer_of(request), **words)
        except link_actions.TargetRefused:
            form.add_error("target", _("Links may only lead to your company's own pages. Check the address."))
        except link_actions.ReasonMissing:
            form.add_error(
                None, _("Somebody has followed the link in the meantime. Please open this page again.")
            )
        else:
            say(request, _("The link leads to the new page within two seconds."))
            return redirect("links:link", code)
    context = {"form": form, "link": link, "followed": followed}
    return render(request, "links/target.html", context, status=422 if form.is_bound else 200)


@pr_required
@require_http_methods(["GET", "POST"])
def utm(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    template = template_of(programme)
    form = UtmForm(request.POST or None, initial={name: getattr(template, name) for name in NAMES})
    if request.method == "POST" and form.is_valid():
        link_actions.save_utm_template(
            programme=programme, actor=viewer_of(request), parameters=form.cleaned_data
        )
        say(request, _("New links carry these parameters from now on."))
        return redirect("links:utm")
    links = Link.objects.filter(story__campaign__programme=programme)
    newest = links.select_related("member__employee__unit", "story__campaign").order_by("-pk").first()
    sample = utm_of(template, member=newest.member, story=newest.story, code=newest.code) if newest else {}
    context = {"form": form, "sample": sample, "newest": newest}
    return render(request, "links/utm.html", context, status=422 if form.is_bound else 200)
