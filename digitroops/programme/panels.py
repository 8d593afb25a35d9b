"""Where higher apps add a card to the page of a programme."""

from collections.abc import Callable

from digitroops.people.models import User
from digitroops.people.panels import Panel
from digitroops.programme.models import Programme

PanelMaker = Callable[[Programme, User], Panel | None]
_panels: list[PanelMaker] = []


def register_programme_panel(maker: PanelMaker) -> PanelMaker:
    """Add a card to the programme's page; the maker is given the programme and the viewer, None hides it."""
    _panels.append(maker)
    return maker


def panels_of(programme: Programme, viewer: User) -> list[Panel]:
    return [panel for maker in _panels if (panel := maker(programme, viewer))]
