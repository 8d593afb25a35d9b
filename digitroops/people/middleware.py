from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from digitroops.people.queries import company, needs_set_up

LANGUAGE_COOKIE = "digitroops-language"
#: What answers before the company is set up.
FREE = ("/set-up/", "/health/", "/language/", "/ui/", "/manifest", "/service-worker", settings.STATIC_URL)


class ViewerMiddleware:
    """Language and time zone of the viewer: their own, else the cookie's, else the company's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        own = request.user if request.user.is_authenticated else None
        firm = company()
        language = (own.language if own else "") or request.COOKIES.get(LANGUAGE_COOKIE, "")
        if not translation.check_for_language(language or "-"):
            language = firm.language if firm else "id"
        zone = (own.time_zone if own else "") or (firm.time_zone if firm else "Asia/Jakarta")
        with translation.override(language), timezone.override(zone):
            request.LANGUAGE_CODE = language
            if firm is None and not request.path.startswith(FREE) and needs_set_up():
                return redirect("people:set-up")
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response
