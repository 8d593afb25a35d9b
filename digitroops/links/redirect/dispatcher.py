"""The application that the web server calls: `/l/<code>` is answered here, everything else by Django.

Nothing on the way of a known link touches the database, a template or Django's middleware; what differs from
the usual case leaves the short way at once.
"""

import time
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.db import DatabaseError, InterfaceError

from digitroops.links.codes import clean_code
from digitroops.links.redirect.cache import Busy, LinkCache, Target
from digitroops.links.redirect.source import Day
from digitroops.links.redirect.spool import Spool
from digitroops.links.redirect.visitors import Hasher, Proxies, stray_day

PREFIX = "/l/"
OWN_COOKIE = "digitroops-own"
MAX_AGENT = 600
#: In the environment of a request that Django brings here, so that an ended link is not sent back to it.
THROUGH = "digitroops.through"
EMPTY: list[bytes] = []
PLAIN = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Cache-Control", "private, no-store"),
    ("X-Content-Type-Options", "nosniff"),
]
BUSY = b"Please try again in a moment. / Mohon coba lagi sebentar lagi.\n"
GONE = b"This link has ended. / Tautan ini sudah berakhir.\n"
METHODS = b"A link can only be opened. / Tautan hanya dapat dibuka.\n"


class Dispatcher:
    """One for each process. `days` are the days whose keys are known; a keeper thread renews them."""

    def __init__(
        self,
        *,
        pages: WSGIApplication,
        cache: LinkCache,
        spool: Spool,
        proxies: Proxies,
        days: list[Day],
        unknown_page: Callable[[str], bytes],
        locate: Callable[[str], tuple[str, str, str]] | None = None,
        short_host: str = "",
    ) -> None:
        self.pages, self.cache, self.spool, self.proxies = pages, cache, spool, proxies
        self.days = days
        self.hasher = Hasher(days[0])
        self._unknown_page = unknown_page
        self._locate = locate
        self._short_host = short_host

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path: str = environ["PATH_INFO"]
        if path[:3] != PREFIX:
            if not self._short_host or not self._is_code(path, environ):
                return self.pages(environ, start_response)
            path = environ["PATH_INFO"] = PREFIX + path[1:]
        target = self.cache.young.get(path[3:])
        if target is None:
            return self._rare(path[3:], environ, start_response)
        return self._follow(target, environ, start_response)

    def _is_code(self, path: str, environ: WSGIEnvironment) -> bool:
        """Whether a path on the company's own link domain is a code; there it stands without /l/."""
        host: str = environ.get("HTTP_HOST", "")
        return host.partition(":")[0].lower() == self._short_host and bool(
            clean_code(path[1:].removesuffix("/"))
        )

    def _follow(
        self, target: Target, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        now = time.time()
        if now >= target.ends:
            return _gone(start_response) if THROUGH in environ else self.pages(environ, start_response)
        if method != "GET" and method != "HEAD":  # noqa: PLR1714 -- half the time of a set, on every click
            start_response("405 Method Not Allowed", [*PLAIN, ("Allow", "GET, HEAD")])
            return [METHODS]
        self.spool.append(now, f"{target.text}\x1f{method}\x1f{self.describe(environ, now)}")
        start_response("302 Found", target.headers if target.seal is None else target.seal(now))
        return EMPTY

    def describe(self, environ: WSGIEnvironment, now: float) -> str:
        """The fields of a click that come from the request, joined; the address is used and dropped."""
        get = environ.get
        agent: str = get("HTTP_USER_AGENT", "")[:MAX_AGENT]
        referrer: str = get("HTTP_REFERER", "")
        mode: str = get("HTTP_SEC_FETCH_MODE", "")
        query: str = environ["QUERY_STRING"]
        cookies: str = get("HTTP_COOKIE", "")
        address = self.proxies.client(environ)
        hasher = self.hasher
        if not hasher.day.start <= now < hasher.day.end:
            hasher = self._turn_day(now)
        country, city, hosting = self._locate(address) if self._locate else ("", "", "")
        fields = (
            agent,
            _host(referrer) if referrer else "",
            get("HTTP_ACCEPT_LANGUAGE", "")[:60],
            _purpose(get),
            f"{mode},{get('HTTP_SEC_FETCH_DEST', '')},{get('HTTP_SEC_FETCH_USER', '')}"[:60] if mode else "",
            _via(query) if query else "",
            _own(cookies) if cookies else "",
            hasher.visitor(address, agent),
            hasher.network(address),
            country,
            city,
            hosting,
        )
        text = "\x1f".join(fields)
        if text.count("\x1f") != len(fields) - 1:
            text = "\x1f".join(field.replace("\x1f", " ") for field in fields)
        return text

    def _turn_day(self, now: float) -> Hasher:
        """Another day has begun, or the clock was set; a day without a key gets one of this process."""
        day = next((day for day in self.days if day.start <= now < day.end), None)
        self.hasher = Hasher(day or stray_day(self.days[0], now))
        return self.hasher

    def _rare(self, spelled: str, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A link that was not asked for lately, a code in another spelling, or no code at all."""
        code = clean_code(spelled.removesuffix("/"))
        try:
            target = (
                self.cache.find(code, self.hasher.network(self.proxies.client(environ))) if code else None
            )
        except (Busy, DatabaseError, InterfaceError):
            return _busy(start_response)
        if target is not None:
            return self._follow(target, environ, start_response)
        page = self._unknown_page(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        headers = [("Content-Type", "text/html; charset=utf-8"), *PLAIN[1:], ("X-Robots-Tag", "noindex")]
        start_response("404 Not Found", [*headers, ("Content-Security-Policy", POLICY)])
        return EMPTY if environ["REQUEST_METHOD"] == "HEAD" else [page]


POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"


def _busy(start_response: StartResponse) -> Iterable[bytes]:
    start_response("503 Service Unavailable", [*PLAIN, ("Retry-After", "1")])
    return [BUSY]


def _gone(start_response: StartResponse) -> Iterable[bytes]:
    start_response("410 Gone", list(PLAIN))
    return [GONE]


def _via(query: str) -> str:
    """Qr for a scanned code, test for a try from our own pages."""
    marks = query[:200].split("&")
    return "qr" if "qr" in marks else "test" if "test" in marks else ""


def _host(referrer: str) -> str:
    """The host of a referrer; the rest of it may tell of people and goes no further."""
    parts = referrer[:2000].split("/", 3)
    return parts[2].rpartition("@")[2][:200] if len(parts) > 2 else ""


def _purpose(get: Callable[[str, str], str]) -> str:
    return (
        get("HTTP_SEC_PURPOSE", "")
        or get("HTTP_PURPOSE", "")
        or get("HTTP_X_PURPOSE", "")
        or get("HTTP_X_MOZ", "")
    )[:60]


def _own(cookies: str) -> str:
    """The mark of a signed-in employee, by which the loader knows the sharer's own test."""
    mark = f"{OWN_COOKIE}="
    start = cookies.find(mark)
    return cookies[start + len(mark) :].partition(";")[0][:120] if start >= 0 else ""
