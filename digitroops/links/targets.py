"""Where a link leads: the page with its UTM parameters, never overwriting what the page has."""

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

SCHEMES = frozenset({"http", "https"})


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a host and without control signs."""
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


def with_utm(url: str, utm: Mapping[str, str]) -> str:
    """The address with the parameters it does not have yet; its own query and fragment stay as they are."""
    parts = urlsplit(url)
    present = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    missing = {name: value for name, value in utm.items() if value and name not in present}
    query = "&".join(piece for piece in (parts.query, urlencode(missing, quote_via=quote)) if piece)
    return parts._replace(query=query).geturl()
