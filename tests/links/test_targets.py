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
        "https://evil.test\\.nusavaksin.example/",
        "https://evil.test%2f.nusavaksin.example/",
        "https://a.example:99999/",
        "https://a.example:x/",
        "https:a.example",
        "https:///a.example",
        "https://-a.example",
        "https://a..example",
        "https://_a.example",
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
        ("https://nusavaksin.example./a", True),
        ("https://nusavaksin.example:443/a", True),
        ("https://nusavaksin.example:8443/a", False),
        ("https://evil.test/nusavaksin.example", False),
        ("https://evil.test?.nusavaksin.example", False),
        ("https://evil.test#.nusavaksin.example", False),
        ("https://evil.test\\.nusavaksin.example/", False),
        ("https://nusavaksin.example@evil.test/", False),
        ("https://nusav\u0430ksin.example/", False),
        ("https://nusavaks\u0131n.example/", False),
        ("https://\uff4eusavaksin.example/", True),
    ],
)
def test_on_allowed_domain_takes_the_domain_and_what_is_below(url, allowed):
    assert on_allowed_domain(url, ["nusavaksin.example"]) is allowed


def test_on_allowed_domain_knows_ports_and_international_names():
    domains = ["intranet.example:8443", "b\u00fccher.example"]
    asked = [
        "https://intranet.example:8443/",
        "https://intranet.example:8444/",
        "https://xn--bcher-kva.example/",
    ]
    assert [on_allowed_domain(url, domains) for url in asked] == [True, False, True]


def test_on_allowed_domain_allows_all_when_none_is_set():
    assert on_allowed_domain("https://elsewhere.example/", []) is True
