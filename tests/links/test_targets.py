import pytest

from digitroops.links.targets import with_utm
from digitroops.newsroom.addresses import is_web_address, on_allowed_domain

UTM = {"utm_source": "digitroops", "utm_content": "a b"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x?utm_source=digitroops&utm_content=a%20b"),
        (
            "https://a.example/x?utm_source=mail&q=%20",
            "https://a.example/x?utm_source=mail&q=%20&utm_content=a%20b",
        ),
        ("https://a.example/x?utm_source=", "https://a.example/x?utm_source=&utm_content=a%20b"),
        ("https://a.example/#bagian", "https://a.example/?utm_source=digitroops&utm_content=a%20b#bagian"),
    ],
)
def test_with_utm_adds_what_is_missing_and_keeps_the_rest(url, expected):
    assert with_utm(url, UTM) == expected


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "//a.example",
        "ftp://a.example",
        "https://",
        "https://a@b.example",
        "https://a.example/\r\nX: 1",
        "http://[",
        "",
    ],
)
def test_is_web_address_refuses_everything_else(url):
    assert is_web_address(url) is False


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://nusavaksin.example/a", True),
        ("https://www.Nusavaksin.example/a", True),
        ("https://notnusavaksin.example/", False),
        ("https://nusavaksin.example.evil.test/", False),
    ],
)
def test_on_allowed_domain_takes_the_domain_and_what_is_below(url, allowed):
    assert on_allowed_domain(url, ["nusavaksin.example"]) is allowed


def test_on_allowed_domain_allows_all_when_none_is_set():
    assert on_allowed_domain("https://elsewhere.example/", []) is True
