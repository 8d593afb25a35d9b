"""Substances: promotion or showing off of drugs, alcohol and tobacco; not warnings, news or medicine."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_NO = "substance_no news health relig counter vicetalk cookery"
_DRUG = "substance_no vicetalk fiction news health counter harmless cookery"
_PAPER = "vicetalk news counter fiction"
_DRINK = "vicetalk fiction news health counter harmless alcoholfree venue"
_DRUNK = f"{_DRINK} travelsick"
_SMOKE = "smokeno vicetalk fiction news health counter harmless venue"

CATEGORY = Category(
    name="substances",
    titles={"id": "Promosi narkoba, alkohol, tembakau", "en": "Drugs, alcohol, tobacco promotion"},
    reasons={
        "drug": {
            "id": "Mungkin menyebut pemakaian atau penjualan narkoba: {words}.",
            "en": "May speak of using or selling drugs: {words}.",
        },
        "medicine": {
            "id": "Mungkin menawarkan obat keras tanpa resep: {words}.",
            "en": "May offer prescription drugs without a prescription: {words}.",
        },
        "alcohol": {
            "id": "Mungkin mempromosikan minuman beralkohol: {words}.",
            "en": "May promote alcoholic drinks: {words}.",
        },
        "drunk": {
            "id": "Mungkin memamerkan mabuk: {words}.",
            "en": "May show off being drunk: {words}.",
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
        Rule("drug_act", "substance_act ~4/neg|cookery drug", 4, 0.75, reason="drug", unless=_NO, reach=10),
        Rule(
            "drug_after",
            "drug ~4/neg|vicetalk|cookery substance_act",
            4,
            0.75,
            reason="drug",
            unless=_NO,
            reach=10,
        ),
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
        Rule(
            "tobacco_act", "substance_act ~3/neg tobacco", 2, 0.65, reason="tobacco", unless=f"{_NO} smokeno"
        ),
        Rule(
            "tobacco_after", "tobacco ~4/neg substance_act", 2, 0.6, reason="tobacco", unless=f"{_NO} smokeno"
        ),
        *(
            Rule(key, pattern, severity, 0.65, reason="drug", unless=_DRUG, reach=14)
            for key, pattern, severity in (
                ("drug_deal", "drug ~~10/neg|vicetalk|cookery offer|price|pricetalk|link", 4),
                ("drug_offered", "offer|price ~~8/neg|vicetalk|cookery drug", 4),
                (
                    "drug_taken",
                    "drug ~~12/neg|vicetalk|cookery tokeact|highness|triphint|relish|invite|brag",
                    3,
                ),
                ("drug_taking", "tokeact|highness|relish|invite ~~6/neg|vicetalk|cookery drug", 3),
                ("drug_use", "druguse", 3),
                ("drug_trip", "drugweak ~~5/neg triphint", 3),
                ("drug_tripping", "triphint ~~4/neg drugweak", 3),
                ("mixed", "pillword|harddrug ~~5/neg alcohol", 3),
                ("mixed_after", "alcohol ~~5/neg pillword|harddrug", 3),
                ("one_hit", "onehit ~~4/neg triphint|highness", 3),
                ("joint", "tokeverb ~3/neg jointword", 3),
                ("joint_after", "jointword ~4/neg highness", 3),
                ("growing", "growact ~2/neg drug", 3),
                ("who_has", "have|carry ~1/neg drug", 3),
                ("code_name", "have|carry|offer drugcode ~~6/neg invite|offer|price|batchword|highness", 2),
                ("too_many", "otcdrug ~~8/neg highness|triphint|overdo", 3),
            )
        ),
        Rule("tested", "drugtest ~~10 testtrick", 3, 0.65, reason="drug", unless="news counter fiction"),
        Rule("tricked", "testtrick ~~6 drugtest", 3, 0.65, reason="drug", unless="news counter fiction"),
        *(
            Rule(
                key,
                pattern,
                3,
                0.65,
                reason="drug",
                unless="news counter fiction health sexno harmless",
                reach=14,
            )
            for key, pattern in (
                ("craved", "dealerword ~~10/neg craving"),
                ("craving", "craving ~~8/neg dealerword"),
            )
        ),
        *(
            Rule(key, pattern, 4, 0.7, reason="medicine", unless=_PAPER, reach=14)
            for key, pattern in (
                ("no_paper", "pillword ~~8/neg nopaper ~~10 offer|price|pricetalk"),
                ("no_paper_offer", "offer|price ~~8/neg pillword ~~8/neg nopaper"),
                ("no_paper_drug", "drug ~~8/neg nopaper"),
                ("no_paper_first", "nopaper ~~8/neg drug|pillword ~~8 offer|price|pricetalk"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="alcohol", unless=_DRINK, reach=14)
            for key, pattern in (
                ("shown", "alcohol ~~8/neg|venue|alcoholfree brag|invite|relish|price"),
                ("showing", "brag|invite ~~6/neg|venue|alcoholfree alcohol"),
                ("night", "alcohol ~~8/neg|venue|alcoholfree nightlife"),
                ("night_out", "nightlife ~~8/neg|venue|alcoholfree alcohol"),
                ("praised", "relish ~~5/neg|venue|alcoholfree alcohol"),
                ("mixed_drink", "mixname ~~8/neg mixstuff"),
                ("filled", "vessel ~2/neg|alcoholfree alcohol"),
                ("filling", "alcohol ~2/neg|alcoholfree number|count ~1 vessel"),
                ("sold", "alcohol ~~8/neg|venue|alcoholfree offer|pricetalk"),
                ("selling", "offer|price ~~6/neg|venue|alcoholfree alcohol"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="drunk", unless=_DRUNK, reach=14)
            for key, pattern in (
                ("boozed", "<!you boozed ~~8/neg|you|travelsick|mention brag|invite|relish|alcohol"),
                ("boozing", "brag|invite|relish ~~6/neg|you|travelsick boozed"),
                (
                    "boozed_fun",
                    "<!you boozed ~3/neg|you|travelsick|mention blame|always|should",
                ),
                ("boozed_duty", "should|always ~3/neg|you boozed"),
                ("boozed_toast", "<!you boozed ~~10/you|travelsick toast"),
                ("boozed_work", "saidwork|teaching ~3/neg|you halfway boozed !travelsick"),
                ("boozed_at", "boozed ~1/neg halfway saidwork|teaching"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="tobacco", unless=_SMOKE, reach=14)
            for key, pattern in (
                ("smoke_sold", "tobacco ~~8/neg|smokeno|venue price|offer|pricetalk|invite"),
                ("smoke_selling", "price|offer|invite ~~6/neg|smokeno|venue tobacco"),
                ("smoke_praised", "tobacco ~~12/neg|smokeno|venue relish"),
                ("smoke_praising", "relish ~~5/neg|smokeno|venue tobacco"),
                ("vape", "vapeword ~~8/neg vapeword|tobacco ~~10 offer|price|pricetalk|relish|invite"),
                ("vape_offer", "offer|price ~~8/neg vapeword ~~6/neg vapeword|tobacco"),
            )
        ),
        *(
            Rule(key, pattern, 1, 0.55, reason="tobacco", unless=_SMOKE, reach=14, contexts={"negated": 0})
            for key, pattern in (
                ("smoke_shown", "tobacco ~~8/neg|smokeno|venue brag"),
                ("smoke_manly", "tobacco ~~3/smokeno neg ~2 manly"),
                ("smoke_man", "manly ~2/smokeno neg ~1 tobacco"),
                ("break", "smokebreak ~~8/neg|smokeno once|invite|brag|relish|joke"),
            )
        ),
        Rule(
            "dull",
            "without alcohol ~3/neg dull",
            2,
            0.6,
            reason="alcohol",
            unless=_DRINK,
            contexts={"negated": 0},
        ),
        Rule(
            "proper",
            "neg ~1 alcohol ~1 neg ~1 proper|manly",
            2,
            0.6,
            reason="alcohol",
            unless=_DRINK,
            contexts={"negated": 0},
        ),
        Rule(
            "minor",
            "minor ~~8/neg|smokeno vapeword|tobacco",
            3,
            0.6,
            reason="tobacco",
            unless=_SMOKE,
            reach=12,
        ),
        *(
            Rule(key, pattern, 3, 0.7, reason="tobacco", unless="vicetalk news counter", reach=14)
            for key, pattern in (
                ("untaxed", "contraband ~~12 offer|price|pricetalk|contactword"),
                ("untaxed_offer", "offer|price ~~10 contraband"),
            )
        ),
    ),
    contexts={"negated": GONE, "counter": GONE, "news": GONE, "joke": 1, "lyric": 1, "reported": 1},
    examples=(
        Example("ready vape liquid murah, yuk order", "id", True),
        Example("kampanye kawasan tanpa rokok di kantor kami", "id", False),
        Example("tramadol tanpa resep ready, 10 butir 50rb", "id", True),
        Example("makan shabu-shabu sekeluarga, kuahnya enak", "id", False),
        Example("rolled a joint before the meeting", "en", True),
        Example("adol pil koplo, sak papan selawe ewu", "jv", True),
        Example("peuting tadi mabok tuak nepi ka isuk", "su", True),
    ),
)
