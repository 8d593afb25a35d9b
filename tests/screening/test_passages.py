import pytest

from digitroops.screening.models import Finding
from digitroops.screening.passages import Passage, clues_of, masked, passages_of, reason_of

NAMES = ["Candra Wijaya", "candrawj", "Candra", "Wijaya"]


def test_passages_mark_the_words():
    finding = Finding(text="Wasitnya goblok banget", span_start=9, span_end=15)
    assert passages_of(finding) == [
        Passage("Wasitnya ", marked=False),
        Passage("goblok", marked=True),
        Passage(" banget", marked=False),
    ]


def test_every_marked_place_of_a_finding_is_shown():
    text = "Awas aja lo, gue hajar lo"
    finding = Finding(text=text, span_start=13, span_end=25, reason={"spans": [[0, 11], [13, 25]]})
    assert passages_of(finding) == [
        Passage("Awas aja lo", marked=True),
        Passage(", ", marked=False),
        Passage("gue hajar lo", marked=True),
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


def test_clues_name_the_words_once_and_what_lowered_it_last():
    evidence = [
        {"kind": "context", "name": "old", "weight": 0.1},
        {"kind": "word", "name": "goblok", "weight": 1.0},
        {"kind": "word", "name": "goblok", "weight": 1.0},
        {"kind": "rule", "name": "abusive.word", "weight": 0.9},
    ]
    clues = clues_of(Finding(evidence=evidence))
    assert [clue.word for clue in clues] == ["goblok", ""]
    assert [clue.icon for clue in clues] == ["quote", "arrow-down-right"]


def marked(text, passage, *names):
    start = text.index(passage)
    return Finding(
        text=text,
        category="abusive",
        severity=2,
        span_start=start,
        span_end=start + len(passage),
        evidence=[{"kind": "word", "name": name, "weight": 1.0} for name in names],
        reason={"key": "abusive.word", "parameters": {"words": ", ".join(names)}},
    )


def test_words_are_quoted_as_they_stand_in_the_text():
    finding = marked("Awas, gue hajar kau!", "gue hajar kau", "aku", "hajar", "kau")
    assert clues_of(finding)[0].word == "gue hajar kau"
    assert "gue hajar kau" in reason_of(finding)
    assert "aku" not in reason_of(finding)


def test_a_disguised_word_is_named_as_it_is_read():
    assert clues_of(marked("dasar g0bl0k", "g0bl0k", "goblok (leet)"))[0].word == "goblok (leet)"


def test_quoted_words_hide_the_candidate():
    finding = marked("goblok Candra kau", "goblok Candra kau", "goblok", "kau")
    assert clues_of(finding, identities=NAMES, mask="P")[0].word == "goblok P kau"
