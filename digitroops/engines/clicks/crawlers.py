"""The long list of crawlers that the crawlerdetect package keeps, on RE2: a fifth of its own time or less."""

import re
from functools import lru_cache
from typing import Any

import re2
from crawlerdetect.providers.crawlers import data as crawlers
from crawlerdetect.providers.exclusions import data as exclusions

from digitroops.engines.clicks.patterns import options


@lru_cache(maxsize=1)
def _searches() -> tuple[re.Pattern[str], Any, re.Pattern[str] | None]:
    """What browsers say of themselves, the crawlers that RE2 reads, and the few that only `re` does."""
    plain, odd = [], []
    for pattern in crawlers:
        try:
            re2.compile(pattern, options())
        except re2.error:
            odd.append(pattern)
        else:
            plain.append(pattern)
    harmless = re.compile("|".join(exclusions), re.IGNORECASE)
    return (
        harmless,
        re2.compile("|".join(plain), options()),
        re.compile("|".join(odd), re.IGNORECASE) if odd else None,
    )


def crawler_in(agent: str) -> str:
    """What in the agent the list knows as a crawler; nothing when it knows none of it."""
    harmless, plain, odd = _searches()
    rest = harmless.sub("", agent)
    found = plain.search(rest) or (odd.search(rest) if odd else None)
    return found[0] if found else ""
