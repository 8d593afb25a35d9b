"""Hints on a caption or a member's own words, from the story engine; they advise and never block."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from digitroops.engines.story import Draft, coach, reason_text
from digitroops.people.queries import company

MOST_HINTS = 4
MOST_OTHERS = 50


@dataclass(frozen=True)
class Hint:
    text: str
    good: bool


def hints_on(text: str, *, captions: Sequence[str] = (), others: Sequence[str] = ()) -> list[Hint]:
    """At most four hints in the viewer's language, the important first.

    `captions` are those of the story, `others` what colleagues have shared of it; the newest fifty are compared.
    """
    firm = company()
    draft = Draft(
        text=text,
        captions=tuple(captions),
        others=tuple(others[:MOST_OTHERS]),
        employer=(firm.name,) if firm else (),
    )
    language = "en" if (get_language() or "id").startswith("en") else "id"
    return [Hint(reason_text(one, language), one.severity == "good") for one in coach(draft)[:MOST_HINTS]]
