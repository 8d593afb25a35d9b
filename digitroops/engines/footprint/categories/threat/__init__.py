"""Threat: announced, veiled or wished violence against somebody, weapons, ambushes, bombs, attacks.

A threat is read from its parts: what somebody did, the warning, the instrument or the deed, how it will
end, and where the other one is easy to reach. Games, kitchens, sport and advice on safety silence.
"""

from digitroops.engines.footprint.categories.threat import deeds, veiled, warnings
from digitroops.engines.footprint.rules import GONE, Category, Example

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
        "veiled": {
            "id": "Mungkin mengancam secara terselubung: {words}.",
            "en": "May be a veiled threat: {words}.",
        },
        "armed": {
            "id": "Mungkin mengancam dengan senjata: {words}.",
            "en": "May threaten with a weapon: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(*deeds.RULES, *veiled.RULES, *warnings.RULES),
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
        Example("hati-hati ya Pak Jaka, kunci pagar rumah bapak gampang dijebol", "id", True),
        Example("hati-hati ya Pak Jaka, pagar gampang dijebol maling, lapor satpam", "id", False),
        Example("omahmu tak obong nek kowe wani lapor", "jv", True),
        Example("omahmu tak resiki nek kowe lunga", "jv", False),
        Example("ku aing dicabok siah mun wani datang", "su", True),
        Example("ku aing dianteur nya mun rek datang", "su", False),
        Example("you had better watch your back after the shift", "en", True),
        Example("mind your back when you lift heavy boxes at work", "en", False),
    ),
)
