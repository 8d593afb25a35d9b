"""What a platform is to the reader: names of members, eras, and a function for each role members play."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Record

Read = Callable[[Reading, Sequence[str]], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Route:
    """Members that play one role, and the function that reads all of them.

    `pattern` is matched against the end of a member's normalised, lower-case path, from a folder boundary on.
    It keeps to what Python and JavaScript understand alike, because the browser uses it to choose what it
    sends.
    """

    role: str
    pattern: str
    read: Read


@dataclass(frozen=True, slots=True)
class Era:
    """A layout of the export, recognised by a member's name. Of those that match, the first listed counts."""

    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a JSON document or table that is read, where private things stand in it as well.

    The browser takes this part out and keeps the rest on the person's device. Each of `paths` leads to a value by
    patterns for its keys in lower case; lists are no step. Of the list at `addressed`, items stay on the device too
    unless they, and what is in their `object`, are addressed (`to`, `cc`) to one of `everybody`. Of a table the
    `columns` are sent, the others empty; where `rows` is given, only rows that begin with such a word.
    """

    pattern: str
    paths: tuple[tuple[str, ...], ...] = ()
    columns: str = ""
    rows: str = ""
    addressed: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform. `signature` is a name that only its exports have; routes are read in order.

    `expected` are the roles whose absence makes an archive partial; `html` recognises its export as web pages;
    `excerpts` are the parts that are read of documents with private things in them; `ordered` says whether its
    lists run in time; `stem` reads account and day out of the file's own name (groups `user`, `y`, `m` and `d`).
    """

    name: str
    title: str
    signature: str
    routes: tuple[Route, ...]
    eras: tuple[Era, ...]
    follower_keys: str = "stable"
    expected: tuple[str, ...] = ()
    html: str | None = None
    stem: str | None = None
    ordered: bool = True
    finish: Callable[[Reading], None] = lambda reading: None  # noqa: ARG005
    excerpts: tuple[Excerpt, ...] = ()

    def wanted(self, names: Iterable[str]) -> list[str]:
        """Those of the members' names that this platform's reader opens."""
        whole = "|".join(f"(?:{route.pattern})" for route in self.routes)
        return [name for name in names if matches(whole, name)]

    def sorted_into_roles(self, names: Iterable[str]) -> list[tuple[Route, list[str]]]:
        """Each route with its members in natural order (`part2` before `part10`); the first route counts."""
        left, result = list(names), []
        for route in self.routes:
            mine = [name for name in left if matches(route.pattern, name)]
            taken = set(mine)
            left = [name for name in left if name not in taken]
            result.append((route, sorted(mine, key=natural)))
        return result

    def era(self, names: Iterable[str]) -> str | None:
        """The layout, or `None` if these are not this platform's members."""
        known = list(names)
        if not any(matches(self.signature, name) for name in known):
            return None
        return next(
            (era.name for era in self.eras if any(matches(era.pattern, name) for name in known)), "unknown"
        )


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern made to match at the end of a path from a folder boundary on."""
    return re.compile(rf"(?:^|/)(?:{pattern})$")


def matches(pattern: str, name: str) -> bool:
    """Whether a member's normalised name fits a pattern. Files that macOS adds to zips never do."""
    return "__macosx/" not in (lower := name.lower()) and compiled(pattern).search(lower) is not None


def natural(name: str) -> list[tuple[int, str]]:
    """A sort key by which numbers inside names count as numbers; the unnumbered comes first."""
    stem = name.rsplit(".", 1)[0]
    return [(int(part), "") if at % 2 else (0, part) for at, part in enumerate(re.split(r"(\d{1,9})", stem))]
