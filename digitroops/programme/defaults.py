"""What a new programme begins with: criteria, consent text and social media policy."""

import json
from pathlib import Path
from typing import Any

from digitroops.programme.models import Criterion

TEAM_SIZE = 20
MINIMUM_FOLLOWERS = 1000
RECENT_DAYS = 30
PLATFORMS = ["x", "instagram", "tiktok", "linkedin", "facebook", "threads"]
POLICY_TITLE = "Kebijakan media sosial digitroops"
TEXTS = Path(__file__).parent / "texts"


def criteria(*, minimum_followers: int, recent_days: int) -> list[tuple[str, dict[str, Any], bool]]:
    """Kind, parameters and whether it is in use, in order."""
    kind = Criterion.Kind
    return [
        (kind.ACTIVE_EMPLOYMENT, {}, True),
        (kind.FOLLOWERS, {"minimum": minimum_followers}, True),
        (kind.RECENT_POST, {"days": recent_days}, True),
        (kind.GENERATION, {"generations": ["y"]}, False),
    ]


def policy_body() -> str:
    """The policy's first version, in Indonesian."""
    return (TEXTS / "policy.txt").read_text(encoding="utf-8").strip()


def consent_text() -> dict[str, Any]:
    """The first consent text in both languages: `purpose_id`, `purpose_en`, and `items` in order."""
    found: dict[str, Any] = json.loads((TEXTS / "consent.json").read_text(encoding="utf-8"))
    return found
