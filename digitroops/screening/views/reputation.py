from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import member_of, member_required
from digitroops.programme.queries import has_consent, members_for
from digitroops.screening import actions
from digitroops.screening.forms import KindWordForm
from digitroops.screening.models import KindWord
from digitroops.screening.queries import open_coaching
from digitroops.screening.reputation import facts_of
from digitroops.screening.watching import is_due, since_of
from digitroops.ui.toasts import say


@member_required()
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    context = {
        "member": member,
        "facts": facts_of(member),
        "coaching": open_coaching(member),
        "watched": has_consent(member, "watch"),
        "due": is_due(member, timezone.now()),
        "last": since_of(member),
    }
    return render(request, "screening/reputation.html", context)


@pr_required
def of_member(request: HttpRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(members_for(viewer_of(request)), pk=pk)
    if request.method == "GET":
        actions.open_reputation(member=member, viewer=viewer_of(request))
    form = KindWordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_kind_word(actor=viewer_of(request), member=member, **form.cleaned_data)
        say(request, _("Kind word recorded. The member sees it too."))
        return redirect("screening:reputation-of", pk)
    context = {
        "member": member,
        "facts": facts_of(member),
        "coaching": open_coaching(member),
        "form": form,
        "is_pr": True,
        "watched": has_consent(member, "watch"),
        "due": is_due(member, timezone.now()),
        "last": since_of(member),
    }
    return render(request, "screening/reputation.html", context, status=422 if form.is_bound else 200)


@pr_required
@require_POST
def remove_word(request: HttpRequest, pk: int) -> HttpResponse:
    words = KindWord.objects.filter(member__in=members_for(viewer_of(request)))
    word = get_object_or_404(words, pk=pk)
    actions.remove_kind_word(actor=viewer_of(request), word=word)
    say(request, _("Removed."))
    return redirect("screening:reputation-of", word.member_id)


@pr_required
@require_POST
def coached(request: HttpRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(members_for(viewer_of(request)), pk=pk)
    if actions.finish_coaching(member=member, actor=viewer_of(request)):
        say(request, _("Recorded: the coaching is done."))
    else:
        say(request, _("There is no coaching open."))
    return redirect("screening:reputation-of", pk)
