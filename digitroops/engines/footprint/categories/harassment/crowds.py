"""Calls on a crowd to attack, ruin, report or expose somebody."""

from digitroops.engines.footprint.rules import Rule

# What makes a call on a crowd fair: against fakes and gambling, for a good cause or a sale.
FAIR = "decoy criticism counter"

RULES = (
    Rule("mob", "mob", 3, 0.8),
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
    Rule("crowd_ruin", "crowd ~~6/me make ~4 downfall", 2, 0.65, reason="mob", unless=FAIR),
    Rule("make_ruin", "make ~1 existing|mention|title|they ~2 downfall", 2, 0.6, reason="mob", unless=FAIR),
    Rule("crowd_ousted", "crowd ~3 mention|word|unknown ousted", 3, 0.65, reason="mob", unless=FAIR),
    Rule(
        "flood_ugly",
        "viralv|mobact ~3 acct|mention ~5 downfall|dehum|abuse",
        2,
        0.65,
        reason="mob",
        unless=FAIR,
    ),
    Rule(
        "viral_claim",
        "badclaim|namewrong|scandal ~~12 viralv",
        2,
        0.6,
        reason="mob",
        unless=f"{FAIR} news",
    ),
    Rule(
        "viral_then",
        "viralv ~~6/me title|role|mention ~6/neg|report badclaim|namewrong|scandal",
        3,
        0.65,
        reason="mob",
        unless=f"{FAIR} news",
    ),
    Rule(
        "address_mob",
        "addressnoun ~2 title|mention ~~10 gather|crowd|lesson|downfall",
        2,
        0.6,
        reason="mob",
        unless=FAIR,
    ),
    Rule("flood", "crowd ~5/me mobact ~5 mobact", 3, 0.65, reason="mob", unless=FAIR),
    Rule("crowd_named_ruin", "crowd ~6 mention ~3 downfall", 3, 0.65, reason="mob", unless=FAIR),
    Rule(
        "viral_name",
        "title|role word|unknown ~~16 viralstrict",
        2,
        0.5,
        reason="mob",
        unless="decoy praise victim me",
    ),
    Rule("petition", "petition ~2 lower|expel", 2, 0.6, reason="call"),
    Rule("address_visit", "addressnoun ~~6 me ~1 comefor", 3, 0.65, reason="mob", unless="wholesome visit"),
    Rule(
        "mob_named", "make ~5/me mobact ~4 title|mention|givenname|acct", 2, 0.65, reason="mob", unless=FAIR
    ),
    Rule(
        "mob_we",
        "title|mention|givenname|they ~2 me mobact",
        2,
        0.65,
        reason="mob",
        unless=f"{FAIR} victim",
        contexts={"negated": 0},
    ),
    Rule(
        "fake_order",
        "fakeorder ~3 addressnoun|acct|title|mention|givenname|they",
        3,
        0.7,
        reason="mob",
        unless=FAIR,
    ),
)
