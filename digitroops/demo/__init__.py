"""The demo company: Nusa Vaksin in Bandung, invented from a seed, with its days counted back from today."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from digitroops.demo import (
    applicants,
    clicks,
    courses,
    crises,
    goals,
    money,
    news,
    people,
    programmes,
    rosters,
    safeguards,
    shares,
    team_audits,
)
from digitroops.demo.names import STAFF
from digitroops.demo.people import PASSWORD, address
from digitroops.demo.today import squeeze_today
from digitroops.people.models import Company, Role

MAIL_TASK = "digitroops.notify.tasks.mail_message"


@dataclass(frozen=True)
class SignIn:
    email: str
    name: str
    role: str
    password: str = PASSWORD


class DemoRefused(Exception):
    """There is a company already; the demo needs an empty database."""


ROLE_WORDS: dict[str, str] = {
    Role.PR: "Humas",
    Role.REVIEWER: "peninjau",
    Role.EXECUTIVE: "pimpinan",
    Role.ADMINISTRATOR: "administrator",
}
SIGN_INS = [
    *(
        SignIn(address(name), name, f"{position} ({ROLE_WORDS[role]})")
        for name, _unit, position, role in STAFF
    ),
    SignIn(address(safeguards.OFFICER), safeguards.OFFICER, "pengawas, bukan karyawan"),
    SignIn(address("Nadia Rahmawati"), "Nadia Rahmawati", "anggota digitroops"),
    SignIn(address("Gita Anindya"), "Gita Anindya", "anggota digitroops"),
]


def load(seed: int, today: dt.date, now: dt.datetime | None = None) -> None:
    """Build the whole company in one transaction; the same seed and day give the same company at any hour.

    Archives of the newest applicants are left to the background worker. No mail is sent. Raises DemoRefused
    when a company exists.
    """
    with transaction.atomic():
        _build(seed, today)
        squeeze_today(today, now or timezone.now())
    DBTaskResult.objects.filter(task_path=MAIL_TASK).delete()


def _build(seed: int, today: dt.date) -> None:
    random = Random(seed)
    if Company.objects.exists():
        raise DemoRefused
    cast = people.make_people(random, today)
    programme = programmes.make_programme(cast, today)
    safeguards.make_safeguards(cast, programme, today)
    members = programmes.make_members(random, cast, programme, today)
    courses.make_courses(random, cast, programme, members, today)
    team_audits.make_team_audits(Random(seed), cast, members, today)
    money.make_money(cast, programme, today)
    stories = news.make_news(random, cast, programme, members, today)
    taken = shares.make_shares(random, members, stories, today)
    clicks.make_clicks(random, taken, today)
    goals.make_goals(Random(seed), cast, programme, today)
    crises.make_crises(random, cast, programme, members, today)
    applicants.make_applicants(random, cast, programme, today)
    rosters.make_proposals(cast, programme, seed, today)
    safeguards.make_auditor()
    safeguards.make_learning(cast, today)
    safeguards.make_kind_words(cast, programme, today)
    safeguards.make_requests(cast, programme, today)
    safeguards.make_breach(cast, today)
