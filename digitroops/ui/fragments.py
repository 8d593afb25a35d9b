"""Pages of which htmx asks for a part."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page rather than a browser for all of it."""
    return bool(HtmxDetails(request))
