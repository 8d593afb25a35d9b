import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from django.db.models import Count, Sum

from digitroops.audit.models import Entry
from digitroops.crisis.models import Incident
from digitroops.demo import SIGN_INS, DemoRefused, load
from digitroops.engines.audience import Audience as Keys
from digitroops.engines.audience import overlap_matrix
from digitroops.links.models import Click, ClickDay
from digitroops.newsroom.models import Campaign
from digitroops.notify.models import Message
from digitroops.people.models import Company, Employee, Generation, Role, RoleGrant, Unit, User
from digitroops.presence.models import Archive, Audience
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.models import Application
from digitroops.screening.models import Audit, Finding, Reply
from digitroops.sharing.models import Share

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo company, loaded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(seed=2022, today=TODAY)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_four_hundred_people_in_twelve_units_half_gen_y():
    assert (Employee.objects.count(), Unit.objects.count()) == (400, 12)
    assert Employee.objects.filter(generation=Generation.Y).count() == 200


def test_every_sign_in_has_the_password_and_the_roles_are_there():
    users = {user.email: user for user in User.objects.all()}
    assert all(users[item.email].check_password(item.password) for item in SIGN_INS)
    assert set(RoleGrant.objects.values_list("role", flat=True)) == set(Role.values)


def test_twenty_active_members_of_a_running_programme():
    programme = Programme.objects.get()
    assert (programme.name, programme.state) == ("Nusa Vaksin 2026", Programme.State.RUNNING)
    assert programme.members.filter(state=Member.State.ACTIVE).count() == 20


def test_one_campaign_is_live_and_one_has_ended():
    assert sorted(Campaign.objects.values_list("state", flat=True)) == ["ended", "live"]


def test_crises_are_over():
    assert sorted(Incident.objects.exclude(closed=None).values_list("kind", flat=True)) == ["drill", "real"]


def test_shares_cover_six_weeks():
    days = Share.objects.order_by("created").values_list("created", flat=True)
    assert (days.last() - days.first()).days >= 40


def test_the_days_hold_what_the_clicks_say():
    people = ClickDay.objects.aggregate(people=Sum("people"))["people"]
    assert people == Click.objects.filter(verdict=Click.Verdict.PERSON).count()


def test_clicks_rise_at_lunch_and_in_the_evening():
    hours = {row["at__hour"]: row["n"] for row in Click.objects.values("at__hour").annotate(n=Count("pk"))}
    lunch, evening, afternoon, night = hours[5], hours[13], hours[8], hours.get(19, 0)
    assert min(lunch, evening) > afternoon > night


def test_nothing_happens_after_today():
    assert not Click.objects.filter(date__gt=TODAY).exists()
    assert not Entry.objects.filter(at__date__gt=TODAY).exists()


def test_no_mail_leaves_the_demo():
    assert not Message.objects.filter(mail=Message.Mail.WAITING).exists()


def test_a_second_load_is_refused():
    with pytest.raises(DemoRefused):
        load(seed=2022, today=TODAY)
    assert Company.objects.count() == 1


def test_sixty_applicants_stand_at_every_stage():
    audits = Counter(Audit.objects.values_list("state", flat=True))
    assert Application.objects.count() == 60
    assert audits == {"decided": 25, "in_review": 7, "with_person": 4, "waiting": 17, "withdrawn": 2}
    assert set(Audit.objects.values_list("outcome", flat=True)) == {"", "clear", "coach", "not_now"}


def test_archives_went_through_the_real_reader():
    read = Archive.objects.filter(state=Archive.State.READ)
    assert read.count() == 36
    assert not Archive.objects.filter(state=Archive.State.FAILED).exists()
    assert all(archive.report["counts"]["followers"] for archive in read)


def test_the_past_holds_mistakes_to_look_at_and_replies_to_them():
    assert Finding.objects.values("category").distinct().count() > 5
    assert Reply.objects.exists()


def test_audiences_overlap():
    rows = Audience.objects.filter(account__platform="x")
    matrix = overlap_matrix([Keys.from_bytes(row.keys) for row in rows])
    assert matrix[0][1] > 0
