import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from digitroops.engines.audience import keys_of
from digitroops.home.navigation import _desk
from digitroops.people.models import Role, RoleGrant
from digitroops.presence.models import Audience, SocialAccount
from digitroops.programme.models import Member
from digitroops.recruitment.models import Proposal
from digitroops.screening.models import Audit
from digitroops.sharing.models import Share
from tests.world import make_company, make_member, make_pr, make_share, make_user

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
        "clicks": "ok",
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


@pytest.mark.parametrize(
    ("role", "view", "stage"),
    [
        (Role.REVIEWER, "screening:decide", "selection"),
        (Role.REVIEWER, "screening:by-hand-mark", "selection"),
        (Role.PR, "screening:learning-decisions", "selection"),
        (Role.PR, "screening:reputation-of", "people"),
    ],
)
def test_a_page_that_comes_back_with_a_mistake_stays_in_its_place(role, view, stage):
    stages = _desk(make_user("wulan@nusavaksin.example", role), view)
    assert [item["key"] for item in stages if item["active"]] == [stage]


def test_a_reviewer_who_is_only_invited_lands_at_the_queue(as_user):
    wulan = make_member(name="Wulan Prabandari", state=Member.State.INVITED)
    RoleGrant.objects.create(user=wulan.employee.user, role=Role.REVIEWER)
    assert as_user(wulan.employee.user).get("/").url == reverse("screening:queue")


def test_an_administrator_who_is_only_invited_sees_the_first_steps(as_user):
    anita = make_member(name="Anita Yuliarti", state=Member.State.INVITED)
    RoleGrant.objects.create(user=anita.employee.user, role=Role.ADMINISTRATOR)
    assert reverse("people:roles") in as_user(anita.employee.user).get("/").content.decode()


def make_screened(number, decided, **changes):
    member = make_member(number=number, state=Member.State.SCREENED, **changes)
    Audit.objects.create(member=member, state=Audit.State.DECIDED, outcome="clear", decided=decided)
    return member


def test_a_candidate_left_out_of_a_published_team_is_told_so_kindly(as_user):
    now = timezone.now()
    member = make_screened("2001", now - dt.timedelta(days=3))
    home = as_user(member.employee.user)
    assert "Humas sedang menyusun tim" in home.get("/").content.decode()
    team = Proposal.objects.create(programme=member.programme, name="Usulan")
    assert "Humas sedang menyusun tim" in home.get("/").content.decode()
    Proposal.objects.filter(pk=team.pk).update(state=Proposal.State.PUBLISHED, published=now)
    page = home.get("/").content.decode()
    assert "Kali ini tim sudah lengkap tanpa Anda" in page
    assert "Humas sedang menyusun tim" not in page
    assert reverse("home:choosing") in page


def test_a_candidate_whose_audit_ended_after_the_team_still_waits(as_user):
    now = timezone.now()
    member = make_screened("2001", now)
    earlier = now - dt.timedelta(days=1)
    Proposal.objects.create(
        programme=member.programme, name="Usulan", state=Proposal.State.PUBLISHED, published=earlier
    )
    assert "Humas sedang menyusun tim" in as_user(member.employee.user).get("/").content.decode()


def test_how_a_team_is_chosen_is_read_by_everybody_who_signed_in(as_user):
    make_company()
    page = as_user(make_user("oki@nusavaksin.example")).get(reverse("home:choosing")).content.decode()
    assert "Yang dipertimbangkan" in page


def test_the_desk_sets_different_people_beside_the_lists_added_up(as_user):
    for number in ("2001", "2002"):
        member = make_member(number=number)
        account = SocialAccount.objects.create(employee=member.employee, platform="x", handle=f"akun{number}")
        followers = keys_of("x", [str(one) for one in range(300)])
        Audience.objects.create(account=account, keys=followers.to_bytes(), count=300)
        make_share(member, state=Share.State.POSTED)
    desk = as_user(make_pr()).get("/").context["desk"]
    assert [bar["text"] for bar in desk.reach_bars] == ["300", "600"]


def test_a_large_team_is_drawn_in_part_with_those_who_shared_first(as_user):
    members = [make_member(number=f"3{n:03}", name=f"Warga {n:03}") for n in range(63)]
    make_share(members[-1], state=Share.State.POSTED)
    client = as_user(make_pr())
    desk = client.get("/").context["desk"]
    assert (len(desk.faces), desk.more, desk.quiet) == (60, 3, 62)
    assert [face["name"] for face in desk.faces if face["done"]] == ["Warga 062"]
    page = client.get(reverse("programme:members")).content.decode()
    assert "3 anggota lainnya" in page
    assert "63 anggota aktif" in page


def test_a_small_team_is_drawn_whole(as_user):
    make_member()
    desk = as_user(make_pr()).get("/").context["desk"]
    assert (len(desk.faces), desk.more) == (1, 0)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("waiting", "Unggahan publik Anda sedang dibaca"),
        ("by_hand", "Seorang peninjau membaca unggahan publik Anda"),
        ("with_person", "Anda membaca temuannya lebih dulu"),
        ("in_review", "Audit Anda ada pada peninjau"),
        ("decided", "Audit Anda sudah diputuskan"),
        ("withdrawn", "Audit Anda sudah berakhir"),
    ],
)
def test_an_applicant_reads_where_the_audit_stands(as_user, state, sentence):
    make_company()
    member = make_member(state=Member.State.APPLIED)
    Audit.objects.create(member=member, state=state)
    assert sentence in as_user(member.employee.user).get("/").content.decode()
