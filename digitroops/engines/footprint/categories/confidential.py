"""Confidential: internal marks, documents, customer data, identity numbers; PR adds project names."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

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
        Rule("mark", "confmark ~6 confthing", 3, 0.75),
        Rule("mark_after", "confthing ~6 confmark", 3, 0.75, reason="mark"),
        Rule("mark_alone", "confmark", 2, 0.6, reason="mark", unless="counter", reach=8),
        Rule("leak", "leakverb ~3/neg confthing", 3, 0.65, unless="news counter", reach=10),
        Rule(
            "leak_after", "confthing ~3/neg leakverb", 2, 0.6, reason="leak", unless="news counter", reach=10
        ),
        Rule("secret", "confname", 3, 0.7, reason="leak"),
    ),
    contexts={"negated": GONE, "news": GONE, "counter": GONE, "joke": 0},
    fades=False,
    examples=(
        Example("bocoran notulen rapat direksi, jangan disebar ya", "id", True),
        Example("laporan keuangan tahunan sudah terbit di situs resmi", "id", False),
    ),
)
