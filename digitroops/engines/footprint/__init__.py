"""Footprint: a person's own public texts in, findings with their evidence out.

    scanner = Scanner()
    for finding in scanner.scan("dasar goblok"):
        print(finding.category, finding.severity, reason_text(finding, "id"))

Everything runs on this machine. What it cannot do is written in `docs/footprint.md`.
"""

from functools import cache

from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.errors import FootprintError, LabelError, TermError, WeightsError
from digitroops.engines.footprint.findings import Evidence, Finding, Reason, Sentiment
from digitroops.engines.footprint.models import LinearModel, load_model
from digitroops.engines.footprint.opinion import Opinion
from digitroops.engines.footprint.reasons import category_title, reason_text
from digitroops.engines.footprint.rules import Category, Example
from digitroops.engines.footprint.scanner import Scanner
from digitroops.engines.footprint.sentiment import Reader
from digitroops.engines.footprint.terms import Term
from digitroops.engines.footprint.training import (
    FEWEST_EACH,
    FEWEST_ROWS,
    Labelled,
    RowProblem,
    Score,
    Training,
    learnable,
    read_table,
    train,
    without_contradictions,
)


@cache
def _reader() -> Reader:
    return Reader()


def sentiment(text: str) -> Sentiment:
    """Return the sentiment of a text: `positive`, `neutral` or `negative` (id, en, jv, su)."""
    return _reader().sentiment(text)


def language(text: str) -> str:
    """Return the language of a text: `id`, `en`, `jv`, `su`, or `und` without words."""
    return _reader().language(text)


__all__ = [
    "CATEGORIES",
    "FEWEST_EACH",
    "FEWEST_ROWS",
    "Category",
    "Evidence",
    "Example",
    "Finding",
    "FootprintError",
    "LabelError",
    "Labelled",
    "LinearModel",
    "Opinion",
    "Reader",
    "Reason",
    "RowProblem",
    "Scanner",
    "Score",
    "Sentiment",
    "Term",
    "TermError",
    "Training",
    "WeightsError",
    "category_title",
    "language",
    "learnable",
    "load_model",
    "read_table",
    "reason_text",
    "sentiment",
    "train",
    "without_contradictions",
]
