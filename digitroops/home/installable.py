"""What makes the product installable on a phone: the manifest, and the service worker with its version."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

import digitroops

WORKER_SOURCE = Path(__file__).parent / "static/home/service-worker.js"


@cache
def app_version() -> str:
    """What the service worker's cache is named for: changes with the version and the worker's own text."""
    return hashlib.sha256(digitroops.__version__.encode() + WORKER_SOURCE.read_bytes()).hexdigest()[:12]


def installable(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what the head of every page needs for installing."""
    return {
        "installable": {
            "manifest": reverse("home:manifest"),
            "version": app_version(),
            "script": "home/install.js",
        }
    }
