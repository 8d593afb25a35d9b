"""The small world of the tests: one company, four units, and people everybody knows.

Ratna runs PR, Budi and Sari review, Eko is an executive, Ani administers; Nadia is an active member, Candra a
candidate, Oki an employee outside the programme.
"""

import datetime as dt
from typing import Any

from digitroops.links.actions import create_link
from digitroops.links.models import Link
from digitroops.newsroom.models import Campaign, Caption, Story
from digitroops.people.models import Company, Employee, Role, RoleGrant, Unit, User
from digitroops.programme.models import Criterion, Member, Programme
from digitroops.screening.models import AuditRules
from digitroops.sharing.models import Share


def make_company(**changes: Any) -> Company:
    return Company.objects.create(**{"pk": 1, "name": "Nusa Vaksin", **changes})


def make_unit(path: str = "Produksi", **changes: Any) -> Unit:
    parent = make_unit(path.rpartition(" / ")[0]) if " / " in path else None
    unit, _ = Unit.objects.get_or_create(
        path=path, defaults={"name": path.rpartition(" / ")[2] or path, "parent": parent, **changes}
    )
    return unit


def make_user(email: str = "ratna@nusavaksin.example", *roles: str, **changes: Any) -> User:
    name = email.partition("@")[0].capitalize()
    user = User.objects.create_user(email, **{"password": "pencerita-andal", "name": name, **changes})
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in roles)
    return user


def make_employee(number: str = "1001", **changes: Any) -> Employee:
    fields = {
        "number": number,
        "name": f"Karyawan {number}",
        "email": f"k{number}@nusavaksin.example",
        "unit": changes.pop("unit", None) or make_unit(),
        "birth_date": dt.date(1990, 5, 17),
        "hire_date": dt.date(2015, 1, 5),
        **changes,
    }
    return Employee.objects.create(**fields)


def make_programme(**changes: Any) -> Programme:
    fields = {
        "name": "Nusa Vaksin 2026",
        "goal": "Vaksin yang dipahami.",
        "starts": dt.date(2026, 1, 1),
        "ends": dt.date(2027, 12, 31),
        "platforms": ["x", "instagram"],
        "state": Programme.State.RUNNING,
        **changes,
    }
    programme = Programme.objects.create(**fields)
    AuditRules.objects.create(programme=programme, signoff_required=False)
    Criterion.objects.create(programme=programme, kind=Criterion.Kind.ACTIVE_EMPLOYMENT)
    Criterion.objects.create(
        programme=programme, kind=Criterion.Kind.FOLLOWERS, parameters={"minimum": 1000}, order=1
    )
    return programme


def make_member(programme: Programme | None = None, number: str = "2001", **changes: Any) -> Member:
    """A member with an employee and a user of their own; `state` is active unless said otherwise."""
    name = changes.pop("name", "Nadia Rahmawati")
    email = f"m{number}@nusavaksin.example"
    employee = make_employee(number, name=name, email=email, user=make_user(email, name=name))
    return Member.objects.create(
        **{
            "programme": programme or Programme.objects.first() or make_programme(),
            "employee": employee,
            "state": Member.State.ACTIVE,
            **changes,
        }
    )


def make_pr(email: str = "ratna@nusavaksin.example") -> User:
    return make_user(email, Role.PR)


def make_campaign(programme: Programme | None = None, **changes: Any) -> Campaign:
    """A live campaign around today."""
    fields = {
        "programme": programme or Programme.objects.first() or make_programme(),
        "name": "Vaksin sampai ke pulau",
        "slug": "vaksin-pulau",
        "goal": "Orang tahu bagaimana vaksin tetap dingin.",
        "starts": dt.date(2026, 1, 1),
        "ends": dt.date(2027, 12, 31),
        "state": Campaign.State.LIVE,
        **changes,
    }
    return Campaign.objects.create(**fields)


def make_story(campaign: Campaign | None = None, captions: int = 2, **changes: Any) -> Story:
    """A live story with captions."""
    fields = {
        "campaign": campaign or Campaign.objects.first() or make_campaign(),
        "title": "Vaksin naik perahu",
        "target_url": "https://nusavaksin.example/perahu",
        "state": Story.State.LIVE,
        "live_from": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        **changes,
    }
    story = Story.objects.create(**fields)
    for place in range(captions):
        Caption.objects.create(story=story, tone=f"Gaya {place}", text=f"Kata-kata {place}.", order=place)
    return story


def make_link(member: Member | None = None, story: Story | None = None) -> Link:
    return create_link(member=member or Member.objects.first() or make_member(), story=story or make_story())


def make_share(member: Member | None = None, story: Story | None = None, **changes: Any) -> Share:
    """An opened share with a tracked link of its own."""
    member = member or Member.objects.first() or make_member()
    story = story or Story.objects.first() or make_story()
    fields = {
        "member": member,
        "story": story,
        "channel": Share.Channel.X,
        "text": "Dua hari di laut.",
        "link": create_link(member=member, story=story),
        "request_key": f"key-{Share.objects.count()}",
        **changes,
    }
    return Share.objects.create(**fields)
