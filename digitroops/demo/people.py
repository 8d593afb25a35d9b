"""The company, its units and its 400 people; half of them Gen Y."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password

from digitroops.audit.actions import record
from digitroops.demo.moments import clock, happened
from digitroops.demo.names import FIRST, LAST, MEMBERS, MEN, POSITIONS, STAFF, UNITS, YEARS
from digitroops.people.models import Company, Employee, RoleGrant, Unit, User, generation_of

PASSWORD = "digitroops"
DOMAIN = "nusavaksin.example"


@dataclass(frozen=True)
class Cast:
    """Everybody the rest of the demo speaks of."""

    company: Company
    pr: User
    reviewers: list[User]
    executive: User
    administrator: User
    members: list[Employee]
    others: list[Employee]
    password: str


def address(name: str) -> str:
    """The work address of a name."""
    return ".".join(name.lower().split()) + "@" + DOMAIN


def make_people(random: Random, today: dt.date) -> Cast:
    """Company, units, employees, and users for those with a role or a membership."""
    company = Company.objects.create(
        pk=1,
        name="Nusa Vaksin",
        link_domains=[DOMAIN, f"www.{DOMAIN}"],
        created=clock(today - dt.timedelta(200)),
    )
    units = _make_units()
    employees = _make_employees(random, today, units)
    password = make_password(PASSWORD)
    staff = [give_user(employees[name], password, today) for name, *_rest in STAFF]
    administrator = staff[-1]
    with happened(clock(today - dt.timedelta(199)), today=today):
        record(actor=administrator, act="company.set_up", subject=company, after={"name": company.name})
        for user, (*_rest, role) in zip(staff, STAFF, strict=True):
            RoleGrant.objects.create(user=user, role=role, granted_by=administrator)
            record(
                actor=administrator,
                act="role.granted",
                subject=user,
                person=employees[user.name],
                after={"role": role},
            )
    known = {name for name, *_rest in (*MEMBERS, *STAFF)}
    return Cast(
        company=company,
        pr=staff[0],
        reviewers=staff[1:4],
        executive=staff[4],
        administrator=administrator,
        members=[employees[name] for name, *_rest in MEMBERS],
        others=[employee for name, employee in employees.items() if name not in known],
        password=password,
    )


def give_user(employee: Employee, password: str, today: dt.date) -> User:
    """A sign-in for an employee."""
    user = User.objects.create(
        email=address(employee.name),
        name=employee.name,
        language="id",
        password=password,
        created=clock(today - dt.timedelta(150)),
    )
    employee.user = user
    Employee.objects.filter(pk=employee.pk).update(user=user)
    return user


def _make_units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for order, (path, _size) in enumerate(UNITS):
        above, _, name = path.rpartition(Unit.SEPARATOR)
        units[path] = Unit.objects.create(path=path, name=name, parent=units.get(above), series=order % 8 + 1)
    return units


def _make_employees(random: Random, today: dt.date, units: dict[str, Unit]) -> dict[str, Employee]:
    """Employees by name; the named ones first, then drawn names until every unit has its size."""
    named = [(name, unit, position) for name, unit, position, _rest in (*MEMBERS, *STAFF)]
    places = [path for path, size in UNITS for _ in range(size)]
    for _name, unit, _position in named:
        places.remove(unit)
    taken = {name for name, *_rest in named}
    pairs = [f"{first} {last}" for first in FIRST for last in LAST if f"{first} {last}" not in taken]
    drawn = random.sample(pairs, len(places))
    rows = named + [(name, unit, random.choice(POSITIONS)) for name, unit in zip(drawn, places, strict=True)]
    births = _births(random, len(rows), len(named))
    employees = [
        _employee(random, today, number, name, units[unit], position, birth)
        for number, ((name, unit, position), birth) in enumerate(zip(rows, births, strict=True), start=1)
    ]
    _give_managers(employees)
    Employee.objects.bulk_create(employees)
    return {employee.name: employee for employee in employees}


def _give_managers(employees: list[Employee]) -> None:
    """In every unit people report to whoever has been there longest."""
    heads: dict[str, Employee] = {}
    for employee in sorted(employees, key=lambda one: (str(one.hire_date), one.number)):
        head = heads.setdefault(employee.unit.path, employee)
        employee.manager_number = head.number if head is not employee else ""


def _births(random: Random, count: int, named: int) -> list[dt.date]:
    """Birth dates with the shares of generations of the company; the named ones are all Gen Y."""
    spans = [span for span, share in YEARS for _ in range(share)][:count]
    first, rest = spans[:named], spans[named:]
    random.shuffle(rest)
    return [
        dt.date(random.randint(*span), random.randint(1, 12), random.randint(1, 28))
        for span in (*first, *rest)
    ]


def _employee(
    random: Random, today: dt.date, number: int, name: str, unit: Unit, position: str, birth: dt.date
) -> Employee:
    started = max(birth.year + 21, today.year - 24)
    year = random.randint(started, max(started, today.year - 1))
    leave = number > len(MEMBERS) + len(STAFF) and random.random() < 0.03
    return Employee(
        number=f"NV{number + 1200:05d}",
        name=name,
        email=address(name),
        phone=f"+62812{random.randint(10_000_000, 99_999_999)}",
        unit=unit,
        birth_date=birth,
        generation=generation_of(birth) or "",
        gender=Employee.Gender.MALE if name.split(maxsplit=1)[0] in MEN else Employee.Gender.FEMALE,
        hire_date=dt.date(year, random.randint(1, 12), 1),
        status=Employee.Status.LEAVE if leave else Employee.Status.ACTIVE,
        employment=random.choices(["Tetap", "Kontrak"], [4, 1])[0],
        position=position,
        created=clock(today - dt.timedelta(198)),
    )
