"""Web addresses that stories, sources and tracked links may have."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

SCHEMES = frozenset({"http", "https"})
PORTS = frozenset({None, 80, 443})
#: Labels of letters and figures of any script with hyphens inside. Browsers read a backslash, a percent sign and
#: the full-width signs in a host in their own ways, so none of them may stand there.
HOST = re.compile(r"(?!-)[^\W_][\w-]*(\.[^\W_][\w-]*)*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)


def _parts(url: str) -> SplitResult | None:
    if any(ord(sign) < 33 or ord(sign) == 127 or sign == "\\" for sign in url):
        return None
    try:
        parts = urlsplit(url)
        sound = parts.scheme in SCHEMES and "@" not in parts.netloc and (parts.port or 0) >= 0
    except ValueError:
        return None
    host = parts.netloc.rpartition(":")[0] if parts.port is not None else parts.netloc
    return parts if sound and HOST.fullmatch(host) else None


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a sound host and without control signs or a user name."""
    return _parts(url) is not None


def _plain(host: str) -> str:
    """A host in its one spelling: small ASCII letters, international names as xn--; empty when it has none."""
    try:
        return host.strip().lower().strip(".").encode("idna").decode("ascii") if host else ""
    except UnicodeError:
        return ""


def on_allowed_domain(url: str, domains: Iterable[str]) -> bool:
    """Whether the host is one of the domains or below one, at its usual port; an empty list allows every host.

    A domain of the list may carry a port (`intranet.example:8443`), which is then allowed too.
    """
    wanted = [domain.strip() for domain in domains if domain.strip()]
    if not wanted:
        return True
    parts = _parts(url)
    host = _plain(parts.hostname or "") if parts else ""
    return bool(parts and host) and any(
        _covers(domain, host, parts.port if parts else None) for domain in wanted
    )


def _covers(domain: str, host: str, port: int | None) -> bool:
    name, _colon, digits = domain.partition(":")
    wanted = _plain(name)
    ports = PORTS | {int(digits)} if digits.isdecimal() else PORTS
    return bool(wanted) and port in ports and (host == wanted or host.endswith(f".{wanted}"))
