"""Linear models over hashed features: trained by dual coordinate descent, stored as small arrays.

The solver is that of a linear support vector machine with squared hinge loss (Hsieh et al. 2008, "A dual
coordinate descent method for large-scale linear SVM"), one class against the rest.
"""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.footprint.errors import WeightsError
from digitroops.engines.footprint.features import SIZE, Floats, Rows, counts, rarity_of, scaled, spell

_VERSION = 1
_TOLERANCE = 0.02
_EPOCHS = 14


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Labels, one row of weights a label, a bias each, and the rarity of each feature."""

    labels: tuple[str, ...]
    weights: Floats
    bias: Floats
    rarity: Floats

    def margins(self, texts: Sequence[str]) -> Floats:
        """Return the margin of each text (row) for each label (column)."""
        rows = scaled(counts([spell(text) for text in texts]), self.rarity)
        owner = np.repeat(np.arange(len(rows)), np.diff(rows.start))
        columns = [
            np.bincount(owner, weights=weights[rows.index] * rows.value, minlength=len(rows))
            for weights in self.weights
        ]
        return (np.stack(columns, axis=1) + self.bias).astype(np.float32)

    def contributions(self, text: str, label: str) -> list[tuple[str, float]]:
        """Return what each word of a text adds to the margin of a label, the heaviest first."""
        column = self.labels.index(label)
        words = list(dict.fromkeys(spell(text).split()))
        rows = scaled(counts(words), self.rarity)
        owner = np.repeat(np.arange(len(rows)), np.diff(rows.start))
        gains = np.bincount(
            owner, weights=self.weights[column][rows.index] * rows.value, minlength=len(words)
        )
        ranked = sorted(
            zip(words, gains / max(1.0, len(words) ** 0.5), strict=True), key=lambda pair: -abs(pair[1])
        )
        return [(word, round(float(gain), 4)) for word, gain in ranked]

    def to_bytes(self) -> bytes:
        """Pack the model: half-precision arrays with a small header."""
        header = json.dumps({"version": _VERSION, "labels": self.labels})
        target = io.BytesIO()
        np.savez_compressed(
            target,
            header=np.array(header),
            weights=self.weights.astype(np.float16),
            bias=self.bias,
            rarity=self.rarity.astype(np.float16),
        )
        return target.getvalue()


def load_model(source: bytes | Path) -> LinearModel:
    """Read a packed model.

    Raises `WeightsError` when the file is missing, damaged or of another version.
    """
    try:
        packed = io.BytesIO(source) if isinstance(source, bytes) else source
        with np.load(packed, allow_pickle=False) as arrays:
            header = json.loads(str(arrays["header"]))
            weights, rarity = arrays["weights"].astype(np.float32), arrays["rarity"].astype(np.float32)
            model = LinearModel(tuple(header["labels"]), weights, arrays["bias"], rarity)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise WeightsError(f"The weights cannot be read: {error}.") from error
    if header.get("version") != _VERSION or weights.shape != (len(model.labels), SIZE):
        raise WeightsError("The weights are of another version; train them again.")
    return model


def fit(
    texts: Sequence[str], labels: Sequence[str], *, seed: int = 1, cost: float = 1.0, balance: float = 0.0
) -> LinearModel:
    """Train a model with one label a text; `balance` from 0 to 1 gives rare labels more weight."""
    names = tuple(sorted(set(labels)))
    given = np.array(labels)
    return fit_columns(texts, {name: given == name for name in names}, seed=seed, cost=cost, balance=balance)


def fit_columns(
    texts: Sequence[str],
    answers: Mapping[str, NDArray[np.bool_]],
    *,
    seed: int = 1,
    cost: float = 1.0,
    balance: float = 0.0,
) -> LinearModel:
    """Train one yes-or-no column for each label of `answers`, independent of one another."""
    raw = counts([spell(text) for text in texts])
    rarity = rarity_of(raw)
    rows = scaled(raw, rarity)
    weights, bias = [], []
    for yes in answers.values():
        share = float(yes.mean())
        costs = np.where(yes, cost * (0.5 / share) ** balance, cost * (0.5 / (1 - share)) ** balance)
        found, offset = _solve(rows, np.where(yes, 1.0, -1.0), costs, np.random.default_rng(seed))
        weights.append(found)
        bias.append(offset)
    return LinearModel(
        tuple(answers), np.stack(weights).astype(np.float32), np.array(bias, np.float32), rarity
    )


def _solve(
    rows: Rows, sign: NDArray[np.float64], costs: NDArray[np.float64], order: np.random.Generator
) -> tuple[Floats, float]:
    """Minimise |w|²/2 + Σ cost·max(0, 1 - y(w·x + b))² by dual coordinate descent."""
    weights = np.zeros(SIZE, np.float64)
    offset = 0.0
    alphas = np.zeros(len(rows))
    indexes = [rows.row(number)[0] for number in range(len(rows))]
    values = [rows.row(number)[1].astype(np.float64) for number in range(len(rows))]
    soft = 0.5 / costs
    for _ in range(_EPOCHS):
        worst = 0.0
        for number in order.permutation(len(rows)).tolist():
            index, value, y = indexes[number], values[number], sign[number]
            alpha = alphas[number]
            slope = y * (weights[index] @ value + offset) - 1 + soft[number] * alpha
            if alpha == 0 and slope >= 0:
                continue
            worst = max(worst, abs(slope))
            alphas[number] = changed = max(0.0, alpha - slope / (2.0 + soft[number]))
            weights[index] += (changed - alpha) * y * value
            offset += (changed - alpha) * y
        if worst < _TOLERANCE:
            break
    return weights.astype(np.float32), float(offset)
