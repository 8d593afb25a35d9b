from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from digitroops.people.queries import company

LANGUAGE_COOKIE = "digitroops-language"


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
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response
