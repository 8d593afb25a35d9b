from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import employee_of, signed_in, viewer_of
from digitroops.presence import actions
from digitroops.presence.models import Connection, SocialAccount
from digitroops.presence.queries import accounts_of
from digitroops.presence.sentences import not_proved
from digitroops.ui.toasts import say, warn


@require_POST
@signed_in
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    account = _own(request, pk)
    if request.POST.get("agree") != "yes":
        warn(request, _("Nothing was connected. Tick that you agree first."))
        return _back(account)
    try:
        actions.ask_connection(account=account, actor=viewer_of(request))
    except actions.NotAsked:
        warn(request, _("This account cannot be connected. An archive does the same."))
    else:
        say(request, _("Put the code into your bio now, then let us look."))
    return _back(account)


@require_POST
@signed_in
def prove(request: HttpRequest, pk: int) -> HttpResponse:
    account = _own(request, pk)
    connection = get_object_or_404(Connection, account=account)
    try:
        actions.prove_connection(connection=connection, actor=viewer_of(request))
    except actions.NotProved as problem:
        warn(request, not_proved(problem.reason))
    else:
        say(request, _("Connected. You can take the code out of your bio again."))
    return _back(account)


@require_POST
@signed_in
def read(request: HttpRequest, pk: int) -> HttpResponse:
    account = _own(request, pk)
    connection = get_object_or_404(Connection, account=account)
    begun = actions.read_now(connection=connection, actor=viewer_of(request))
    said = _("Your public posts are being read.") if begun else _("They were read within the last hour.")
    say(request, said)
    return _back(account)


@require_POST
@signed_in
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    account = _own(request, pk)
    if actions.disconnect(account=account, actor=viewer_of(request)):
        say(request, _("Disconnected. What was read through this account is deleted."))
    return _back(account)


def _own(request: HttpRequest, pk: int) -> SocialAccount:
    return get_object_or_404(accounts_of(employee_of(request)), pk=pk)


def _back(account: SocialAccount) -> HttpResponse:
    return redirect(reverse("presence:account", args=[account.pk]) + "#connect")
