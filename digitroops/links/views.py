from io import BytesIO
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.links import actions, queries
from digitroops.links.models import Link
from digitroops.links.targets import with_utm
from digitroops.links.verdicts import judge
from digitroops.newsroom.addresses import is_web_address
from digitroops.people.access import pr_required, public, signed_in, viewer_of
from digitroops.people.models import Role
from digitroops.ui.toasts import say

QR_KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def address_of(link: Link) -> str:
    """The full address that people follow."""
    return f"{settings.BASE_URL}{reverse('links:redirect', args=[link.code])}"


def _client_address(request: HttpRequest) -> str:
    """The visitor's address; a forwarded one is believed only behind the proxy the settings name."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _arrival(request: HttpRequest, link: Link) -> actions.Arrival:
    own = request.user.is_authenticated and link.member.employee.user_id == request.user.pk
    headers = {name: value for name, value in request.META.items() if name.startswith("HTTP_")}
    try:
        referrer = urlsplit(headers.get("HTTP_REFERER", "")).hostname or ""
    except ValueError:
        referrer = ""
    return actions.Arrival(
        judgement=judge(method=request.method or "", headers=headers, own=own),
        address=_client_address(request),
        agent=headers.get("HTTP_USER_AGENT", ""),
        referrer=referrer,
    )


@public
@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """What the public meets: a redirect that counts once, a kind page for an ended link, a light 404."""
    link = queries.link_with_code(code)
    if link is None or not is_web_address(link.target):
        return HttpResponse(render_to_string("links/unknown.html"), status=404)
    if link.withdrawn or (link.expires and link.expires <= timezone.now()):
        return HttpResponse(render_to_string("links/ended.html", {"link": link}), status=410)
    actions.record_click(link, _arrival(request, link))
    response = HttpResponseRedirect(with_utm(link.target, link.utm))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@signed_in
@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    context = {
        "link": found,
        "address": address_of(found),
        "total": queries.total_of(found),
        "chart": queries.chart_of(found),
        "reasons": queries.reasons_of(found),
        "is_pr": viewer_of(request).has_role(Role.PR),
        "target_host": urlsplit(found.target).hostname,
    }
    return render(request, "links/link.html", context)


@signed_in
@require_safe
def qr(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    found = get_object_or_404(queries.links_seen_by(viewer_of(request)), code=code)
    if kind not in QR_KINDS:
        raise Http404
    picture = BytesIO()
    segno.make(address_of(found), error="m", micro=False).save(picture, kind=kind, scale=10, border=4)
    response = HttpResponse(picture.getvalue(), content_type=QR_KINDS[kind])
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
