"""Using a right, answering it, and what stops at once."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from digitroops.notify.models import Message
from digitroops.people.models import Role
from digitroops.privacy.actions import AlreadyAnswered, answer, ask, take_back
from digitroops.privacy.models import HOURS, Request
from digitroops.privacy.queries import is_held, requests_for
from digitroops.programme.models import Member
from digitroops.screening import jobs
from digitroops.screening.actions import start_audit
from digitroops.screening.models import Audit
from digitroops.screening.queries import Obstacle, obstacle, queue_of
from tests.screening.cases import make_audit, make_candidate, make_finding, make_post, make_reviewer
from tests.world import make_company, make_pr, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    make_company()
    return make_candidate()


@pytest.fixture
def pr():
    return make_pr()


def use(member, kind, text=""):
    return ask(employee=member.employee, kind=kind, text=text, actor=member.employee.user)


def test_a_request_has_three_times_24_hours_and_tells_pr(member, pr):
    made = use(member, "access")
    assert abs((made.due - made.at - HOURS).total_seconds()) < 5
    assert Message.objects.get(kind="privacy-request").user == pr


def test_asking_twice_is_one_request(member, pr):
    assert use(member, "access") == use(member, "access")


def test_an_answer_is_given_once_and_told(member, pr):
    made = use(member, "correct", "Nomor HP")
    answer(request=made, granted=True, text="Sudah diganti.", actor=pr)
    assert "Sudah diganti." in Message.objects.get(kind="privacy-answer").body
    with pytest.raises(AlreadyAnswered):
        answer(request=made, granted=False, text="Tidak", actor=pr)


def test_nobody_answers_their_own(member):
    user = member.employee.user
    user.grants.create(role=Role.PR)
    use(member, "access")
    assert not requests_for(user).exists()


def test_a_pause_stops_the_reading_at_once(member):
    made = use(member, "restrict")
    make_post(member)
    audit = start_audit(member=member)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert audit.state == Audit.State.WAITING
    take_back(request=made, actor=member.employee.user)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert audit.state == Audit.State.WITH_PERSON


def test_a_pause_stops_the_review_until_declined(member, pr):
    reviewer, audit = make_reviewer(), make_audit(member)
    made = use(member, "restrict")
    assert (obstacle(audit, reviewer), queue_of(reviewer).count()) == (Obstacle.HELD, 0)
    answer(request=made, granted=False, text="Sudah selesai.", actor=pr)
    assert not is_held(member.employee_id)
    assert queue_of(reviewer).count() == 1


def test_granted_deletion_deletes_and_ends_the_membership(member, pr):
    audit = make_audit(member, state=Audit.State.DECIDED)
    make_finding(audit)
    answer(request=use(member, "erase"), granted=True, text="Dihapus.", actor=pr)
    member.refresh_from_db()
    audit.refresh_from_db()
    assert (member.state, audit.state, audit.findings.count()) == (
        Member.State.LEFT,
        Audit.State.WITHDRAWN,
        0,
    )


def test_everything_can_be_taken_along(member, as_user):
    make_finding(make_audit(member))
    use(member, "access")
    browser = as_user(member.employee.user)
    packed = zipfile.ZipFile(io.BytesIO(browser.get(reverse("privacy:data-zip")).content))
    data = json.loads(packed.read("data.json"))
    assert data["employee"]["number"] == member.employee.number
    assert data["footprint_audits"][0]["findings"][0]["category"] == "abusive"
    assert {"footprint_audits.csv", "privacy_requests.csv"} <= set(packed.namelist())
    assert browser.get(reverse("privacy:data-pdf")).content.startswith(b"%PDF")


def test_the_page_of_rights_asks_and_takes_back(member, as_user):
    browser = as_user(member.employee.user)
    browser.post(reverse("privacy:ask"), {"kind": "restrict"})
    made = Request.objects.get()
    assert "Sedang dijawab" in browser.get(reverse("privacy:rights")).content.decode()
    browser.post(reverse("privacy:take-back", args=[made.pk]))
    made.refresh_from_db()
    assert made.state == Request.State.TAKEN_BACK


def test_pr_answers_on_the_page(member, pr, as_user):
    made = use(member, "access")
    browser = as_user(pr)
    assert member.employee.name in browser.get(reverse("privacy:requests")).content.decode()
    where = reverse("privacy:request", args=[made.pk])
    assert browser.post(where, {"text": "x"}).status_code == 422
    browser.post(where, {"decision": "granted", "text": "Ini datanya."})
    made.refresh_from_db()
    assert (made.state, made.answered_by) == (Request.State.GRANTED, pr)


def test_the_list_asks_the_database_as_often_for_three(member, pr, as_user, django_assert_max_num_queries):
    browser = as_user(pr)
    browser.get(reverse("privacy:requests"))
    for kind in ("access", "correct", "erase"):
        use(member, kind)
    with django_assert_max_num_queries(16):
        browser.get(reverse("privacy:requests"))


def test_the_register_names_every_kind_of_processing(member, as_user):
    browser = as_user(make_user("awas@nusavaksin.example", Role.AUDITOR))
    page = browser.get(reverse("privacy:processing")).content.decode()
    assert member.programme.name in page
    assert "12 bulan" in page
    assert b"".join(browser.get(reverse("privacy:processing") + "?csv=1")).count(b"\n") >= 8


def test_what_deletes_at_once_asks_first(member, pr, as_user):
    page = as_user(member.employee.user).get(reverse("privacy:rights")).content.decode()
    assert page.count("data-confirm=") == 1
    kinds = {kind: use(member, kind) for kind in ("correct", "erase")}
    browser = as_user(pr)
    asks = {
        kind: "data-confirm=" in browser.get(reverse("privacy:request", args=[made.pk])).content.decode()
        for kind, made in kinds.items()
    }
    assert asks == {"correct": False, "erase": True}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("object", "Berlaku mulai sekarang."), ("access", "Terkirim. Anda mendapat jawaban")],
)
def test_what_takes_effect_at_once_says_so(member, as_user, kind, sentence):
    browser = as_user(member.employee.user)
    answered = browser.post(reverse("privacy:ask"), {"kind": kind}, follow=True)
    assert sentence in answered.content.decode()
