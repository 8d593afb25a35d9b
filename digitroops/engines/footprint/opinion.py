"""An organisation's own weights at work: they add findings that no rule explains and drop those they reject."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

from digitroops.engines.footprint.findings import Evidence, Finding, Reason
from digitroops.engines.footprint.folding import fold, places
from digitroops.engines.footprint.models import LinearModel

_HINT = "xfound"
_SHOWN = 6
_SERIOUS = 4
_ADDED_SEVERITY = 2


def hinted(text: str, findings: Sequence[Finding]) -> str:
    """Return the text as the weights see it: what the rules found stands before it as extra words."""
    words = sorted({f"{_HINT}{item.category.replace('_', '')}" for item in findings})
    words += sorted({f"{_HINT}{item.category.replace('_', '')}{item.severity}" for item in findings})
    return " ".join((*words, text))


@dataclass(frozen=True, slots=True)
class Opinion:
    """Applies trained weights to the findings of a text."""

    model: LinearModel

    def review(self, text: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return the findings after the weights were asked.

        A serious finding (severity 4) that the weights reject stays, with half its confidence.
        """
        seen = hinted(text, findings)
        margins = dict(zip(self.model.labels, self.model.margins([seen])[0].tolist(), strict=True))
        kept = []
        for item in findings:
            margin = margins.get(item.category, 1.0)
            if margin > 0:
                kept.append(item)
            elif item.severity >= _SERIOUS:
                kept.append(replace(item, confidence=round(item.confidence / 2, 3)))
        covered = {item.category for item in findings}
        kept += [
            self._added(text, seen, name, gap)
            for name, gap in margins.items()
            if gap > 0 and name not in covered
        ]
        return tuple(sorted(kept, key=lambda item: (item.span, item.category)))

    def _added(self, text: str, seen: str, category: str, margin: float) -> Finding:
        gains = [
            pair
            for pair in self.model.contributions(seen, category)
            if pair[1] > 0 and not pair[0].startswith(_HINT)
        ]
        evidence = tuple(Evidence("weight", word, gain) for word, gain in gains[:_SHOWN])
        words = ", ".join(item.name for item in evidence[:3])
        confidence = round(1 / (1 + exp(-2 * margin)), 3)
        span = _place_of(text, evidence[0].name) if evidence else (0, len(text))
        return Finding(
            category,
            _ADDED_SEVERITY,
            span,
            evidence,
            confidence,
            Reason(f"{category}.model", {"words": words}),
        )


def _place_of(text: str, word: str) -> tuple[int, int]:
    folded = fold(text)
    start = folded.find(word)
    if start < 0:
        return 0, len(text)
    back = places(text)
    return back[start], back[start + len(word) - 1] + 1
