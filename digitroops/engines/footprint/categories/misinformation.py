"""Misinformation: hoaxes and false health claims, vaccines above all; PR adds claims and corrections.

A claim is a thing with what it is said to do: a vaccine and the harm, a remedy and the serious illness it heals, a
treatment that is advised against for the sake of a remedy, an illness that is said not to exist, those who hide it.
What refutes, asks or reports silences it.
"""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_REFUTED, _WIDE = "refuted", 24
# "Orang yang divaksin ..." speaks of people, not against those who say so.
_PEOPLE = {"counter": 1}


def _claim(
    key: str, pattern: str, severity: int, confidence: float, reason: str, *, advice: bool = False
) -> Rule:
    """Make a rule that a refutation near or inside it silences; `advice` begins with a negation of its own."""
    contexts = {"negated": 0, **_PEOPLE} if advice else _PEOPLE
    steps = (_barred(step) if step[0] == "~" else step for step in pattern.split())
    return Rule(key, " ".join(steps), severity, confidence, _REFUTED, _WIDE, contexts, reason)


def _barred(gap: str) -> str:
    return f"{gap}|{_REFUTED}" if "/" in gap else f"{gap}/{_REFUTED}"


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
        "forgo": {
            "id": "Mungkin menyarankan meninggalkan pengobatan demi cara yang belum terbukti: {words}.",
            "en": "May advise against treatment in favour of something unproven: {words}.",
        },
        "denial": {
            "id": "Mungkin menyangkal adanya penyakit atau wabah: {words}.",
            "en": "May deny that an illness or outbreak exists: {words}.",
        },
        "hidden": {
            "id": "Mungkin menuduh tenaga kesehatan atau lembaga menyembunyikan fakta kesehatan: {words}.",
            "en": "May accuse health workers or institutions of hiding health facts: {words}.",
        },
        "term": {
            "id": "Mengulang klaim yang ditetapkan tim: {words}.",
            "en": "Repeats a claim the team listed: {words}.",
        },
    },
    rules=(
        Rule("claim", "hoaxclaim", 3, 0.8, unless="debunk refuted", reach=14),
        _claim("vaccine", "vaccine ~5/neg vaxclaim", 3, 0.75, "vaccine"),
        _claim("vaccine_first", "<!neg|nosuch vaxclaim ~4/neg|comma vaccine", 2, 0.65, "vaccine"),
        _claim("refuse", "!refuted neg ~1 vaccine ~4 vaxclaim", 3, 0.7, "vaccine", advice=True),
        _claim("vaccine_harm", "vaccine ~7/neg causes ~3/neg vaxharm", 3, 0.75, "vaccine"),
        _claim("vaccine_doom", "vaccine ~3/neg cert ~3/neg vaxharm", 3, 0.75, "vaccine"),
        _claim("harm_after", "vaxharm ~4/neg hereafter ~2/neg vaccine", 2, 0.6, "vaccine"),
        _claim("absurd", "vaccine ~~9/neg absurd", 3, 0.7, "vaccine"),
        _claim("absurd_first", "<!neg|nosuch absurd ~~8/neg vaccine", 2, 0.65, "vaccine"),
        _claim("vaccine_doing", "vaccine ~4/neg purpose ~3/prevent|neg vaxdoom", 3, 0.7, "vaccine"),
        _claim("vaccine_or", "vaccine ~~7 prefer ~2 herb", 2, 0.65, "vaccine"),
        _claim("vaccine_smear", "vaccine ~12/neg|prevent|purpose vaxsmear", 3, 0.65, "vaccine"),
        _claim("plot", "illness|gravecare|vaccine ~3/neg plot", 2, 0.6, "hidden"),
        _claim("plotted", "pandemic ~~14 <!neg plot", 2, 0.6, "denial"),
        _claim("lack", "illness isof ~2/neg lackfaith", 2, 0.65, "denial"),
        _claim("faith", "faith ~~10 forgo|neg ~1/keepon vaccine", 2, 0.6, "vaccine"),
        _claim("faith_first", "forgo|neg ~1/keepon vaccine ~~10 faith", 2, 0.6, "vaccine", advice=True),
        _claim("overblown", "pandemic|vaccine ~4/neg overblown", 2, 0.6, "denial"),
        _claim("vaccine_for", "vaccine ~8/neg elitemen ~2 soldfor|conceal|unreal", 2, 0.65, "vaccine"),
        _claim("vaccine_unreal", "vaccine isof ~1/neg unreal", 2, 0.65, "vaccine"),
        _claim("unvaccinated", "forgo|neg ~3 vaccine ~~8 selfimmune", 2, 0.65, "vaccine", advice=True),
        _claim("cure", "remedy ~6/neg strongcure ~4/neg illness", 3, 0.75, "cure"),
        _claim("cure_named", "illness ~6/neg strongcure ~6/neg remedy", 3, 0.75, "cure"),
        _claim("cure_by", "remedy ~8/neg illness ~4/neg strongcure", 3, 0.75, "cure"),
        _claim("cure_last", "illness ~~8 herb ~8/neg strongcure", 3, 0.7, "cure"),
        _claim("cure_merely", "illness ~~6 heal|strongcure ~4/neg suffice ~4/neg herb", 3, 0.7, "cure"),
        _claim("cure_suffices", "illness ~~6/neg suffice ~4/neg herb ~8/neg heal|strongcure", 3, 0.7, "cure"),
        _claim("cure_all", "herb ~6/neg strongcure|heal|forgo ~3/neg everyill", 3, 0.75, "cure"),
        _claim("cure_any", "everyill ~5/neg strongcure|heal ~5/neg herb", 3, 0.75, "cure"),
        _claim("forgo", "illness ~~14 herb ~~14 forgo ~2/keepon medic", 3, 0.7, "forgo"),
        _claim("forgo_named", "illness ~~14 forgo ~2/keepon medic ~~14 herb", 3, 0.7, "forgo"),
        _claim("forgo_then", "herb ~~14 illness ~~14 forgo ~2/keepon medic", 3, 0.7, "forgo"),
        _claim("forgo_first", "forgo ~2/keepon medic ~~10 illness ~~14 herb", 3, 0.7, "forgo", advice=True),
        _claim(
            "forgo_herb",
            "forgo ~2/keepon medic ~~14 herb ~~10 illness|strongcure",
            3,
            0.7,
            "forgo",
            advice=True,
        ),
        _claim("forgo_grave", "forgo|neg ~2/keepon gravecare ~~12 herb", 3, 0.7, "forgo", advice=True),
        _claim("grave_forgone", "herb ~~12 forgo|neg ?medic gravecare", 3, 0.7, "forgo"),
        _claim("grave_slur", "gravecare ~3/neg medslur ~~12 herb", 3, 0.7, "forgo"),
        _claim("curse", "illness ~3/neg curse", 2, 0.6, "denial"),
        _claim("curse_not", "curse neg illness", 2, 0.65, "denial"),
        _claim("nosuch", "nosuch ~1 pandemic $", 2, 0.65, "denial", advice=True),
        _claim("absent", "pandemic ?isof untrue_ill $", 3, 0.7, "denial", advice=True),
        _claim("manmade", "pandemic isof ~1/neg manmade ~1 elitemen", 3, 0.7, "denial"),
        _claim("techno", "techno ~4/neg makesill ~3/neg sickness", 3, 0.7, "claim"),
        _claim("unreal", "pandemic isof ~1/neg unreal", 3, 0.75, "denial"),
        _claim("unreal_plain", "pandemic unreal $", 3, 0.7, "denial"),
        _claim("faked", "pandemic ~~12 elitemen ~4/neg soldfor|conceal|fakedeath", 2, 0.65, "hidden"),
        _claim("hiding", "elitemen ~3 conceal ~~14 vaccine|herb|illness|pandemic", 3, 0.7, "hidden"),
        _claim("hidden", "conceal ~2 elitemen ~~14 vaccine|herb|illness|pandemic", 3, 0.7, "hidden"),
        _claim("hidden_last", "vaccine|herb|illness|pandemic ~~14 conceal ~1 elitemen", 3, 0.7, "hidden"),
        _claim("hidden_cure", "herb|strongcure|vaccine ~~14 elitemen ~2 conceal", 3, 0.7, "hidden"),
        _claim("mask", "masktest ~4/neg causes ~2/neg maskharm", 3, 0.7, "claim"),
        _claim("dread", "suspect ~~7/neg|excess brings ~5/neg|excess dread", 2, 0.6, "claim"),
        _claim("dread_plain", "suspect ~~4/neg|excess gravend", 2, 0.55, "claim"),
        _claim(
            "dread_use",
            "forgo|neg ~3 suspect|masktest|medic ~~9/excess dread|maskharm",
            2,
            0.6,
            "claim",
            advice=True,
        ),
        _claim("germ_killed", "remedy ~4/neg killgerm ~1 germ|illness", 3, 0.7, "cure"),
        _claim("germ_dead", "remedy ~~6/neg germdead", 2, 0.6, "cure"),
        _claim("told_easy", "illness ~~12 remedy ~~10/neg strongcure", 3, 0.65, "cure"),
        _claim("easy_told", "illness ~2/neg strongcure ~~6/neg remedy", 3, 0.65, "cure"),
        _claim("fat", "remedy|suspect ~~5/neg fatloss ~~7 nodiet", 2, 0.6, "cure"),
        _claim("kebal", "kebal ~1/neg|vaccine pandemic", 2, 0.6, "denial"),
        _claim("care_kills", "gravecare ~~4/neg medkill", 3, 0.65, "forgo"),
        _claim("cosmic", "cosmic ~~16 gadgetoff|spreadhush|conceal", 2, 0.6, "claim"),
    ),
    contexts={"negated": GONE, "counter": GONE, "quoted": 1, "reported": 1, "news": 1, "joke": 1},
    examples=(
        Example("vaksin itu isinya chip buat melacak kita, sebarkan", "id", True),
        Example("hoaks bahwa vaksin berisi chip sudah dibantah", "id", False),
        Example("stroke ga usah ke RS, cukup minum rebusan daun salam", "id", True),
        Example("gejala stroke? jangan tunda, segera ke RS, jangan cuma minum rebusan", "id", False),
        Example("diabetes mari total mung ngombe godhogan pare, ora usah insulin", "jv", True),
        Example("wedang jahe ngangetke awak, enak diombe pas udan", "jv", False),
        Example("the virus was never real, doctors are paid to hide it, covid is fake", "en", True),
        Example("no evidence that garlic cures covid, says the ministry", "en", False),
    ),
)
