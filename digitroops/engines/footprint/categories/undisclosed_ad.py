"""Undisclosed advertising: promotion codes, affiliate links and sent products without a disclosure."""

from digitroops.engines.footprint.rules import Category, Example, Rule

CATEGORY = Category(
    name="undisclosed_ad",
    titles={"id": "Iklan tanpa keterangan", "en": "Undisclosed advertising"},
    reasons={
        "promotion": {
            "id": "Mungkin mempromosikan produk tanpa keterangan iklan: {words}.",
            "en": "May promote a product without saying that it is an advertisement: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule(
            "code",
            "adcue ~~12 adpraise|adcue|link|mention",
            1,
            0.65,
            reason="promotion",
            unless="disclose gamble neg",
            reach=60,
        ),
        Rule(
            "praised",
            "adpraise|mention ~~12 adcue",
            1,
            0.65,
            reason="promotion",
            unless="disclose gamble neg",
            reach=60,
        ),
    ),
    contexts={"counter": 1},
    examples=(
        Example("skincare ini bagus banget, pakai kode AYU10, link di bio", "id", True),
        Example("skincare ini bagus banget, pakai kode AYU10 #iklan", "id", False),
    ),
)
