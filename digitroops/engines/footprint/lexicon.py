"""The word lists: sections of hand-written words with a tag, a severity and a language.

A list file reads:

    [abuse 3 id]              the tags of what follows (joined with +), severity, language
    anjing anjrit             words, any number to a line
    kepala_kosong             an underscore joins the words of a phrase

and, in `[=tidak]` sections, spellings that stand for one plain word: slang, dialect, abbreviations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """A word or phrase of the lists: its plain spelling, tags, severity and language."""

    word: str
    tags: frozenset[str]
    severity: int = 0
    language: str = ""


class BareSpelling(NamedTuple):
    """A spelling without vowels: the ordinary word it stands for ("" if many), and the odds against a coarse one.

    `alone` are the odds in a text that writes its vowels, `amid` in one that leaves them out everywhere.
    """

    key: str
    word: str
    alone: float
    amid: float


@dataclass(slots=True)
class Lexicon:
    """All words by spelling, all phrases by their words, and what slang stands for."""

    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, Entry] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add one entry; tags of a word that stands in two lists are joined, the higher severity wins."""
        store = self.phrases if " " in entry.word else self.words
        known = store.get(entry.word)
        if known is not None:
            language = entry.language if known.language == "en" else known.language
            severity = max(entry.severity, known.severity)
            entry = Entry(entry.word, entry.tags | known.tags, severity, language)
        store[entry.word] = entry


def read_sections(text: str) -> Iterable[tuple[str, list[str]]]:
    """Yield `(header, words)` of a list file; lines that begin with `# ` are remarks."""
    header = ""
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            continue
        if line.startswith("["):
            if words:
                yield header, words
            header, words = line.strip("[] "), []
        else:
            words += line.split()
    if words:
        yield header, words


def _add_section(lexicon: Lexicon, header: str, words: list[str]) -> None:
    if header.startswith("="):
        stands_for = header[1:].strip().replace("_", " ")
        lexicon.plain.update((word, stands_for) for word in words)
        return
    joined, severity, language = header.split()
    tags, degree = frozenset(joined.split("+")), int(severity)
    for word in words:
        lexicon.add(Entry(word.replace("_", " "), tags, degree, language))


def _add_slang(lexicon: Lexicon, text: str) -> None:
    for line in text.splitlines():
        informal, _, formal = line.partition("\t")
        if formal and informal not in lexicon.words and informal not in lexicon.plain:
            lexicon.plain[informal] = formal


def load_lexicon() -> Lexicon:
    """Read the lists that ship with the engine."""
    lexicon = Lexicon()
    folder = files(__package__).joinpath("data")
    for file in sorted(folder.joinpath("lexicon").iterdir(), key=lambda item: item.name):
        for header, words in read_sections(file.read_text(encoding="utf-8")):
            _add_section(lexicon, header, words)
    slang = folder.joinpath("slang.tsv")
    if slang.is_file():
        _add_slang(lexicon, slang.read_text(encoding="utf-8"))
    return lexicon


def load_vocabulary() -> frozenset[str]:
    """Read the ordinary words: a token among them is never taken for a disguised one."""
    path = files(__package__).joinpath("data", "vocabulary.txt")
    return frozenset(path.read_text(encoding="utf-8").split())


def load_bare() -> tuple[BareSpelling, ...]:
    """Read what spellings without vowels stand for, as counted in texts of free licences (see `shipping`)."""
    path = files(__package__).joinpath("data", "bare.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(BareSpelling(key, word, float(alone), float(amid)) for key, word, alone, amid in rows)
