import pytest

from digitroops.engines.footprint import language, sentiment


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("pelayanannya ramah sekali, makanannya enak, pasti kembali lagi", "positive"),
        ("pelayanan buruk, makanan tidak enak, sangat kecewa", "negative"),
        ("panganane enak tenan, regane murah", "positive"),
        ("tempatna kotor, palayanan goreng, kuciwa pisan", "negative"),
        ("", "neutral"),
        ("😀 123", "neutral"),
    ],
)
def test_sentiment_of_a_plain_text(text, label):
    found = sentiment(text)
    assert found.label == label
    assert sum(found.scores.values()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("saya tidak suka dengan pelayanan restoran ini karena lama", "id"),
        ("aku ora seneng karo panganan iki amarga larang banget", "jv"),
        ("abdi teu resep ka tempat ieu sabab mahal pisan", "su"),
        ("the food was good but the service is slow", "en"),
        ("12345 !!!", "und"),
    ],
)
def test_language_of_a_sentence(text, code):
    assert language(text) == code
