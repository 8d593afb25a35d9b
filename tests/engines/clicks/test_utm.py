import pytest

from digitroops.engines.clicks.utm import fill, unknown_words

WORDS = {"campaign": "Vaksin sampai ke pulau", "code": "k7mp2xwq", "unit": "Produksi / Pengisian"}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{campaign}", "vaksin-sampai-ke-pulau"),
        ("{campaign}-{code}", "vaksin-sampai-ke-pulau-k7mp2xwq"),
        ("{nothing}-{code}", "k7mp2xwq"),
        ("{unit}", "produksi-pengisian"),
        ("newsletter", "newsletter"),
        ("", ""),
    ],
)
def test_fill_puts_the_words_in(template, expected):
    assert fill(template, WORDS) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [("{campaign}-{code}", []), ("{member}", ["member"]), ("{code", ["{"]), ("{}", [""])],
)
def test_unknown_words_names_what_means_nothing(template, expected):
    assert unknown_words(template) == expected
