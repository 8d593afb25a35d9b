"""Employer: complaints of one's own firm, superiors, colleagues, pay and hours, mockery of competitors.

Who is meant and what is said may stand in either order. Other trades (shops, couriers, clubs), reports and praise
stay silent. Names of the company and its people come from PR's terms.
"""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_ELSEWHERE = "staffnews news"
_BARRED = "staffnews|praise|goodwork"
_FAULT = "sour|workbad|negattr|insultadj|scorn|treated"
_SOUR = "sour|workbad|negattr|insultadj|scorn|fedup|treated"


def _told(key: str, pattern: str, reason: str = "") -> Rule:
    """Return a rule that is silent in reports, in fun and where another trade is spoken of."""
    return Rule(key, pattern, 2, 0.65, reason=reason, unless=_ELSEWHERE, reach=12, contexts={"joke": GONE})


def _own(key: str, pattern: str, reason: str = "") -> Rule:
    """Return a rule about one's own place, whatever the trade, that is silent in reports only."""
    return Rule(key, pattern, 2, 0.6, reason=reason, unless="news", reach=12, contexts={"negated": 0})


def _both(
    key: str, one: str, other: str, reason: str = "", severity: int = 2, unless: str = _ELSEWHERE
) -> tuple[Rule, Rule]:
    """Return the rules for who is meant and what is said, in either order, also said laughing."""
    patterns = {
        key: f"{one} ~~7/{_BARRED} {other}",
        f"{key}_first": f"{other} ~~4/{_BARRED} {one}",
    }
    first, second = (
        Rule(
            name,
            pattern,
            severity,
            0.6,
            reason=reason or key,
            unless=unless,
            reach=12,
            contexts={"negated": 0},
        )
        for name, pattern in patterns.items()
    )
    return first, second


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
        _told("workplace", "workplace ~3/neg|comma|praise|staffnews workgripe"),
        _told("workplace_first", "workgripe ~2/neg|comma workplace", "workplace"),
        _told("unpaid", "unpaidwork", "pay"),
        Rule("damning", "damning", 2, 0.65, reason="workplace", unless="news", reach=12),
        *_both("people", "higherup", "workbad"),
        *_both("mates", "workmate", "workbad", "people"),
        *_both("firm", "firm", "workbad|treated|loath", "workplace"),
        *_both("pay", "wage", "wagebad"),
        *_both("boss", "ownboss", _SOUR, "people"),
        *_both("place", "ownfirm", _SOUR, "workplace"),
        *_both("team", "workmate", "sour|negattr", "people"),
        *_both("career", "wage", "sour", "pay"),
        _told("abuses", "abuses ~2 workerself", "workplace"),
        *_both("talk", "higherup", "pointless", "people"),
        _told("hollow_said", "firm|higherup ~1 saidtobe ~~12 butreally", "workplace"),
        _told("contrast", f"higherup|firm ~~7/{_BARRED} contrast", "workplace"),
        _told("boss_only", "higherup ~5/goodwork|neg onlydo", "people"),
        _told("boss_calls", "higherup ~3 demands ~6 offhours", "pay"),
        _told("boss_never", "higherup ~4/goodwork nevergood", "people"),
        *_both("here", "workhere", "fedup|workbad|treated", "workplace"),
        *_both("hollow", "hollow", "firm|higherup|wage|workerself|workmate", "workplace"),
        *_both("treated", "treated", "workerself|higherup|firm|wage", "workplace"),
        *_both("meeting", "meeting", "pointless", "workplace", severity=1),
        _told("boss_hard", "higherup ~2 demands arrive ~6 hardtime", "pay"),
        _own("ours", f"workhouse|dept me ~~7/{_BARRED}|have|room|client {_FAULT}", "workplace"),
        _own("ours_served", f"{_SOUR} ~~5/{_BARRED} belongplace me workerself|saidwork", "workplace"),
        _own("inhouse", f"inhouse demon|me ~~7/{_BARRED} {_SOUR}", "workplace"),
        _own("inhouse_sour", f"inhouse {_SOUR} demon|me", "workplace"),
        _own(
            "tools",
            "perk ~3 ownpay ~~8/ask workerself|wage|firm|inhouse|higherup|attributed|group !ask",
            "pay",
        ),
        _told("late_work", f"firm|higherup ~~10/{_BARRED} saidwork|contactword offhours", "pay"),
        _own("underpaid", f"paidby ~2/{_BARRED} wagebad", "pay"),
        _own("thanks", "sarcthanks ptword", "workplace"),
        _own("nepotism", "relish ~2 become ~1 nepot ~1 higherup", "people"),
        _own("luxury", "wage|earning|wagebad ~~10 higherup|headword ~3 luxbuy", "pay"),
        _told("named_desk", f"givenname deskjob ~~4/{_BARRED} workbad|sour", "people"),
        *_both("rival", "rival", "rundown|onlydo", unless="news"),
        *_both("brand", "pharma", "rundown", "rival", severity=1),
        Rule("named", "employername ~4/neg abuse|animal|workgripe|accuse|negattr", 2, 0.8),
        Rule(
            "named_first", "abuse|animal|workgripe|accuse|emote ~4/neg employername", 2, 0.8, reason="named"
        ),
    ),
    contexts={"negated": GONE, "news": GONE, "reported": 1, "joke": 1, "counter": 1},
    examples=(
        Example("bosku goblok banget, kantor toxic", "id", True),
        Example("lembur terus tapi nggak dibayar, THR dicicil", "id", True),
        Example("lembur lagi, tapi senang karena teman-teman lucu", "id", False),
        Example("my manager takes credit for everything I do", "en", True),
        Example("my manager approved my leave, love this team", "en", False),
        Example("bosku senengane nesu, aku ora betah kerjo ning kene", "jv", True),
        Example("bos urang galak pisan, gajih telat wae", "su", True),
        Example("kantor kami mengadakan donor darah", "id", False),
    ),
)
