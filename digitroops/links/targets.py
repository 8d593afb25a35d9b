"""Where a link leads: the page with its UTM parameters, never overwriting what the page has."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

ORDER = ("utm_source", "utm_medium", "utm_campaign", "utm_content")


def with_utm(url: str, utm: Mapping[str, str]) -> str:
    """The address with the parameters it does not have yet; its own query and fragment stay as they are."""
    parts = urlsplit(url)
    present = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    missing = {name: value for name, value in in_order(utm) if value and name not in present}
    query = "&".join(piece for piece in (parts.query, urlencode(missing, quote_via=quote)) if piece)
    return parts._replace(query=query).geturl()


def in_order(utm: Mapping[str, str]) -> list[tuple[str, str]]:
    """Source, medium, campaign, content, then the rest: PostgreSQL keeps JSON without its order."""
    rank = {name: place for place, name in enumerate(ORDER)}
    return sorted(utm.items(), key=lambda item: (rank.get(item[0], len(ORDER)), item[0]))
