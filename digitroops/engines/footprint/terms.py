"""PR's own terms: phrases and RE2 patterns for confidential, misinformation, employer and other categories.

Patterns run on RE2, whose time grows with the text and never explodes, so that no pattern that PR writes
can hold a scan up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import re2
from ahocorasick_rs import AhoCorasick, MatchKind

from digitroops.engines.footprint.errors import TermError
from digitroops.engines.footprint.folding import fold
from digitroops.engines.footprint.lexicon import Entry

_LONGEST = 400
_MOST = 5_000
_MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase (or, with `pattern`, an RE2 pattern) that belongs to a category.

    Terms of `employer` name the employer, its people or competitors: they are found only beside criticism.
    `correction` is the answer to a false claim, shown with the finding's reason.
    """

    category: str
    text: str
    pattern: bool = False
    severity: int = 3
    correction: str = ""


class Terms:
    """Finds terms in folded texts; built once."""

    def __init__(self, terms: Iterable[Term], categories: tuple[str, ...]) -> None:
        chosen = [term for term in terms if term.category in categories]
        if len(chosen) > _MOST:
            raise TermError(f"{len(chosen)} terms are too many: at most {_MOST} can be used.")
        for term in chosen:
            _check(term)
        self._employers = [term for term in chosen if term.category == "employer" and not term.pattern]
        self._phrases = [term for term in chosen if not term.pattern and term.category != "employer"]
        self._patterns = [(term, _compiled(term)) for term in chosen if term.pattern]
        spelled = [" ".join(fold(term.text).split()) for term in self._phrases]
        self._finder = AhoCorasick(spelled, matchkind=MatchKind.LeftmostLongest) if spelled else None

    def employer_entries(self) -> Iterator[Entry]:
        """Yield the employer's names as list entries, so that rules can look for criticism beside them."""
        for term in self._employers:
            yield Entry(" ".join(fold(term.text).split()), frozenset(("employername",)))

    def find(self, folded: str) -> Iterator[tuple[Term, tuple[int, int]]]:
        """Yield each term found with its place in the folded text, at most fifty."""
        if self._finder is not None:
            for which, start, end in self._finder.find_matches_as_indexes(folded)[:_MOST_HITS]:
                if _stands_alone(folded, start, end):
                    yield self._phrases[which], (start, end)
        for term, pattern in self._patterns:
            for count, hit in enumerate(pattern.finditer(folded)):
                if count >= _MOST_HITS or hit.end() <= hit.start():
                    break
                yield term, (hit.start(), hit.end())


def _check(term: Term) -> None:
    text = fold(term.text).strip()
    if not text:
        raise TermError(f"A term of {term.category} is empty.")
    if len(text) > _LONGEST:
        raise TermError(f"The term “{text[:40]}…” is longer than {_LONGEST} characters.")
    if term.severity not in (1, 2, 3, 4):
        raise TermError(f"The severity of “{text}” must be 1, 2, 3 or 4.")


def _compiled(term: Term) -> "re2._Regexp[str]":
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        return re2.compile(term.text, options=options)
    except re2.error as error:
        why = re.sub(r"^b'|'$", "", str(error.args[0] if error.args else error))
        raise TermError(f"The pattern “{term.text}” cannot be used: {why}.") from error


def _stands_alone(folded: str, start: int, end: int) -> bool:
    before = start == 0 or not (folded[start - 1].isalnum() and folded[start].isalnum())
    after = end == len(folded) or not (folded[end].isalnum() and folded[end - 1].isalnum())
    return before and after
