"""Short confirmations at the foot of the screen, with an undo where it can be undone."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

UNDO = "undo:"


def say(request: HttpRequest, text: str | Promise, *, undo: str = "") -> None:
    """Show a toast on the next full page; `undo` is an address the undo button POSTs to."""
    messages.success(request, str(text), extra_tags=f"{UNDO}{undo}" if undo else "")


def warn(request: HttpRequest, text: str | Promise) -> None:
    """Show on the next full page what did not happen; it stays until it is put away."""
    messages.warning(request, str(text))


def trigger(response: HttpResponse, text: str | Promise, *, undo: str = "") -> HttpResponse:
    """Show a toast once htmx has swapped this answer, beside any trigger already set."""
    events = json.loads(response.headers.get("HX-Trigger", "{}"))
    events["toast"] = {"text": str(text), "undo": undo}
    response.headers["HX-Trigger"] = json.dumps(events)
    return response


def undo_of(tags: str) -> str:
    """The undo address hidden in a message's tags."""
    return next((tag.removeprefix(UNDO) for tag in tags.split() if tag.startswith(UNDO)), "")
