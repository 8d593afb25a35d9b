"""Confidential: what a company keeps to itself: prices, trials, plans, faults, papers, passwords, transports, lists.

Most rules want two halves in either order: a secret (a plea for silence, something not announced, a leak) and a
thing of the company. What is public, taught or invented stays silent. PR adds project names.
"""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_FACTS = "biz|bid"
_OPEN = "openly news"
_ASKED = "openly ask"


def _open(key: str, pattern: str, severity: int, reason: str = "", unless: str = _OPEN) -> Rule:
    """Return a rule that is silent where the thing is public, taught or invented."""
    return Rule(key, pattern, severity, 0.65, reason=reason, unless=unless, reach=12)


def _pair(key: str, one: str, other: str, reason: str = "", severity: int = 3) -> tuple[Rule, Rule]:
    """Return such rules for two kinds of words in either order; a plea to keep quiet ("jangan bilang") is no denial."""
    heard = {"counter": 0, "negated": 0}
    patterns = {key: f"{one} ~~16/openly {other}", f"{key}_after": f"{other} ~~16/openly {one}"}
    first, second = (
        Rule(name, pattern, severity, 0.65, reason=reason or key, unless=_OPEN, reach=12, contexts=heard)
        for name, pattern in patterns.items()
    )
    return first, second


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
        Rule("leak", "leakverb ~3/neg|openly confthing", 3, 0.65, unless="news counter openly", reach=10),
        _open("leak_after", "confthing ~3/neg|openly leakverb", 2, "leak", "news counter openly"),
        Rule("secret", "confname !ask", 3, 0.7, reason="leak", unless="openly ask", reach=6),
        *_pair("early", "unreleased", f"{_FACTS}|newprod|bizdoc"),
        *_pair("hushed", "hush", f"{_FACTS}|newprod|bizdoc|testfail", "early"),
        *_pair("leaked", "leak|sawit|insidertrade", f"{_FACTS}|newprod|bizdoc", "leak"),
        *_pair("paper", "bizdoc", "showing|sawit|expose|teaser"),
        *_pair("paper_facts", "bizdoc", _FACTS, "paper"),
        *_pair("shown", "showing|expose", "biz", "paper", severity=2),
        *_pair("cut", "wage ~3 cutback", "leak|unreleased|hush|bizdoc|sawit", "early"),
        *_pair("ware", "launch ~2 ware", "hush|unreleased|leak", "early"),
        _open("new", "ourfirm ~3/neg will|launch ~3 newprod ~~8/openly showing|hush|leak", 3, "early"),
        _open("deal", "bid ~2 ourfirm ~~8/openly amount|number", 3),
        _open("deal_ours", "ourfirm ~2 bid ~~8/openly amount|number", 3, "deal"),
        _open("deal_figure", "bid ~~6/openly number|unknown ~2 amount", 2, "deal"),
        _open("fault", "batchword ~5/openly testfail ~~10/openly quietly|hush", 3),
        _open("fault_first", "testfail ~3/openly batchword ~~10/openly quietly|hush", 3, "fault"),
        _open("access", "passthing ~2/ask worksite ~2/ask colon|sandipair|gowild", 3, "", _ASKED),
        _open(
            "access_site", "worksite ~1/ask passthing ~2/ask unknown|colon|number|gowild", 3, "access", _ASKED
        ),
        _open("access_go", "passthing ~~8/ask|openly gowild", 3, "access", _ASKED),
        _open("access_pair", "passthing|cred ~4/ask sandipair", 3, "access", _ASKED),
        _open("transport", "shipword ~~16/openly unguarded", 3),
        *_pair("topic", "hush|unreleased|sawit", "worktopic|cost|badnews", "early", severity=2),
        *_pair("insider", "leak|sawit", "badnews", "leak", severity=2),
        _open("this", "demon ~1/openly bizdoc", 2, "paper"),
        _open("poor", "ourfirm ~1 ourbiz ~~8/openly poor", 2, "early"),
        _open("poor_ours", "ourbiz ~1 ourfirm ~~8/openly poor", 2, "early"),
        *_pair("unknown", "nobody ~2 whoknows", "worktopic|newprod|biz|bid", "early"),
        _open("loss", "ourfirm ~3 lossword ~3 bigsum", 2, "deal"),
        _open("recipe", "recipe ~5 hqword ~~4/openly colon|number", 2, "paper", "news"),
        _open("unlocked", "credsite ~5/openly unlocked", 2, "access"),
        *_pair("lest", "lest ~5 learns", "worktopic|cost|bid|quality", "early"),
        *_pair("inner", "message ~2 chief", "expose|badnews", "paper"),
        _open("inner_of", "chief ~2 message ~~10/openly expose|badnews", 3, "paper"),
        _open(
            "preview", "preview ~3/openly ware|newprod ~~10/openly later|hush|unreleased|ourfirm", 2, "early"
        ),
        _open("cost", "cost ~~8/openly amount", 2, "deal", "openly news food"),
        _open("worth", "dealword ~2 ourfirm ~~8/openly valueword ~1 number", 2, "deal"),
        _open("funds", "finword ~~5/openly poor", 2, "early"),
        _open("cost_of", "costhead ~2/openly costof ~~5/openly number", 2, "deal", "openly news food"),
        _open("cost_number", "cost ~3/openly number", 2, "deal", "openly news food"),
        _open("cuts", "listing|chief ~5/openly cutjob", 2, "early"),
        _open("cred", "cred ~4/ask credsite ~~5/ask colon|number|gowild|expose", 3, "access", _ASKED),
        _open("cred_after", "credsite ~3/ask cred ~~4/ask colon|number|unknown", 3, "access", _ASKED),
        _open("cred_both", "cred ~3/ask unknown|number ~~2/ask cred", 3, "access", _ASKED),
        *_pair("quality", "quality|testfail", "concealed", "fault"),
        _open("convoy", "convoy ~3 cargo|vaccine ~~12/openly escort", 3, "transport"),
        _open("listed", "listing ~3 custwho ~~10/openly giveaway|expose", 3, "people"),
        _open("listed_first", "giveaway|expose ~5/openly listing ~3 custwho", 3, "people"),
        _open("people", "custlist ~~8/openly|neg leak|showing|hush|expose|workplace", 3),
        _open(
            "cred_still",
            "cred|passthing ~5/ask credsite ~3/ask stillis ~1 unknown|number",
            2,
            "access",
            _ASKED,
        ),
        _open("cred_value", "cred ~2/ask credsite unknown", 2, "access", _ASKED),
        _open(
            "payroll",
            "earning ~1 role|higherup|workerself|branch ~~8/openly|power number ~~16/openly paysource",
            3,
            "people",
        ),
        _open("kept", "examdoc|biz|custlist ~~16/openly teaser", 2, "paper"),
        _open(
            "soon",
            f"{_FACTS}|newprod|ourbiz|lossword|worktopic ~~12/openly fresh soonword ~3 later",
            2,
            "early",
        ),
        _open("tipped", "raidword ~~12/openly tipoff", 2, "early"),
        _open("served", "client|idmark ~~10/openly privfact ~~14/openly me ?demon handleverb", 3, "people"),
        _open("served_known", "client|idmark ~~10/openly privfact ~~14/openly handled", 3, "people"),
        _open("served_who", "client ~~6/openly idmark ~~8/openly privfact", 2, "people"),
        _open(
            "served_here", "client|idmark ~~6/openly privfact|idmark ~~4/openly tradehouse me", 2, "people"
        ),
        _open("served_at", "client|idmark ~2 tradehouse me ~~6/openly privfact", 2, "people"),
        _open("room", "roomof number ~3/openly privfact", 3, "people"),
        _open("people_first", "leak|showing|hush ~4/openly|neg custlist", 3, "people"),
    ),
    contexts={"negated": GONE, "news": GONE, "counter": GONE, "joke": 0},
    fades=False,
    examples=(
        Example("bocoran notulen rapat direksi, jangan disebar ya", "id", True),
        Example("harga penawaran kita di tender itu 87.500 per dosis", "id", True),
        Example("pemenang tender diumumkan di LPSE, semua bisa lihat", "id", False),
        Example("internal email from the CEO: the plant shuts down in March, screenshot below", "en", True),
        Example("the trial results were published in a journal today", "en", False),
        Example("iki memo soko direktur, THR dipotong, ojo kondo-kondo", "jv", True),
        Example("produk anyar kantor tacan diumumkeun, ieu fotona", "su", True),
        Example("laporan keuangan tahunan sudah terbit di situs resmi", "id", False),
    ),
)
