"""What the shell shows: the stages on the desk, the five places on the phone."""

from typing import Any

from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, Any]:
    return {}
