"""Where a second opinion may be asked: only of a host that the administrator of the server has allowed."""

from urllib.parse import urlsplit

from django.conf import settings

from digitroops.engines.footprint.second import Endpoint
from digitroops.programme.models import Programme
from digitroops.screening.rules import rules_of


def is_allowed(url: str) -> bool:
    """Whether the address is http or https on an allowed host."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.hostname in settings.OPINION_HOSTS


def endpoint_of(programme: Programme) -> Endpoint | None:
    """Where this programme asks; None while it is switched off or the host is no longer allowed."""
    rules = rules_of(programme)
    if not rules.opinion_url or not is_allowed(rules.opinion_url):
        return None
    return Endpoint(
        rules.opinion_url, rules.opinion_model, settings.OPINION_KEY, private=settings.OPINION_PRIVATE
    )
