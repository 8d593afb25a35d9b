import pytest
from django.urls import reverse
from django.utils import translation

from digitroops.home.navigation import _desk
from digitroops.people.models import Role, RoleGrant
from digitroops.programme.models import Member
from tests.world import make_company, make_member, make_user

pytestmark = pytest.mark.django_db


def test_manifest_names_the_company(client):
    make_company()
    answer = client.get("/manifest.webmanifest")
    assert (answer.json()["name"], answer.json()["display"]) == ("Digitroops Nusa Vaksin", "standalone")


def test_service_worker_is_served_at_the_root(client):
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"] == "text/javascript"
    assert b"/offline/" in answer.content


def test_live_answers_with_the_version(client):
    assert client.get("/health/live").json()["status"] == "live"


def test_ready_names_the_parts(client):
    make_company()
    assert client.get("/health/ready").json() == {
        "status": "ready",
        "database": "ok",
        "migrations": "ok",
        "files": "ok",
        "worker": "silent",
    }


def test_a_guest_is_sent_to_sign_in(client):
    make_company()
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    ("role", "label"),
    [(Role.REVIEWER, "Footprint audit"), (Role.EXECUTIVE, "Members"), (Role.PR, "Selection")],
)
def test_a_stage_with_one_page_is_named_after_it(role, label):
    with translation.override("en"):
        stages = _desk(make_user("wulan@nusavaksin.example", role), "home:home")
        labels = {stage["key"]: str(stage["label"]) for stage in stages}
    assert labels["people" if role == Role.EXECUTIVE else "selection"] == label


def test_a_reviewer_who_is_only_invited_lands_at_the_queue(as_user):
    wulan = make_member(name="Wulan Prabandari", state=Member.State.INVITED)
    RoleGrant.objects.create(user=wulan.employee.user, role=Role.REVIEWER)
    assert as_user(wulan.employee.user).get("/").url == reverse("screening:queue")


def test_an_administrator_who_is_only_invited_sees_the_first_steps(as_user):
    anita = make_member(name="Anita Yuliarti", state=Member.State.INVITED)
    RoleGrant.objects.create(user=anita.employee.user, role=Role.ADMINISTRATOR)
    assert reverse("people:roles") in as_user(anita.employee.user).get("/").content.decode()
