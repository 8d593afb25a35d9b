"""Who may open a page: decorators for views. What one may see of a row is decided in each app's queries."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme

from digitroops.people.models import Employee, Role, User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def viewer_of(request: HttpRequest) -> User:
    """The signed-in user of a request that has passed one of the decorators below."""
    return cast("User", request.user)


def employee_of(request: HttpRequest) -> Employee:
    """The viewer's own employee record; PermissionDenied for users that are not employees."""
    employee = Employee.objects.filter(user=viewer_of(request)).select_related("unit").first()
    if employee is None:
        raise PermissionDenied
    return employee


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page and back here; what was sent from a page goes back to that page.

    A request of a script gets 401: its page stays as it is, with all that was typed, and says what to do.
    """
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401)
    path = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        referer = request.headers.get("Referer", "")
        parts = urlsplit(referer)
        inside = url_has_allowed_host_and_scheme(referer, {request.get_host()})
        path = parts._replace(scheme="", netloc="", fragment="").geturl() if inside and parts.path else "/"
    return redirect_to_login(path)


def signed_in(view: View[P]) -> View[P]:
    """Any signed-in user."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    guarded.allowed_roles = None  # type: ignore[attr-defined]
    return guarded


def public(view: View[P]) -> View[P]:
    """A page for everybody, signed in or not; says so for the test that walks every route."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def role_required(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Only users that hold one of the roles; everybody else gets 403, guests the sign-in page."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if not viewer_of(request).has_role(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.allowed_roles = frozenset(roles)  # type: ignore[attr-defined]
        return guarded

    return decorate


pr_required: Callable[[View[Any]], View[Any]] = role_required(Role.PR)
