"""Personal data of others: phone, address, account numbers, health facts of a person."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

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
    ),
    contexts={"counter": GONE, "news": 1, "negated": GONE},
    fades=False,
    examples=(
        Example("ini nomor dia 0812 3456 7890, telepon saja terus", "id", True),
        Example("hubungi call center kami di 0812 3456 7890", "id", False),
    ),
)
