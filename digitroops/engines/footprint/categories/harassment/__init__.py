"""Harassment: accusing, ridiculing or hounding a named person (a theme of the defamation rules of UU ITE).

Four families: calls on a crowd, accusations of a name or an office, rumours and ridicule, pursuit without end.
"""

from digitroops.engines.footprint.categories.harassment import accusations, crowds, rumours
from digitroops.engines.footprint.rules import GONE, Category, Example

CATEGORY = Category(
    name="harassment",
    titles={"id": "Perundungan atau risiko pencemaran nama", "en": "Harassment or defamation risk"},
    reasons={
        "accusation": {
            "id": "Mungkin menuduh seseorang yang disebut namanya: {words}.",
            "en": "May accuse a person who is named: {words}.",
        },
        "insult": {
            "id": "Makian yang mungkin ditujukan kepada akun atau nama: {words}.",
            "en": "Abuse that may be aimed at an account or a name: {words}.",
        },
        "smear": {
            "id": "Sebutan yang mungkin merendahkan tokoh, lembaga, atau pendukungnya: {words}.",
            "en": "A name that may run down a public person, a body or its followers: {words}.",
        },
        "call": {
            "id": "Mungkin menyerukan agar seorang tokoh atau lembaga dijatuhkan atau dihukum: {words}.",
            "en": "May call for a public person or body to be brought down or punished: {words}.",
        },
        "mob": {
            "id": "Mungkin mengajak orang menyerang seseorang: {words}.",
            "en": "May call on people to hound somebody: {words}.",
        },
        "rumour": {
            "id": "Mungkin menyebarkan kabar miring tentang seseorang: {words}.",
            "en": "May spread a rumour about a person: {words}.",
        },
        "ridicule": {
            "id": "Mungkin mempermalukan seseorang yang disebut namanya: {words}.",
            "en": "May ridicule a person who is named: {words}.",
        },
        "hounding": {
            "id": "Mungkin mengejar atau mengganggu seseorang terus-menerus: {words}.",
            "en": "May pursue or pester a person without end: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(*crowds.RULES, *rumours.RULES, *accusations.RULES),
    contexts={
        "news": GONE,
        "negated": GONE,
        "counter": GONE,
        "reported": 1,
        "quoted": 1,
        "joke": 1,
        "friend": 1,
    },
    examples=(
        Example("Pak Suryono itu koruptor, uang warga dimakan", "id", True),
        Example("KPK menetapkan tersangka korupsi, kata juru bicara", "id", False),
        Example("kabarnya Bu Sari itu simpanan direktur, pantesan cepat naik", "id", True),
        Example("kabarnya Bu Sari naik jabatan, selamat ya Bu", "id", False),
        Example("ceunah si Nining téh simpenan bos", "su", True),
        Example("ceunah si Nining téh rek nikah", "su", False),
        Example("ayo bareng-bareng serbu komentare @lik_darmo", "jv", True),
        Example("ayo bareng-bareng nonton @lik_darmo", "jv", False),
        Example("everyone leave one-star reviews until she quits", "en", True),
        Example("everyone leave a review if you liked the show", "en", False),
    ),
)
