from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.notify import actions
from digitroops.notify.queries import messages_for, unread_count
from digitroops.people.access import signed_in, viewer_of
from digitroops.ui.toasts import say

PAGE_SIZE = 30


@signed_in
def index(request: HttpRequest) -> HttpResponse:
    user = viewer_of(request)
    page = Paginator(messages_for(user), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "notify/list.html", {"page_obj": page, "unread": unread_count(user)})


@signed_in
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    actions.read_all(user=viewer_of(request))
    say(request, _("All messages marked as read."))
    return redirect("notify:list")


@signed_in
@require_POST
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a message as read and go where it leads."""
    message = get_object_or_404(messages_for(viewer_of(request)), pk=pk)
    actions.read_message(message=message)
    inside = message.path and url_has_allowed_host_and_scheme(message.path, None)
    return redirect(message.path if inside else "notify:list")
