"""The pictures of the guides: a screen drawn schematically, never a picture of somebody else's app."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise
TOP, HEIGHT = 40, 28


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a drawn screen, `y` from its top."""

    y: int
    label: Words
    chosen: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """What a step shows.

    `menu`: lines of which one is opened. `pick`: lines of which some are ticked. `button`: lines above a button.
    `mail`: a message with a link. `file`: the file as it arrives. `send`: our own page.
    """

    kind: str
    title: Words
    labels: tuple[Words, ...] = ()
    chosen: frozenset[int] = frozenset()
    button: Words = ""

    @property
    def rows(self) -> Iterator[Row]:
        for place, label in enumerate(self.labels):
            yield Row(TOP + place * HEIGHT, label, place in self.chosen)


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and its picture."""

    text: Words
    screen: Screen


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps on one platform, how long its answer takes, and what is worth knowing before."""

    platform: str
    wait: Words
    steps: tuple[Step, ...]
    note: Words = ""


def menu(title: Words, *labels: Words, opens: int) -> Screen:
    return Screen("menu", title, labels, frozenset({opens}))


def pick(title: Words, *labels: Words, ticks: set[int]) -> Screen:
    return Screen("pick", title, labels, frozenset(ticks))


def button(title: Words, label: Words, *labels: Words) -> Screen:
    return Screen("button", title, labels, button=label)


def mail(title: Words, label: Words) -> Screen:
    return Screen("mail", title, button=label)


def file(name: str) -> Screen:
    return Screen("file", name)
