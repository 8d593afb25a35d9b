"""What the footprint engine is worth: every bar that free data can measure.

    python benchmarks/footprint.py [../shared/reference/data]

Sets that are absent are named and left out. English rows are measured on sets the rules were read against
(Davidson, HateCheck); the own examples are split into frames for writing rules and frames for judging.
"""

import csv
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from digitroops.engines.footprint import Labelled, Reader, Scanner, train
from digitroops.engines.footprint.shipping import LANGUAGES, read_nusax, read_smsa
from tests.engines.footprint.examples import load
from tests.engines.footprint.posts import HURTFUL, load_cases, load_innocent, load_posts, load_themed
from tests.engines.footprint.posts import macro_f1 as sides_f1

LEET = str.maketrans("aiegostb", "4136o578")
VOWELS = "aiueo"


def macro_f1(truth: Sequence[str], judged: Sequence[str]) -> float:
    """Return the mean F1 over the labels of the truth."""
    scores = []
    for label in sorted(set(truth)):
        both = sum(a == b == label for a, b in zip(truth, judged, strict=True))
        scores.append(2 * both / (truth.count(label) + judged.count(label) or 1))
    return sum(scores) / len(scores)


def row(measure: str, value: str, bar: str) -> None:
    """Print one line of the table."""
    print(f"{measure:62} {value:>22}   {bar}")


def found(scanner: Scanner, text: str, wanted: Iterable[str]) -> bool:
    """Tell whether a text has a finding of one of the categories."""
    return any(item.category in wanted for item in scanner.scan(text))


def ordinary(scanner: Scanner, folder: Path) -> None:
    """Measure the flagged share of ordinary text."""
    informal = (folder / "stif_informal" / "train.inf").read_text(encoding="utf-8").splitlines()
    sets = [("NusaX id (reviews)", [text for text, _ in read_nusax(folder, "id", "test")], "<= 2 %")]
    sets.append(("STIF (informal tweets)", informal, "<= 5 %"))
    sets += [
        (f"NusaX {code}", [text for text, _ in read_nusax(folder, code, "test")], "<= 5 %")
        for code in ("jv", "su")
    ]
    for name, texts, bar in sets:
        hurtful = sum(found(scanner, text, HURTFUL) for text in texts) / len(texts)
        everything = sum(bool(scanner.scan(text)) for text in texts) / len(texts)
        row(f"flagged, {name}, n {len(texts)}", f"{hurtful:.1%} (any: {everything:.1%})", bar)


def masked(word: str) -> str:
    """Hide the first vowel after the first letter."""
    place = next((n for n, char in enumerate(word) if n and char in VOWELS), len(word) - 1)
    return f"{word[:place]}*{word[place + 1 :]}"


def bare(word: str) -> str:
    """Leave the vowels behind the first letter out."""
    return word[0] + "".join(char for char in word[1:] if char not in VOWELS)


DISGUISES: dict[str, Callable[[str], str]] = {
    "leet": lambda word: word.translate(LEET),
    "mask": masked,
    "repeat": lambda word: word[:2] + word[2:3] * 3 + word[3:],
    "space": " ".join,
    "dot": ".".join,
    "no vowels": bare,
    "no vowels, not even the first letter": lambda word: "".join(char for char in word if char not in VOWELS),
}


def disguises(scanner: Scanner, folder: Path) -> None:
    """Disguise every coarse word of the own abusive posts, and a random word of clean ones.

    Recall is that of the labelled Indonesian posts whose coarse words are found plainly; beside it that of the other
    languages, and of free texts, where some of what is found plainly is no coarse word at all.
    """
    draw = random.Random(7)
    abusive = [item for item in load_posts() if item.abusive]
    indonesian = [item.text for item in abusive if item.language == "id"]
    judged = [item.text for item in abusive if item.language == "id" and item.split == "judge"]
    others = [item.text for item in abusive if item.language != "id"]
    free, clean = _free_texts(scanner, folder)
    free, clean = draw.sample(free, 400), draw.sample(clean, 3_000)
    for name, disguise in DISGUISES.items():
        recalls = [
            _still_found(scanner, [_hidden(scanner, text, disguise) for text in texts])
            for texts in (indonesian, judged, others, free)
        ]
        false = sum(found(scanner, _one_word(text, disguise, draw), HURTFUL) for text in clean) / len(clean)
        row(
            f"disguise: {name}, recall on own posts (judged half)",
            f"{recalls[0]:.3f} ({recalls[1]:.3f}), FPR {false:.3f}",
            ">= 0.95 (<= 0.03)",
        )
        row(f"disguise: {name}, Javanese, Sundanese / free texts", f"{recalls[2]:.3f} / {recalls[3]:.3f}", "")
    bare_posts = [_without_vowels(text) for text in judged if found(scanner, text, HURTFUL)]
    false = sum(found(scanner, _without_vowels(text), HURTFUL) for text in clean) / len(clean)
    recall = _still_found(scanner, bare_posts)
    row("disguise: no vowels in the whole text, judged half, recall", f"{recall:.3f}, FPR {false:.3f}", "")


def _free_texts(scanner: Scanner, folder: Path) -> tuple[list[str], list[str]]:
    """Return free texts with one coarse word, and those without any finding."""
    with (folder / "judol_gbennnn2026" / "judol_text_label.csv").open(encoding="utf-8", newline="") as file:
        comments = [line["comment_text"] for line in csv.DictReader(file) if line["label"] == "0"]
    informal = (folder / "stif_informal" / "train.inf").read_text(encoding="utf-8").splitlines()
    coarse, clean = [], []
    for text in (*informal, *(text for text, _ in read_smsa(folder, "train")), *comments):
        findings = [item for item in scanner.scan(text) if item.category in HURTFUL]
        if len(_coarse_words(scanner, text)) == 1 and len(text) < 300:
            coarse.append(text)
        elif not findings and len(text.split()) > 4 and text.isascii():
            clean.append(text)
    return coarse, clean


def _coarse_words(scanner: Scanner, text: str) -> list[tuple[int, int]]:
    spans = [item.span for item in scanner.scan(text) if item.category == "abusive"]
    return [span for span in spans if text[slice(*span)].isalpha() and span[1] - span[0] > 2]


def _hidden(scanner: Scanner, text: str, disguise: Callable[[str], str]) -> str:
    """Disguise every coarse word of a text; return nothing where there is none to disguise."""
    spans = _coarse_words(scanner, text)
    hidden = text
    for start, end in reversed(spans):
        hidden = hidden[:start] + disguise(hidden[start:end].lower()) + hidden[end:]
    return hidden if spans else ""


def _one_word(text: str, disguise: Callable[[str], str], draw: random.Random) -> str:
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) > 3]
    if long:
        place = draw.choice(long)
        words[place] = disguise(words[place].lower())
    return " ".join(words)


def _still_found(scanner: Scanner, texts: Sequence[str]) -> float:
    texts = [text for text in texts if text]
    return sum(found(scanner, text, HURTFUL) for text in texts) / len(texts)


def _without_vowels(text: str) -> str:
    """Leave the vowels out of every word of four letters and more."""
    return " ".join(bare(word) if len(word) > 3 and word.isalpha() else word for word in text.lower().split())


def english(scanner: Scanner, folder: Path) -> None:
    """Measure Davidson (offensive or hateful against neither) and HateCheck."""
    with (folder / "davidson2017_en" / "labeled_data.csv").open(encoding="utf-8", newline="") as file:
        lines = [(line["tweet"], "no" if line["class"] == "2" else "yes") for line in csv.DictReader(file)][
            ::5
        ]
    judged = ["yes" if found(scanner, text, HURTFUL) else "no" for text, _ in lines]
    row(
        f"Davidson, macro-F1, n {len(lines)}",
        f"{macro_f1([label for _, label in lines], judged):.3f}",
        ">= 0.795",
    )
    with (folder / "hatecheck_en" / "test_suite_cases.csv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    said = ["hateful" if found(scanner, case["test_case"], ("hate",)) else "non-hateful" for case in cases]
    row(
        f"HateCheck, macro-F1, n {len(cases)}",
        f"{macro_f1([case['label_gold'] for case in cases], said):.3f}",
        "",
    )
    share: dict[str, list[bool]] = defaultdict(list)
    for case, answer in zip(cases, said, strict=True):
        share[case["functionality"]].append(answer == "hateful")
    for name, flags in share.items():
        row(
            f"HateCheck {name}, flagged",
            f"{sum(flags) / len(flags):.1%}",
            "<= 15 %" if name.endswith("_nh") else "",
        )


def gambling(scanner: Scanner, folder: Path) -> None:
    """Measure gambling promotion among video comments."""
    with (folder / "judol_gbennnn2026" / "judol_text_label.csv").open(encoding="utf-8", newline="") as file:
        lines = [(line["comment_text"], line["label"]) for line in csv.DictReader(file)][::4]
    judged = ["1" if found(scanner, text, ("gambling",)) else "0" for text, _ in lines]
    row(
        f"judol comments, macro-F1, n {len(lines)}",
        f"{macro_f1([label for _, label in lines], judged):.3f}",
        "",
    )


def sentiment(folder: Path) -> None:
    """Measure sentiment; near copies of NusaX test sentences were left out of the training on SmSA."""
    reader = Reader()
    smsa = read_smsa(folder, "test")
    row("sentiment SmSA, macro-F1", f"{_felt(reader, smsa):.3f}", ">= 0.77")
    for code, bar in (("id", ">= 0.84"), ("jv", ">= 0.81"), ("su", ">= 0.79"), ("en", "")):
        rows = read_nusax(folder, code, "test")
        row(f"sentiment NusaX {code}, macro-F1, n {len(rows)}", f"{_felt(reader, rows):.3f}", bar)
    right = [
        reader.language(text) == code for code in LANGUAGES for text, _ in read_nusax(folder, code, "test")
    ]
    row("language, NusaX test, accuracy", f"{sum(right) / len(right):.3f}", "")


def _felt(reader: Reader, rows: Sequence[tuple[str, str]]) -> float:
    return macro_f1(
        [label for _, label in rows], [item.label for item in reader.sentiments([text for text, _ in rows])]
    )


def learning(folder: Path) -> None:
    """Train on 10,000 labelled posts, judged by cross-validation."""
    with (folder / "davidson2017_en" / "labeled_data.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    rows = [
        Labelled(line["tweet"], frozenset(() if line["class"] == "2" else ("abusive",))) for line in lines
    ]
    training = train(random.Random(3).sample(rows, 10_000), folds=5)
    before, after = training.before["abusive"], training.after["abusive"]
    row("train on 10,000 posts (Davidson): rules alone, macro-F1", f"{before.macro_f1:.3f}", "")
    row("train on 10,000 posts: after, cross-validated macro-F1", f"{after.macro_f1:.3f}", ">= the SVM's")
    reference = _reference_svm(random.Random(3).sample(rows, 10_000))
    row("train on 10,000 posts: char and word SVM of scikit-learn", reference, "")


def _reference_svm(rows: Sequence[Labelled]) -> str:
    """Cross-validate the usual linear support vector machine on the same posts, where scikit-learn is at hand."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.model_selection import cross_val_predict
        from sklearn.pipeline import make_pipeline, make_union
        from sklearn.svm import LinearSVC
    except ImportError:
        return "not installed"
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    truth = [bool(item.labels) for item in rows]
    pipe = make_pipeline(make_union(pieces, words), LinearSVC())
    judged = cross_val_predict(pipe, [item.text for item in rows], truth, cv=5)
    return f"{sides_f1(truth, [bool(item) for item in judged]):.3f}"


def own(scanner: Scanner) -> None:
    """Measure precision and recall of each category on the own examples."""
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for item in load():
        hit = found(scanner, item.text, (item.category,))
        counts = tally[item.split, item.category]
        counts[0] += hit and item.found
        counts[1] += hit and not item.found
        counts[2] += item.found and not hit
    for (split, category), (hits, false, missed) in sorted(tally.items()):
        value = f"P {hits / max(1, hits + false):.2f} R {hits / max(1, hits + missed):.2f}"
        row(f"own examples, {split}, {category}", value, "")


def posts(scanner: Scanner) -> None:
    """Measure the own posts and functional tests: developed on one half, judged on the other."""
    for split in ("develop", "judge"):
        for languages in (("id",), ("jv",), ("su",), ("id", "jv", "su")):
            chosen = [item for item in load_posts() if item.split == split and item.language in languages]
            abusive = [found(scanner, item.text, ("abusive",)) for item in chosen]
            hurtful = [found(scanner, item.text, HURTFUL) for item in chosen]
            value = sides_f1([item.abusive for item in chosen], abusive)
            other = sides_f1([item.hurtful for item in chosen], hurtful)
            name = f"own posts, {split}, {'+'.join(languages)}, n {len(chosen)}: abusive / any, macro-F1"
            row(name, f"{value:.3f} / {other:.3f}", ">= 0.90 / 0.85")
    for split in ("develop", "judge"):
        hits: dict[str, list[bool]] = defaultdict(list)
        for post in load_themed():
            if post.split == split:
                hits[post.category].append(found(scanner, post.text, (post.category,)))
        for name, answers in sorted(hits.items()):
            row(f"own themed posts, {split}, {name}, recall", f"{sum(answers) / len(answers):.2f}", "")
    for split in ("develop", "judge"):
        innocent = [item.text for item in load_innocent() if item.split == split]
        flagged = sum(bool(scanner.scan(text)) for text in innocent) / len(innocent)
        row(f"own innocent posts, {split}, n {len(innocent)}, flagged for anything", f"{flagged:.1%}", "")
    for split in ("develop", "judge"):
        cases = [case for case in load_cases() if case.split == split]
        judged = [found(scanner, case.text, ("hate",)) for case in cases]
        value = sides_f1([case.hateful for case in cases], judged)
        row(f"functional hate tests, {split}, n {len(cases)}, macro-F1", f"{value:.3f}", ">= 0.70")
        share: dict[str, list[bool]] = defaultdict(list)
        for case, answer in zip(cases, judged, strict=True):
            share[case.function].append(answer)
        for name, flags in share.items():
            row(f"functional, {split}, {name}, flagged", f"{sum(flags) / len(flags):.0%}", "")


def speed(folder: Path) -> None:
    """Measure the time to be ready, posts a second on one core, the worst post and the memory."""
    start = time.perf_counter()
    scanner = Scanner()
    ready = time.perf_counter() - start
    with (folder / "davidson2017_en" / "labeled_data.csv").open(encoding="utf-8", newline="") as file:
        texts = [line["tweet"] for line in csv.DictReader(file)]
    texts += (folder / "stif_informal" / "train.inf").read_text(encoding="utf-8").splitlines()
    texts += [text[:140] for text, _ in read_smsa(folder, "train")]
    with (folder / "judol_gbennnn2026" / "judol_text_label.csv").open(encoding="utf-8", newline="") as file:
        texts += [line["comment_text"] for line in csv.DictReader(file)]
    random.Random(1).shuffle(texts)
    start = time.process_time()
    for _ in scanner.scan_many(texts):
        pass
    rate = len(texts) / (time.process_time() - start)
    row("ready, seconds", f"{ready:.2f}", "< 1")
    row(f"posts/s on one core (CPU), n {len(texts)}", f"{rate:,.0f}", ">= 10,000")
    hostile = [
        "a" * 1_000_000,
        "anjing " * 140_000,
        "\u202e" * 200_000,
        "😀" * 100_000,
        "a*" * 500_000,
        "k.o" * 300_000,
    ]
    hostile += [
        "1 " * 500_000,
        " ".join(str(n) for n in range(150_000)),
        "@a #b " * 160_000,
        "\n" * 1_000_000,
    ]
    worst = 0.0
    for text in hostile:
        start = time.perf_counter()
        scanner.scan(text)
        worst = max(worst, time.perf_counter() - start)
    row("worst post of 1 MB, milliseconds", f"{worst * 1000:.1f}", "<= 50")
    row("memory at its peak, MB", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", "< 300")


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/reference/data")
    scanner = Scanner()
    row("measure", "value", "bar")
    if folder.is_dir():
        speed(folder)
        ordinary(scanner, folder)
        disguises(scanner, folder)
        english(scanner, folder)
        gambling(scanner, folder)
        sentiment(folder)
        learning(folder)
    else:
        print(f"{folder} is absent: only the own examples are measured")
    posts(scanner)
    own(scanner)


if __name__ == "__main__":
    main()
