"""Readability as measures beside plain posts."""

import pytest

from digitroops.engines.story import readability
from digitroops.engines.story.readable import syllables


@pytest.mark.parametrize(
    ("word", "count"), [("vaksin", 2), ("keanekaragaman", 7), ("pantai", 2), ("saudara", 4), ("brr", 1)]
)
def test_syllables_are_vowels_with_final_diphthongs(word, count):
    assert syllables(word) == count


def test_readability_counts_words_and_sentences():
    measures = readability("Saya pulang. Ibu sudah menunggu di rumah!")
    assert (measures.words, measures.sentences, measures.sentence_length) == (7, 2, 3.5)


def test_readability_of_plain_words_is_low():
    measures = readability("Saya pulang. Ibu ada di rumah.")
    assert (measures.longer_sentences_than, measures.long_words) == (0, 0)


def test_readability_of_office_words_is_high():
    measures = readability("Pengimplementasian keberlanjutan mengoptimalkan pertanggungjawaban perusahaan.")
    assert (measures.longer_words_than, measures.long_words) == (95, 1)


def test_readability_sees_the_passive():
    assert readability("Surat dikirimkan lalu dibacakan di sana").passive == pytest.approx(2 / 6)


def test_readability_of_nothing_is_none():
    assert readability("#tagar 123 !!!") is None
