"""Employer: criticism or insult of the employer, its people or competitors; names come from PR's terms."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="employer",
    titles={
        "id": "Kritik terhadap perusahaan atau pesaing",
        "en": "Criticism of the employer or a competitor",
    },
    reasons={
        "workplace": {
            "id": "Mungkin mengeluhkan tempat kerja atau atasan: {words}.",
            "en": "May complain of the workplace or a superior: {words}.",
        },
        "named": {
            "id": "Kritik di samping nama yang ditetapkan tim: {words}.",
            "en": "Criticism beside a name the team listed: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("workplace", "workplace ~3/neg|comma|praise workgripe", 2, 0.65, unless="news", reach=10),
        Rule(
            "workplace_first",
            "workgripe ~2/neg|comma workplace",
            2,
            0.65,
            reason="workplace",
            unless="news",
            reach=10,
        ),
        Rule("named", "employername ~4/neg abuse|animal|workgripe|accuse|negattr", 2, 0.8),
        Rule(
            "named_first", "abuse|animal|workgripe|accuse|emote ~4/neg employername", 2, 0.8, reason="named"
        ),
    ),
    contexts={"negated": GONE, "news": GONE, "reported": 1, "joke": 1, "counter": 1},
    examples=(
        Example("bosku goblok banget, kantor toxic", "id", True),
        Example("kantor kami mengadakan donor darah", "id", False),
    ),
)
