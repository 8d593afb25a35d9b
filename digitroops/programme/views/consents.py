from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import employee_of, signed_in, viewer_of
from digitroops.programme import actions
from digitroops.programme.consequences import what_follows
from digitroops.programme.models import Consent
from digitroops.programme.queries import consents_of
from digitroops.ui.toasts import say


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything the viewer has agreed to, each with the way to withdraw it."""
    employee_of(request)
    found = list(consents_of(viewer_of(request)))
    standing = [consent for consent in found if consent.withdrawn is None]
    context = {
        "standing": [_row(consent) | {"follows": _follows(consent, standing)} for consent in standing],
        "past": [_row(consent) for consent in found if consent.withdrawn],
    }
    return render(request, "programme/my_consents.html", context)


def _row(consent: Consent) -> dict[str, Any]:
    language = "en" if (get_language() or "id").startswith("en") else "id"
    item = consent.item
    title, body = (getattr(item, f"{name}_{language}") for name in ("title", "body"))
    return {"consent": consent, "title": title or item.title_id, "body": body or item.body_id}


def _follows(consent: Consent, standing: list[Consent]) -> str:
    others = (other for other in standing if other.member_id != consent.member_id)
    return what_follows(consent, elsewhere=any(other.item.key == consent.item.key for other in others))


@signed_in
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    consent = get_object_or_404(consents_of(viewer_of(request)), pk=pk)
    if actions.withdraw_one(actor=viewer_of(request), consent=consent):
        say(request, _("Withdrawn. What rested on it alone has been deleted."))
    else:
        say(request, _("It was withdrawn already. Nothing was changed."))
    return redirect("programme:consents")
