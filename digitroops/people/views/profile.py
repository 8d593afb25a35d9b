from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people import actions, panels
from digitroops.people.access import public, signed_in, viewer_of
from digitroops.people.forms import PasswordForm, ProfileForm
from digitroops.people.middleware import LANGUAGE_COOKIE
from digitroops.people.models import Employee
from digitroops.people.queries import company
from digitroops.ui.toasts import say

YEAR = 60 * 60 * 24 * 365


@signed_in
def index(request: HttpRequest) -> HttpResponse:
    user = viewer_of(request)
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        user.refresh_from_db()
        actions.change_profile(user=user, **form.cleaned_data)
        say(request, _("Your settings are saved."))
        return redirect("people:profile")
    employee = Employee.objects.filter(user=user).select_related("unit").first()
    context = {"form": form, "employee": employee, "links": panels.profile_links(user)}
    return render(request, "people/profile.html", context, status=422 if form.is_bound else 200)


@signed_in
def password(request: HttpRequest) -> HttpResponse:
    user = viewer_of(request)
    form = PasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        actions.change_password(user=user, password=form.cleaned_data["password"])
        update_session_auth_hash(request, user)
        say(request, _("Your password is saved. Other devices are signed out."))
        return redirect("people:profile")
    return render(request, "people/password.html", {"form": form}, status=422 if form.is_bound else 200)


@signed_in
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    user = actions.sign_out_everywhere(user=viewer_of(request))
    update_session_auth_hash(request, user)
    say(request, _("All other devices are signed out."))
    return redirect("people:profile")


@signed_in
def data(request: HttpRequest) -> HttpResponse:
    """Everything stored about the viewer, for them to keep."""
    response = JsonResponse(
        panels.data_of(viewer_of(request)), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    response.headers["Content-Disposition"] = 'attachment; filename="digitroops-my-data.json"'
    return response


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "people/privacy.html", {"firm": company()})


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language, also before signing in."""
    chosen, following = request.POST.get("language", ""), request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}):
        following = "/"
    response = redirect(following)
    if chosen in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            actions.change_profile(user=viewer_of(request), language=chosen)
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True)
    return response
