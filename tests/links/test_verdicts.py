import pytest

from digitroops.links.models import Click
from digitroops.links.verdicts import device_of, judge, judge_agent
from tests.links.agents import BOTS, CHROME, IPHONE, PEOPLE, PREVIEWS


@pytest.mark.parametrize("agent", PEOPLE)
def test_judge_calls_browsers_and_in_app_browsers_people(agent):
    assert judge_agent(agent).verdict == Click.Verdict.PERSON


@pytest.mark.parametrize("agent", PREVIEWS)
def test_judge_knows_the_preview_fetchers(agent):
    assert judge_agent(agent).verdict == Click.Verdict.PREVIEW


@pytest.mark.parametrize("agent", BOTS)
def test_judge_knows_crawlers_and_monitors(agent):
    assert judge_agent(agent).verdict == Click.Verdict.BOT


@pytest.mark.parametrize(
    ("method", "headers", "own", "verdict"),
    [
        ("HEAD", {"HTTP_USER_AGENT": CHROME}, False, "head"),
        ("GET", {"HTTP_USER_AGENT": CHROME, "HTTP_SEC_PURPOSE": "prefetch;prerender"}, False, "prefetch"),
        ("GET", {"HTTP_USER_AGENT": CHROME, "HTTP_X_MOZ": "prefetch"}, False, "prefetch"),
        ("GET", {}, False, "empty"),
        ("GET", {"HTTP_USER_AGENT": " \x00"}, False, "empty"),
        ("GET", {"HTTP_USER_AGENT": CHROME}, True, "own"),
        ("GET", {"HTTP_USER_AGENT": "Twitterbot/1.0"}, True, "preview"),
        ("GET", {"HTTP_USER_AGENT": CHROME}, False, "person"),
    ],
)
def test_judge_reads_method_headers_and_sharer(method, headers, own, verdict):
    assert judge(method=method, headers=headers, own=own).verdict == verdict


def test_judge_names_the_app_a_person_came_from():
    assert judge_agent(f"{IPHONE} Mobile/15E148 Instagram 334.0.4").reason == "Instagram"


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (CHROME, "desktop"),
        (f"{IPHONE} Mobile", "phone"),
        ("Mozilla/5.0 (iPad; CPU OS 17_5)", "tablet"),
        ("", ""),
    ],
)
def test_device_of_tells_three_kinds(agent, device):
    assert device_of(agent) == device
