import pytest

from digitroops.engines.clicks import app_of, client_of, device_of, language_of
from tests.engines.clicks import sample


@pytest.mark.parametrize("agent", sample.PEOPLE, ids=lambda agent: agent.name or "browser")
def test_app_of_knows_every_app_of_the_sample(agent):
    assert app_of(agent.text) == agent.name


def test_client_of_knows_device_browser_and_system_of_everybody():
    unknown = [agent.text for agent in sample.PEOPLE if "" in astuple(client_of(agent.text))]
    assert len(unknown) <= len(sample.PEOPLE) / 50, unknown


def astuple(client):
    return client.device, client.browser, client.system


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        (
            "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
            "tablet",
        ),
        ("Mozilla/5.0 (Linux; Android 13; SM-T225) AppleWebKit/537.36 Chrome/120.0 Safari/537.36", "tablet"),
        (
            "Mozilla/5.0 (Linux; Android 13; V2312; wv) Chrome/120.0 Mobile Safari/537.36 Instagram 3 Android (33)",
            "phone",
        ),
        ("Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 TV Safari/537.36", "tv"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "desktop"),
        ("", ""),
    ],
)
def test_device_of_tells_four_kinds(agent, expected):
    assert device_of(agent) == expected


@pytest.mark.parametrize(
    ("agent", "browser", "system"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
            "Edge",
            "Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/126.0 Mobile/15E148 Safari/604.1",
            "Chrome",
            "iOS",
        ),
        (
            "Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-A127F) SamsungBrowser/23.0 Chrome/115.0 Mobile",
            "Samsung Internet",
            "Android",
        ),
        ("Opera/9.80 (Android; Opera Mini/76.0.2254/191.338; U; id) Presto/2.12.423", "Opera", "Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15", "Safari", "macOS"),
    ],
)
def test_client_of_names_browser_and_system(agent, browser, system):
    client = client_of(agent)
    assert (client.browser, client.system) == (browser, system)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("in_ID", "id"),
        ("en-GB", "en"),
        ("jv", "jv"),
        ("*", ""),
        ("", ""),
        ("x1", ""),
    ],
)
def test_language_of_takes_the_first(header, language):
    assert language_of(header) == language
