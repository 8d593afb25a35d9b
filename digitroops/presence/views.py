from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from digitroops.people.access import employee_of, signed_in, viewer_of
from digitroops.presence import actions, sentences
from digitroops.presence.forms import AccountForm, DeclareForm
from digitroops.presence.guides import GUIDES
from digitroops.presence.models import Archive, SocialAccount
from digitroops.presence.queries import READABLE, accounts_of, archives_of, may_read_archives
from digitroops.presence.uploads import LimitedUploadHandler, announced_size, was_cut_off
from digitroops.programme.access import find_programme
from digitroops.programme.models import Platform
from digitroops.ui.toasts import say

UNFINISHED = (Archive.State.WAITING, Archive.State.READING)


def _back(request: HttpRequest, fallback: str) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else fallback


def _account(request: HttpRequest, pk: int) -> SocialAccount:
    return get_object_or_404(accounts_of(employee_of(request)), pk=pk)


@signed_in
def accounts(request: HttpRequest) -> HttpResponse:
    employee = employee_of(request)
    context = {
        "accounts": accounts_of(employee),
        "readable": READABLE,
        "consent": may_read_archives(employee),
    }
    return render(request, "presence/accounts.html", context)


@signed_in
def account_add(request: HttpRequest) -> HttpResponse:
    employee, programme = employee_of(request), find_programme(request)
    form = AccountForm(programme.platforms if programme else Platform.values, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            account = actions.add_account(actor=viewer_of(request), employee=employee, **form.cleaned_data)
        except actions.AccountTaken:
            form.add_error("handle", _("You have added this account already."))
        else:
            return redirect(_back(request, reverse("presence:account", args=[account.pk])))
    context = {"form": form, "next": _back(request, "")}
    return render(request, "presence/account_add.html", context, status=422 if form.is_bound else 200)


@signed_in
def account(request: HttpRequest, pk: int) -> HttpResponse:
    found = _account(request, pk)
    context = {
        "account": found,
        "archives": [(archive, _failure(archive)) for archive in found.archives.all()],
        "counts": found.follower_counts.all(),
        "readable": found.platform in READABLE,
        "guide": GUIDES.get(found.platform),
        "consent": may_read_archives(found.employee),
        "max_mb": settings.ARCHIVE_MAX_BYTES // 1_000_000,
        "form": DeclareForm(initial={"count": found.declared_followers}),
        "next": _back(request, ""),
    }
    return render(request, "presence/account.html", context)


def _failure(archive: Archive) -> str:
    return sentences.failure(archive) if archive.state == Archive.State.FAILED else ""


@require_POST
@signed_in
def account_remove(request: HttpRequest, pk: int) -> HttpResponse:
    actions.remove_account(actor=viewer_of(request), account=_account(request, pk))
    say(request, _("Account removed, with everything read from it."))
    return redirect(_back(request, reverse("presence:accounts")))


@require_POST
@signed_in
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _account(request, pk), DeclareForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "presence/declare.html",
            {"account": found, "form": form, "next": _back(request, "")},
            status=422,
        )
    actions.declare_followers(actor=viewer_of(request), account=found, count=form.cleaned_data["count"])
    say(request, _("Follower count kept, marked as typed."))
    return redirect(_back(request, reverse("presence:account", args=[pk])))


@csrf_exempt
@require_POST
@signed_in
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the limits before anything reads the body, then look at the token and the file."""
    if announced_size(request) > settings.ARCHIVE_MAX_BYTES + 1_000_000:
        return _refuse(request, pk, sentences.too_large())
    handler = LimitedUploadHandler(request)
    request.upload_handlers = [handler]
    try:
        return _receive(request, pk, handler)
    except (UnreadablePostError, MultiPartParserError):
        return _refuse(request, pk, sentences.cut_off())
    finally:
        handler.discard()


@csrf_protect
def _receive(request: HttpRequest, pk: int, handler: LimitedUploadHandler) -> HttpResponse:
    found, file = _account(request, pk), request.FILES.get("file")
    if handler.too_large:
        return _refuse(request, pk, sentences.too_large())
    if was_cut_off(request, handler.received):
        return _refuse(request, pk, sentences.cut_off())
    if file is None or not file.size:
        return _refuse(request, pk, _("No file arrived. Choose the zip file, then send it."))
    try:
        actions.add_archive(actor=viewer_of(request), account=found, file=file)
    except actions.ConsentMissing:
        return _refuse(request, pk, sentences.no_consent())
    return redirect(_back(request, reverse("presence:account", args=[pk])))


def _refuse(request: HttpRequest, pk: int, sentence: str) -> HttpResponse:
    context = {
        "account": _account(request, pk),
        "error": sentence,
        "max_mb": settings.ARCHIVE_MAX_BYTES // 1_000_000,
    }
    return render(request, "presence/upload.html", context, status=422)


@signed_in
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(archives_of(employee_of(request)), pk=pk)
    context = {"archive": found, "failure": _failure(found)}
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "presence/archive_state.html", context)
        if found.state not in UNFINISHED:
            response.headers["HX-Refresh"] = "true"
        return response
    return render(request, "presence/archive.html", context)


@signed_in
def guide(request: HttpRequest, platform: str) -> HttpResponse:
    if platform not in GUIDES:
        raise Http404
    context = {"guide": GUIDES[platform], "platform": dict(Platform.choices)[platform]}
    return render(request, "presence/guide.html", context)


@signed_in
def what_is_read(request: HttpRequest) -> HttpResponse:
    return render(request, "presence/what_is_read.html")
