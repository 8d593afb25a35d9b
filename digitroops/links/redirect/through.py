"""The dispatcher asked by Django instead of by the web server."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from digitroops.links.redirect.dispatcher import THROUGH, Dispatcher


def answer_of(dispatcher: Dispatcher, request: HttpRequest) -> HttpResponse:
    """What the dispatcher says to a request that came through Django."""
    said: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _error: Any = None, /
    ) -> Callable[[bytes], object]:
        said.append((status, headers))
        return _no_writing

    environ = {"QUERY_STRING": "", **request.META, THROUGH: True}
    body = b"".join(dispatcher(environ, start_response))
    status, headers = said[0]
    response = HttpResponse(body, status=int(status.split(" ", 1)[0]))
    for name, value in headers:
        response.headers[name] = value
    return response


def _no_writing(data: bytes) -> object:
    raise NotImplementedError(f"{len(data)} bytes past the answer")
