import pytest

from digitroops.engines.clicks import name_of, referrer_host, source_of


@pytest.mark.parametrize(
    ("referrer", "app", "qr", "expected"),
    [
        ("https://l.instagram.com/?u=https%3A%2F%2Fa.example", "", False, "Instagram"),
        ("https://t.co/abc?secret=1", "", False, "X"),
        ("android-app://com.linkedin.android/", "", False, "LinkedIn"),
        ("https://www.google.co.id/", "", False, "Google"),
        ("https://mail.google.com/mail/u/0", "", False, "Gmail"),
        ("https://berita.example/artikel", "", False, "berita.example"),
        ("l.instagram.com", "", False, "Instagram"),
        ("", "WhatsApp", False, "WhatsApp"),
        ("", "", False, "direct"),
        ("https://t.co/abc", "X", True, "QR"),
        ("http://[broken", "", False, "direct"),
    ],
)
def test_source_of_says_one_word(referrer, app, qr, expected):
    assert source_of(referrer=referrer, app=app, qr=qr) == expected


def test_name_of_is_not_fooled_by_a_look_alike():
    assert name_of("instagram.com.evil.example") == "instagram.com.evil.example"


def test_referrer_host_keeps_neither_path_nor_parameters():
    assert referrer_host("https://www.Facebook.com/groups/5?token=x#y") == "facebook.com"
