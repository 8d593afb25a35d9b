"""Where higher apps add to the pages of people: panels on an employee, links and data on one's own profile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from digitroops.audit.models import Entry
from digitroops.people.models import Employee, User


@dataclass(frozen=True)
class Panel:
    """A card on the employee's page: a template and what it is drawn from."""

    title: str
    template: str
    context: dict[str, Any]


@dataclass(frozen=True)
class ProfileLink:
    """A line on one's own profile that leads to a page of another app."""

    label: str
    sub: str
    url: str
    icon: str


PanelMaker = Callable[[Employee, User], Panel | None]
LinkMaker = Callable[[User], ProfileLink | None]
DataMaker = Callable[[User], Any]
_panels: list[PanelMaker] = []
_links: list[LinkMaker] = []
_data: dict[str, DataMaker] = {}


def register_panel(maker: PanelMaker) -> PanelMaker:
    """Add a panel to the employee's page; the maker is given the employee and the viewer, None hides it."""
    _panels.append(maker)
    return maker


def register_profile_link(maker: LinkMaker) -> LinkMaker:
    """Add a line to everybody's own profile; None hides it."""
    _links.append(maker)
    return maker


def register_data(name: str, maker: DataMaker) -> None:
    """Add a part to “my data”: whatever of the user an app stores, as JSON values."""
    _data[name] = maker


def panels_of(employee: Employee, viewer: User) -> list[Panel]:
    return [panel for maker in _panels if (panel := maker(employee, viewer))]


def profile_links(user: User) -> list[ProfileLink]:
    return [link for maker in _links if (link := maker(user))]


def data_of(user: User) -> dict[str, Any]:
    """Everything that is stored about a user: what people knows, and each registered part."""
    employee = Employee.objects.filter(user=user).select_related("unit").first()
    own: dict[str, Any] = {
        "account": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "time_zone": user.time_zone,
            "theme": user.theme,
            "roles": sorted(user.roles),
            "created": user.created.isoformat(),
        },
        "employee": _facts(employee) if employee else None,
        "record": _record(employee) if employee else [],
    }
    return own | {name: maker(user) for name, maker in _data.items()}


def _record(employee: Employee) -> list[dict[str, Any]]:
    """What was done about the person and when; who did it stays with the company, as reviewers are unnamed."""
    entries = Entry.objects.filter(person_id=employee.pk).order_by("at", "pk")
    return [{"at": at, "act": act} for at, act in entries.values_list("at", "act")]


def _facts(employee: Employee) -> dict[str, Any]:
    return {
        "number": employee.number,
        "name": employee.name,
        "email": employee.email,
        "phone": employee.phone,
        "unit": employee.unit.path,
        "birth_date": employee.birth_date.isoformat() if employee.birth_date else None,
        "generation": employee.generation,
        "gender": employee.gender,
        "hire_date": employee.hire_date.isoformat() if employee.hire_date else None,
        "status": employee.status,
        "employment": employee.employment,
        "position": employee.position,
        "manager_number": employee.manager_number,
    }
