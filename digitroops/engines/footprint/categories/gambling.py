"""Gambling: promotion of online gambling (judol), site names, boasts of winnings."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="gambling",
    titles={"id": "Promosi judi daring", "en": "Online gambling promotion"},
    reasons={
        "promotion": {
            "id": "Mungkin mempromosikan judi daring: {words}.",
            "en": "May promote online gambling: {words}.",
        },
        "site": {
            "id": "Menyebut nama yang mirip situs judi: {words}.",
            "en": "Names what looks like a gambling site: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule(
            "promoted",
            "promo ~6/neg gamble",
            3,
            0.75,
            reason="promotion",
            unless="gambletalk counter news",
            reach=12,
        ),
        Rule(
            "promoting",
            "gamble ~6/neg promo|link|gamble",
            3,
            0.75,
            reason="promotion",
            unless="gambletalk counter news",
            reach=12,
        ),
        Rule(
            "slot",
            "gamblesoft ~2/neg gamble|gamesite",
            3,
            0.75,
            reason="promotion",
            unless="gambletalk counter news",
            reach=12,
        ),
        Rule(
            "slot_link",
            "promo ~2/neg gamblesoft ~4/neg promo|link",
            3,
            0.7,
            reason="promotion",
            unless="gambletalk counter news",
            reach=12,
        ),
        Rule("site", "gamesite", 3, 0.8, unless="gambletalk counter news", reach=12),
    ),
    contexts={"counter": GONE, "news": GONE, "negated": 1, "reported": 1},
    examples=(
        Example("slot gacor hari ini gampang maxwin, daftar di link bio", "id", True),
        Example("stop judi online, banyak keluarga hancur", "id", False),
    ),
)
