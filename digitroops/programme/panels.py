"""Where higher apps add a card to the page of a programme or of a member."""

from collections.abc import Callable

from digitroops.people.models import User
from digitroops.people.panels import Panel
from digitroops.programme.models import Member, Programme

PanelMaker = Callable[[Programme, User], Panel | None]
MemberPanelMaker = Callable[[Member, User], Panel | None]
_panels: list[PanelMaker] = []
_member_panels: list[MemberPanelMaker] = []


def register_programme_panel(maker: PanelMaker) -> PanelMaker:
    """Add a card to the programme's page; the maker is given the programme and the viewer, None hides it."""
    _panels.append(maker)
    return maker


def panels_of(programme: Programme, viewer: User) -> list[Panel]:
    return [panel for maker in _panels if (panel := maker(programme, viewer))]


def register_member_panel(maker: MemberPanelMaker) -> MemberPanelMaker:
    """Add a card to the member's page; the maker is given the member and the viewer, None hides it."""
    _member_panels.append(maker)
    return maker


def member_panels_of(member: Member, viewer: User) -> list[Panel]:
    return [panel for maker in _member_panels if (panel := maker(member, viewer))]
