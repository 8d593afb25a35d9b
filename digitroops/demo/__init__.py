"""The demo company: Nusa Vaksin in Bandung, invented from a seed, with its days counted back from today."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from django.db import transaction

from digitroops.demo import clicks, courses, crises, money, news, people, programmes, shares
from digitroops.demo.names import STAFF
from digitroops.demo.people import PASSWORD, address
from digitroops.people.models import Company


@dataclass(frozen=True)
class SignIn:
    email: str
    name: str
    role: str
    password: str = PASSWORD


class DemoRefused(Exception):
    """There is a company already; the demo needs an empty database."""


SIGN_INS = [
    *(SignIn(address(name), name, f"{position} ({role})") for name, _unit, position, role in STAFF),
    SignIn(address("Nadia Rahmawati"), "Nadia Rahmawati", "anggota digitroops (member)"),
    SignIn(address("Gita Anindya"), "Gita Anindya", "anggota digitroops (member)"),
]


@transaction.atomic
def load(seed: int, today: dt.date) -> None:
    """Build the whole company in one transaction; the same seed and day give the same company.

    Raises DemoRefused when a company exists.
    """
    if Company.objects.exists():
        raise DemoRefused
    random = Random(seed)
    cast = people.make_people(random, today)
    programme = programmes.make_programme(cast, today)
    members = programmes.make_members(random, cast, programme, today)
    courses.make_courses(random, cast, programme, members, today)
    money.make_money(cast, programme, today)
    stories = news.make_news(random, cast, programme, members, today)
    taken = shares.make_shares(random, members, stories, today)
    clicks.make_clicks(random, taken, today)
    crises.make_crises(random, cast, programme, members, today)
