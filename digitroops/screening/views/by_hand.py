from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Role
from digitroops.presence.models import Post
from digitroops.screening import actions, queries
from digitroops.screening.cards import participant
from digitroops.screening.forms import MarkForm
from digitroops.screening.models import Audit, Finding
from digitroops.screening.passages import veiled
from digitroops.screening.words import LEVELS, category_title
from digitroops.ui.toasts import say

PAGE_SIZE = 30
reviewer_required = role_required(Role.REVIEWER)


@reviewer_required
@require_safe
def read(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "screening/by_hand.html", _context(request, _audit_of(request, pk)))


@reviewer_required
@require_POST
def mark(request: HttpRequest, pk: int, post: int) -> HttpResponse:
    audit = _audit_of(request, pk)
    found = get_object_or_404(queries.posts_for(audit).select_related("account"), pk=post)
    form = MarkForm(audit, request.POST, prefix=f"p{post}")
    if not form.is_valid():
        return render(request, "screening/by_hand.html", _context(request, audit, form, post), status=422)
    actions.mark_post(audit=audit, post=found, reader=viewer_of(request), **form.cleaned_data)
    say(request, _("Marked. The person reads it before anybody decides."))
    return redirect(_address(request, audit, post))


@reviewer_required
@require_POST
def unmark(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    audit = _audit_of(request, pk)
    found = get_object_or_404(Finding, pk=finding, audit=audit)
    actions.unmark_post(finding=found, reader=viewer_of(request))
    return redirect(_address(request, audit, found.post_id or 0))


@reviewer_required
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    reader = viewer_of(request)
    if Audit.objects.filter(pk=pk, hand_reader=reader).exclude(state=Audit.State.BY_HAND).exists():
        return redirect("screening:queue")
    actions.finish_reading(audit=_audit_of(request, pk), reader=reader)
    say(request, _("Thank you. The person reads your marks first, then two reviewers decide."))
    return redirect("screening:queue")


def _audit_of(request: HttpRequest, pk: int) -> Audit:
    """An audit that this reviewer may read by hand."""
    found = next((one for one in queries.to_read_by_hand(viewer_of(request)) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _address(request: HttpRequest, audit: Audit, post: int) -> str:
    page = request.GET.get("page", "1")
    page = page if page.isdecimal() else "1"
    return f"{reverse('screening:by-hand', args=[audit.pk])}?page={page}#post-{post}"


def _context(
    request: HttpRequest, audit: Audit, form: MarkForm | None = None, post: int = 0
) -> dict[str, Any]:
    posts = queries.posts_for(audit).exclude(text="").select_related("account")
    page = Paginator(posts, PAGE_SIZE).get_page(request.GET.get("page"))
    names, who = queries.identities_of(audit.member), participant(audit)
    marks = {item.post_id: item for item in audit.findings.all()}
    return {
        "audit": audit,
        "who": who,
        "page_obj": page,
        "rows": [
            _row(audit, item, marks.get(item.pk), names, who, form if item.pk == post else None)
            for item in page
        ],
        "marked": len(marks),
        "late": audit.hand_due is not None and audit.hand_due < timezone.now(),
    }


def _row(
    audit: Audit, post: Post, mark: Finding | None, names: list[str], who: str, form: MarkForm | None
) -> dict[str, Any]:
    return {
        "post": post,
        "passages": veiled(post.text, names, who),
        "mark": mark,
        "title": category_title(mark.category) if mark else "",
        "level": LEVELS[mark.severity] if mark else "",
        "why": mark.reason["parameters"]["why"] if mark else "",
        "form": None if mark else form or MarkForm(audit, prefix=f"p{post.pk}"),
    }
