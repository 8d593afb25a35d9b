"""Sentiment and language of a text, in Indonesian, English, Javanese and Sundanese."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

import numpy as np

from digitroops.engines.footprint.findings import Sentiment
from digitroops.engines.footprint.models import LinearModel, load_model

_SHARPNESS = 2.0
_BATCH = 256
_FEWEST_LETTERS = 2


class Reader:
    """Reads sentiment and language; built once, from the weights that ship with the engine."""

    def __init__(self) -> None:
        self._sentiment = _shipped("sentiment")
        self._language = _shipped("language")

    def sentiment(self, text: str) -> Sentiment:
        """Return the sentiment of one text; a text without letters is neutral."""
        return next(self.sentiments([text]))

    def sentiments(self, texts: Iterable[str]) -> Iterator[Sentiment]:
        """Yield the sentiment of each text, in the same order."""
        batch: list[str] = []
        for text in texts:
            batch.append(text)
            if len(batch) == _BATCH:
                yield from self._read(batch)
                batch = []
        if batch:
            yield from self._read(batch)

    def language(self, text: str) -> str:
        """Return `id`, `en`, `jv` or `su`, or `und` (undetermined) for a text without words."""
        if sum(map(str.isalpha, text[:200])) < _FEWEST_LETTERS:
            return "und"
        margins = self._language.margins([text])[0]
        return self._language.labels[int(margins.argmax())]

    def _read(self, texts: list[str]) -> Iterator[Sentiment]:
        margins = self._sentiment.margins(texts)
        powers = np.exp(_SHARPNESS * (margins - margins.max(axis=1, keepdims=True)))
        shares = powers / powers.sum(axis=1, keepdims=True)
        for text, row in zip(texts, shares, strict=True):
            if not any(char.isalpha() for char in text):
                yield Sentiment("neutral", {"negative": 0.0, "neutral": 1.0, "positive": 0.0})
                continue
            scores = {
                label: round(float(share), 4)
                for label, share in zip(self._sentiment.labels, row, strict=True)
            }
            yield Sentiment(self._sentiment.labels[int(row.argmax())], scores)


def _shipped(name: str) -> LinearModel:
    return load_model(files(__package__).joinpath("weights", f"{name}.npz").read_bytes())
