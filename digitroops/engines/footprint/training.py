"""Learning from an organisation's own decisions: weights trained on its labels, judged on held-out posts.

A table has a text and the labels a reviewer gave it: category names joined with `|`, or `clear`. What the
rules found is handed to the model as extra words, so that it starts from them and learns where this
organisation sees things differently.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.errors import LabelError
from digitroops.engines.footprint.findings import Finding
from digitroops.engines.footprint.models import LinearModel, fit_columns
from digitroops.engines.footprint.opinion import hinted
from digitroops.engines.footprint.scanner import Scanner

CLEAR = "clear"
_SCANNED = 10
FEWEST_ROWS = 40
FEWEST_EACH = 10
_SAME = {"yes": "abusive", "1": "abusive", "no": CLEAR, "0": CLEAR, "clean": CLEAR, "": CLEAR, "aman": CLEAR}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the categories a person found in it (none: clear); `row` is its line in a table."""

    text: str
    labels: frozenset[str]
    row: int = 0


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row of a training table that was left out, and why; `reason` is `unknown`, `empty` or `contradiction`."""

    row: int
    why: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a category is told from all else: precision, recall, F1 and macro-F1 (both sides)."""

    precision: float
    recall: float
    f1: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Training:
    """Weights with what they are worth: `before` is the rules alone, `after` rules and weights.

    Both are measured by cross-validation: each post is judged by weights that never saw it.
    """

    model: LinearModel
    rows: int
    folds: int
    before: dict[str, Score]
    after: dict[str, Score]
    problems: tuple[RowProblem, ...] = ()

    @property
    def better(self) -> bool:
        """Whether the mean macro-F1 rose."""
        rise = sum(self.after[name].macro_f1 - self.before[name].macro_f1 for name in self.before)
        return rise > 0


def read_table(lines: Iterable[str]) -> tuple[list[Labelled], list[RowProblem]]:
    """Read a CSV table with the columns `text` and `label`; return what is usable and what is not.

    Raises `LabelError` when a column is missing or the lines are no CSV table.
    """
    try:
        return _read(csv.DictReader(lines))
    except csv.Error as error:
        raise LabelError(f"The table cannot be read: {error}.", "unreadable") from error


def _read(table: "csv.DictReader[str]") -> tuple[list[Labelled], list[RowProblem]]:
    if not table.fieldnames or not {"text", "label"} <= set(table.fieldnames):
        raise LabelError("The table needs a column “text” and a column “label”.", "columns")
    rows, problems = [], []
    for number, row in enumerate(table, start=2):
        text = (row["text"] or "").strip()
        given = [part.strip().lower() for part in (row["label"] or "").split("|")]
        names = {_SAME.get(part, part) for part in given} - {CLEAR}
        unknown = sorted(names - set(CATEGORIES))
        if unknown:
            problems.append(RowProblem(number, f"unknown label “{unknown[0]}”", "unknown", unknown[0][:40]))
        elif not text:
            problems.append(RowProblem(number, "the text is empty", "empty"))
        else:
            rows.append(Labelled(text, frozenset(names), number))
    return rows, problems


def train(
    rows: Sequence[Labelled],
    *,
    seed: int = 1,
    folds: int = 5,
    scanner: Scanner | None = None,
    progress: Callable[[int], None] | None = None,
) -> Training:
    """Train weights on labelled texts and measure them by cross-validation.

    `progress` is told the percentage done after each fold; what it raises stops the training.

    Raises `LabelError` when the rows are too few, or hold one class only. The same text with
    contradicting labels is left out and reported.
    """
    usable, problems = without_contradictions(rows)
    names = learnable(usable)
    told = progress or (lambda _percent: None)
    rules = scanner or Scanner()
    found = [rules.scan(row.text) for row in usable]
    texts = [hinted(row.text, findings) for row, findings in zip(usable, found, strict=True)]
    truth = {name: np.array([name in row.labels for row in usable]) for name in names}
    before = {
        name: score(truth[name], np.array([_has(findings, name) for findings in found])) for name in names
    }
    told(_SCANNED)
    judged = _cross_validated(texts, truth, folds, seed, told)
    after = {name: score(truth[name], judged[name]) for name in names}
    model = fit_columns(texts, truth, seed=seed)
    return Training(model, len(usable), folds, before, after, tuple(problems))


def score(truth: NDArray[np.bool_], judged: NDArray[np.bool_]) -> Score:
    """Compare judgements with the truth."""
    hits = int((truth & judged).sum())
    false, missed = int((~truth & judged).sum()), int((truth & ~judged).sum())
    clear = len(truth) - hits - false - missed
    own, other = _f1(hits, false, missed), _f1(clear, missed, false)
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
    return Score(round(precision, 4), round(recall, 4), round(own, 4), round((own + other) / 2, 4))


def _f1(hits: int, false: int, missed: int) -> float:
    return 2 * hits / (2 * hits + false + missed) if hits else 0.0


def _has(findings: Sequence[Finding], name: str) -> bool:
    return any(finding.category == name for finding in findings)


def without_contradictions(rows: Sequence[Labelled]) -> tuple[list[Labelled], list[RowProblem]]:
    """Leave out every text that stands in the table with other labels elsewhere, and say which rows they were."""
    given: dict[str, set[frozenset[str]]] = {}
    for row in rows:
        given.setdefault(row.text, set()).add(row.labels)
    problems = [
        RowProblem(row.row or number, "the same text has other labels elsewhere", "contradiction")
        for number, row in enumerate(rows, start=2)
        if len(given[row.text]) > 1
    ]
    return [row for row in rows if len(given[row.text]) == 1], problems


def learnable(rows: Sequence[Labelled]) -> list[str]:
    """Return the categories that can be learned from these rows.

    Raises `LabelError` when the rows are too few, or hold one class only.
    """
    if len(rows) < FEWEST_ROWS:
        raise LabelError(
            f"{len(rows)} usable rows are too few to learn from: at least {FEWEST_ROWS} are needed.",
            "too_few",
            len(rows),
        )
    tally = Counter(name for row in rows for name in row.labels)
    names = [name for name in CATEGORIES if FEWEST_EACH <= tally[name] <= len(rows) - FEWEST_EACH]
    if not names:
        raise LabelError(
            f"The table holds one class only: a category needs at least {FEWEST_EACH} rows with it and"
            f" {FEWEST_EACH} without it.",
            "one_class",
            len(rows),
        )
    return names


def _cross_validated(
    texts: Sequence[str],
    truth: dict[str, NDArray[np.bool_]],
    folds: int,
    seed: int,
    told: Callable[[int], None],
) -> dict[str, NDArray[np.bool_]]:
    place = np.random.default_rng(seed).permutation(len(texts)) % folds
    judged = {name: np.zeros(len(texts), dtype=np.bool_) for name in truth}
    for fold in range(folds):
        held, rest = np.flatnonzero(place == fold).tolist(), np.flatnonzero(place != fold).tolist()
        answers = {name: yes[rest] for name, yes in truth.items() if yes[rest].any() and not yes[rest].all()}
        if not answers or not len(held):
            continue
        model = fit_columns([texts[number] for number in rest], answers, seed=seed)
        margins = model.margins([texts[number] for number in held])
        for column, name in enumerate(answers):
            judged[name][held] = margins[:, column] > 0
        told(_SCANNED + (90 - _SCANNED) * (fold + 1) // folds)
    return judged
