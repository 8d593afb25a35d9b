"""Web addresses that stories and sources may have."""

from collections.abc import Iterable
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https"})


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a host and without control signs or a user name."""
    if any(ord(sign) < 33 or ord(sign) == 127 for sign in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False


def on_allowed_domain(url: str, domains: Iterable[str]) -> bool:
    """Whether the host is one of the domains or below one; an empty list allows every host."""
    wanted = [domain.lower().strip().lstrip(".") for domain in domains if domain.strip()]
    host = (urlsplit(url).hostname or "").lower()
    return not wanted or any(host == domain or host.endswith(f".{domain}") for domain in wanted)
