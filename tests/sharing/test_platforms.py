from urllib.parse import parse_qs, urlsplit

import pytest

from digitroops.sharing.platforms import PLATFORMS, is_post_address

TEXT = "Aman & dingin? 4 °C #1 + “ya”\nbaris dua"
LINK = "https://digitroops.example/l/abc?x=1&y=2"


@pytest.mark.parametrize(
    ("channel", "base", "parameters"),
    [
        ("x", "https://x.com/intent/post", {"text": [TEXT], "url": [LINK]}),
        ("linkedin", "https://www.linkedin.com/sharing/share-offsite/", {"url": [LINK]}),
        ("facebook", "https://www.facebook.com/sharer/sharer.php", {"u": [LINK]}),
        ("whatsapp", "https://wa.me/", {"text": [f"{TEXT}\n\n{LINK}"]}),
        ("telegram", "https://t.me/share/url", {"url": [LINK], "text": [TEXT]}),
        ("threads", "https://www.threads.com/intent/post", {"text": [TEXT], "url": [LINK]}),
    ],
)
def test_share_address_carries_words_and_link_unchanged(channel, base, parameters):
    address = PLATFORMS[channel].address(TEXT, LINK)
    assert address.partition("?")[0] == base
    assert parse_qs(urlsplit(address).query) == parameters
    assert "+" not in address
    assert " " not in address


@pytest.mark.parametrize("channel", ["instagram", "tiktok"])
def test_apps_without_a_share_address_have_none(channel):
    assert PLATFORMS[channel].address is None


@pytest.mark.parametrize(
    ("channel", "url"),
    [
        ("x", "https://x.com/nadia/status/1861234567890"),
        ("x", "https://mobile.twitter.com/nadia/status/1861234567890?s=20"),
        ("instagram", "https://www.instagram.com/p/DBc1aXyZ/?igsh=abc"),
        ("instagram", "https://instagram.com/nadia/reel/DBc1aXyZ/"),
        ("linkedin", "https://www.linkedin.com/posts/nadia_vaksin-activity-7261-abcd"),
        ("threads", "https://www.threads.net/@nadia/post/DBc1aXyZ"),
        ("tiktok", "https://vm.tiktok.com/ZMabc123/"),
        ("tiktok", "https://www.tiktok.com/@nadia/video/7431234567890"),
        ("telegram", "https://t.me/kanal/123"),
        ("facebook", "https://www.facebook.com/share/p/1AbCdEf/"),
        ("other", "https://blog.example/2026/perahu"),
    ],
)
def test_is_post_address_knows_posts(channel, url):
    assert is_post_address(channel, url)


@pytest.mark.parametrize(
    ("channel", "url"),
    [
        ("x", "https://x.com/nadia"),
        ("x", "https://notx.com/nadia/status/1"),
        ("x", "https://x.com.evil.test/nadia/status/1"),
        ("x", "javascript:alert(1)//x.com/a/status/1"),
        ("instagram", "https://www.instagram.com/nadia/"),
        ("linkedin", "https://www.linkedin.com/"),
        ("tiktok", "https://x.com/nadia/status/1"),
        ("other", "ftp://blog.example/a"),
    ],
)
def test_is_post_address_refuses_the_rest(channel, url):
    assert not is_post_address(channel, url)
