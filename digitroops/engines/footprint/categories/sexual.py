"""Sexual content: pornography, offers, coarse talk of acts; not health, law or teaching."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="sexual",
    titles={"id": "Konten seksual", "en": "Sexual content"},
    reasons={
        "explicit": {
            "id": "Memuat kata yang mungkin bersifat seksual: {words}.",
            "en": "Contains words that may be sexual: {words}.",
        },
        "catcall": {
            "id": "Mungkin mengomentari tubuh seseorang: {words}.",
            "en": "May comment on somebody's body: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("explicit", "sexual", 0, 0.8, unless="health", reach=10),
        Rule("catcall", "catcall", 2, 0.7, unless="health", reach=10),
        Rule(
            "talk",
            "sextalk ~1/neg yuk|sextalk",
            2,
            0.6,
            reason="explicit",
            unless="health report news",
            reach=10,
        ),
    ),
    contexts={"news": GONE, "counter": GONE, "lyric": 1, "negated": 1, "reported": 1, "joke": 1},
    examples=(
        Example("ready open bo malam ini, dm aja", "id", True),
        Example("pemeriksaan payudara sendiri membantu deteksi dini kanker", "id", False),
    ),
)
