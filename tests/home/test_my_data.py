"""“My data” holds what every app stores about the person who asks, and nobody else's."""

import datetime as dt
import json

import pytest
from django.urls import reverse

from digitroops.academy.models import Course, Enrolment
from digitroops.audit.actions import record
from digitroops.crisis.models import Incident, Sighting
from digitroops.newsroom.models import Brief, Question
from digitroops.notify.actions import send_message
from digitroops.presence.models import Archive, FollowerCount, Post, SocialAccount
from digitroops.programme.models import MemberDay
from digitroops.recruitment.models import Application, Call
from digitroops.screening.models import Audit, Decision, Finding, Reply, Review
from tests.world import make_campaign, make_company, make_member, make_share, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia():
    make_company()
    return make_member()


@pytest.fixture
def my_data(as_user, nadia):
    """What Nadia downloads."""

    def read():
        return json.loads(as_user(nadia.employee.user).get(reverse("people:data")).content)

    return read


def test_programmes_hold_membership_and_days(my_data, nadia):
    MemberDay.objects.create(member=nadia, date=dt.date(2026, 11, 2), state="active")
    (one,) = my_data()["programmes"]
    assert (one["programme"], one["days"]) == (
        "Nusa Vaksin 2026",
        [{"date": "2026-11-02", "state": "active"}],
    )


def test_accounts_hold_counts_reports_and_posts(my_data, nadia):
    account = SocialAccount.objects.create(employee=nadia.employee, platform="x", handle="nadia")
    FollowerCount.objects.create(account=account, date=dt.date(2026, 11, 2), count=1284, source="archive")
    Archive.objects.create(account=account, file_name="x.zip", report={"whole": True})
    Post.objects.create(account=account, external_id="1", kind="post", text="Halo")
    (one,) = my_data()["accounts"]
    assert (one["follower_counts"][0]["count"], one["archives"][0]["report"], one["posts"][0]["text"]) == (
        1284,
        {"whole": True},
        "Halo",
    )


def test_recruitment_holds_the_application(my_data, nadia):
    call = Call.objects.create(
        programme=nadia.programme, title="Tim 2027", message="Mari", closes=dt.date(2027, 1, 1), token="t"
    )
    Application.objects.create(member=nadia, call=call, motivation="Ingin bercerita")
    (one,) = my_data()["recruitment"]["applications"]
    assert (one["call"], one["motivation"]) == ("Tim 2027", "Ingin bercerita")


def audit_of(member, **changes):
    audit = Audit.objects.create(member=member, state="in_review", **changes)
    finding = Finding.objects.create(
        audit=audit, platform="x", kind="post", text="Goblok", category="insult", severity=1,
        span_start=0, span_end=6,
    )  # fmt: skip
    Reply.objects.create(finding=finding, stance="explain", text="Saya marah waktu itu")
    Review.objects.create(
        audit=audit, reviewer=make_user("budi@nusavaksin.example"), seat=1, decision=Decision.CLEAR,
        reason="Sudah lama",
    )  # fmt: skip
    return audit


def test_audits_hold_findings_with_own_replies_and_no_decision_before_its_time(my_data, nadia):
    audit_of(nadia)
    (one,) = my_data()["footprint_audits"]
    assert one["findings"][0]["reply"]["text"] == "Saya marah waktu itu"
    assert one["decisions"] == []


def test_decided_audits_say_why_and_name_no_reviewer(my_data, nadia):
    audit_of(nadia, decided=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), outcome=Decision.CLEAR)
    (one,) = my_data()["footprint_audits"]
    assert [decision["reason"] for decision in one["decisions"]] == ["Sudah lama"]
    assert "Budi" not in json.dumps(one)


def test_courses_hold_certificates(my_data, nadia):
    course = Course.objects.create(programme=nadia.programme, title="Sebelum mulai")
    Enrolment.objects.create(member=nadia, course=course, certificate="ABC")
    assert [(one["course"], one["certificate"]) for one in my_data()["courses"]] == [("Sebelum mulai", "ABC")]


def test_briefs_hold_questions(my_data, nadia):
    brief = Brief.objects.create(campaign=make_campaign(nadia.programme), title="Dingin")
    Question.objects.create(brief=brief, asked_by=nadia, text="Boleh menyebut pulau?")
    assert [one["text"] for one in my_data()["briefs"]["questions"]] == ["Boleh menyebut pulau?"]


def test_sharing_holds_words_and_clicks(my_data, nadia):
    share = make_share(nadia)
    share.link.days.create(date=dt.date(2026, 11, 2), people=7)
    (one,) = my_data()["sharing"]["shares"]
    assert (one["words"], one["clicks"][0]["people"]) == (share.text, 7)


def test_incidents_hold_what_was_reported(my_data, nadia):
    incident = Incident.objects.create(programme=nadia.programme, title="Kabar palsu", instruction="silent")
    Sighting.objects.create(incident=incident, member=nadia, text="Ada di grup")
    assert [one["text"] for one in my_data()["incidents"]["reported"]] == ["Ada di grup"]


def test_messages_and_record_are_there(my_data, nadia):
    send_message(to=nadia.employee.user, kind="brief", title="Taklimat baru", mail=False)
    record(actor=None, act="member.moved", subject=nadia, person=nadia.employee)
    found = my_data()
    assert [one["title"] for one in found["messages"]] == ["Taklimat baru"]
    assert [one["act"] for one in found["record"]] == ["member.moved"]


def test_data_of_others_stay_away(my_data, nadia):
    oki = make_member(nadia.programme, "2002", name="Oki Firmansyah")
    SocialAccount.objects.create(employee=oki.employee, platform="x", handle="oki")
    make_share(oki)
    audit_of(oki)
    found = my_data()
    assert (found["accounts"], found["sharing"]["shares"], found["footprint_audits"]) == ([], [], [])
