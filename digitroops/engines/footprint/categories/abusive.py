"""Abusive language: coarse words, insults, animals and defects thrown at somebody."""

from digitroops.engines.footprint.rules import Category, Example, Rule

# Beside these a spelling without vowels that ordinary words share is taken for the coarse one.
_PERSONS = "you|direct|target|group|mention|friend|title"
_RUDE = "abuse|animal|insultadj|camp|slur|vile|negattr|exclaim|accuse"
_SPOKEN = f"you|direct|friend|group|{_RUDE}|softanimal|emph|dehum"
_BESIDE = f"{_PERSONS}|{_RUDE}|softanimal|emph|dehum"
_AMID = f"{_RUDE}|joke|smear|emote|harm|expel|deathwish|infidel|brain"
_ELSEWHERE = "food health place thing pet zoo"

CATEGORY = Category(
    name="abusive",
    titles={"id": "Bahasa kasar", "en": "Abusive language"},
    reasons={
        "word": {
            "id": "Memuat kata yang mungkin dibaca kasar atau menghina: {words}.",
            "en": "Contains words that may read as coarse or insulting: {words}.",
        },
        "animal": {
            "id": "Nama hewan yang mungkin dipakai sebagai makian: {words}.",
            "en": "The name of an animal that may be meant as an insult: {words}.",
        },
        "directed": {
            "id": "Kata yang merendahkan mungkin ditujukan kepada seseorang: {words}.",
            "en": "Belittling words that may be aimed at somebody: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("word", "!deniable abuse", confidence=0.9),
        Rule("insult", "<!denial deniable", confidence=0.9, reason="word"),
        Rule(
            "guess",
            f"{_BESIDE} ~1/thing maybe|likely",
            2,
            0.55,
            reason="word",
            unless=_ELSEWHERE,
            reach=4,
        ),
        Rule(
            "guess_first",
            f"maybe|likely ~1/thing {_BESIDE}",
            2,
            0.5,
            reason="word",
            unless=_ELSEWHERE,
            reach=4,
        ),
        Rule(
            "guess_likely",
            "likely",
            2,
            0.5,
            reason="word",
            unless=f"{_ELSEWHERE} number news office workplace link me branch",
            reach=4,
        ),
        Rule("guess_bold", "direct|abuse|animal perhaps", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_bold_alone", "^ !callname perhaps $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule(
            "guess_bold_said", "perhaps emph|joke|exclaim", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3
        ),
        Rule(
            "guess_bold_you", "perhaps you|target|friend $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3
        ),
        Rule("guess_you_bold", "you|target perhaps $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule(
            "guess_unfinished",
            "unfinished ?emph|joke|exclaim|like $",
            2,
            0.5,
            reason="word",
            unless=_ELSEWHERE,
            reach=3,
        ),
        Rule("guess_laughed", "maybe ?emph joke|exclaim", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_amid", f"{_AMID} ~6 maybe|likely", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule(
            "guess_amid_first",
            f"maybe|likely ~6 {_AMID}",
            2,
            0.5,
            reason="word",
            unless=_ELSEWHERE,
            reach=3,
        ),
        Rule("guess_letter", f"{_SPOKEN} ~1/thing letter", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule(
            "guess_letter_first",
            f"letter ~1/thing {_SPOKEN}",
            2,
            0.5,
            reason="word",
            unless=_ELSEWHERE,
            reach=3,
        ),
        Rule("guess_short", "^ ~2/neg maybe $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_last", "maybe ?emph $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_slot", "slot maybe|perhaps ?emph $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_slot_if", "slot maybe|perhaps if", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_all", "perhaps all $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_this", "^ maybe|perhaps demon slot", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_of", "companion|slot maybe", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("guess_exclaimed", "^ likely|maybe $", 2, 0.5, reason="word"),
        Rule("guess_called", "slot|friend|companion|direct likely ?emph $", 2, 0.5, reason="word"),
        Rule("guess_begins", "^ maybe ~1 $", 2, 0.5, reason="word", unless=_ELSEWHERE, reach=3),
        Rule("animal", "animal !country", confidence=0.85, unless="pet food zoo", reach=14),
        Rule("exclaimed", "^ exclaim $", 2, 0.6, reason="word", unless="relig hellword praise", reach=10),
        Rule(
            "exclaimed_at",
            "exclaim you|target",
            2,
            0.6,
            reason="directed",
            unless="relig hellword praise",
            reach=4,
        ),
        Rule(
            "called",
            "you|target ~1/neg exclaim",
            2,
            0.6,
            reason="directed",
            unless="relig hellword praise",
            reach=4,
        ),
        Rule(
            "exclaimed_loud",
            "exclaim emph $",
            2,
            0.6,
            reason="word",
            unless="relig hellword praise thing",
            reach=4,
        ),
        Rule(
            "exclaimed_loud_first",
            "^ emph exclaim $",
            2,
            0.6,
            reason="word",
            unless="relig hellword",
            reach=4,
        ),
        Rule("animal_at", "direct|you|target ?all animal", 3, 0.85, reason="animal", unless="pet", reach=2),
        Rule(
            "brainless",
            "brain ~2/thing|food|health lowplace",
            2,
            0.75,
            reason="directed",
            unless="health",
            reach=4,
        ),
        Rule(
            "likened",
            "mug ~1/neg likeit ~1/praise junk|softanimal|animal|insultadj",
            2,
            0.7,
            unless="praise pet film",
            reach=3,
            reason="directed",
        ),
        Rule(
            "face", "face ~1 !praise", 2, 0.5, unless="praise health care smile", reach=4, reason="directed"
        ),
        Rule("vocative", "direct ~1/neg softanimal", 2, 0.75, unless="pet food zoo", reason="directed"),
        Rule("vocative_adj", "direct ~1/neg insultadj", 2, 0.7, unless="thing", reach=2, reason="directed"),
        Rule(
            "you_are",
            "you ~2/neg|verb|food|thing|comma insultadj",
            2,
            0.6,
            unless="praise thing",
            reach=2,
            reason="directed",
        ),
        Rule("you_animal", "you ~1/neg softanimal", 2, 0.7, unless="pet food zoo", reason="directed"),
        Rule(
            "animal_you",
            "softanimal|insultadj you $",
            2,
            0.7,
            unless="pet food zoo praise",
            reason="directed",
        ),
    ),
    contexts={
        "joke": 1,
        "friend": 1,
        "lyric": 1,
        "news": 1,
        "quoted": 1,
        "reported": 1,
        "self": 1,
        "praise": 1,
        "counter": 1,
        "attributed": 1,
    },
    examples=(
        Example("dasar goblok, kerja begitu saja tidak becus", "id", True),
        Example("anjingku sudah divaksin rabies, lucu sekali ekornya", "id", False),
        Example("kowe pancen asu, utekmu nang dengkul", "jv", True),
        Example("sia mah goblog, teu boga uteuk", "su", True),
    ),
)
