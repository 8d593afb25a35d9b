"""Context: what stands around a match and makes it weigh less, or nothing.

Each context is a name that a category's table maps to what it takes off the severity.

    negated   a negation shortly before the match ("aku tidak benci ...")
    counter   the writer speaks against such words ("jangan bilang ...", "itu rasis"), against those who do such things
              ("siapa pun yang menyerang ..."), against the malice itself ("kebencian pada ..."), or blames what is said
    quoted    between quotation marks, with words of the writer's own outside them
    attributed  after "menyebut", "memanggil", "calling": words laid in somebody else's mouth
    reported  somebody else's words ("dia dibilang ...")
    news      the language of a report (police, court, "diduga"), twice or more
    joke      laughter or "canda" in the same text
    friend    a word for a friend in the same text
    lyric     a song
    self      said about oneself
    praise    beside a word of praise ("anjir keren banget")
"""

import re

from digitroops.engines.footprint.units import BREAK, COMMA, QUOTE, Alphabet, Units

_REACH = 4
_FEWEST_OUTSIDE = 2
_FURTHEST = 3
_WHOLE_TEXT = ("counter", "joke", "friend", "lyric")


class Contexts:
    """Reads the contexts of a match; made ready for an alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        def one_of(tags: str) -> re.Pattern[str]:
            return re.compile(f"[{alphabet.members(tags)}]")

        self._bits = {name: alphabet.bit(name) for name in (*_WHOLE_TEXT, "news", "neg", "self")}
        self._stop = one_of(BREAK)
        self._pause = one_of(f"{BREAK}|{COMMA}")
        self._quote = one_of(QUOTE)
        self._near = {name: one_of(name) for name in ("report", "attributed", "praise", "me", "neg", "you")}
        self._news = one_of("news")
        self._counter = one_of("counter")
        stop, inner = alphabet.members(BREAK), alphabet.members(f"{BREAK}|me|you")
        near, people = f"[^{inner}]{{0,{_FURTHEST}}}\\Z", alphabet.members("group|weakgroup|slur")
        self._doers = re.compile(f"[{alphabet.members('whoever')}](?![{people}]){near}")
        self._doing = re.compile(f"[{alphabet.members('whoever')}]\\Z")
        self._people = one_of("group|weakgroup|slur")
        self._malice = re.compile(f"(?<![{inner}])[{alphabet.members('malice')}]{near}")
        self._blamed = re.compile(
            f"[^{stop}]{{0,{_FURTHEST}}}[{alphabet.members(COMMA)}][^{stop}]{{0,2}}[{alphabet.members('negattr|blame')}]"
        )

    def around(self, units: Units, first: int, last: int) -> frozenset[str]:
        """Return the names of the contexts of units `first` to `last` (not included)."""
        names = {name for name in _WHOLE_TEXT if units.mask & self._bits[name]}
        codes = units.codes
        if "counter" in names and not self._elsewhere(self._counter, codes, first, last):
            names.discard("counter")
        if self._spoken_against(codes, first):
            names.add("counter")
        before = self._pause.split(codes[max(0, first - _REACH) : first])[-1]
        if self._near["neg"].search(before):
            names.add("negated")
        if self._near["attributed"].search(before):
            names.add("attributed")
        if self._inside_quotes(codes, first, last):
            names.add("quoted")
        if self._near["report"].search(codes[max(0, first - 4) : first]):
            names.add("reported")
            if self._blamed.match(codes[last:]):
                names.add("counter")
        if units.mask & self._bits["news"] and len(self._news.findall(codes)) > 1:
            names.add("news")
        if self._near["praise"].search(codes[max(0, first - 2) : last + 3]):
            names.add("praise")
        if self._about_self(codes, first, last):
            names.add("self")
        return frozenset(names)

    def _spoken_against(self, codes: str, first: int) -> bool:
        """Tell whether the subject is whoever does such things, or the malice itself."""
        before = self._stop.split(codes[:first])[-1]
        if self._doing.search(before):
            return not self._people.match(codes, first)
        return bool(self._doers.search(before) or self._malice.search(before))

    def _elsewhere(self, tag: re.Pattern[str], codes: str, first: int, last: int) -> bool:
        return bool(tag.search(codes[:first]) or tag.search(codes[last:]))

    def _inside_quotes(self, codes: str, first: int, last: int) -> bool:
        before = len(self._quote.findall(codes[: first + 1]))
        if before % 2 == 0 or not self._quote.search(codes[first + 1 :]):
            return False
        outside = self._quote.split(codes)[::2]
        return sum(len(part) for part in outside) >= _FEWEST_OUTSIDE

    def _about_self(self, codes: str, first: int, last: int) -> bool:
        around = codes[max(0, first - 2) : last + 1]
        return bool(self._near["me"].search(around)) and not self._near["you"].search(around)
