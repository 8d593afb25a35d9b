"""The verdict on one arrival: a person, or a machine and which one."""

import re
from functools import lru_cache

from digitroops.engines.clicks.apps import app_of
from digitroops.engines.clicks.crawlers import crawler_in
from digitroops.engines.clicks.kinds import Facts, Judgement, Kind
from digitroops.engines.clicks.machines import machines, patterns
from digitroops.engines.clicks.patterns import first_of

MAX_AGENT = 300
MAX_REASON = 40
SHORTEST = 18
_PREFETCH = re.compile(r"prefetch|prerender|preview|instant|preload", re.IGNORECASE)
#: How browsers begin, old phones included. Whatever begins otherwise was written by a programmer.
_BROWSER = re.compile(
    r"mozilla/\d|opera[/ ]|ucweb/|ucbrowser|nokia|samsung-|sec-|sonyericsson|blackberry|lg[-/e]|mot-|huawei|"
    r"alcatel|zte|maui|jbrowser|doris/|links \(|lynx/|w3m/|elinks|dillo|netsurf|links2|browserng",
    re.IGNORECASE,
)
#: What programmers write into an agent and no browser does: an address to complain to, or `compatible` with
#: something else than the old Internet Explorer and Konqueror.
_PROGRAM = re.compile(
    r"\+ ?https?://|\bcompatible(?!; ?(?:msie|konqueror|googletoolbar|yandex;))|[\w.+-]+@[\w-]+\.\w{2,}",
    re.IGNORECASE,
)
#: What a page loads rather than a person opens (Sec-Fetch-Dest).
_PARTS = frozenset(
    {"image", "script", "style", "font", "audio", "video", "track", "worker", "manifest", "object", "embed"}
)
_NOT_A_WORD = re.compile(r"[^a-z0-9.]+")


def clean(text: str, length: int = MAX_AGENT) -> str:
    """A header's text without control signs, which databases and pages would trip over."""
    start = text[: length * 2]
    return (start if start.isprintable() else "".join(filter(str.isprintable, start)))[:length]


@lru_cache(maxsize=16384)
def judge_agent(agent: str) -> Judgement:
    """What the agent alone says. Remembered by agent, for most visitors share theirs with many others."""
    if not agent:
        return Judgement(Kind.EMPTY)
    place = first_of(patterns(), agent)
    if place is not None:
        return Judgement(machines()[place].kind, machines()[place].reason)
    if agent.startswith("Mozilla/") and app_of(agent) and not _PROGRAM.search(agent):
        return Judgement(Kind.PERSON)
    reason = _sign_of_a_program(agent)
    return Judgement(Kind.BOT, reason) if reason else Judgement(Kind.PERSON)


def _sign_of_a_program(agent: str) -> str:
    """A reason code when the long list knows the agent or it is not written as browsers write theirs."""
    known = crawler_in(agent)
    if known:
        return _code(known)
    if _PROGRAM.search(agent):
        return "names-itself"
    return "" if _BROWSER.match(agent) and len(agent) >= SHORTEST else "no-browser"


def _code(name: str) -> str:
    """A crawler's name as a reason code."""
    return _NOT_A_WORD.sub("-", name.lower()).strip("-.")[:MAX_REASON] or "crawler"


def judge(facts: Facts) -> Judgement:
    """The verdict on an arrival: the agent's name first, then the method and the headers, then our own marks.

    A machine that gives its name is called by it also when it sent HEAD. The sharer's own test is told apart
    only where a person would be counted otherwise.
    """
    found = judge_agent(clean(facts.agent).strip())
    if found.verdict is not Kind.PERSON:
        return found
    reason = _page_did_it(facts)
    if reason:
        return Judgement(Kind.PREFETCH, reason)
    marks = ((Kind.HEAD, facts.method == "HEAD"), (Kind.OWN, facts.own), (Kind.HOSTING, facts.hosting))
    return next((Judgement(kind) for kind, holds in marks if holds), found)


def _page_did_it(facts: Facts) -> str:
    """A reason code when a browser fetched ahead, or loaded the address as a part of some page."""
    purpose = _PREFETCH.search(facts.purpose)
    part = facts.dest.lower()
    return purpose[0].lower() if purpose else f"part-{part}" if part in _PARTS else ""
