"""Pages of which htmx asks for a part."""

from django.http import HttpRequest


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page rather than a browser for all of it."""
    return bool(request.htmx)  # type: ignore[attr-defined] # set by the middleware of django-htmx
