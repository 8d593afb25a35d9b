"""Substances: promotion or showing off of drugs, alcohol and tobacco; not warnings, news or medicine."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_NO = "substance_no news health relig counter"

CATEGORY = Category(
    name="substances",
    titles={"id": "Promosi narkoba, alkohol, tembakau", "en": "Drugs, alcohol, tobacco promotion"},
    reasons={
        "drug": {
            "id": "Mungkin menyebut pemakaian atau penjualan narkoba: {words}.",
            "en": "May speak of using or selling drugs: {words}.",
        },
        "alcohol": {
            "id": "Mungkin mempromosikan minuman beralkohol: {words}.",
            "en": "May promote alcoholic drinks: {words}.",
        },
        "tobacco": {
            "id": "Mungkin mempromosikan rokok atau vape: {words}.",
            "en": "May promote cigarettes or vaping: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("drug_act", "substance_act ~4/neg drug", 4, 0.75, reason="drug", unless=_NO, reach=10),
        Rule("drug_after", "drug ~4/neg substance_act", 4, 0.75, reason="drug", unless=_NO, reach=10),
        Rule("drug_me", "me ~2/neg drug", 3, 0.65, reason="drug", unless=_NO, reach=10),
        Rule("alcohol_act", "substance_act ~3/neg alcohol", 2, 0.65, reason="alcohol", unless=_NO, reach=10),
        Rule(
            "alcohol_after",
            "alcohol ~3/neg substance_act|drunk",
            2,
            0.65,
            reason="alcohol",
            unless=_NO,
            reach=10,
        ),
        Rule("drunk", "drunk ~4/neg alcohol|party|yuk", 2, 0.7, reason="alcohol", unless=_NO, reach=10),
        Rule("tobacco_act", "substance_act ~3/neg tobacco", 2, 0.65, reason="tobacco", unless=_NO, reach=10),
        Rule("tobacco_after", "tobacco ~4/neg substance_act", 2, 0.6, reason="tobacco", unless=_NO, reach=10),
    ),
    contexts={"negated": GONE, "counter": GONE, "news": GONE, "joke": 1, "lyric": 1, "reported": 1},
    examples=(
        Example("ready vape liquid murah, yuk order", "id", True),
        Example("kampanye kawasan tanpa rokok di kantor kami", "id", False),
    ),
)
