"""Confidential: internal marks, documents, customer data, identity numbers; PR adds project names."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_FACTS = "biz|bid"
_OPEN = "openly news"


def _pair(
    key: str, one: str, other: str, severity: int, confidence: float, reason: str = ""
) -> tuple[Rule, Rule]:
    """Return the rules for two kinds of words in either order, silent where the thing is public, taught or invented."""

    def rule(name: str, pattern: str) -> Rule:
        return Rule(
            name,
            pattern,
            severity,
            confidence,
            reason=reason or key,
            unless=_OPEN,
            reach=12,
            contexts={"counter": 0, "negated": 0},
        )

    return rule(key, f"{one} ~~10/openly {other}"), rule(f"{key}_after", f"{other} ~~10/openly {one}")


CATEGORY = Category(
    name="confidential",
    titles={"id": "Informasi rahasia atau internal", "en": "Confidential or internal information"},
    reasons={
        "mark": {
            "id": "Memuat tanda bahwa isinya bersifat internal: {words}.",
            "en": "Carries a mark that its content is internal: {words}.",
        },
        "leak": {
            "id": "Mungkin membagikan hal internal: {words}.",
            "en": "May share something internal: {words}.",
        },
        "early": {
            "id": "Mungkin membuka hal perusahaan yang belum diumumkan: {words}.",
            "en": "May reveal something of a company that is not announced yet: {words}.",
        },
        "deal": {
            "id": "Mungkin menyebut harga atau nilai kontrak perusahaan: {words}.",
            "en": "May tell a company's price or the value of a contract: {words}.",
        },
        "paper": {
            "id": "Mungkin memperlihatkan dokumen atau percakapan internal: {words}.",
            "en": "May show internal papers or conversations: {words}.",
        },
        "fault": {
            "id": "Mungkin menyebut masalah mutu yang belum terbuka untuk umum: {words}.",
            "en": "May tell of a fault of quality that is not public: {words}.",
        },
        "access": {
            "id": "Mungkin memuat kata sandi atau kode masuk tempat kerja: {words}.",
            "en": "May contain a password or an access code of a workplace: {words}.",
        },
        "transport": {
            "id": "Mungkin menyebut jadwal atau rute kiriman yang perlu dijaga: {words}.",
            "en": "May tell the schedule or route of goods that need guarding: {words}.",
        },
        "people": {
            "id": "Mungkin membagikan data pelanggan, pasien, atau karyawan: {words}.",
            "en": "May share data of customers, patients or employees: {words}.",
        },
        "nik": {
            "id": "Angka ini berbentuk NIK (nomor KTP).",
            "en": "This number has the form of an Indonesian identity number (NIK).",
        },
        "npwp": {"id": "Angka ini berbentuk NPWP.", "en": "This number has the form of a tax number (NPWP)."},
        "card": {
            "id": "Angka ini berbentuk nomor kartu bank.",
            "en": "This number has the form of a bank card number.",
        },
        "term": {
            "id": "Memuat istilah rahasia yang ditetapkan tim: {words}.",
            "en": "Contains a confidential term the team listed: {words}.",
        },
    },
    rules=(
        Rule("mark", "confmark ~6 confthing", 3, 0.75, unless="openly", reach=12),
        Rule("mark_after", "confthing ~6 confmark", 3, 0.75, reason="mark", unless="openly", reach=12),
        Rule("mark_alone", "confmark", 2, 0.6, reason="mark", unless="counter openly food", reach=10),
        Rule("leak", "leakverb ~3/neg confthing", 3, 0.65, unless="news counter openly", reach=10),
        Rule(
            "leak_after",
            "confthing ~3/neg leakverb",
            2,
            0.6,
            reason="leak",
            unless="news counter openly",
            reach=10,
        ),
        Rule("secret", "confname !ask", 3, 0.7, reason="leak", unless="openly ask", reach=6),
        *_pair("early", "unreleased", f"{_FACTS}|newprod|bizdoc", 3, 0.75),
        *_pair("hushed", "hush", f"{_FACTS}|newprod|bizdoc|testfail", 3, 0.75, reason="early"),
        *_pair("leaked", "leak|sawit|insidertrade", f"{_FACTS}|newprod|bizdoc", 3, 0.7, reason="leak"),
        *_pair("paper", "bizdoc", "showing|sawit", 3, 0.7),
        *_pair("paper_facts", "bizdoc", _FACTS, 3, 0.65, reason="paper"),
        Rule("deal", "bid ~2 ourfirm ~~8/openly figure|number", 3, 0.7, unless=_OPEN, reach=12),
        Rule(
            "deal_ours",
            "ourfirm ~2 bid ~~8/openly figure|number",
            3,
            0.7,
            reason="deal",
            unless=_OPEN,
            reach=12,
        ),
        Rule(
            "deal_figure",
            "bid ~~6/openly number|unknown ~2 figure",
            2,
            0.55,
            reason="deal",
            unless=_OPEN,
            reach=12,
        ),
        Rule("shown", "ini ~1 showing ~~4 biz", 2, 0.5, reason="paper", unless=_OPEN, reach=12),
        *_pair("recipe", "showing", "biz", 2, 0.5, reason="paper"),
        Rule(
            "new",
            "ourfirm ~3/neg will|launch ~3 newprod ~~8/openly showing|hush|leak",
            3,
            0.65,
            reason="early",
            unless=_OPEN,
            reach=12,
        ),
        Rule("fault", "batchword ~5 testfail ~~10/openly quietly|hush", 3, 0.7, unless=_OPEN, reach=12),
        Rule(
            "fault_first",
            "testfail ~3 batchword ~~10/openly quietly|hush",
            3,
            0.65,
            reason="fault",
            unless=_OPEN,
            reach=12,
        ),
        Rule(
            "access",
            "passthing ~2/ask worksite ~2/ask colon|sandipair|gowild",
            3,
            0.75,
            unless="openly ask",
            reach=8,
        ),
        Rule(
            "access_site",
            "worksite ~1/ask passthing ~2/ask unknown|colon|number|gowild",
            3,
            0.65,
            reason="access",
            unless="openly ask",
            reach=8,
        ),
        Rule(
            "access_go",
            "passthing ~~8/ask|openly gowild",
            3,
            0.6,
            reason="access",
            unless="openly ask",
            reach=8,
        ),
        Rule(
            "access_pair",
            "passthing ~4/ask sandipair unknown|number",
            3,
            0.7,
            reason="access",
            unless="openly ask",
            reach=8,
        ),
        Rule("transport", "shipword ~~16/openly unguarded", 3, 0.7, unless="openly news", reach=10),
        Rule("people", "custlist ~~8/openly|neg leak|showing|hush", 3, 0.7, unless=_OPEN, reach=10),
        Rule(
            "people_first",
            "leak|showing|hush ~4/openly|neg custlist",
            3,
            0.7,
            reason="people",
            unless=_OPEN,
            reach=10,
        ),
    ),
    contexts={"negated": GONE, "news": GONE, "counter": GONE, "joke": 0},
    fades=False,
    examples=(
        Example("bocoran notulen rapat direksi, jangan disebar ya", "id", True),
        Example("laporan keuangan tahunan sudah terbit di situs resmi", "id", False),
    ),
)
