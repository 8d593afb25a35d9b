"""Threat: announced or wished violence against somebody, bombs, attacks."""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

CATEGORY = Category(
    name="threat",
    titles={"id": "Ancaman atau kekerasan", "en": "Threat or violence"},
    reasons={
        "menace": {"id": "Mungkin mengancam seseorang: {words}.", "en": "May threaten somebody: {words}."},
        "violence": {
            "id": "Mungkin menyatakan niat atau ajakan kekerasan: {words}.",
            "en": "May announce or call for violence: {words}.",
        },
        "attack": {
            "id": "Mungkin menyebut rencana serangan: {words}.",
            "en": "May speak of a planned attack: {words}.",
        },
        "wish": {
            "id": "Mungkin mendoakan celaka bagi seseorang: {words}.",
            "en": "May wish harm on somebody: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("menace", "menace", 3, 0.85, unless="visit", reach=10),
        Rule("promise", "me harm ~0 you", 3, 0.7, reason="violence", unless="food"),
        Rule("promise_first", "you me ?will harm", 3, 0.65, reason="violence", unless="food"),
        Rule("attack_call", "^ ~1/neg bomb", 3, 0.65, reason="attack", unless="news"),
        Rule(
            "intent",
            "me ~1/neg will ~2/neg harm ~1/thing you|they|group|mention|title|unknown",
            4,
            0.85,
            reason="violence",
        ),
        Rule("intent_bare", "will ~1/neg harm ~1/thing you|group|mention", 4, 0.75, reason="violence"),
        Rule(
            "call", "should ~2/neg harm ~2/neg|thing you|they|group|mention|title", 3, 0.7, reason="violence"
        ),
        Rule(
            "passive", "you|they|group|slur|mention ~2/neg should|will ~2/neg harm", 3, 0.7, reason="violence"
        ),
        Rule("bare", "^ harm ~1/neg|thing|me you|they|group|slur", 3, 0.65, reason="violence"),
        Rule("attack", "will|me|should|menace ~3/neg bomb", 4, 0.85, reason="attack"),
        Rule("wish", "should ~1/neg you|they|group|mention ~2/neg deathwish", 2, 0.7, reason="wish"),
        Rule("wish_you", "deathwish you $", 2, 0.6, reason="wish"),
        Rule("you_die", "you ~1/neg should ~1 deathwish", 3, 0.75, reason="wish"),
    ),
    contexts={
        "negated": GONE,
        "counter": GONE,
        "news": GONE,
        "reported": 2,
        "quoted": 2,
        "joke": 2,
        "friend": 1,
        "lyric": GONE,
        "self": 0,
    },
    examples=(
        Example("awas lu, gue datengin rumah lu malam ini", "id", True),
        Example("polisi menangkap tersangka yang mengancam akan membunuh korban", "id", False),
    ),
)
