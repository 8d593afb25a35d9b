"""Which programme a page is about, and which member the viewer is in it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from digitroops.people.access import to_sign_in, viewer_of
from digitroops.people.models import Role
from digitroops.programme.models import Member, Programme

SESSION_KEY = "programme"
STAFF = (Role.PR, Role.REVIEWER, Role.EXECUTIVE, Role.AUDITOR, Role.ADMINISTRATOR)
P = ParamSpec("P")


def programmes_of(request: HttpRequest) -> list[Programme]:
    """The programmes the viewer may open: all for the PR side, otherwise those they are part of."""
    user = viewer_of(request)
    found = Programme.objects.all()
    if not user.has_role(*STAFF):
        found = found.filter(members__employee__user=user)
    order = {Programme.State.RUNNING: 0, Programme.State.DRAFT: 1, Programme.State.CLOSED: 2}
    return sorted(found.distinct(), key=lambda programme: order[Programme.State(programme.state)])


def find_programme(request: HttpRequest) -> Programme | None:
    """The programme chosen in this session, else the newest running one the viewer may open."""
    found = programmes_of(request)
    chosen = request.session.get(SESSION_KEY)
    return next((programme for programme in found if programme.pk == chosen), found[0] if found else None)


def programme_of(request: HttpRequest) -> Programme:
    """As `find_programme`, but 404 where there is none."""
    programme = find_programme(request)
    if programme is None:
        raise Http404
    return programme


def find_member(request: HttpRequest) -> Member | None:
    """The viewer's own membership in the current programme."""
    programme = find_programme(request)
    if programme is None:
        return None
    members = Member.objects.select_related("employee__unit", "programme")
    return members.filter(programme=programme, employee__user=viewer_of(request)).first()


def member_of(request: HttpRequest) -> Member:
    """As `find_member`, but PermissionDenied for viewers that are not in the programme."""
    member = find_member(request)
    if member is None:
        raise PermissionDenied
    return member


def member_required(
    *states: Member.State,
) -> Callable[
    [Callable[Concatenate[HttpRequest, P], HttpResponseBase]],
    Callable[Concatenate[HttpRequest, P], HttpResponseBase],
]:
    """Only members of the current programme in one of the states (any state when none is named)."""

    def decorate(
        view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if states and member_of(request).state not in states:
                raise PermissionDenied
            member_of(request)
            return view(request, *args, **kwargs)

        guarded.allowed_member_states = frozenset(states)  # type: ignore[attr-defined]
        return guarded

    return decorate
