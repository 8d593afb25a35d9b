"""Invented posts and functional hate tests, split into a half to write rules on and a half to judge by."""

from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from typing import NamedTuple

from tests.engines.footprint.examples import FOLDER

_EACH = 2
HURTFUL = frozenset(("abusive", "hate", "threat", "harassment"))


class Post(NamedTuple):
    """A post: `label` is neither, abusive, hateful or both by its first letter (n, a, h, b)."""

    split: str
    label: str
    language: str
    text: str

    @property
    def abusive(self) -> bool:
        return self.label in "ab"

    @property
    def hurtful(self) -> bool:
        return self.label != "n"


class Innocent(NamedTuple):
    """An ordinary post with something a careless reader takes amiss: a name, an abbreviation, an animal."""

    split: str
    theme: str
    language: str
    text: str


class Themed(NamedTuple):
    """A post of an employee in which one category is to be found."""

    split: str
    category: str
    language: str
    text: str


class Case(NamedTuple):
    """A functional test: a sentence about a group that is hateful or not."""

    split: str
    function: str
    hateful: bool
    text: str


def _split(place: int) -> str:
    return "develop" if place % 2 else "judge"


def load_posts() -> list[Post]:
    """Read the posts; places are counted among those of one label in one theme."""
    posts, places, theme = [], Counter[tuple[str, str]](), ""
    for line in (FOLDER / "tweets.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            theme = line
            continue
        label, language, text = line.split("\t")
        places[theme, label] += 1
        posts.append(Post(_split(places[theme, label]), label, language, text))
    return posts


def load_innocent() -> list[Innocent]:
    """Read the innocent posts."""
    lines = (FOLDER / "innocent.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return [Innocent(_split(place), *row) for place, row in enumerate(rows, 1)]


def load_themed() -> list[Themed]:
    """Read the posts of all categories; places are counted within each."""
    places, themed = Counter[str](), []
    for line in (FOLDER / "themes.tsv").read_text(encoding="utf-8").splitlines():
        category, language, text = line.split("\t")
        places[category] += 1
        themed.append(Themed(_split(places[category]), category, language, text))
    return themed


def load_cases() -> list[Case]:
    """Read the sentences of all rounds and fill the groups in."""
    return [
        case for name in ("functional.txt", "templates.txt", "colloquial.txt") for case in _read_cases(name)
    ]


def _read_cases(name: str) -> Iterator[Case]:
    """Read one file; a row `=g|` gives every sentence all its groups, a row `=r|` the next two of them in turn."""
    places, groups, turns = Counter[str](), [""], False
    waiting: Iterator[str] = iter(())
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith(("=g|", "=r|")):
            groups, turns = line.split("|")[1:], line[1] == "r"
            waiting = cycle(groups)
        elif line and not line.startswith("# "):
            function, hateful, sentence = line.split("|")
            places[function] += 1
            named = list(islice(waiting, _EACH)) if turns else groups
            for group in named if "{g}" in sentence else groups[:1]:
                text = sentence.format(g=group)
                yield Case(_split(places[function]), function, hateful == "1", text[0].upper() + text[1:])


def macro_f1(truth: list[bool], judged: list[bool]) -> float:
    """Return the mean F1 of yes and no."""
    scores = []
    for side in (True, False):
        both = sum(a == b == side for a, b in zip(truth, judged, strict=True))
        scores.append(2 * both / max(1, truth.count(side) + judged.count(side)))
    return sum(scores) / 2
