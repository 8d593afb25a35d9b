"""Footprint: a person's own public texts in, findings with their evidence out.

    scanner = Scanner()
    for finding in scanner.scan("dasar goblok"):
        print(finding.category, finding.severity, reason_text(finding, "id"))

Everything runs on this machine. What it cannot do is written in `docs/footprint.md`.
"""

from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.errors import FootprintError, LabelError, TermError, WeightsError
from digitroops.engines.footprint.findings import Evidence, Finding, Reason, Sentiment
from digitroops.engines.footprint.reasons import category_title, reason_text
from digitroops.engines.footprint.rules import Category, Example
from digitroops.engines.footprint.scanner import Scanner
from digitroops.engines.footprint.terms import Term

__all__ = [
    "CATEGORIES",
    "Category",
    "Evidence",
    "Example",
    "Finding",
    "FootprintError",
    "LabelError",
    "Reason",
    "Scanner",
    "Sentiment",
    "Term",
    "TermError",
    "WeightsError",
    "category_title",
    "reason_text",
]
