"""Gambling: promotion of online gambling (judol), togel, bets and games for money, site names, boasts of winnings."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_NO = "gambletalk gambleregret counter news harmless"
_BIRDS = f"{_NO} birdtalk"
_TABLE = f"{_NO} jokestake"
_OLD = "gambletalk counter news harmless birdtalk jokestake"
_NEVER = {"negated": GONE}

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
        "togel": {
            "id": "Mungkin menyebut taruhan angka (togel): {words}.",
            "en": "May speak of betting on drawn numbers (togel): {words}.",
        },
        "stakes": {
            "id": "Mungkin mengajak bertaruh uang: {words}.",
            "en": "May invite to bet money: {words}.",
        },
        "winnings": {
            "id": "Mungkin memamerkan atau menjanjikan kemenangan judi: {words}.",
            "en": "May show off or promise gambling wins: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        *(
            Rule(key, pattern, 3, confidence, reason="promotion", unless=_OLD, reach=12)
            for key, pattern, confidence in (
                ("promoted", "promo ~6/neg gamble", 0.75),
                ("promoting", "gamble ~6/neg promo|link|gamble", 0.75),
                ("slot", "gamblesoft ~2/neg gamble|gamesite", 0.75),
                ("slot_link", "promo ~2/neg gamblesoft ~4/neg promo|link", 0.7),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="winnings", unless=f"{_NO} slotno", reach=12)
            for key, pattern in (
                ("slot_money", "gamblesoft ~~8/neg|slotno price|gainword|slotwin"),
                ("slot_found", "link ~1/neg gamblesoft"),
                ("slot_won", "price|gainword ~~6/neg|slotno gamblesoft"),
            )
        ),
        Rule("promo_code", "gamble ~~10/neg adcue", 3, 0.65, reason="promotion", unless=_OLD, reach=12),
        Rule("site", "gamesite", 3, 0.8, unless="gambletalk counter news", reach=12),
        *(
            Rule(key, pattern, 3, 0.65, reason="promotion", unless=_BIRDS, reach=14)
            for key, pattern in (
                ("place", "gambleplace ~~10/neg|birdtalk hardgamble"),
                ("place_after", "hardgamble ~~10/neg|birdtalk gambleplace"),
                ("referred", "slotref ~~10/neg gamblesoft"),
                ("referring", "gamblesoft ~~10/neg slotref"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="winnings", unless=_BIRDS, reach=14)
            for key, pattern in (
                ("game", "slotgame ~~12/neg slotwin"),
                ("game_after", "slotwin ~~12/neg slotgame"),
                ("won", "hardgamble ~~10/birdtalk price|gainword|slotwin"),
                ("won_after", "price ~~6/neg|birdtalk hardgamble"),
                ("spun", "spinword ~~6/neg spincue"),
                ("spinning", "spincue ~~4/neg spinword"),
                ("generous", "siteword ~~4 generous"),
                ("dropped", "scatterword ~1/neg dropped"),
                ("chips", "chipword ~~8/neg chipunit"),
                ("jackpot", "winword ~2/neg price"),
                ("coded_game", "hardgamble|gamble ~~12/neg gamblecoded"),
                ("coded_first", "gamblecoded ~~8/neg hardgamble|gamble"),
                ("coded", "gamblecoded ~~12/neg price|slotwin|gambleplace|offer|link|promo"),
                ("coded_after", "price|slotwin|gambleplace|offer|promo ~~12/neg gamblecoded"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.55, reason="winnings", unless=f"{_NO} topupno", reach=14)
            for key, pattern in (
                ("grows", "topup ~2/neg price ~~6/neg price"),
                ("gains", "topup ~~6/neg gainword"),
                ("recruits", "refword ~~8/neg topup"),
                ("recruited", "topup ~~8/neg refword"),
                ("doubles", "topup ~1/neg number|price|adgain ~2/neg have|born ~2/neg number|price"),
            )
        ),
        *(
            Rule(key, pattern, 3, 0.65, reason="togel", unless=_NO, reach=14, contexts=_NEVER)
            for key, pattern in (
                ("togel", "togelterm ~~10/neg number|togelact|togelplace|offer|promo|invite|price"),
                ("togel_after", "number|togelact|togelplace|offer|promo|invite ~~8/neg togelterm"),
                ("togel_draw", "togelplace ~3/neg togelact ~2/neg number"),
                ("togel_hit", "togelact ~1/neg number ~1/neg togelact ~2/neg togelplace"),
                ("togel_digits", "togelact|putting ~1/neg togeldigit ~1 togeldigit"),
                ("togel_heads", "togelhead number ~1 togelhead number"),
                ("togel_put", "putting ~2/neg|numno numword ~~8/neg|numno comesout"),
                ("togel_luck", "putting number ~~4/neg luck"),
                ("togel_bought", "numword ~~4/neg|numno if struck"),
                ("togel_dreamt", "togeldigit ~1/neg struck"),
                ("togel_sign", "shioword ~2/neg comesout ~~8 guess|luck|price"),
                ("togel_pick", "togelact ~4/neg togelplace ~6/neg togelact"),
            )
        ),
        *(
            Rule(
                key,
                pattern,
                3,
                0.65,
                reason="stakes",
                unless="counter news harmless jokestake",
                contexts=_NEVER,
            )
            for key, pattern in (
                ("real_money", "cardgame ~~8 realmoney"),
                ("money_real", "realmoney ~~6 cardgame"),
            )
        ),
        Rule(
            "took_home",
            "cardgame|hardgamble ~~8/neg|jokestake|vicetalk takehome ~2 number|price|thing",
            3,
            0.6,
            reason="winnings",
            unless=f"{_TABLE} vicetalk",
        ),
        Rule(
            "togel_kept",
            "putting ~1/neg numword ~2/numno togelplace",
            3,
            0.65,
            reason="togel",
            unless="gambletalk counter news harmless numno",
        ),
        Rule(
            "moved_link",
            "altlink ~~12 adorder|adcall|contactword ~~10 topup|gamblesoft|slotwin",
            3,
            0.65,
            reason="promotion",
            contexts={"counter": 0, "news": 0},
        ),
        *(
            Rule(key, pattern, 3, 0.65, reason="stakes", unless=_TABLE, reach=14, contexts=_NEVER)
            for key, pattern in (
                ("stakes", "cardgame ~~10/neg|jokestake stake|price"),
                ("stakes_after", "stake ~~8/neg|jokestake cardgame"),
                ("laid", "laymoney price ~2 betpart"),
                ("bookmaker", "bookmaker ~~6/neg|jokestake bookpay"),
                ("bets", "betterm ~~12/neg|jokestake price|betpart"),
                ("bets_after", "price|betpart ~~8/neg|jokestake betterm"),
            )
        ),
    ),
    contexts={"counter": GONE, "news": GONE, "negated": 1, "reported": 1},
    examples=(
        Example("slot gacor hari ini gampang maxwin, daftar di link bio", "id", True),
        Example("stop judi online, banyak keluarga hancur", "id", False),
        Example("remi malam ini di pos, taruhan sepuluh ribu sekali putar", "id", True),
        Example("kenari saya gacor, yang mau anakannya silakan tanya", "id", False),
        Example("my betslip won 300 bucks, dm me for tips", "en", True),
        Example("totohan bal-balan yuk, menang tak bayar satus ewu", "jv", True),
        Example("masang nomer ka kuring, kaluar langsung dibayar", "su", True),
    ),
)
