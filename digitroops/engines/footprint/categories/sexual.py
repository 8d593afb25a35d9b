"""Sexual content: pornography, offers, coarse talk of acts and bodies; not health, law, teaching, art or recipes."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_NO = "sexno health report news counter harmless vicetalk arttalk"
_TRADE = "sexno health news counter harmless vicetalk contest"
_PLAIN = "health news counter harmless vicetalk arttalk fiction contest"
_ALWAYS = {"negated": 0}

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
        "offer": {
            "id": "Mungkin menawarkan atau mencari layanan seksual: {words}.",
            "en": "May offer or look for sexual services: {words}.",
        },
        "shared": {
            "id": "Mungkin mencari atau membagikan pornografi: {words}.",
            "en": "May look for or share pornography: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("explicit", "sexual", 0, 0.8, unless="health arttalk wordtalk", reach=10),
        Rule("catcall", "catcall", 2, 0.7, unless="health sexno arttalk", reach=10),
        Rule(
            "talk",
            "sextalk ~1/neg yuk|sextalk",
            2,
            0.6,
            reason="explicit",
            unless="health report news",
            reach=10,
        ),
        Rule("act", "sexact", 3, 0.65, reason="explicit", unless="health news vicetalk"),
        *(
            Rule(key, pattern, 2, 0.6, reason="catcall", unless=_NO, reach=12)
            for key, pattern in (
                ("body", "bodypart|hotpart ~~10/neg|sexno leer"),
                ("body_after", "leer ~5/neg|sexno bodypart|hotpart"),
                ("body_of", "sexwho|weakgroup ~6/neg|sexno bodypart ~6/sexno leerweak|leer"),
                ("body_with", "bodypart ~3/neg|sexno sexwho|weakgroup ~~8/sexno leerweak|leer"),
                ("body_seen", "sexwho|weakgroup ~~8/neg|sexno leerweak|leer ~~5/sexno bodypart"),
                ("body_theirs", "bodypart ~4/neg|sexno leerweak ~~6/sexno sexwho"),
                ("hot", "hotpart ~2/neg|sexno leerweak"),
                ("hot_after", "leerweak ~1/neg|sexno hotpart"),
                ("hot_owned", "hotpart ~1/neg|sexno sexwho|weakgroup|title|ownboss"),
                ("kissed", "kissact ~3/neg|sexno sexwho|weakgroup"),
                ("peeked", "peek ~2/neg|sexno underwear"),
                ("leer_after", "leer ~~5/neg|sexno sexwho|weakgroup"),
                ("leer_at", "sexwho|weakgroup ~~8/neg|sexno leer"),
                ("sexy", "sexwho|weakgroup ~1/neg|sexno sexyword"),
                ("sexy_one", "sexyword ~1/neg|sexno sexwho|weakgroup"),
                ("whistle", "whistle ~~6/neg sexwho|weakgroup|bodypart"),
                ("whistle_after", "sexwho|weakgroup ~~4/neg whistle"),
                ("aroused", "sexwho|weakgroup|see ~~10/sexno arousal"),
                ("arousing", "arousal ~~6/sexno sexwho|weakgroup|hotpart"),
            )
        ),
        *(
            Rule(key, pattern, 3, 0.65, reason="explicit", unless=f"{_NO} bedno", reach=6)
            for key, pattern in (
                ("bedded", "bedverb ~2/neg|bedno sexwho"),
                ("used", "sexwho|weakgroup ~~8/neg|bedno relish|will ~2/neg|bedno bedverb|bedmild"),
                ("bed_skill", "bedroom ~~3/neg bedskill"),
                ("undressed", "askpic ~4/neg|sexno undress"),
            )
        ),
        *(
            Rule(key, pattern, 3, 0.65, reason="offer", unless=_TRADE, reach=12)
            for key, pattern in (
                ("offered", "sexwho|weakgroup ~~8/neg sexhot|sexdeal ~~10 sexhot"),
                ("offered_hot", "sexhot ~~10/neg price|pricetalk|offer|number|sexdeal|sexhot"),
                ("asked", "offer|price|pricetalk ~~8/neg sexhot"),
                ("bed_paid", "bedverb ~~8/neg|bedno price|pricetalk"),
                ("company", "weakgroup|sexwhohot ~~4/neg accompany ~~8/neg price|pricetalk"),
                ("listed", "sexwhohot ~~8/neg offer|price|number|sexdeal"),
                ("rounds", "sexround ~~6/neg sexcue"),
                ("invited", "sexinvite ~~6/neg|bedno sexseek|sexhot"),
                ("wanted", "will ~2/neg|bedno sexinvite ~2/bedno sexwho"),
                ("inviting", "sexseek ~~6/neg|bedno sexinvite"),
                ("boasted", "mine|bedsize ?me|leerjoke number ~1 cmword ~~8 sexwho|weakgroup"),
                ("massage", "massage ~~4 plusplus"),
                ("massage_after", "plusplus ~~3 massage"),
            )
        ),
        Rule("massage_named", "massagehot", 3, 0.7, reason="offer", unless="news counter harmless report"),
        *(
            Rule(key, pattern, 3, 0.6, reason="explicit", unless=_PLAIN, reach=10, contexts=_ALWAYS)
            for key, pattern in (
                ("boasted_act", "sextalk|sexact|bedverb|lewdmutual ~~7/neg sexplace|sexround|lewdmutual"),
                ("boasted_rounds", "sexcue|checkin ~~6/neg sexround"),
                ("mouthed", "lewdverb ~2/neg mine|sexwho|weakgroup|hotpart"),
                ("bulging", "hotpart ~~8/neg arousal"),
                ("posed", "poseword ~~5 sexpose"),
                ("moved", "sexwho|weakgroup|me ~~8/neg bedmove ~~6 bedding"),
                ("compared", "sexcue|sexwho ~~4/neg bedroom ~~6 bedsize|bedskill"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.6, reason="explicit", unless=_NO, reach=10, contexts=_ALWAYS)
            for key, pattern in (
                ("unworn", "underwear ~~6/sexno neg carry"),
                ("not_worn", "neg carry underwear"),
            )
        ),
        *(
            Rule(key, pattern, 2, 0.65, reason="offer", unless=f"{_TRADE} fiction", reach=12)
            for key, pattern in (
                ("sugar", "sugar ~~10/neg sugarseek"),
                ("sugar_after", "sugarseek ~~8/neg sugar"),
            )
        ),
        *(
            Rule(key, pattern, 3, 0.65, reason="shared", unless="health news counter vicetalk", reach=12)
            for key, pattern in (
                ("porn", "pornthing ~~8/neg pornword"),
                ("porn_after", "pornword ~3/neg pornthing"),
                ("stripped", "pornthing ~~4/neg undress"),
                ("sold_private", "offer ~1/neg pornthing ~2/neg sexcue"),
                ("naked_paid", "nakedword ~~6/neg price"),
                ("asked_picture", "askpic ~3/neg hotpart|pornword|nakedword"),
                ("worn_sold", "underwear ~1 usedword"),
                ("porn_paid", "pornword ~~8/neg price|pricetalk"),
                ("porn_price", "price|offer ~~6/neg pornword"),
                ("porn_of", "pornthing ~2/neg sexwho|weakgroup ~~6 bodypart|leer|undress"),
            )
        ),
    ),
    contexts={"news": GONE, "counter": GONE, "lyric": 1, "negated": 1, "reported": 1, "joke": 1},
    examples=(
        Example("ready open bo malam ini, dm aja", "id", True),
        Example("pemeriksaan payudara sendiri membantu deteksi dini kanker", "id", False),
        Example("body mbak kasir montok, pengen diremes", "id", True),
        Example("remas dada ayam dengan garam, diamkan sebentar", "id", False),
        Example("her ass in that tight skirt, i could spank it", "en", True),
        Example("bokonge mbake semok tenan", "jv", True),
        Example("aya link video cawokah teu", "su", True),
    ),
)
