import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from django.db.models import Count, F, Sum

from digitroops.audit.models import Entry
from digitroops.crisis.models import Incident
from digitroops.demo import SIGN_INS, DemoRefused, load
from digitroops.engines.audience import Audience as Keys
from digitroops.engines.audience import overlap_matrix
from digitroops.home.queries import today_of
from digitroops.insight.queries import reach_of
from digitroops.links.models import Click, ClickDay
from digitroops.newsroom.models import Campaign, Story
from digitroops.notify.models import Message
from digitroops.people.models import Company, Employee, Generation, Role, RoleGrant, Unit, User
from digitroops.presence.models import Archive, Audience
from digitroops.privacy.models import Breach
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.models import Application, Proposal, Seat
from digitroops.screening.models import Audit, Finding, Reply
from digitroops.screening.stuck import stuck_in
from digitroops.sharing.models import Share

TODAY = dt.date(2026, 11, 23)


NIGHT, NOON = dt.datetime(2026, 11, 22, 18, 5, tzinfo=dt.UTC), dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def loads(django_db_setup, django_db_blocker):
    """The figures of two loads, soon after midnight and at noon in Bandung; the second stays for this file."""
    found = []
    with django_db_blocker.unblock():
        for now in (NIGHT, NOON):
            with transaction.atomic():
                load(seed=2022, today=TODAY, now=now)
                found.append(figures() | {"late": late(now)})
                if now is NOON:
                    yield found
                transaction.set_rollback(True)


def figures():
    """What must be the same whenever and wherever the company is loaded."""
    team = Member.objects.filter(state=Member.State.ACTIVE).values_list("pk", flat=True)
    days = ClickDay.objects.values("date").annotate(people=Sum("people"), machines=Sum("machines"))
    shares = Share.objects.values("member__employee__name", "channel").annotate(n=Count("pk"))
    return {
        "people": sorted(Employee.objects.values_list("name", "unit__path", "generation", "position")),
        "clicks": sorted((row["date"], row["people"], row["machines"]) for row in days),
        "shares": sorted(tuple(row.values()) for row in shares),
        "reach": reach_of(team),
        "applicants": sorted(Application.objects.values_list("member__employee__name", "member__state")),
        "findings": sorted(Finding.objects.values_list("category", "severity", "text")),
        "pool": sorted(Seat.objects.values_list("member__employee__name", flat=True)),
    }


def late(now):
    """How much of what has happened would happen after `now`."""
    return sum(
        rows.count()
        for rows in (
            Click.objects.filter(at__gt=now),
            Share.objects.filter(created__gt=now),
            Entry.objects.filter(at__gt=now),
            Message.objects.filter(created__gt=now),
        )
    )


pytestmark = [pytest.mark.usefixtures("loads"), pytest.mark.django_db]


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
    assert audits == {
        "decided": 51,
        "in_review": 9,
        "with_person": 5,
        "by_hand": 1,
        "failed": 1,
        "waiting": 10,
        "withdrawn": 2,
    }
    assert set(Audit.objects.values_list("outcome", flat=True)) == {"", "clear", "coach", "not_now"}


def test_the_same_seed_and_day_give_the_same_company_at_any_hour(loads):
    first, second = ({key: one[key] for key in one if key != "late"} for one in loads)
    assert first == second


def test_today_has_clicks_and_nothing_lies_ahead(loads):
    assert {one["late"] for one in loads} == {0}
    assert Click.objects.filter(date=TODAY, verdict=Click.Verdict.PERSON).count() > 50


def test_the_newest_week_is_the_best_so_far():
    def week(back):
        first, last = TODAY - dt.timedelta(back + 6), TODAY - dt.timedelta(back)
        return ClickDay.objects.filter(date__range=(first, last)).aggregate(n=Sum("people"))["n"]

    assert week(0) > week(7) > 0


def test_the_team_reaches_many_different_people(loads):
    reach = loads[-1]["reach"]
    unique, total = reach.unique.value, reach.total.value
    assert (80_000 < total < 100_000, 0.6 < unique / total < 0.9) == (True, True)
    assert reach.declared.value > 0


def test_a_team_is_proposed_that_keeps_the_rules():
    proposal = Proposal.objects.get(state=Proposal.State.DRAFT)
    assert proposal.figures["broken"] == []
    assert proposal.seats.filter(chosen=True).count() == 20
    assert proposal.seats.filter(chosen=False).count() > 5


def test_one_scenario_waits_and_one_was_approved_by_a_second_person():
    waiting = Proposal.objects.get(state=Proposal.State.WAITING)
    approved = Proposal.objects.get(state=Proposal.State.APPROVED)
    assert approved.approved_by != approved.submitted_by
    assert (waiting.figures["broken"], waiting.comments.count()) == ([], 1)


def test_every_story_that_was_shared_is_live_or_over():
    states = Story.objects.filter(shares__isnull=False).values_list("state", flat=True).distinct()
    assert set(states) == {"live", "ended"}


def test_nadia_has_a_brief_to_read_and_it_lies_under_her_bell():
    nadia = Member.objects.get(employee__name="Nadia Rahmawati")
    assert today_of(nadia).brief.title == "Dingin sampai pulau"
    assert Message.objects.filter(user=nadia.employee.user, read=None, kind="brief").count() == 1


def test_kept_archives_look_like_those_the_job_has_read():
    read = Archive.objects.filter(state=Archive.State.READ, account__platform="x")
    job, kept = read.exclude(claim="").get(), read.filter(claim="").first()
    assert set(job.report) == set(kept.report)
    assert job.report["checks"] == kept.report["checks"]
    assert (job.era, bool(job.file)) == (kept.era, bool(kept.file))


def test_no_archive_failed():
    read = Archive.objects.filter(state=Archive.State.READ)
    assert not Archive.objects.filter(state=Archive.State.FAILED).exists()
    assert all(archive.report["counts"]["followers"] for archive in read)


def test_the_past_holds_mistakes_to_look_at_and_replies_to_them():
    assert Finding.objects.values("category").distinct().count() > 5
    assert set(Reply.objects.values_list("stance", flat=True)) == set(Reply.Stance.values)


def test_the_team_was_audited_before_it_joined_and_some_since():
    team = Member.objects.filter(state=Member.State.ACTIVE)
    decided = Audit.objects.filter(state=Audit.State.DECIDED, purpose=Audit.Purpose.SELECTION)
    assert decided.filter(member__in=team).count() == 20
    assert not decided.filter(member__in=team, decided__gt=F("member__since")).exists()
    assert Audit.objects.filter(purpose=Audit.Purpose.WATCH).count() == 4


def test_a_third_reviewer_may_decide_where_two_differ():
    stuck = stuck_in(Programme.objects.get(state=Programme.State.RUNNING))
    differ = [
        audit.pk
        for audit in Audit.objects.filter(state=Audit.State.IN_REVIEW)
        if {review.decision for review in audit.reviews.all()} == {"clear", "coach"}
    ]
    assert (len(differ), len(set(differ) - stuck) >= 1) == (2, True)


def test_one_breach_was_told_in_time():
    breach = Breach.objects.get()
    assert (breach.closed, breach.agency_told < breach.due) == (breach.found + dt.timedelta(hours=30), True)


def test_audiences_overlap():
    rows = Audience.objects.filter(account__platform="x")
    matrix = overlap_matrix([Keys.from_bytes(row.keys) for row in rows])
    assert matrix[0][1] > 0
