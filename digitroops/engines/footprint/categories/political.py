"""Political campaigning: calls to vote, slogans, support for a party or candidate; not civic information."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="political",
    titles={"id": "Kampanye politik", "en": "Political campaigning"},
    reasons={
        "slogan": {
            "id": "Memuat semboyan atau ajakan kampanye: {words}.",
            "en": "Contains a slogan or a campaign call: {words}.",
        },
        "vote": {
            "id": "Mungkin mengajak memilih atau menolak calon atau partai: {words}.",
            "en": "May call for or against a candidate or party: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("slogan", "campaign", 2, 0.85, unless="election_info", reach=6),
        Rule("vote", "vote ~3/neg|election_info party", 2, 0.7, unless="election_info news", reach=6),
        Rule(
            "party_vote",
            "party ~3/neg|election_info vote",
            2,
            0.6,
            reason="vote",
            unless="election_info news",
            reach=6,
        ),
    ),
    contexts={"news": GONE, "reported": 1, "quoted": 1, "negated": 1},
    examples=(
        Example("ayo coblos nomor 2, menangkan satu putaran", "id", True),
        Example("KPU mengumumkan jadwal debat capres", "id", False),
    ),
)
