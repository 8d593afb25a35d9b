from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.engines.profiles import PLATFORMS as CONNECTABLE
from digitroops.people.access import employee_of, signed_in, viewer_of
from digitroops.presence import actions, sentences
from digitroops.presence.forms import AccountForm, DeclareForm, NoteForm
from digitroops.presence.growth import grown
from digitroops.presence.guides import GUIDES
from digitroops.presence.models import Archive, SocialAccount, Upload
from digitroops.presence.queries import (
    READABLE,
    accounts_of,
    archives_of,
    connect_items,
    connection_of,
    may_read_archives,
)
from digitroops.presence.reading import members_to_choose, never_read, read_of
from digitroops.presence.reports import report_of
from digitroops.programme.access import find_programme
from digitroops.programme.models import Platform
from digitroops.ui.fragments import is_partial
from digitroops.ui.toasts import say

UNFINISHED = (Archive.State.WAITING, Archive.State.READING)


def back_of(request: HttpRequest, fallback: str) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else fallback


def own_account(request: HttpRequest, pk: int) -> SocialAccount:
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
            return redirect(back_of(request, reverse("presence:account", args=[account.pk])))
    context = {"form": form, "next": back_of(request, "")}
    return render(request, "presence/account_add.html", context, status=422 if form.is_bound else 200)


@signed_in
def account(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_account(request, pk)
    context = {
        "account": found,
        "archives": [(archive, _failure(archive), report_of(archive)) for archive in found.archives.all()],
        "grown": grown(found),
        "note_form": NoteForm(initial={"text": found.growth_note}),
        "counts": found.follower_counts.all(),
        "readable": found.platform in READABLE,
        "guide": GUIDES.get(found.platform),
        "consent": may_read_archives(found.employee),
        **sending_context(found),
        **connect_context(found),
        "form": DeclareForm(initial={"count": found.declared_followers}),
        "next": back_of(request, ""),
    }
    return render(request, "presence/account.html", context)


def connect_context(account: SocialAccount) -> dict[str, object]:
    """What the part about connecting shows: what would be agreed to, where it stands, what went wrong."""
    connection = connection_of(account)
    items = connect_items(account.employee)
    english = get_language() == "en"
    return {
        "connectable": account.platform in CONNECTABLE,
        "connection": connection,
        "connect_text": (items[0].body_en or items[0].body_id)
        if english and items
        else (items[0].body_id if items else ""),
        "connect_problem": sentences.not_proved(connection.problem)
        if connection and connection.problem
        else "",
        "connect_posts": connection.posts.count() if connection else 0,
    }


def sending_context(account: SocialAccount) -> dict[str, object]:
    """What the form that sends an archive needs: the limit, the members to choose, and what is on its way."""
    waiting = list(account.uploads.all())
    data = {
        **members_to_choose(account.platform),
        "limit": settings.ARCHIVE_MAX_BYTES,
        "waiting": [
            {
                "address": reverse("presence:upload-piece", args=[upload.token]),
                "name": upload.file_name,
                "length": upload.length,
                "sha256": upload.sha256,
            }
            for upload in waiting
        ],
    }
    return {
        "max_mb": settings.ARCHIVE_MAX_BYTES // 1_000_000,
        "sending": data,
        "waiting": waiting,
        "arrived": all_arrived(waiting),
    }


def all_arrived(uploads: list[Upload]) -> bool:
    """Whether the files on their way are all that were chosen, and are here to their last byte."""
    return bool(uploads) and all(one.complete and one.together == len(uploads) for one in uploads)


def _failure(archive: Archive) -> str:
    return sentences.failure(archive) if archive.state == Archive.State.FAILED else ""


@require_POST
@signed_in
def account_remove(request: HttpRequest, pk: int) -> HttpResponse:
    actions.remove_account(actor=viewer_of(request), account=own_account(request, pk))
    say(request, _("Account removed, with everything read from it."))
    return redirect(back_of(request, reverse("presence:accounts")))


@require_POST
@signed_in
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = own_account(request, pk), NoteForm(request.POST)
    if not form.is_valid():
        return render(request, "presence/explain.html", {"account": found, "note_form": form}, status=422)
    actions.explain_growth(actor=viewer_of(request), account=found, text=form.cleaned_data["text"])
    say(request, _("Your words are kept. PR can read them."))
    return redirect(reverse("presence:account", args=[pk]) + "#growth")


@require_POST
@signed_in
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = own_account(request, pk), DeclareForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "presence/declare.html",
            {"account": found, "form": form, "next": back_of(request, "")},
            status=422,
        )
    actions.declare_followers(actor=viewer_of(request), account=found, count=form.cleaned_data["count"])
    say(request, _("Follower count kept, marked as typed."))
    return redirect(back_of(request, reverse("presence:account", args=[pk])))


@signed_in
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(archives_of(employee_of(request)), pk=pk)
    context = {"archive": found, "failure": _failure(found), "report": report_of(found)}
    if is_partial(request):
        response = render(request, "presence/archive_state.html", context)
        if found.state not in UNFINISHED:
            response.headers["HX-Refresh"] = "true"
        return response
    return render(request, "presence/archive.html", context)


@signed_in
def guide(request: HttpRequest, platform: str) -> HttpResponse:
    if platform not in GUIDES:
        raise Http404
    context = {
        "guide": GUIDES[platform],
        "platform": dict(Platform.choices)[platform],
        "read": read_of(platform),
        "never": never_read(),
    }
    return render(request, "presence/guide.html", context)


@signed_in
def guides(request: HttpRequest) -> HttpResponse:
    titles = dict(Platform.choices)
    rows = [{"platform": name, "title": titles[name], "wait": guide.wait} for name, guide in GUIDES.items()]
    return render(request, "presence/guides.html", {"guides": rows})


@signed_in
def what_is_read(request: HttpRequest) -> HttpResponse:
    titles = dict(Platform.choices)
    platforms = [{"title": titles[name], "read": read_of(name)} for name in GUIDES]
    return render(request, "presence/what_is_read.html", {"platforms": platforms, "never": never_read()})
