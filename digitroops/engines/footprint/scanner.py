"""The scanner: one text in, findings with evidence out."""

import datetime as dt
import gc
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.context import Contexts
from digitroops.engines.footprint.errors import FootprintError
from digitroops.engines.footprint.findings import Evidence, Finding, Reason
from digitroops.engines.footprint.folding import fold, places
from digitroops.engines.footprint.lexicon import Lexicon, load_bare, load_lexicon, load_vocabulary
from digitroops.engines.footprint.long import finder, windows
from digitroops.engines.footprint.numbers import find_numbers
from digitroops.engines.footprint.opinion import Opinion
from digitroops.engines.footprint.rules import GONE, Category, Compiled, compile_rule
from digitroops.engines.footprint.terms import Term, Terms
from digitroops.engines.footprint.units import Cutter, Units

_DEEP = 6_000
_MOST_FINDINGS = 200
_FIRST_STEP, _SECOND_STEP, _ADULT = 3, 7, 18
_YEAR = 365.25
_ESCAPED = re.compile(
    r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|[nrt])|&(?:amp|lt|gt|quot|nbsp|#\d{1,6});", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Match:
    category: Category
    key: str
    span: tuple[int, int]
    severity: int
    confidence: float
    evidence: tuple[Evidence, ...]
    correction: str = ""


class Scanner:
    """Finds what a reader may want to look at; built once, used for any number of texts.

    `categories` names those switched on (default: all thirteen). `terms` are PR's own phrases and
    patterns. `as_of` is the day the age of posts is counted to; without it nothing fades with age.
    `born` lowers what was written before the person's eighteenth birthday. `opinion` holds the
    organisation's own weights (see `training`): their part of a finding is shown as word weights.
    """

    def __init__(
        self,
        categories: Iterable[str] | None = None,
        terms: Iterable[Term] = (),
        *,
        as_of: dt.date | None = None,
        born: dt.date | None = None,
        opinion: Opinion | None = None,
    ) -> None:
        wanted = list(CATEGORIES) if categories is None else list(categories)
        unknown = sorted(set(wanted) - set(CATEGORIES))
        if unknown:
            raise FootprintError(f"Unknown categories: {', '.join(unknown)}. Known: {', '.join(CATEGORIES)}.")
        self.categories = tuple(name for name in CATEGORIES if name in wanted)
        self._as_of, self._born, self._opinion = as_of, born, opinion
        lexicon = load_lexicon()
        self._signs = finder()
        self._terms = Terms(terms, self.categories)
        self._add_employers(lexicon)
        self._cutter = Cutter(lexicon, load_vocabulary(), load_bare())
        alphabet = self._cutter.alphabet
        self._contexts = Contexts(alphabet)
        chosen = [CATEGORIES[name] for name in self.categories]
        self._rules = [
            compile_rule(rule, category, alphabet) for category in chosen for rule in category.rules
        ]
        self._keyed: dict[int, list[int]] = defaultdict(list)
        for place, compiled in enumerate(self._rules):
            for bit in _bits(compiled.key):
                self._keyed[bit].append(place)
        self._tried: dict[str, frozenset[int]] = {}
        _spare_lists()

    def _add_employers(self, lexicon: Lexicon) -> None:
        for entry in self._terms.employer_entries():
            lexicon.add(entry)

    def scan(self, text: str, *, created: dt.date | None = None, kind: str = "post") -> tuple[Finding, ...]:
        """Return the findings of one text, in reading order.

        `created` is the day it was written; `kind` is `post`, `comment`, `reply`, `bio` or `message`
        (a comment or reply speaks to somebody, so an insult in it counts as aimed). Texts longer than
        6,000 characters are searched through for strong words and read closely around them.
        """
        if len(text) <= _DEEP:
            return self._scan_piece(text, 0, created, kind)
        found: list[Finding] = []
        for start, end in windows(text, _DEEP, self._signs):
            found += self._scan_piece(text[start:end], start, created, kind)
            if len(found) >= _MOST_FINDINGS:
                break
        return tuple(found[:_MOST_FINDINGS])

    def scan_many(self, texts: Iterable[str]) -> Iterator[tuple[Finding, ...]]:
        """Yield the findings of each text, in the same order."""
        for text in texts:
            yield self.scan(text)

    def _scan_piece(self, text: str, shift: int, created: dt.date | None, kind: str) -> tuple[Finding, ...]:
        if "\\" in text or "&" in text:
            text = _ESCAPED.sub(lambda found: " " * len(found.group()), text)
        folded = fold(text)
        units = self._cutter.cut(folded)
        matches = [*self._rule_matches(units, kind)]
        matches += self._other_matches(folded)
        findings: tuple[Finding, ...] = ()
        if matches:
            back = None if len(folded) == len(text) else places(text)
            drop = self._age_drop(created)
            found = (self._finding(match, back, drop) for match in _merged(matches))
            findings = tuple(sorted(found, key=lambda item: (item.span, item.category)))
        if self._opinion is not None:
            reviewed = self._opinion.review(text, findings)
            findings = tuple(item for item in reviewed if item.category in self.categories)
        if shift:
            findings = tuple(
                replace(item, span=(item.span[0] + shift, item.span[1] + shift)) for item in findings
            )
        return findings

    def _rule_matches(self, units: Units, kind: str) -> Iterator[_Match]:
        mask, codes = units.mask, units.codes
        absent = ~mask
        for place in self._worth_trying(codes):
            compiled = self._rules[place]
            if compiled.must & absent:
                continue
            for need in compiled.needs:
                if not mask & need:
                    break
            else:
                for hit in compiled.search.finditer(codes):
                    match = self._match(compiled, units, hit.start(), hit.end(), kind)
                    if match is not None:
                        yield match

    def _worth_trying(self, codes: str) -> list[int]:
        """Return the rules whose rarest step may be in a text, by what each code of the text may begin."""
        tried: set[int] = set()
        for code in set(codes):
            known = self._tried.get(code)
            if known is None:
                mask = self._cutter.alphabet.masks[code]
                known = frozenset(place for bit in _bits(mask) for place in self._keyed.get(bit, ()))
                self._tried[code] = known
            if known:
                tried |= known
        return sorted(tried)

    def _match(self, compiled: Compiled, units: Units, first: int, last: int, kind: str) -> _Match | None:
        rule, category = compiled.rule, compiled.category
        if last <= first:
            return None
        if compiled.unless is not None:
            before, after = (
                units.codes[max(0, first - rule.reach) : first],
                units.codes[last : last + rule.reach],
            )
            if compiled.unless.search(before) or compiled.unless.search(after):
                return None
        listed = [part for part in units.parts[first:last] if part.entry is not None]
        severity = rule.severity or max((part.entry.severity for part in listed if part.entry), default=1)
        names = self._contexts.around(units, first, last)
        lowering = compiled.lowering
        drops = {name: lowering[name] for name in sorted(names) if lowering.get(name)} if names else {}
        if kind in ("reply", "comment"):
            drops.pop("self", None)
        if max(drops.values(), default=0) >= GONE:
            return None
        severity = max(1, severity - max(drops.values(), default=0))
        evidence = [Evidence("rule", f"{category.name}.{rule.key}", rule.confidence)]
        for part in listed:
            how = f" ({part.disguise})" if part.disguise not in ("", "affix") else ""
            evidence.append(Evidence("word", part.word + how, 0.9 if how else 1.0))
        evidence += [Evidence("context", name, drop / GONE) for name, drop in drops.items()]
        confidence = rule.confidence * (0.9 if any(item.weight < 1 for item in evidence[1:]) else 1)
        key = rule.reason or rule.key
        return _Match(category, key, units.span(first, last), severity, round(confidence, 3), tuple(evidence))

    def _other_matches(self, folded: str) -> Iterator[_Match]:
        for number in find_numbers(folded):
            if number.category in self.categories:
                evidence = tuple(Evidence("check", name) for name in number.checks)
                category = CATEGORIES[number.category]
                yield _Match(category, number.key, number.span, number.severity, number.confidence, evidence)
        for term, span in self._terms.find(folded):
            category = CATEGORIES[term.category]
            evidence = (Evidence("term", term.text),)
            yield _Match(category, "term", span, term.severity, 0.95, evidence, term.correction)

    def _finding(
        self, match: _Match, back: list[int] | None, drop: Callable[[Category], tuple[int, str]]
    ) -> Finding:
        start, end = match.span
        if back is not None:
            start, end = back[start], back[end - 1] + 1
        less, why = drop(match.category)
        words = [item.name for item in match.evidence if item.kind in ("word", "term", "check")]
        contexts = [item.name for item in match.evidence if item.kind == "context"]
        evidence = match.evidence
        if why:
            contexts.append(why)
            evidence = (*evidence, Evidence("context", why, less / GONE))
        parameters = {"words": ", ".join(dict.fromkeys(words)), "contexts": ",".join(dict.fromkeys(contexts))}
        if match.correction:
            parameters["correction"] = match.correction
        reason = Reason(f"{match.category.name}.{match.key}", parameters)
        severity = max(1, match.severity - less)
        return Finding(match.category.name, severity, (start, end), evidence, match.confidence, reason)

    def _age_drop(self, created: dt.date | None) -> Callable[[Category], tuple[int, str]]:
        """Return what age takes off: one step after three years, two after seven, one more for a minor's."""
        day = created.date() if isinstance(created, dt.datetime) else created
        less, why = 0, ""
        if day is not None and self._as_of is not None:
            years = (self._as_of - day).days / _YEAR
            less = (years >= _FIRST_STEP) + (years >= _SECOND_STEP)
            why = "old" if less else ""
        if day is not None and self._born is not None and (day - self._born).days / _YEAR < _ADULT:
            less, why = less + 1, "young"
        return lambda category: (less, why) if category.fades and less else (0, "")


@cache
def _spare_lists() -> None:
    """Keep the garbage collector from walking the lists over and over; they stay as long as the process."""
    gc.freeze()


def _bits(mask: int) -> Iterator[int]:
    """Yield the bits that are set in a mask."""
    while mask:
        bit = mask & -mask
        mask ^= bit
        yield bit


def _merged(matches: list[_Match]) -> list[_Match]:
    """Join overlapping matches of one category: the most severe leads, the evidence of all is kept."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda item: (item.category.name, item.span[0], -item.span[1])):
        last = kept[-1] if kept else None
        if last is None or last.category is not match.category or match.span[0] >= last.span[1]:
            kept.append(match)
            continue
        lead, other = (
            (match, last)
            if (match.severity, match.confidence) > (last.severity, last.confidence)
            else (last, match)
        )
        span = (min(lead.span[0], other.span[0]), max(lead.span[1], other.span[1]))
        evidence = tuple(dict.fromkeys((*lead.evidence, *other.evidence)))
        correction = lead.correction or other.correction
        kept[-1] = replace(lead, span=span, evidence=evidence, correction=correction)
    return kept
