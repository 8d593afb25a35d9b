"""Employer: criticism or insult of the employer, its people or competitors; names come from PR's terms."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_ELSEWHERE = "staffnews news"


def _both(
    key: str, one: str, other: str, severity: int, confidence: float, reason: str = ""
) -> tuple[Rule, Rule]:
    """Return the rules for who is meant and what is said, in either order, silent in reports and on other trades."""

    def rule(name: str, pattern: str) -> Rule:
        return Rule(
            name,
            pattern,
            severity,
            confidence,
            reason=reason or key,
            unless=_ELSEWHERE,
            reach=12,
            contexts={"negated": 0},
        )

    return (
        rule(key, f"{one} ~~7/staffnews|praise {other}"),
        rule(f"{key}_first", f"{other} ~~4/staffnews|praise {one}"),
    )


CATEGORY = Category(
    name="employer",
    titles={
        "id": "Kritik terhadap perusahaan atau pesaing",
        "en": "Criticism of the employer or a competitor",
    },
    reasons={
        "workplace": {
            "id": "Mungkin mengeluhkan tempat kerja atau atasan: {words}.",
            "en": "May complain of the workplace or a superior: {words}.",
        },
        "pay": {
            "id": "Mungkin mengeluhkan upah, jam kerja, atau cuti: {words}.",
            "en": "May complain of pay, hours or leave: {words}.",
        },
        "people": {
            "id": "Mungkin merendahkan atasan atau rekan kerja: {words}.",
            "en": "May run down a superior or colleagues: {words}.",
        },
        "rival": {
            "id": "Mungkin mengejek pesaing: {words}.",
            "en": "May mock a competitor: {words}.",
        },
        "named": {
            "id": "Kritik di samping nama yang ditetapkan tim: {words}.",
            "en": "Criticism beside a name the team listed: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule(
            "workplace", "workplace ~3/neg|comma|praise workgripe", 2, 0.65, unless="news staffnews", reach=10
        ),
        Rule(
            "workplace_first",
            "workgripe ~2/neg|comma workplace ~1",
            2,
            0.65,
            reason="workplace",
            unless="news staffnews",
            reach=10,
        ),
        *_both("people", "superior", "workbad", 2, 0.65),
        *_both("mates", "workmate", "workbad", 2, 0.65, reason="people"),
        *_both("firm", "firm", "workbad|treated", 2, 0.65, reason="workplace"),
        *_both("pay", "wage", "wagebad", 2, 0.6),
        Rule("unpaid", "unpaidwork", 2, 0.65, reason="pay", unless="staffnews news", reach=10),
        *_both("here", "workhere", "fedup|workbad|treated", 2, 0.65, reason="workplace"),
        *_both("hollow", "hollow", "firm|superior|wage|workerself|workmate", 2, 0.6, reason="workplace"),
        *_both("treated", "treated", "workerself|superior|firm|wage", 2, 0.6, reason="workplace"),
        *_both("meeting", "meeting", "pointless", 1, 0.5, reason="workplace"),
        *_both("rival", "rival", "rundown", 2, 0.65),
        *_both("brand", "pharma", "rundown", 1, 0.55, reason="rival"),
        Rule("named", "employername ~4/neg abuse|animal|workgripe|accuse|negattr", 2, 0.8),
        Rule(
            "named_first", "abuse|animal|workgripe|accuse|emote ~4/neg employername", 2, 0.8, reason="named"
        ),
    ),
    contexts={"negated": GONE, "news": GONE, "reported": 1, "joke": 1, "counter": 1},
    examples=(
        Example("bosku goblok banget, kantor toxic", "id", True),
        Example("kantor kami mengadakan donor darah", "id", False),
    ),
)
