"""Where a story can be shared: each platform's own share address, its limit, and what a post's address looks like.

Nothing here needs a token. Platforms without a share address (Instagram, TikTok) get the copied caption and the
downloaded picture.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from digitroops.newsroom.addresses import is_web_address
from digitroops.sharing.models import Share

Channel = Share.Channel


@dataclass(frozen=True)
class Platform:
    """One platform; `address` is None where a post begins inside the app."""

    channel: str
    label: str
    icon: str
    limit: int
    hosts: tuple[str, ...] = ()
    path: str = r"/.+"
    address: Callable[[str, str], str] | None = None
    takes_text: bool = True

    @property
    def has_share_address(self) -> bool:
        """Whether a page of the platform opens with words or link filled in."""
        return self.address is not None

    @property
    def has_post_address(self) -> bool:
        """Whether a post there has an address that can be pasted as proof."""
        return bool(self.hosts)


def _with(base: str, **parameters: str) -> str:
    return f"{base}?{urlencode(parameters, quote_via=quote)}"


def with_link(text: str, url: str) -> str:
    """Words and link as they are copied or sent as one text."""
    return f"{text}\n\n{url}" if text else url


PLATFORMS: dict[str, Platform] = {
    one.channel: one
    for one in (
        Platform(
            Channel.X, "X", "brand-x", 280, ("x.com", "twitter.com"), r"/[^/]+/status/\d+",
            lambda text, url: _with("https://x.com/intent/post", text=text, url=url),
        ),
        Platform(
            Channel.LINKEDIN, "LinkedIn", "brand-linkedin", 3000, ("linkedin.com", "lnkd.in"), r"/.+",
            lambda _text, url: _with("https://www.linkedin.com/sharing/share-offsite/", url=url),
            takes_text=False,
        ),
        Platform(
            Channel.FACEBOOK, "Facebook", "brand-facebook", 63206, ("facebook.com", "fb.com", "fb.watch"), r"/.+",
            lambda _text, url: _with("https://www.facebook.com/sharer/sharer.php", u=url),
            takes_text=False,
        ),
        Platform(
            Channel.WHATSAPP, "WhatsApp", "brand-whatsapp", 4096,
            address=lambda text, url: _with("https://wa.me/", text=with_link(text, url)),
        ),
        Platform(
            Channel.TELEGRAM, "Telegram", "brand-telegram", 4096, ("t.me", "telegram.me"), r"/.+/\d+",
            lambda text, url: _with("https://t.me/share/url", url=url, text=text),
        ),
        Platform(
            Channel.THREADS, "Threads", "brand-threads", 500, ("threads.com", "threads.net"), r"/(@[^/]+/post|t)/.+",
            lambda text, url: _with("https://www.threads.com/intent/post", text=text, url=url),
        ),
        Platform(
            Channel.INSTAGRAM, "Instagram", "brand-instagram", 2200, ("instagram.com",),
            r"/([^/]+/)?(p|reel|reels|tv|stories)/.+",
        ),
        Platform(
            Channel.TIKTOK, "TikTok", "brand-tiktok", 4000, ("tiktok.com",),
            r"/(@[^/]+/(video|photo)/\d+|[A-Za-z0-9]+).*",
        ),
    )
}  # fmt: skip
OTHER = Platform(Channel.OTHER, "", "share-3", 100_000)


def platform_of(channel: str) -> Platform:
    """The platform of a share's channel; for the phone's share sheet one without rules."""
    return PLATFORMS.get(channel, OTHER)


def is_post_address(channel: str, url: str) -> bool:
    """Whether the address is that of a post on the platform; for channels without rules any web address."""
    platform = platform_of(channel)
    if not is_web_address(url):
        return False
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    known = any(host == name or host.endswith(f".{name}") for name in platform.hosts)
    return not platform.hosts or (known and bool(re.fullmatch(platform.path, parts.path.rstrip("/"))))
