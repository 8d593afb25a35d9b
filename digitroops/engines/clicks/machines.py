"""Machines known by name, read from machines.tsv: one line a machine, from what these services say of themselves."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from digitroops.engines.clicks.kinds import Kind


class Machine(NamedTuple):
    """A machine's kind, its reason code and the RE2 pattern that its agent holds."""

    kind: Kind
    reason: str
    pattern: str


@lru_cache(maxsize=1)
def machines() -> tuple[Machine, ...]:
    """All of them, in the order in which they are asked."""
    text = files(__package__).joinpath("machines.tsv").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            place, kind, reason, pattern = line.split("\t")
            found.append(Machine(Kind(kind), reason, f"^({pattern})" if place == "start" else pattern))
    return tuple(found)


@lru_cache(maxsize=1)
def patterns() -> tuple[str, ...]:
    """The patterns of all machines, in the same order."""
    return tuple(machine.pattern for machine in machines())
