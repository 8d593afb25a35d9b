import pytest

from digitroops.engines.clicks import Kind
from digitroops.links.models import Click
from digitroops.links.verdicts import RULE, facts_of, judge, judge_click
from tests.links.agents import CHROME, TELEGRAM


@pytest.mark.parametrize(
    ("method", "headers", "own", "verdict"),
    [
        ("HEAD", {"HTTP_USER_AGENT": CHROME}, False, "head"),
        ("GET", {"HTTP_USER_AGENT": CHROME, "HTTP_SEC_PURPOSE": "prefetch;prerender"}, False, "prefetch"),
        ("GET", {"HTTP_USER_AGENT": CHROME, "HTTP_X_MOZ": "prefetch"}, False, "prefetch"),
        ("GET", {"HTTP_USER_AGENT": CHROME, "HTTP_SEC_FETCH_DEST": "image"}, False, "prefetch"),
        ("GET", {}, False, "empty"),
        ("GET", {"HTTP_USER_AGENT": " \x00"}, False, "empty"),
        ("GET", {"HTTP_USER_AGENT": CHROME}, True, "own"),
        ("GET", {"HTTP_USER_AGENT": "Twitterbot/1.0"}, True, "preview"),
        ("GET", {"HTTP_USER_AGENT": CHROME}, False, "person"),
    ],
)
def test_judge_reads_method_headers_and_sharer(method, headers, own, verdict):
    assert judge(method=method, headers=headers, own=own).verdict == verdict


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"agent": CHROME}, "person"),
        ({"agent": CHROME, "verdict": "repeat"}, "person"),
        ({"agent": TELEGRAM, "verdict": "person"}, "preview"),
        ({"agent": CHROME, "method": "HEAD"}, "head"),
        ({"agent": CHROME, "purpose": "prefetch"}, "prefetch"),
        ({"agent": CHROME, "fetch": "no-cors image"}, "prefetch"),
        ({"agent": CHROME, "fetch": "navigate document ?1"}, "person"),
        ({"agent": CHROME, "verdict": "own"}, "own"),
        ({"agent": CHROME, "via": "test"}, "own"),
        ({"agent": CHROME, "verdict": "hosting"}, "hosting"),
        ({"agent": CHROME, "verdict": "burst", "reason": "links-8"}, "burst"),
        ({"agent": TELEGRAM, "verdict": "burst"}, "preview"),
    ],
)
def test_judge_click_reads_what_a_raw_click_keeps(changes, verdict):
    found = judge_click(Click(**{"verdict": "person", **changes}))
    assert (found.verdict, found.rule) == (verdict, RULE)


def test_facts_of_a_click_hold_its_headers():
    facts = facts_of(Click(agent=CHROME, method="HEAD", purpose="prefetch", fetch="navigate document ?1"))
    assert (facts.agent, facts.method, facts.purpose, facts.dest) == (CHROME, "HEAD", "prefetch", "document")


def test_every_verdict_of_the_engine_has_a_title():
    assert set(Kind) == set(Click.Verdict.values)
