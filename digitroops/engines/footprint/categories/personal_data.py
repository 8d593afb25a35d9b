"""Personal data of others: numbers, home, papers, pay and debt, health, a child's school, habits, private talk."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_CALLED = "called|givenname|individual"
_SOMEBODY = f"{_CALLED}|otherone"
_TRADE = "tradeplace"


def _rule(
    key: str, pattern: str, reason: str = "", severity: int = 3, unless: str = "innocentlife news"
) -> Rule:
    """Return a rule about a person, silent in good wishes, appeals, reports and advice."""
    return Rule(key, pattern, severity, 0.65, reason=reason, unless=unless, reach=14)


def _home(key: str, pattern: str) -> Rule:
    """Return a rule about where somebody lives, silent about shops, worship, parties and funerals."""
    return _rule(key, pattern, "address", unless=f"{_TRADE} news")


CATEGORY = Category(
    name="personal_data",
    titles={"id": "Data pribadi orang lain", "en": "Personal data of others"},
    reasons={
        "phone": {"id": "Memuat nomor telepon pribadi.", "en": "Contains a private phone number."},
        "email": {"id": "Memuat alamat surel pribadi.", "en": "Contains a private e-mail address."},
        "account": {"id": "Memuat nomor rekening.", "en": "Contains a bank account number."},
        "address": {
            "id": "Mungkin menyebut alamat seseorang: {words}.",
            "en": "May give somebody's address: {words}.",
        },
        "health": {
            "id": "Mungkin menyebut keadaan kesehatan seseorang: {words}.",
            "en": "May tell of somebody's health: {words}.",
        },
        "paper": {
            "id": "Mungkin memperlihatkan surat atau identitas seseorang: {words}.",
            "en": "May show somebody's papers or identity: {words}.",
        },
        "money": {
            "id": "Mungkin menyebut gaji atau utang seseorang: {words}.",
            "en": "May tell what somebody earns or owes: {words}.",
        },
        "child": {
            "id": "Mungkin menyebut sekolah atau jadwal anak orang lain: {words}.",
            "en": "May tell the school or hours of somebody's child: {words}.",
        },
        "habits": {
            "id": "Mungkin menyebut kebiasaan dan keberadaan seseorang: {words}.",
            "en": "May tell somebody's habits and whereabouts: {words}.",
        },
        "list": {
            "id": "Mungkin membagikan daftar orang dengan datanya: {words}.",
            "en": "May share a list of people with their data: {words}.",
        },
        "plate": {
            "id": "Mungkin menyebut nomor kendaraan seseorang: {words}.",
            "en": "May give the number plate of somebody's vehicle: {words}.",
        },
        "private": {
            "id": "Mungkin membagikan percakapan atau foto pribadi seseorang: {words}.",
            "en": "May share somebody's private conversation or pictures: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("address", "addressword ~6 number|ballotno", 3, 0.75),
        Rule("health", "theirs ~4/neg healthfact", 3, 0.7, unless="news", reach=10),
        Rule(
            "health_after", "healthfact ~3/neg theirs|title", 3, 0.7, reason="health", unless="news", reach=10
        ),
        _home("home", f"dwell ~3/me {_SOMEBODY} ~~6/{_TRADE} street|room ~~5/{_TRADE} number|ballotno"),
        _home("home_after", f"{_SOMEBODY} ~4/me dwell ~~5/{_TRADE} street|room ~~5/{_TRADE} number|ballotno"),
        _home("home_far", f"{_CALLED} ~~10/{_TRADE}|me dwell ~2 street ~~4 number|ballotno"),
        _home("home_named", f"dwell ~~5/{_TRADE} street ~~12/{_TRADE} namedas|findthem"),
        _home("address_of", "<!me homeaddr ~~3 street ~~4 number|ballotno"),
        _home("found", f"findthem ~~3/{_TRADE} street ~~6/{_TRADE} number|ballotno"),
        _home("home_found", f"findthem ~~4 {_SOMEBODY} ~~6/{_TRADE} street ~~4 number|ballotno"),
        _rule("paper", f"idpaper ~3/me {_SOMEBODY} ~~8 paperseen"),
        _rule("paper_seen", f"paperseen ~3 idpaper ~2/me {_SOMEBODY}", "paper"),
        _rule("paper_last", f"{_SOMEBODY} ~~8/me idpaper ~2/me paperseen", "paper"),
        _rule("birth", f"motherof ~3/me {_SOMEBODY} ~~5 number|ballotno|unknown", "paper"),
        _rule("birth_after", f"{_SOMEBODY} ~4/me motherof ~~5 number|ballotno", "paper"),
        _rule("earning", f"earning ~2/me|should {_SOMEBODY} ~~6 money", "money"),
        _rule("earning_number", f"earning ~1/me {_CALLED} ~2 number|ballotno", "money"),
        _rule("earning_after", f"{_SOMEBODY} ~3/me earning ~~4 money", "money"),
        _rule("owing", f"owing ~3/me {_SOMEBODY} ~~5 money", "money"),
        _rule("owing_after", f"{_SOMEBODY} ~~8/me owing ~~4 money", "money"),
        _rule("secretno", f"secretno ~3/me {_SOMEBODY} ~~6 number|ballotno", "paper"),
        _rule("taxno", f"secretno ~2/me {_SOMEBODY} ~~2 number|unknown number|unknown", "paper"),
        _home("home_of", f"{_SOMEBODY} ~~10/{_TRADE}|me dwellof ~3 unknown|word ~1 number|ballotno"),
        _rule("cheating", "chatword ~5/me cheating", "private"),
        _rule("owing_who", "^ unknown ~3/me owing ~~4 money", "money", 2),
        _rule("owing_late", f"{_SOMEBODY} ~4/me owing ~~4 unpaidlate", "money"),
        _rule("slip", f"earning ~3/me {_SOMEBODY} ~~10 earnslip", "money"),
        _rule("slip_after", f"{_SOMEBODY} ~5/me earning ~~10 earnslip", "money"),
        _rule("child", "childof ~4/me schooling ~~8 classhour"),
        _rule("kid", f"kid ~3/me {_SOMEBODY} ~~6/me schooling ~~8 pickup|street", "child", 2),
        _rule(
            "routine",
            f"routine ~3/me {_SOMEBODY} ~~14 number|ballotno|unknown ~~6 daypart|classhour",
            "habits",
        ),
        _rule("habit", f"{_SOMEBODY} ~3/me routine ~~10 daypart", "habits"),
        _rule("away", f"dwell ~2/me {_SOMEBODY} ~~2 byself", "habits"),
        _rule("alone", f"{_SOMEBODY} ~~10/me byself ~~10 street|dwell", "habits"),
        _rule("ailing", f"{_SOMEBODY} ~~8/me ailment ~~12 medproof|patient", "health"),
        _rule("ailing_after", f"medproof|patient ~~8/me {_CALLED} ~~10/me ailment", "health"),
        _rule("ailing_here", f"{_SOMEBODY} ~~4/me patient|medproof ~~12/me ailment", "health"),
        _rule("revealed", f"{_SOMEBODY} ~4/me|innocentlife reveal ~2/neg|innocentlife ailment", "health", 2),
        _rule("revealed_who", "^ unknown ~4/me reveal ~2/neg ailment", "health", 2),
        _rule("several", "givenname ~1 ailment ~2 givenname ~1 ailment", "health"),
        _rule("gossip", f"{_CALLED} ~3/me|neg|innocentlife ailment ~~4 gossip", "health", 2),
        _rule("shameful", f"{_CALLED} ~5/me|neg|innocentlife shameful", "health", 2),
        _rule("record", f"paperseen ~3/me|neg medproof ~2/me patient|{_CALLED}", "health"),
        _rule("list", "namelist ~~16 withdata ~~8 posting"),
        _rule("car", f"{_SOMEBODY} ~~8/me carword ~3 number|ballotno ~1 unknown", "plate", 2),
        _rule("plate", f"{_SOMEBODY} ~~10/me plate ~4 number|ballotno", "plate", 2),
        _rule("plate_after", f"plate ~3/me {_SOMEBODY} ~~4 number|ballotno", "plate", 2),
        _rule("paper_client", "idpaper ~1/me client ~~8/duty shotby", "paper"),
        _rule("paper_posted", "shotby ~2 idpaper ~4/me client", "paper"),
        _rule("paper_shown", f"{_SOMEBODY} ~~16/me demon showing idpaper", "paper"),
        _rule(
            "home_figure",
            "dwell ~1/me|tradeplace idmark ~~8/me street ~~4 number|ballotno|room",
            "address",
            unless="openly",
        ),
        _rule("list_of", "listing ~2 client|custwho|kid ~~8 withdata ~~8 posting", "list"),
        _rule("kin_phone", "contactword ~1/me kinof ~2/me number", "private", 3),
        _rule(
            "shareloc",
            f"shareloc ~1/me dwell ~1/me {_SOMEBODY} ~~12 findthem|giveaway|number|have",
            "address",
        ),
        _rule("private_after", f"paperseen ~3/me {_SOMEBODY} ~3/me privatetalk", "private", 3),
        _rule("private", f"privatetalk ~3/me {_SOMEBODY}", "private", 2),
    ),
    contexts={"counter": GONE, "news": 1, "negated": GONE},
    fades=False,
    examples=(
        Example("ini nomor dia 0812 3456 7890, telepon saja terus", "id", True),
        Example("gaji Mbak Tini 9 juta, nih slipnya", "id", True),
        Example("gaji pertama saya 3 juta, cukup untuk berdua", "id", False),
        Example("Dimas lives at 22 Maple Street, apartment 5", "en", True),
        Example("the clinic is at 22 Maple Street, open till 9", "en", False),
        Example("omahe Bu Lastri neng Jalan Pandanaran 45, parani wae", "jv", True),
        Example("anakna Pak Dedi sakola di SD Cihampelas kelas 4, balik jam 12", "su", True),
        Example("hubungi call center kami di 0812 3456 7890", "id", False),
    ),
)
