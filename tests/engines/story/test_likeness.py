"""Likeness of texts: copies are seen, own words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitroops.engines.story import most_alike, repeated, similarity

CAPTION = "Vaksin polio buatan Bandung kini melindungi anak di lebih dari seratus negara."
OWN = "Pagi itu Bu Rina memeriksa botol terakhir sebelum truk berangkat ke bandara. Saya ikut lega."


def test_similarity_of_the_same_words_is_one():
    assert similarity(CAPTION, CAPTION.upper() + " 💉 #vaksin https://contoh.id") == 1


def test_similarity_sees_a_copy_behind_a_greeting():
    assert similarity(CAPTION, f"Halo semuanya, selamat pagi, apa kabar hari ini? {CAPTION}") >= 0.7


def test_similarity_sees_changed_words():
    assert similarity(CAPTION, CAPTION.replace("melindungi", "menjaga")) >= 0.7


def test_similarity_leaves_own_words_alone():
    assert similarity(CAPTION, OWN) < 0.2


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "halo"), ("#tagar", "#tagar")])
def test_similarity_of_nothing_is_zero(one, other):
    assert similarity(one, other) == 0


@given(st.text(max_size=80), st.text(max_size=80))
def test_similarity_is_symmetric_and_bounded(one, other):
    assert 0 <= similarity(one, other) == similarity(other, one) <= 1


def test_most_alike_names_the_first_of_equals():
    assert most_alike(CAPTION, [OWN, CAPTION, CAPTION]) == (1, 1.0)


def test_most_alike_without_others_is_none():
    assert most_alike(CAPTION, []) is None


def test_repeated_finds_the_longest_run_with_its_place():
    text = "Bangga! Kini melindungi anak di lebih dari seratus negara, kata Ayah."
    span, words = repeated(text, CAPTION)
    assert (text[slice(*span)], words) == ("Kini melindungi anak di lebih dari seratus negara", 8)


def test_repeated_of_strangers_is_none():
    assert repeated("halo", "vaksin polio") is None
