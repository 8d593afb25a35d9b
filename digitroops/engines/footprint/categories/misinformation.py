"""Misinformation: hoaxes and false health claims, vaccines above all; PR adds claims and corrections."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="misinformation",
    titles={"id": "Hoaks dan misinformasi kesehatan", "en": "Hoax and health misinformation"},
    reasons={
        "claim": {
            "id": "Mengulang klaim yang beredar sebagai hoaks: {words}.",
            "en": "Repeats a claim that circulates as a hoax: {words}.",
        },
        "vaccine": {
            "id": "Mungkin menyebarkan klaim keliru tentang vaksin: {words}.",
            "en": "May spread a false claim about vaccines: {words}.",
        },
        "cure": {
            "id": "Mungkin menjanjikan kesembuhan tanpa bukti: {words}.",
            "en": "May promise a cure without proof: {words}.",
        },
        "term": {
            "id": "Mengulang klaim yang ditetapkan tim: {words}.",
            "en": "Repeats a claim the team listed: {words}.",
        },
    },
    rules=(
        Rule("claim", "hoaxclaim", 3, 0.8, unless="debunk", reach=14),
        Rule("vaccine", "vaccine ~5/neg vaxclaim", 3, 0.75, unless="debunk", reach=10),
        Rule(
            "vaccine_first",
            "vaxclaim ~4/neg vaccine",
            2,
            0.65,
            reason="vaccine",
            unless="debunk",
            reach=10,
        ),
        Rule("refuse", "neg ~1 vaccine ~4 vaxclaim", 3, 0.7, reason="vaccine", unless="debunk", reach=10),
        Rule("cure", "remedy ~4/neg cure ~3/neg disease", 3, 0.75, unless="debunk", reach=10),
        Rule(
            "cure_first",
            "disease ~3/neg cure ~4/neg remedy",
            3,
            0.7,
            reason="cure",
            unless="debunk",
            reach=10,
        ),
    ),
    contexts={"negated": GONE, "counter": GONE, "quoted": 1, "reported": 1, "news": 1, "joke": 1},
    examples=(
        Example("vaksin itu isinya chip buat melacak kita, sebarkan", "id", True),
        Example("hoaks bahwa vaksin berisi chip sudah dibantah", "id", False),
    ),
)
