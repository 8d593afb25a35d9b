from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people import actions
from digitroops.people.access import role_required, viewer_of
from digitroops.people.forms import GrantForm
from digitroops.people.models import Role, User
from digitroops.people.queries import staff
from digitroops.ui.toasts import say

administrator_required = role_required(Role.ADMINISTRATOR)


@administrator_required
def index(request: HttpRequest) -> HttpResponse:
    form = GrantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data, person = form.cleaned_data, form.employee
        name = person.name if person else data["name"]
        actions.add_user(
            email=data["email"], name=name, roles=(data["role"],), employee=person, actor=viewer_of(request)
        )
        say(request, _("Role given."))
        return redirect("people:roles")
    return render(request, "people/roles.html", _context(form), status=422 if form.is_bound else 200)


def _context(form: GrantForm, refused: str = "") -> dict[str, object]:
    rows = [
        {"user": user, "roles": [{"key": g.role, "label": g.get_role_display()} for g in user.grants.all()]}
        for user in staff()
    ]
    return {"form": form, "rows": rows, "refused": refused}


@administrator_required
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    user = get_object_or_404(User, pk=request.POST.get("user") or 0)
    try:
        actions.revoke_role(user=user, role=request.POST.get("role", ""), actor=viewer_of(request))
    except actions.LastAdministrator:
        refused = _(
            "This is the last administrator. Nothing was changed. Make somebody else administrator first."
        )
        return render(request, "people/roles.html", _context(GrantForm(), refused), status=422)
    say(request, _("Role taken away."))
    return redirect("people:roles")
