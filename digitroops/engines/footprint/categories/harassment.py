"""Harassment: accusing, ridiculing or hounding a named person (a theme of the defamation rules of UU ITE).

Four families: calls on a crowd, accusations of a name or an office, rumours and ridicule, pursuit without end.
"""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

# What makes a call on a crowd fair: against fakes and gambling, for a good cause or a sale.
FAIR = "decoy criticism counter"

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
        "rumour": {
            "id": "Mungkin menyebarkan kabar miring tentang seseorang: {words}.",
            "en": "May spread a rumour about a person: {words}.",
        },
        "ridicule": {
            "id": "Mungkin mempermalukan seseorang yang disebut namanya: {words}.",
            "en": "May ridicule a person who is named: {words}.",
        },
        "hounding": {
            "id": "Mungkin mengejar atau mengganggu seseorang terus-menerus: {words}.",
            "en": "May pursue or pester a person without end: {words}.",
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
        Rule(
            "mob_target",
            "crowd ~5/me mobact ~4 acct|mention|title|bureau",
            3,
            0.75,
            reason="mob",
            unless=FAIR,
        ),
        Rule("mob_ruin", "mobact ~~8 downfall", 2, 0.65, reason="mob", unless=f"{FAIR} me"),
        Rule(
            "mob_named_ruin",
            "mobact ~4 mention|title|acct|bureau ~~10 downfall",
            3,
            0.75,
            reason="mob",
            unless=FAIR,
        ),
        Rule(
            "make_viral",
            "title|bureau|mention ~~8 accuse|namewrong|scandal|tukangwrong|bodybad ~~14 viralv",
            3,
            0.7,
            reason="mob",
            unless="decoy",
        ),
        Rule(
            "mocked_viral",
            "title ?insultadj word|unknown ~4 mocked ~~12 viralv|leakverb",
            2,
            0.65,
            reason="ridicule",
        ),
        Rule(
            "shamed_viral",
            "title insultadj word|unknown ~~14 viralv|leakverb",
            2,
            0.65,
            reason="ridicule",
            unless="pet food",
        ),
        Rule(
            "den",
            "bureau ~5/neg|report denof ~2/neg accuse|wrongdo|abuse",
            2,
            0.65,
            reason="accusation",
            unless="criticism",
        ),
        Rule(
            "den_trade", "bureau ~4/neg|report tukangwrong", 2, 0.7, reason="accusation", contexts={"news": 0}
        ),
        Rule(
            "surely",
            "title word|unknown ~6/neg|report|news|victim surely ?emph|just|all namewrong|wrongdo|accuse",
            3,
            0.7,
            reason="accusation",
            unless="news",
            reach=4,
        ),
        Rule(
            "surely_office",
            "bureau ~~8/neg|report|news|victim surely ?emph|just wrongdo",
            3,
            0.65,
            reason="accusation",
            unless="criticism",
        ),
        Rule(
            "rumour",
            "hedge ~3/neg title|mention ~8/neg scandal|wrongdo|tukangwrong",
            3,
            0.7,
            unless="news counter",
        ),
        Rule(
            "rumour_soft",
            "hedge ~1/neg title|mention ?word|unknown ~3/neg|health scandalsoft",
            2,
            0.55,
            reason="rumour",
            unless="news counter health",
        ),
        Rule(
            "rumour_after",
            "title|mention ~6/neg scandal|wrongdo ~~6 hedge",
            2,
            0.65,
            reason="rumour",
            unless="news counter",
        ),
        Rule(
            "gossip",
            "title word|unknown ~3/neg|report|news|victim scandal",
            2,
            0.6,
            reason="rumour",
            unless="news counter",
        ),
        Rule(
            "gossip_account",
            "mention ~4/neg|report|news|victim scandal",
            2,
            0.6,
            reason="rumour",
            unless="news counter",
        ),
        Rule("slander", "hedge ~6/neg slander", 2, 0.65, reason="rumour", unless="news counter"),
        Rule(
            "slander_named",
            "unknown|title|mention ~5/neg|report slander",
            2,
            0.6,
            reason="rumour",
            unless="news counter",
        ),
        Rule(
            "body",
            "title word|unknown ~3/neg bodybad",
            2,
            0.65,
            reason="ridicule",
            unless="pet food health me",
        ),
        Rule(
            "body_account", "mention ~3/neg bodybad", 2, 0.65, reason="ridicule", unless="pet food health me"
        ),
        Rule("no_peace", "neg ~3 letv ~5 hounded", 3, 0.7, reason="hounding", unless="counter"),
        Rule(
            "evading", "blocked ~~8 newacct ~~10 stalkv", 3, 0.75, reason="hounding", unless="decoy counter"
        ),
        Rule(
            "ceaseless",
            "ceaseless ~3 before ~1 you|they|mention|title ~3 apology|downfall",
            3,
            0.75,
            reason="hounding",
        ),
        Rule("ceaseless_tags", "tagv ~2 mention ~~8 ceaseless", 2, 0.65, reason="hounding"),
        Rule(
            "shun",
            "scandal|wrongdo|accuse|healthfact|bodybad ~~14 shunned",
            2,
            0.65,
            reason="rumour",
            unless="counter",
        ),
        Rule(
            "shun_act",
            "scandal|wrongdo|accuse|healthfact ~~12 neg ~4 shunact ?with they|title|mention",
            2,
            0.65,
            reason="rumour",
            unless="counter",
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
