"""Lets the redirect path know an employee who tries a link, without a look at the session there."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from digitroops.links.redirect.batches import own_mark
from digitroops.links.redirect.dispatcher import OWN_COOKIE, PREFIX

YEAR = 365 * 24 * 3600


class OwnMarkMiddleware:
    """Gives signed-in people a signed cookie that only `/l/` receives; it stays after signing out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated or request.session.get("own-mark") == user.pk:
            return response
        request.session["own-mark"] = user.pk
        response.set_cookie(
            OWN_COOKIE,
            own_mark(user.pk),
            max_age=YEAR,
            path=PREFIX,
            samesite="Lax",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response
