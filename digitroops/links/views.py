from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from digitroops.links import actions, analytics, pictures, queries
from digitroops.links.figures_views import chart_of, span_of, tabs_of
from digitroops.links.models import Dimension, Link
from digitroops.links.redirect import assembly
from digitroops.links.redirect.through import answer_of
from digitroops.people.access import pr_required, public, signed_in, viewer_of
from digitroops.people.models import Role
from digitroops.ui.toasts import say

DIMENSIONS_OF_LINK = (Dimension.SOURCE, Dimension.DEVICE, Dimension.LANGUAGE, Dimension.COUNTRY)


def address_of(link: Link) -> str:
    """The full address that people follow."""
    code = link.alias or link.code
    path = f"/{code}" if settings.SHORT_HOST else reverse("links:redirect", args=[code])
    return settings.LINK_URL + path


@public
@csrf_exempt
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """What Django answers to `/l/<code>`: the kind page of an ended link; all else is the dispatcher's.

    The dispatcher stands before Django in a web server and sends ended links here. One that has been opened again
    goes back with the newer link; where no dispatcher stands (Django's own development server) all do.
    """
    link = queries.link_with_code(code)
    if link and queries.has_ended(link):
        return HttpResponse(render_to_string("links/ended.html", {"link": link}), status=410)
    dispatcher = assembly.running_or_made()
    if link:
        dispatcher.cache.forget(filter(None, (link.code, link.alias)))
    return answer_of(dispatcher, request)


@signed_in
@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    first, last, days = span_of(request)
    by_hour = request.GET.get("by") == "hour"
    sums = analytics.sums_of_link(found)
    made = timezone.localdate(found.created)
    parts = [
        {"title": dimension.label, "bars": analytics.bars_of(rows)}
        for dimension in DIMENSIONS_OF_LINK
        if (rows := analytics.parts_of_link(found, dimension))
    ]
    context = {
        "link": found,
        "address": address_of(found),
        "total": analytics.total_of_link(found),
        "tabs": tabs_of(request, days, hours=by_hour),
        "chart": chart_of(request, sums, analytics.begun(found.created, first, last), last),
        "odd_days": [] if by_hour else analytics.odd_days(sums[0], made, first, last),
        "parts": parts,
        "reasons": analytics.reasons_of(found.parts.all()),
        "reached": analytics.reached(analytics.conversions_of_link(found)),
        "is_pr": viewer_of(request).has_role(Role.PR),
        "target_host": urlsplit(found.target).hostname,
    }
    return render(request, "links/link.html", context)


@signed_in
@require_safe
def qr(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    if kind not in pictures.KINDS:
        raise Http404
    picture = pictures.qr_of(f"{address_of(found)}?qr", kind)
    response = HttpResponse(picture, content_type=pictures.KINDS[kind])
    if "download" in request.GET:
        response.headers["Content-Disposition"] = f'attachment; filename="{found.code}.{kind}"'
    return response


@pr_required
@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    actions.withdraw_link(link=found, actor=viewer_of(request))
    say(request, _("Link withdrawn."), undo=reverse("links:restore", args=[code]))
    return redirect("links:link", code)


@pr_required
@require_POST
def restore(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    actions.restore_link(link=found, actor=viewer_of(request))
    say(request, _("The link leads to its page again."))
    return redirect("links:link", code)
