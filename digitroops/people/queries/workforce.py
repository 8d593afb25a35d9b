"""Employees and units, for the pages of the PR side."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from digitroops.people.models import Employee, HRImport, Role, Unit, User

SORTS = {
    "name": ("name", "pk"),
    "-name": ("-name", "-pk"),
    "number": ("number",),
    "hired": ("hire_date", "pk"),
    "-hired": ("-hire_date", "-pk"),
}


def employees_for(viewer: User) -> QuerySet[Employee]:
    """All employees for PR and administrators, otherwise oneself."""
    found = Employee.objects.select_related("unit")
    if viewer.has_role(Role.PR, Role.ADMINISTRATOR):
        return found
    return found.filter(user=viewer)


def imports_for(viewer: User) -> QuerySet[HRImport]:
    """The HR lists that were uploaded, for PR and administrators."""
    found = HRImport.objects.select_related("uploaded_by")
    return found if viewer.has_role(Role.PR, Role.ADMINISTRATOR) else found.none()


def search_employees(
    found: QuerySet[Employee],
    *,
    q: str = "",
    unit: str = "",
    generation: str = "",
    status: str = "",
    sort: str = "",
) -> QuerySet[Employee]:
    """Words in name, number, e-mail or position; a unit with all units below it; a generation; a status."""
    for word in q.split()[:5]:
        found = found.filter(
            Q(name__icontains=word)
            | Q(number__istartswith=word)
            | Q(email__icontains=word)
            | Q(position__icontains=word)
        )
    if unit.isdecimal():
        found = found.filter(unit__in=_subtree(int(unit)))
    if generation:
        found = found.filter(generation="" if generation == "unknown" else generation)
    if status:
        found = found.filter(status=status)
    return found.order_by(*SORTS.get(sort, SORTS["name"]))


def _subtree(pk: int) -> list[int]:
    paths = dict(Unit.objects.values_list("pk", "path"))
    top = paths.get(pk)
    if top is None:
        return []
    return [key for key, path in paths.items() if path == top or path.startswith(top + Unit.SEPARATOR)]


def unit_options() -> list[tuple[int, str]]:
    """All units with their paths, for a choice."""
    return list(Unit.objects.values_list("pk", "path"))


@dataclass(frozen=True)
class UnitRow:
    """A unit of the tree with its headcount, its own and with the units below."""

    unit: Unit
    own: int
    total: int

    @property
    def levels(self) -> range:
        return range(self.unit.depth)


@dataclass(frozen=True)
class Workforce:
    """Headcounts of everybody employed (active and on leave), and all by status."""

    employed: int
    units: list[UnitRow]
    generations: dict[str, int]
    statuses: dict[str, int]


def unit_headcounts() -> list[UnitRow]:
    """The tree in order, with people who are employed."""
    employed = Employee.objects.exclude(status=Employee.Status.INACTIVE)
    own = dict(employed.order_by().values_list("unit").annotate(n=Count("pk")))
    units = list(Unit.objects.all())
    totals = dict.fromkeys((unit.pk for unit in units), 0)
    above = {unit.pk: unit.parent_id for unit in units}
    for pk, count in own.items():
        place: int | None = pk
        while place is not None:
            totals[place] += count
            place = above[place]
    units.sort(key=lambda unit: unit.path.split(Unit.SEPARATOR))
    return [UnitRow(unit, own.get(unit.pk, 0), totals[unit.pk]) for unit in units]


def workforce_of() -> Workforce:
    """The workforce at a glance."""
    rows = Employee.objects.order_by().values_list("status", "generation").annotate(n=Count("pk"))
    statuses: dict[str, int] = {}
    generations: dict[str, int] = {}
    for status, generation, count in rows:
        statuses[status] = statuses.get(status, 0) + count
        if status != Employee.Status.INACTIVE:
            generations[generation] = generations.get(generation, 0) + count
    return Workforce(sum(generations.values()), unit_headcounts(), generations, statuses)
