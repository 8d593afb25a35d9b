"""Many patterns asked at once, on RE2: the time grows with the agent's length and with nothing else."""

from functools import lru_cache

import re2


def options() -> re2.Options:
    """Without regard to case, and silent about patterns that RE2 does not read (the caller hears of them)."""
    found = re2.Options()
    found.case_sensitive = False
    found.log_errors = False
    found.max_mem = 64 << 20
    return found


@lru_cache(maxsize=16)
def _compiled(patterns: tuple[str, ...]) -> re2.Set:
    found = re2.Set.SearchSet(options())
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found


def first_of(patterns: tuple[str, ...], text: str) -> int | None:
    """The place of the first pattern in the list that the text holds; None when it holds none of them."""
    found = _compiled(patterns).Match(text)
    return min(found) if found else None
