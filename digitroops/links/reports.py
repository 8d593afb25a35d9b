"""What a page or a server sends when a goal is reached, read with care; and from which sites it may come."""

import json
import re
from dataclasses import dataclass
from typing import Any

from digitroops.links.conversions import MAX_ORDER, MOST_REFERENCES, MOST_VALUE
from digitroops.newsroom.addresses import on_allowed_domain
from digitroops.people.queries import company

MAX_BODY = 4096
_KEY = re.compile(r"[\w-]{1,40}")


class ReportRefused(Exception):
    """The report cannot be read; the text says what to mend."""


@dataclass(frozen=True)
class Words:
    """The parts of a report as they were sent, all of the right kind."""

    goal: str
    order: str
    value: int | None
    references: list[str]


def read_words(body: bytes) -> Words:
    """The parts of a report. Raises ReportRefused with a sentence for the site's developer."""
    if len(body) > MAX_BODY:
        raise ReportRefused(f"A report has at most {MAX_BODY} bytes.")
    try:
        data = json.loads(body)
    except ValueError:
        raise ReportRefused("The report is not JSON.") from None
    if not isinstance(data, dict):
        raise ReportRefused("The report must be an object with goal and click.")
    return Words(
        goal=_goal(data), order=_order(data), value=_value(data.get("value")), references=_clicks(data)
    )


def _goal(data: dict[str, Any]) -> str:
    goal = data.get("goal")
    if not isinstance(goal, str) or not _KEY.fullmatch(goal):
        raise ReportRefused("`goal` must be the short name of a goal.")
    return goal


def _order(data: dict[str, Any]) -> str:
    order = data.get("order", "")
    if isinstance(order, int):
        order = str(order)
    if not isinstance(order, str) or len(order) > MAX_ORDER or not order.isprintable():
        raise ReportRefused(f"`order` must be your own number for it, at most {MAX_ORDER} signs.")
    return order.strip()


def _value(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST_VALUE:
        raise ReportRefused("`value` must be whole rupiah, 0 or more.")
    return int(value)


def _clicks(data: dict[str, Any]) -> list[str]:
    clicks = data.get("click", [])
    clicks = [clicks] if isinstance(clicks, str) else clicks
    if not isinstance(clicks, list) or not all(isinstance(text, str) for text in clicks):
        raise ReportRefused("`click` must be the reference from the page's address (dt), or a list of them.")
    return clicks[:MOST_REFERENCES]


def is_own_site(origin: str) -> bool:
    """Whether a page of this origin may report goals: only the domains that the company has named."""
    firm = company()
    domains = firm.link_domains if firm else []
    return bool(domains) and on_allowed_domain(origin, domains)
