"""Who answers for personal data: the apps above that know of an officer name them here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Officer:
    """A data protection officer and how to reach them; the e-mail may be empty."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} ({self.email})" if self.email else self.name


OfficerMaker = Callable[[], Iterable[Officer]]
_makers: list[tuple[OfficerMaker, str]] = []


def register_officers(maker: OfficerMaker, route: str) -> None:
    """Add a source of officers, and the name of the route where PR sets them."""
    _makers.append((maker, route))


def officers() -> list[Officer]:
    """Every officer once, in the order of their sources."""
    return list(dict.fromkeys(officer for maker, _route in _makers for officer in maker()))


def where_to_set() -> str:
    """The name of the route where an officer is set; empty where no app offers one."""
    return next((route for _maker, route in _makers), "")
