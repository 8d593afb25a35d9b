"""Hate: attacks on people for their religion, ethnicity, race, gender, orientation, disability or origin."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_CLEAR = {
    "negated": GONE,
    "counter": GONE,
    "quoted": GONE,
    "attributed": GONE,
    "reported": 1,
    "news": 2,
    "lyric": 1,
    "joke": 1,
}
_STATED = {**_CLEAR, "negated": 0}

CATEGORY = Category(
    name="hate",
    titles={"id": "Kebencian atau serangan terhadap kelompok", "en": "Hate or attack on a group"},
    reasons={
        "slur": {
            "id": "Sebutan yang mungkin merendahkan satu kelompok: {words}.",
            "en": "A name that may belittle a group: {words}.",
        },
        "hatred": {
            "id": "Mungkin menyatakan kebencian kepada satu kelompok: {words}.",
            "en": "May express hatred of a group: {words}.",
        },
        "derogation": {
            "id": "Mungkin merendahkan seluruh kelompok: {words}.",
            "en": "May degrade a whole group: {words}.",
        },
        "harm": {
            "id": "Mungkin menyerukan kekerasan atau pengusiran terhadap kelompok: {words}.",
            "en": "May call for violence against a group or for its removal: {words}.",
        },
        "rights": {
            "id": "Mungkin menyangkal hak atau kemanusiaan satu kelompok: {words}.",
            "en": "May deny the rights or the humanity of a group: {words}.",
        },
        "profanity": {
            "id": "Makian di samping nama kelompok: {words}.",
            "en": "Abuse beside the name of a group: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("slur", "slur", 3, 0.8, unless="reclaim homonym", reach=16, contexts={"self": 2, "negated": 0}),
        Rule("camp", "camp", 2, 0.7, reason="slur", unless="zoo", contexts={"negated": 0}),
        Rule("infidel", "infidel", 3, 0.7, reason="slur", unless="relig news", reach=10),
        Rule("infidel_said", "you|direct|target|group ~2/neg infidel", 3, 0.75, reason="slur"),
        Rule("hatred", "emote ~4/thing|neg|individual <!thing group|slur !thing", 3, 0.85),
        Rule(
            "hatred_weak",
            "emote ~2/thing|neg|individual weakgroup !thing|demon|individual",
            3,
            0.7,
            reason="hatred",
        ),
        Rule("hatred_them", "group|weakgroup ~~8 emote ~1 they", 3, 0.7, reason="hatred", contexts=_CLEAR),
        Rule("attribute", "group ~5/neg|thing|comma|praise negattr", 3, 0.75, reason="derogation"),
        Rule("attribute_all", "all weakgroup ~3/neg|thing|comma negattr", 3, 0.75, reason="derogation"),
        Rule("attribute_weak", "weakgroup ~1/neg|thing|demon negattr", 2, 0.6, reason="derogation"),
        Rule(
            "attribute_first",
            "negattr|dehum ~1/thing|neg|individual group !thing",
            2,
            0.6,
            reason="derogation",
        ),
        Rule("dehuman", "group ~5/neg|thing dehum", 4, 0.85, reason="derogation"),
        Rule("dehuman_weak", "weakgroup ~3/neg|thing|demon dehum", 4, 0.8, reason="derogation"),
        Rule("you_group", "group|weakgroup ~~2 you ~1/neg negattr|dehum", 3, 0.7, reason="derogation"),
        Rule("deserves", "group|weakgroup ~5/neg deserves", 3, 0.8, reason="rights", contexts=_CLEAR),
        Rule(
            "deserves_first",
            "deserves ~2/thing|neg|comma group|weakgroup",
            3,
            0.75,
            reason="rights",
            contexts=_CLEAR,
        ),
        Rule("why_not", "why ~2 group|weakgroup ~1 neg ~1 harm|expel|deathwish", 4, 0.8, reason="harm"),
        Rule(
            "attribute_them",
            "group|weakgroup ~~8 they ~3/neg|thing negattr|dehum",
            3,
            0.7,
            reason="derogation",
        ),
        Rule("harm", "harm ~3/thing|neg|they|individual group|slur !thing", 4, 0.8),
        Rule("harm_weak", "harm ~1/thing|neg|individual weakgroup !thing|demon", 3, 0.6, reason="harm"),
        Rule(
            "harm_call",
            "group|weakgroup|slur ~3/neg should ~3/neg harm|expel|deathwish",
            4,
            0.85,
            reason="harm",
        ),
        Rule("harm_passive", "group|slur ~2/neg|thing harm|expel", 3, 0.6, reason="harm"),
        Rule("harm_them", "group|weakgroup ~~10 should ~2/neg harm|expel ~1 they", 4, 0.8, reason="harm"),
        Rule(
            "harm_them_passive",
            "group|weakgroup ~~6 they ~2/neg should ~2/neg harm|expel|deathwish",
            4,
            0.8,
            reason="harm",
        ),
        Rule("harm_them_me", "group|weakgroup ~~10 me ~3/neg harm ~1 they", 4, 0.75, reason="harm"),
        Rule("harm_they_are", "harm ~1 they ~~2 they ~3/neg group|weakgroup", 3, 0.7, reason="harm"),
        Rule(
            "they_are",
            "they ~3/neg negattr|dehum ~~2 they ~3/neg group|weakgroup",
            3,
            0.7,
            reason="derogation",
        ),
        Rule("belittled", "belittle ~5/neg group|weakgroup !thing", 3, 0.7, reason="derogation"),
        Rule("expel", "expel ~3/thing|neg group|slur !thing", 4, 0.8, reason="harm"),
        Rule("wish", "should ~2/neg group|weakgroup|they ~2/neg deathwish|harm", 4, 0.75, reason="harm"),
        Rule("wish_first", "deathwish|should ~1 deathwish ~1 group|slur", 3, 0.7, reason="harm"),
        Rule("rights", "group|weakgroup ~5/comma norights", 3, 0.8, contexts=_STATED, unless="harm", reach=4),
        Rule(
            "rights_first",
            "norights ~3/thing group|weakgroup|slur",
            3,
            0.75,
            reason="rights",
            contexts=_STATED,
        ),
        Rule(
            "rights_them", "group|weakgroup ~~6 they ~2 norights", 3, 0.75, reason="rights", contexts=_STATED
        ),
        Rule("profanity", "abuse|animal ~1/thing|neg|you group !thing", 3, 0.8, unless="pet food", reach=4),
        Rule(
            "profanity_after",
            "group ~2/thing|neg|comma abuse|animal",
            3,
            0.8,
            reason="profanity",
            unless="pet food",
            reach=4,
        ),
    ),
    contexts=_CLEAR,
    examples=(
        Example("usir semua orang cina dari sini", "id", True),
        Example("jangan bilang semua orang cina pelit, itu rasis", "id", False),
        Example("aku benci makanan cina yang terlalu asin", "id", False),
    ),
)
