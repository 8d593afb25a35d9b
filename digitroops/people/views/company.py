from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitroops.people import actions, queries
from digitroops.people.access import public, role_required, viewer_of
from digitroops.people.forms import CompanyForm
from digitroops.people.models import Role
from digitroops.ui.toasts import say

PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}


@public
@require_safe
def logo(request: HttpRequest) -> FileResponse:
    """The company's logo, also on the page where one signs in; only as the picture that it is."""
    firm = queries.company()
    kind = PICTURES.get(str(firm.logo).rpartition(".")[2].lower()) if firm and firm.logo else None
    if firm is None or kind is None:
        raise Http404
    response = FileResponse(firm.logo.open(), content_type=kind)
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


@role_required(Role.ADMINISTRATOR)
def edit(request: HttpRequest) -> HttpResponse:
    firm = queries.company()
    if firm is None:
        raise Http404
    form = CompanyForm(request.POST or None, request.FILES or None, instance=firm)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        changes = data | {"link_domains": data.pop("domains"), "logo": data["logo"] or ""}
        changes.pop("domains", None)
        actions.change_company(firm=firm, changes=changes, actor=viewer_of(request))
        say(request, _("Company settings saved."))
        return redirect("people:company")
    return render(request, "people/company.html", {"form": form}, status=422 if form.is_bound else 200)
