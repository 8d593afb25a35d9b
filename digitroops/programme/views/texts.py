from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme import actions
from digitroops.programme.forms import ConsentTextForm, PolicyForm
from digitroops.programme.models import Programme
from digitroops.programme.queries import programmes_for
from digitroops.ui.toasts import say


def _programme(request: HttpRequest, pk: int) -> Programme:
    return get_object_or_404(programmes_for(viewer_of(request)), pk=pk)


def _refused() -> str:
    return _(
        "This version was published meanwhile and no longer changes. Your words are still in the fields: "
        "copy them into a new version."
    )


@pr_required
def consent(request: HttpRequest, pk: int, version: int | None = None) -> HttpResponse:
    programme = _programme(request, pk)
    texts = programme.consent_texts.prefetch_related("items")
    text = get_object_or_404(texts, version=version) if version else texts.first()
    context: dict[str, Any] = {"programme": programme, "text": text, "texts": texts}
    if text is None or text.published:
        return render(request, "programme/consent.html", context)
    form = ConsentTextForm(text, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.edit_consent_text(
                actor=viewer_of(request),
                text=text,
                purpose_id=data["purpose_id"],
                purpose_en=data["purpose_en"],
                items=form.changed_items(),
            )
        except actions.AlreadyPublished:
            form.add_error(None, _refused())
        else:
            say(request, _("Draft saved."))
            return redirect("programme:consent-version", pk, text.version)
    context |= {"form": form}
    return render(request, "programme/consent_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@pr_required
def consent_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    programme = _programme(request, pk)
    draft = actions.draft_consent_text(actor=viewer_of(request), programme=programme)
    if step == "publish":
        actions.publish_consent_text(actor=viewer_of(request), text=draft)
        say(request, _("Consent text published. Candidates are asked this version from now on."))
    return redirect("programme:consent-version", pk, draft.version)


@pr_required
def policy(request: HttpRequest, pk: int, version: int | None = None) -> HttpResponse:
    programme = _programme(request, pk)
    policies = programme.policies.all()
    found = get_object_or_404(policies, version=version) if version else policies.first()
    context: dict[str, Any] = {"programme": programme, "policy": found, "policies": policies}
    if found is None or found.published:
        return render(request, "programme/policy.html", context)
    form = PolicyForm(request.POST or None, initial={"title": found.title, "body": found.body})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_policy(actor=viewer_of(request), policy=found, **form.cleaned_data)
        except actions.AlreadyPublished:
            form.add_error(None, _refused())
        else:
            say(request, _("Draft saved."))
            return redirect("programme:policy-version", pk, found.version)
    context |= {"form": form}
    return render(request, "programme/policy_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@pr_required
def policy_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    programme = _programme(request, pk)
    draft = actions.draft_policy(actor=viewer_of(request), programme=programme)
    if step == "publish":
        actions.publish_policy(actor=viewer_of(request), policy=draft)
        say(request, _("Policy published. Members are asked to accept this version."))
    return redirect("programme:policy-version", pk, draft.version)
