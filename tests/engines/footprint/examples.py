"""The project's own examples: invented pairs of a thing to find and its innocent twin, filled in and split."""

import csv
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "data"


class Example(NamedTuple):
    """One example: `split` is develop or judge; `found` says whether its category is to be found in it."""

    split: str
    category: str
    language: str
    found: bool
    text: str


def expand() -> list[Example]:
    """Fill the frames in: each pair once for each filler."""
    lines = [
        line for line in (FOLDER / "frames.txt").read_text(encoding="utf-8").splitlines() if line[:2] != "# "
    ]
    fillers = {line[1]: line.split("|")[1:] for line in lines if line.startswith("=")}
    places: Counter[tuple[str, str]] = Counter()
    examples = []
    for line in lines:
        if line.startswith("="):
            continue
        category, language, bad, innocent = line.split("|")
        places[category, language] += 1
        split = "develop" if places[category, language] % 2 else "judge"
        for number in range(len(fillers["n"])):
            filled = {name: values[number] for name, values in fillers.items()}
            examples.append(Example(split, category, language, True, bad.format(**filled)))
            examples.append(Example(split, category, language, False, innocent.format(**filled)))
    return examples


def load() -> list[Example]:
    """Read the filled examples."""
    with (FOLDER / "examples.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Example(row[0], row[1], row[2], row[3] == "1", row[4]) for row in csv.reader(file, delimiter="\t")
        ]


def write() -> None:
    """Write the filled examples."""
    with (FOLDER / "examples.tsv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerows(
            (item.split, item.category, item.language, int(item.found), item.text) for item in expand()
        )


if __name__ == "__main__":
    sys.exit(write())
