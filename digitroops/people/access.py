"""Who may open a page: decorators for views. What one may see of a row is decided in each app's queries."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

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


def signed_in(view: View[P]) -> View[P]:
    """Any signed-in user."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
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
                return redirect_to_login(request.get_full_path())
            if not viewer_of(request).has_role(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.allowed_roles = frozenset(roles)  # type: ignore[attr-defined]
        return guarded

    return decorate


pr_required: Callable[[View[Any]], View[Any]] = role_required(Role.PR)
