from collections import Counter

import pytest

from digitroops.engines.footprint import CATEGORIES, Scanner
from tests.engines.footprint.examples import FOLDER, expand, load

SCANNER = Scanner()
EXAMPLES = load()


def test_examples_are_the_frames_filled_in():
    assert expand() == EXAMPLES


def test_examples_cover_all_categories_and_languages_in_balance():
    assert len(EXAMPLES) >= 2000
    assert {(item.category, item.language) for item in EXAMPLES} == {
        (c, v) for c in CATEGORIES for v in ("id", "en", "jv", "su")
    }
    assert Counter(item.found for item in EXAMPLES)[True] * 2 == len(EXAMPLES)


@pytest.mark.parametrize("split", ["develop", "judge"])
@pytest.mark.parametrize("category", CATEGORIES)
def test_category_is_found_and_its_twin_is_not(category, split):
    rows = [item for item in EXAMPLES if (item.category, item.split) == (category, split)]
    found = [any(hit.category == category for hit in SCANNER.scan(item.text)) for item in rows]
    hits = sum(hit and item.found for hit, item in zip(found, rows, strict=True))
    assert hits / sum(item.found for item in rows) >= 0.75
    assert hits / max(1, sum(found)) >= 0.75


@pytest.mark.parametrize(
    ("category", "share"),
    [
        ("hate", 0.95),
        ("abusive", 0.95),
        ("confidential", 0.9),
        ("employer", 0.9),
        ("personal_data", 0.9),
        ("gambling", 0.9),
        ("substances", 0.9),
        ("sexual", 0.85),
        ("misinformation", 0.9),
        ("undisclosed_ad", 0.9),
        ("political", 0.9),
        ("threat", 0.85),
        ("harassment", 0.85),
    ],
)
def test_single_sentences_are_told_apart(category, share):
    """Invented sentences after the functions of hate tests, and posts in id, jv and su; all seen while writing rules."""
    lines = (FOLDER / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    rows = [
        (found == "1", text) for name, found, text in (line.split("\t") for line in lines) if name == category
    ]
    judged = [any(hit.category == category for hit in SCANNER.scan(text)) for _, text in rows]
    right = sum(found == judgement for (found, _), judgement in zip(rows, judged, strict=True))
    assert right / len(rows) >= share
