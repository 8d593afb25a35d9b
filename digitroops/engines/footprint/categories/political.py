"""Political campaigning: calls to vote, slogans, support for or attacks on a party or candidate; not civic information.

A finding needs who stands (a candidate, a party, a politician) and what is wanted for or against them: a vote, a
victory, volunteers, a slogan, a sneer. Election offices, surveys, neutrality and "whomever you choose" silence it.
"""

from digitroops.engines.footprint.rules import GONE, Category, Example, Rule

_CIVIC, _WIDE = "civic news", 14
_SIDE = "contender|partyname|politician"
_BARRED = "civic"


def _call(key: str, pattern: str, confidence: float, reason: str = "vote", *, against: bool = False) -> Rule:
    """Make a rule that civic words near it or between its steps silence; `against` holds a negation of its own."""
    steps = (_gap(step) if step[0] == "~" else step for step in pattern.split())
    return Rule(
        key, " ".join(steps), 2, confidence, _CIVIC, _WIDE, {"negated": 0} if against else {}, reason=reason
    )


def _gap(step: str) -> str:
    return f"{step}|{_BARRED}" if "/" in step else f"{step}/{_BARRED}"


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
        "team": {
            "id": "Mungkin menggalang pendukung atau membagikan atribut kampanye: {words}.",
            "en": "May rally supporters or hand out campaign goods: {words}.",
        },
        "attack": {
            "id": "Mungkin menyerang calon atau partai: {words}.",
            "en": "May attack a candidate or party: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        Rule("slogan", "campaign", 2, 0.85, unless="election_info civic", reach=6),
        Rule(
            "vote",
            "vote ~3/neg|election_info|civic party",
            2,
            0.7,
            unless="election_info news civic",
            reach=6,
        ),
        Rule(
            "party_vote",
            "party ~3/neg|election_info|civic vote",
            2,
            0.6,
            reason="vote",
            unless="election_info news civic",
            reach=6,
        ),
        _call("ballot", f"ballotword ~3/neg {_SIDE}|logo", 0.7),
        _call("ballot_number", "ballotword numeral|number|ballotno !clock", 0.65),
        _call("choose", "choosing ~3/neg contender|partyname", 0.65),
        _call("choose_number", f"{_SIDE}|leader|mustwin ~~14 choosing numeral|number|ballotno !clock", 0.65),
        _call("number_for", f"choosing numeral|number|ballotno ~~8 {_SIDE}|leader|dapil", 0.65),
        _call("make_leader", "choosing|ballotword ~4/neg become leader", 0.65),
        _call("take_office", "choosing|ballotword ~4/neg takeoffice", 0.65),
        _call("call_ballot", f"{_SIDE} ~~14 pushing ballotword", 0.65),
        _call("i_vote", f"{_SIDE} ~~12 iballot", 0.65),
        _call("pierce", "electday ~~10 pierce ~2 ballotno|numeral", 0.65),
        _call("who_else", f"{_SIDE}|partyword ~~14 nobodyelse", 0.6),
        _call("serve", f"{_SIDE}|dapil ~~10 serve", 0.65),
        _call("movement", f"rallying ~5/neg become {_SIDE}", 0.6, "team"),
        _call(
            "hoist", f"swag|postergear ~2/neg title|{_SIDE}|partyword ~~6/neg hoist|torn|giving", 0.6, "team"
        ),
        _call("fight", f"{_SIDE}|partyword ~~10 fight", 0.6, "slogan"),
        _call("fight_for", f"fight ~3 {_SIDE}", 0.6, "slogan"),
        _call("party_wins", "^ partyname mustwin $", 0.5, "slogan"),
        _call("fall", "ruler ~3/neg pushing ~1 downed ~4 electday", 0.65, "attack"),
        _call("sneer", f"attackline ~2/neg {_SIDE}|partyword", 0.55, "attack"),
        _call("onward", "partyname|politician ~6/neg onward $", 0.55, "slogan"),
        _call("one_vote", "mustwin ~~8 onevote", 0.6),
        _call("beg_election", "electday|ballotno ~~12 beg", 0.65),
        _call("hoisted", f"hoist ~1 postergear|swag ~2 title|{_SIDE}|partyword", 0.6, "team"),
        _call("front", "hoist ~1 yardsign ~~6/neg homefront", 0.55, "team"),
        _call("torn", f"swag|postergear ~4/neg torn ~5 {_SIDE}|partyword", 0.6, "team"),
        _call("banner", "postergear ~3 mychoice|thenumber", 0.6, "team"),
        _call("crew", f"campteam ~2/neg title|cyberact|{_SIDE}", 0.6, "team"),
        Rule("crew_join", "rallying|joinus|wanted ~6/neg campteam", 2, 0.6, "news", _WIDE, reason="team"),
        _call("crew_of", "volunteer title ~~8/neg postergear|wanted|rallying|joinus", 0.55, "team"),
        _call("name_office", "choosing ~~9/neg title unknown leader", 0.55),
        _call("crew_rally", "polrally ~1/neg volunteer title", 0.55, "team"),
        _call("funds", f"fundword ~4/neg stump title|leader|{_SIDE}", 0.6, "team"),
        _call("pride", "pride ~3/neg member ~2 partyname|partyword", 0.6, "team"),
        _call(
            "number_day", "electday|choosing|takeoffice ~~12 pushing|become|choosing thenumber !clock", 0.6
        ),
        _call("emblem", "electday|ballotword ~~10/neg emblem", 0.6),
        _call("voice", f"ourvoice ~5/neg {_SIDE}", 0.6),
        _call("name", "ballotword title", 0.6),
        _call("office", "backing ~5/neg takeoffice", 0.6),
        _call("elected", "pushing ~4/neg elected ~2/neg takeoffice|leader", 0.6),
        _call("rejects", "rejects|butnot|dontvote contender|partyname", 0.6, "attack", against=True),
        _call("colour", f"colouring ~~8/neg electday|{_SIDE}|chant", 0.6, "slogan"),
        _call("jeer", "contender|partyname ~~9/neg jeer", 0.55, "attack"),
        _call("camps", f"voterpart ~~6/neg voterpart|supporter|{_SIDE}", 0.55, "attack"),
        _call("voters", f"leader|{_SIDE}|partyword ~~9 voterword ~~6 witless", 0.55, "attack"),
        _call("voters_of", f"voterword ~4/neg {_SIDE}|partyword ~~12 witless", 0.55, "attack"),
        Rule("tally", "tally ~~6/neg myman", 2, 0.6, "news", _WIDE, reason="vote"),
        Rule("win_him", "winhim ~4/neg onevictory|contender|title", 2, 0.65, "news", _WIDE, reason="vote"),
        _call("my_choice", f"{_SIDE} ~~14 mychoice", 0.65),
        _call("my_choice_first", f"mychoice ~3/neg {_SIDE}|leader", 0.65),
        _call("beg", f"beg ~~14 {_SIDE}|dapil|electday|ballotword", 0.7),
        _call("beg_last", f"{_SIDE}|dapil ~~16 beg", 0.65),
        _call("running", f"running ~~10 {_SIDE}|dapil|beg", 0.65),
        _call("win", f"{_SIDE}|leader ~2/neg pushing ~1 mustwin", 0.6),
        _call("win_first", f"pushing ~2 mustwin ~3 {_SIDE}", 0.6),
        _call("win_wish", f"pushing ~3/neg {_SIDE} ~1 mustwin", 0.6),
        _call("leader_is", f"leader ~2/neg pushing ~2 {_SIDE}|ballotno", 0.6),
        _call("replace", "^ replacing ?emph ruler|contender|politician", 0.65, "attack"),
        _call("lose", f"besure ~3 losing ~3 {_SIDE}|partyword", 0.65, against=True),
        _call("but_not", f"butnot ~2 {_SIDE}|partyword", 0.7, against=True),
        _call("dont_vote", f"{_SIDE}|partyword|leader|takeoffice ~~14 dontvote", 0.65, against=True),
        _call("dont_vote_for", f"dontvote ~~8 {_SIDE}|partyword|leader", 0.65, against=True),
        _call("chant", f"{_SIDE} ~1 chant", 0.65, "slogan"),
        _call("fingers", f"{_SIDE}|mustwin|electday ~~10 onevictory", 0.65, "slogan"),
        _call("rally", f"joinus ~4 rally ~2 {_SIDE}", 0.65, "team"),
        _call("rally_side", f"rally ~~6 joinus ~~6/neg {_SIDE}", 0.6, "team"),
        _call("swag", f"swag ~2 {_SIDE}|partyword ~~12 giving", 0.65, "team"),
        _call("swag_given", f"giving ~3 swag ~2 {_SIDE}|partyword", 0.65, "team"),
        _call("team", f"volunteer ~3 {_SIDE} ~~12 rallying", 0.65, "team"),
        _call("canvass", f"canvass ~8 {_SIDE}|leader", 0.6, "team"),
        _call("team_for", f"{_SIDE} ~~8 volunteer ~2 rallying", 0.6, "team"),
        _call("backing", f"backing ~3/neg {_SIDE}|ballotno", 0.6),
        _call("campaigning", f"{_SIDE} ~~12 campaigning", 0.65),
        _call("attack", f"{_SIDE}|partyword ~3/neg attackline", 0.55, "attack"),
    ),
    contexts={"news": GONE, "reported": 1, "quoted": 1, "negated": 1},
    examples=(
        Example("ayo coblos nomor 2, menangkan satu putaran", "id", True),
        Example("KPU mengumumkan jadwal debat capres", "id", False),
        Example("siapa pun asal bukan petahana", "id", True),
        Example("siapa pun pilihanmu, gunakan hak pilih", "id", False),
        Example("Pak Bupati kudu menang maneh, pilih loro", "jv", True),
        Example("tim volimu kudu menang maneh", "jv", False),
        Example("kick him out, choose the challenger", "en", True),
        Example("polling stations open at eight, bring your card", "en", False),
    ),
)
