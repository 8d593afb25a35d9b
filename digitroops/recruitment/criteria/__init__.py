"""The kinds of criteria: a kind is one file and one line here."""

from digitroops.recruitment.criteria import (
    active_employment,
    followers,
    generation,
    recent_post,
    unit_max,
    unit_min,
)
from digitroops.recruitment.criteria.kind import Kind, Outcome

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        active_employment.KIND,
        followers.KIND,
        recent_post.KIND,
        generation.KIND,
        unit_min.KIND,
        unit_max.KIND,
    )
}

__all__ = ["KINDS", "Kind", "Outcome"]
