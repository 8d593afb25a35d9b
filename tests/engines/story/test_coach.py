"""The coach on drafts: what is missing is said kindly and at its place, what is good is said too."""

from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitroops.engines.story import REASONS, ROOMS, Draft, coach, reason_text

CAPTION = "Vaksin polio buatan Bandung kini melindungi anak di lebih dari seratus negara."
STORY = (
    "Tangan saya gemetar pagi itu. Di ruang pengemasan, Bu Rina menutup kotak terakhir lalu berkata, "
    "“Ini untuk anak-anak yang tak pernah kita temui.” Ternyata kalimat itu yang membuat saya betah "
    "tujuh tahun bekerja di sini. Apa yang membuat Anda betah? #karyawan"
)
PRESS = (
    "Dalam rangka akselerasi sinergi, perseroan melaksanakan optimalisasi dengan capaian produksi "
    "3,2 miliar dosis yang didistribusikan ke 153 negara secara komprehensif."
)


def reasons(text, **changes):
    return {advice.reason for advice in coach(Draft(text, **changes))}


def found(text, reason, **changes):
    (advice,) = [one for one in coach(Draft(text, **changes)) if one.reason == reason]
    return advice


def test_good_story_gets_only_praise():
    advices = coach(Draft(STORY, "instagram", (CAPTION,), employer=("Vaksin Nusantara",)))
    assert {advice.severity for advice in advices} == {"good"}


def test_press_release_is_coached():
    expected = {"formula", "no_person", "no_source", "no_invitation", "jargon", "no_disclosure"}
    assert expected <= reasons(PRESS, captions=(CAPTION,))


def test_important_advice_comes_first():
    severities = [advice.severity for advice in coach(Draft(PRESS, captions=(PRESS,)))]
    assert severities == sorted(severities, key=["important", "hint", "good"].index)


def test_empty_draft_gets_no_advice():
    assert coach(Draft(" #tagar https://contoh.id 💉 ", "x", (CAPTION,))) == ()


def test_copy_of_the_caption_is_said():
    assert "copied" in reasons(CAPTION + " #vaksin", captions=("Lain sekali.", CAPTION))


def test_repeated_part_is_marked_at_its_place():
    text = "Ayah saya bangga sekali waktu saya cerita kemarin sore bahwa vaksin polio buatan Bandung kini melindungi anak di desa kami juga."
    advice = found(text, "repeats", captions=(CAPTION,))
    assert text[slice(*advice.span)] == "vaksin polio buatan Bandung kini melindungi anak di"


def test_colleagues_words_are_said():
    assert "team_copy" in reasons(STORY, others=(STORY.replace("Rina", "Sari"),))


def test_length_counts_links_as_the_platform_does():
    text = "Cerita lengkapnya ada di sini, silakan dibaca pelan-pelan: https://contoh.id/" + "a" * 300
    assert "too_long" not in reasons(text, platform="x")
    assert "too_long" in reasons(text, platform="bluesky")


def test_length_says_how_much_to_cut():
    assert found("kata " * 60, "too_long", platform="x").parameters["over"] == 20


def test_many_hashtags_are_said():
    assert found(STORY + " #a #b #c", "many_hashtags", platform="x").parameters["number"] == 4


def test_first_sentence_behind_the_fold_is_said():
    text = "Saya tidak pernah menyangka bahwa " + "sangat " * 20 + "lelah itu bisa hilang. Ternyata bisa."
    assert "late_hook" in reasons(text, platform="instagram")


@pytest.mark.parametrize(
    "text", ["Kata Pak Budi, mesin itu tua.", "Rumahku dekat pabrik.", "We met her at noon."]
)
def test_person_is_found(text):
    assert "has_person" in reasons(text)


@pytest.mark.parametrize("text", ["Perilaku hidup bersih itu penting.", "Buku ini tebal."])
def test_person_is_not_made_up(text):
    assert "no_person" in reasons(text)


@pytest.mark.parametrize(
    "text",
    ["Tadi pagi hujan.", "Kami di Bandung.", "Ia berkata “jangan takut”.", "Semua di ruang steril."],
)
def test_detail_is_found(text):
    assert "has_detail" in reasons(text)


def test_claim_without_source_is_marked_at_its_place():
    text = "Kami senang. Vaksin ini dipakai 153 negara. Hebat."
    advice = found(text, "no_source")
    assert text[slice(*advice.span)] == "153 negara"


@pytest.mark.parametrize(
    "text",
    [
        "Menurut WHO, 80 persen anak terlindungi.",
        "80 persen anak terlindungi. Sumber: Kemenkes.",
        "80 persen anak terlindungi, lihat https://contoh.id/data",
        "Saya lahir tahun 1994 dan bekerja sejak pukul 07.30.",
    ],
)
def test_claim_with_source_or_no_claim_is_left_alone(text):
    assert "no_source" not in reasons(text)


@pytest.mark.parametrize("text", ["Menurut kalian bagaimana?", "Yuk ke posyandu.", "Tell me yours."])
def test_invitation_is_found(text):
    assert "has_invitation" in reasons(text)


def test_long_sentence_is_marked_with_its_words():
    assert found("Pendek. " + "kata " * 30 + "akhir.", "long_sentence").parameters == {"words": 31}


def test_long_story_without_a_turn_is_asked_for_one():
    assert "no_turn" in reasons("Saya berjalan pelan. " * 25)


def test_capitals_are_said():
    assert "shouting" in reasons("Ini BENAR BENAR LUAR BIASA sekali.")


def test_disclosure_is_asked_when_the_company_is_named():
    advice = found("Vaksin Nusantara memang hebat.", "no_disclosure", employer=("Vaksin Nusantara",))
    assert reason_text(advice, "en").startswith("Say that you work here")


@pytest.mark.parametrize("words", ["Saya kerja di sini.", "#karyawan", "I work at the plant.", "Kantorku."])
def test_disclosure_is_recognised(words):
    assert "disclosed" in reasons(f"{OWN_NAME} hebat. {words}", employer=(OWN_NAME,))


OWN_NAME = "Vaksin Nusantara"


def test_disclosure_is_not_asked_about_other_things():
    assert not {"no_disclosure", "disclosed"} & reasons("Kucing saya tidur.", employer=(OWN_NAME,))


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", *ROOMS]))
def test_any_text_gets_advice_that_can_be_read(text, platform):
    for advice in coach(Draft(text, platform, (CAPTION,), (STORY,), ("Vaksin",))):
        assert reason_text(advice, "id") != reason_text(advice, "en")
        assert advice.span is None or 0 <= advice.span[0] < advice.span[1] <= len(text)


@pytest.mark.parametrize("text", REASONS.values(), ids=REASONS)
def test_sentence_names_the_same_things_in_both_languages(text):
    names = [{name for _, name, _, _ in Formatter().parse(one) if name} for one in (text.id, text.en)]
    assert names[0] == names[1]
