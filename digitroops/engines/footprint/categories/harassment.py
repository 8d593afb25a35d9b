"""Harassment: accusing or hounding a named person (a theme of the defamation rules of UU ITE)."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="harassment",
    titles={"id": "Perundungan atau risiko pencemaran nama", "en": "Harassment or defamation risk"},
    reasons={
        "accusation": {
            "id": "Mungkin menuduh seseorang yang disebut namanya: {words}.",
            "en": "May accuse a person who is named: {words}.",
        },
        "insult": {
            "id": "Makian yang mungkin ditujukan kepada akun atau nama: {words}.",
            "en": "Abuse that may be aimed at an account or a name: {words}.",
        },
        "smear": {
            "id": "Sebutan yang mungkin merendahkan tokoh, lembaga, atau pendukungnya: {words}.",
            "en": "A name that may run down a public person, a body or its followers: {words}.",
        },
        "call": {
            "id": "Mungkin menyerukan agar seorang tokoh atau lembaga dijatuhkan atau dihukum: {words}.",
            "en": "May call for a public person or body to be brought down or punished: {words}.",
        },
        "mob": {
            "id": "Mungkin mengajak orang menyerang seseorang: {words}.",
            "en": "May call on people to hound somebody: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("mob", "mob", 3, 0.8),
        Rule("smear", "smear", 2, 0.7),
        Rule("call", "<!news|neg lower ~1/neg|news target|office|camp", 2, 0.6, unless="news", reach=6),
        Rule(
            "call_passive",
            "target|office|camp|title ~6/neg should ~2/neg lowered|harm",
            2,
            0.65,
            reason="call",
            unless="news",
            reach=6,
        ),
        Rule("call_last", "target|office ~2/neg|news lower $", 2, 0.6, reason="call", unless="news", reach=6),
        Rule(
            "office_vile",
            "office ~2/neg|comma abuse|animal",
            2,
            0.65,
            reason="smear",
            unless="pet food",
            reach=4,
        ),
        Rule(
            "office_vile_first",
            "abuse|animal ~2/neg|comma target|office",
            2,
            0.65,
            reason="smear",
            unless="pet food me",
            reach=3,
        ),
        Rule("accused", "title word|unknown ~3/neg|comma accuse", 3, 0.7, reason="accusation"),
        Rule("accused_account", "mention ~3/neg accuse", 3, 0.75, reason="accusation"),
        Rule("accused_direct", "direct|you ~1/neg accuse", 2, 0.6, reason="accusation"),
        Rule("accusing", "accuse ~1/neg mention|title unknown|mention", 2, 0.6, reason="accusation"),
        Rule("insult", "mention ~2/neg abuse|animal", 2, 0.7, unless="pet food joke friend mild", reach=12),
        Rule(
            "insult_name",
            "title unknown ~2/neg|comma abuse|animal",
            2,
            0.7,
            reason="insult",
            unless="pet food joke friend mild",
        ),
        Rule(
            "public", "target ~2/neg|comma vile", 2, 0.65, reason="accusation", unless="news health", reach=4
        ),
        Rule(
            "public_first",
            "vile ~1/neg|comma target",
            2,
            0.6,
            reason="accusation",
            unless="news health",
            reach=4,
        ),
    ),
    contexts={
        "news": GONE,
        "negated": GONE,
        "counter": GONE,
        "reported": 1,
        "quoted": 1,
        "joke": 1,
        "friend": 1,
    },
    examples=(
        Example("Pak Suryono itu koruptor, uang warga dimakan", "id", True),
        Example("KPK menetapkan tersangka korupsi, kata juru bicara", "id", False),
    ),
)
