"""The values that leave the engine: findings with their evidence and reason, and sentiment."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that led to a finding.

    `kind` is `word` (a lexicon entry), `rule` (a named rule), `weight` (the contribution of a word to
    the statistical model), `term` (an entry that PR added), `context` (what lowered the severity) or
    `check` (a checksum or format that held). `weight` is between 0 and 1, except for `weight` evidence,
    where it is the signed share of the model's score.
    """

    kind: str
    name: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a machine key and parameters; `reason_text` renders it in a language."""

    key: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader may want to look at.

    `span` counts characters of the text given, end excluded. `severity` runs from 1 (worth knowing) to
    4 (serious) after context and age were weighed. `confidence` is between 0 and 1.
    """

    category: str
    severity: int
    span: tuple[int, int]
    evidence: tuple[Evidence, ...]
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Sentiment:
    """`label` is `positive`, `neutral` or `negative`; `scores` holds all three and sums to 1."""

    label: str
    scores: Mapping[str, float]
