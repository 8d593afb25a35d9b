"""Personal data of others: phone, address, account numbers, health facts of a person."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_SOMEBODY = "called|givenname|otherone"
_TRADE = "tradeplace"


def _rule(key: str, pattern: str, severity: int, reason: str, unless: str = "innocentlife") -> Rule:
    """Return a rule about a person, silent in good wishes, appeals, reports and advice."""
    return Rule(key, pattern, severity, 0.65, reason=reason, unless=f"{unless} news", reach=14)


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
        Rule("address", "addressword ~6 number", 3, 0.75),
        Rule("health", "theirs ~4/neg healthfact", 3, 0.7, unless="news", reach=10),
        Rule(
            "health_after", "healthfact ~3/neg theirs|title", 3, 0.7, reason="health", unless="news", reach=10
        ),
        _rule(
            "home", f"dwell ~3/me {_SOMEBODY} ~~6/{_TRADE} street ~~5/{_TRADE} number", 3, "address", _TRADE
        ),
        _rule(
            "home_after",
            f"{_SOMEBODY} ~4/me dwell ~~4/{_TRADE} street ~~5/{_TRADE} number",
            3,
            "address",
            _TRADE,
        ),
        _rule(
            "home_named", f"dwell ~~5/{_TRADE} street ~~12/{_TRADE} namedas|findthem", 3, "address", _TRADE
        ),
        _rule("home_found", f"findthem ~~4 {_SOMEBODY} ~~6/{_TRADE} street ~~4 number", 3, "address", _TRADE),
        _rule("paper", f"idpaper ~3/me {_SOMEBODY} ~~8 paperseen", 3, "paper"),
        _rule("paper_seen", f"paperseen ~3 idpaper ~2/me {_SOMEBODY}", 3, "paper"),
        _rule("birth", f"motherof ~3/me {_SOMEBODY} ~~5 number|unknown", 3, "paper"),
        _rule(
            "earning",
            f"earning ~2/me|should {_SOMEBODY} ~~6 money|number|unknown ~2 money|earning",
            3,
            "money",
        ),
        _rule("earning_after", f"{_SOMEBODY} ~3/me earning ~4 number|unknown ~2 money", 3, "money"),
        _rule("owing", f"owing ~3/me {_SOMEBODY} ~4 number|unknown ~2 money", 3, "money"),
        _rule("owing_after", f"{_SOMEBODY} ~~8/me owing ~4 number|unknown ~2 money", 3, "money"),
        _rule("child", "childof ~4/me schooling ~~8 classhour", 3, "child"),
        _rule(
            "routine", "routine ~3/me called|givenname|otherone ~~10 number|unknown ~~6 daypart", 3, "habits"
        ),
        _rule("alone", f"{_SOMEBODY} ~~10/me alone ~~10 street|dwell", 3, "habits"),
        _rule(
            "ailing", "called|givenname ~~8/me ailment ~~12 medproof|patient", 3, "health", "innocentlife me"
        ),
        _rule(
            "ailing_after",
            "medproof|patient ~~8/me called|givenname ~~10/me ailment",
            3,
            "health",
            "innocentlife me",
        ),
        _rule("shameful", "called|givenname ~3/me shameful", 2, "health", "innocentlife me"),
        _rule("list", "namelist ~~16 withdata ~~8 posting", 3, "list"),
        _rule("plate", f"{_SOMEBODY} ~3/me plate ~4 number", 2, "plate"),
        _rule("plate_after", f"plate ~3/me {_SOMEBODY} ~4 number", 2, "plate"),
        _rule("private", "privatetalk ~3/me called|givenname|otherone", 2, "private"),
    ),
    contexts={"counter": GONE, "news": 1, "negated": GONE},
    fades=False,
    examples=(
        Example("ini nomor dia 0812 3456 7890, telepon saja terus", "id", True),
        Example("hubungi call center kami di 0812 3456 7890", "id", False),
    ),
)
