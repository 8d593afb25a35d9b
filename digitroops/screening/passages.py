"""How a finding is shown: its text in pieces, the marked ones apart, names taken out for reviewers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from digitroops.engines import footprint
from digitroops.screening.models import Finding
from digitroops.screening.traits import pieces_of
from digitroops.screening.words import LOWERED

LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    marked: bool
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """One line of "why it was marked": the word or words, and what they did."""

    word: str
    text: str | Promise
    icon: str


def passages_of(finding: Finding, *, identities: Iterable[str] = (), mask: str = "") -> list[Passage]:
    """The text of a finding with its marked words apart; names in `identities` become `mask`."""
    pieces, done = [], 0
    for start, end in spans_of(finding):
        pieces += [(finding.text[done:start], False), (finding.text[max(start, done) : end], True)]
        done = max(done, end)
    pieces.append((finding.text[done:], False))
    return [Passage(masked(text, identities, mask), marked) for text, marked in pieces if text]


def spans_of(finding: Finding) -> list[tuple[int, int]]:
    """Every place in the text that was marked, in order; the same words can stand in it more than once."""
    kept = finding.reason.get("spans") or [(finding.span_start or 0, finding.span_end or 0)]
    return sorted((int(start), int(end)) for start, end in kept)


def veiled(text: str, identities: Iterable[str], mask: str) -> list[Passage]:
    """A text as a reviewer reads it: names replaced, words about what the person is hidden."""
    return [
        Passage(part, marked=False, hidden=kind) for part, kind in pieces_of(masked(text, identities, mask))
    ]


def veiled_passages_of(finding: Finding, identities: Iterable[str], mask: str) -> list[Passage]:
    """The text of a finding for a reviewer; only its marked words stay as they were written."""
    names = list(identities)
    shown = []
    for passage in passages_of(finding, identities=names, mask=mask):
        shown += [passage] if passage.marked else veiled(passage.text, (), mask)
    return shown


def masked(text: str, identities: Iterable[str], mask: str) -> str:
    """The text with the names, as whole words and with or without @, replaced."""
    names = [re.escape(name) for name in identities]
    if not names:
        return text
    return re.sub(rf"@?(?<!\w)(?:{'|'.join(names)})(?!\w)", lambda _found: mask, text, flags=re.IGNORECASE)


def reason_of(finding: Finding) -> str:
    """The engine's reason in the reader's language; what made it weigh less stands among the clues."""
    if finding.reason.get("key") == "hand":
        return _("A reviewer has read and marked this: %(why)s") % {
            "why": finding.reason["parameters"]["why"]
        }
    parameters = {**finding.reason.get("parameters", {}), "contexts": ""}
    if words := words_of(finding):
        parameters["words"] = words
    found = footprint.Finding(
        category=finding.category,
        severity=finding.severity,
        span=(finding.span_start, finding.span_end),
        evidence=(),
        confidence=finding.confidence,
        reason=footprint.Reason(finding.reason["key"], parameters),
    )
    return footprint.reason_text(found, get_language() or "id")


def words_of(finding: Finding) -> str:
    """The words that a rule found, as they stand in the text; as the engine reads them where that says more.

    That is where a word was written in disguise, and where the words stand far apart.
    """
    names = list(dict.fromkeys(item["name"] for item in finding.evidence if item["kind"] == "word"))
    written = [" ".join(finding.text[start:end].split()) for start, end in spans_of(finding)]
    quoted = ", ".join(dict.fromkeys(words for words in written if words))
    plain = quoted and len(quoted) <= LONGEST_QUOTE and not any(name.endswith(")") for name in names)
    return quoted if names and plain else ", ".join(names)


def clues_of(finding: Finding, *, identities: Iterable[str] = (), mask: str = "") -> list[Clue]:
    """What led to the finding: its words in one line, then the rest, last what made it weigh less."""
    words = masked(words_of(finding), identities, mask)
    count = len({item["name"] for item in finding.evidence if item["kind"] == "word"})
    together = ngettext("led to this finding.", "led to this finding together.", count)
    clues = [Clue(words, together, "quote")] if words else []
    clues += [clue for item in finding.evidence if (clue := _clue(item))]
    return sorted(clues, key=lambda clue: clue.icon == "arrow-down-right")


def _clue(item: dict[str, Any]) -> Clue | None:
    name, kind = item["name"], item["kind"]
    if kind == "person":
        return Clue("", _("No machine took part: the person objected to automated reading."), "eye")
    if kind == "term":
        return Clue(name, _("is a term that your PR team asked to look for."), "quote")
    if kind == "weight":
        return Clue(name, _("weighs in, as the statistical model has learned."), "scale")
    if kind == "check":
        return Clue(name, _("has the form of such a number."), "hash")
    if kind == "context" and name in LOWERED:
        return Clue("", LOWERED[name], "arrow-down-right")
    return None
