"""The verdict on a raw click: what its columns say to the engine, at its arrival and whenever the rules change."""

from collections.abc import Mapping

from digitroops.engines.clicks import RULE, Facts, Judgement, Kind, clean, client_of, device_of, judge_agent
from digitroops.engines.clicks import judge as judge_facts
from digitroops.links.models import Click

__all__ = [
    "RULE",
    "Judgement",
    "clean",
    "client_of",
    "device_of",
    "facts_of",
    "judge",
    "judge_agent",
    "judge_click",
]
PREFETCH_HEADERS = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")
OWN_MARK = "test"


def purpose_of(headers: Mapping[str, str]) -> str:
    """What the headers (as WSGI spells them) say of fetching ahead."""
    return clean(" ".join(filter(None, (headers.get(name, "") for name in PREFETCH_HEADERS))), 60)


def judge(*, method: str, headers: Mapping[str, str], own: bool) -> Judgement:
    """The verdict on one arrival; `headers` as WSGI spells them, `own` when the sharer is known to try the link."""
    facts = Facts(
        agent=headers.get("HTTP_USER_AGENT", ""),
        method=method,
        purpose=purpose_of(headers),
        dest=headers.get("HTTP_SEC_FETCH_DEST", ""),
        own=own,
    )
    return judge_facts(facts)


def facts_of(click: Click) -> Facts:
    """What a stored click tells. That it was the sharer or a data centre is only kept in the verdict."""
    words = click.fetch.replace(",", " ").split()
    return Facts(
        agent=click.agent,
        method=click.method,
        purpose=click.purpose,
        dest=words[1] if len(words) > 1 else "",
        own=click.via == OWN_MARK or click.verdict == Kind.OWN,
        hosting=click.verdict == Kind.HOSTING,
    )


def judge_click(click: Click) -> Judgement:
    """The verdict that today's rules give a stored click. A burst stays one: it was seen in its moment."""
    found = judge_facts(facts_of(click))
    if click.verdict == Kind.BURST and found.verdict == Kind.PERSON:
        return Judgement(Kind.BURST, click.reason)
    return found
