import pytest

from digitroops.screening.models import Finding
from digitroops.screening.passages import Passage, masked, passages_of

NAMES = ["Candra Wijaya", "candrawj", "Candra", "Wijaya"]


def test_passages_mark_the_words():
    finding = Finding(text="Wasitnya goblok banget", span_start=9, span_end=15)
    assert passages_of(finding) == [
        Passage("Wasitnya ", marked=False),
        Passage("goblok", marked=True),
        Passage(" banget", marked=False),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Halo @candrawj, apa kabar?", "Halo P, apa kabar?"),
        ("CANDRA WIJAYA hadir", "P hadir"),
        ("pulang sama Candra", "pulang sama P"),
        ("Candrawulan tetangga saya", "Candrawulan tetangga saya"),
        ("", ""),
    ],
)
def test_masked_hides_the_candidate_but_nobody_else(text, shown):
    assert masked(text, NAMES, "P") == shown
