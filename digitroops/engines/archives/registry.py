"""The platforms that can be read, most specific first. A new one is a module and a line here."""

from collections.abc import Iterable

from digitroops.engines.archives.containers import normal
from digitroops.engines.archives.errors import UnknownPlatform
from digitroops.engines.archives.platform import Excerpt, Platform
from digitroops.engines.archives.platforms import (
    bluesky,
    facebook,
    instagram,
    linkedin,
    mastodon,
    reddit,
    threads,
    tiktok,
    x,
    youtube,
)

PLATFORMS: tuple[Platform, ...] = (
    x.PLATFORM,
    instagram.PLATFORM,
    threads.PLATFORM,
    facebook.PLATFORM,
    tiktok.PLATFORM,
    youtube.PLATFORM,
    linkedin.PLATFORM,
    reddit.PLATFORM,
    mastodon.PLATFORM,
    bluesky.PLATFORM,
)


def named(name: str) -> Platform:
    """The platform of a name; raises `UnknownPlatform`."""
    for kind in PLATFORMS:
        if kind.name == name:
            return kind
    raise UnknownPlatform(f"There is no reader for a platform called {name}.")


def wanted_members(names: Iterable[str], platform: str | None = None) -> list[str]:
    """Those of an archive's member names that would be opened, as they were given and in their order.

    Without a platform it is found from the names, and all platforms that fit count.
    """
    given = list(names)
    normals = {name: normal(name) for name in given}
    kinds = PLATFORMS if platform is None else (named(platform),)
    fitting = [kind for kind in kinds if platform or kind.era(normals.values()) is not None]
    chosen = {name for kind in fitting for name in kind.wanted(normals.values())}
    return [name for name in given if normals[name] in chosen]


def wanted_somewhere(name: str) -> bool:
    """Whether any platform would open a member of this name."""
    return any(kind.wanted([name]) for kind in PLATFORMS)


def wanted_patterns() -> dict[str, list[str]]:
    """For each platform the patterns of the members it opens, for use in a browser.

    Match them, as `(?:^|/)(?:PATTERN)$`, against a name in NFKC and lower case, with `/` between folders.
    """
    return {kind.name: [route.pattern for route in kind.routes] for kind in PLATFORMS}


def wanted_excerpts() -> dict[str, tuple[Excerpt, ...]]:
    """For each platform the documents of which only a part is read, for use in a browser."""
    return {kind.name: kind.excerpts for kind in PLATFORMS}
