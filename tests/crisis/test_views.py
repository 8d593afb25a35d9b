import pytest
from django.urls import reverse

from digitroops.crisis import actions
from digitroops.crisis.models import Acknowledgement, Claim, Incident, Sighting
from tests.crisis.test_actions import declare
from tests.world import (
    make_company,
    make_employee,
    make_member,
    make_pr,
    make_programme,
    make_share,
    make_user,
)

pytestmark = pytest.mark.django_db
FORM = {
    "title": "Isu beku",
    "kind": "real",
    "severity": 3,
    "instruction": "silent",
    "steps": "Diam.",
    "statement": "",
}


@pytest.fixture
def pr(as_user):
    return as_user(make_pr())


@pytest.fixture
def member():
    return make_member()


def test_declare_leads_to_the_incident_and_a_second_click_too(pr):
    make_programme()
    addresses = {pr.post(reverse("crisis:add"), FORM).url for _ in range(2)}
    assert addresses == {reverse("crisis:incident", args=[Incident.objects.get().pk])}


def test_the_confirmation_names_the_numbers(pr):
    make_company(language="en")
    make_share()
    text = pr.get(reverse("crisis:add")).content.decode()
    assert "Sharing stops on 1 phone and 1 open" in text


def test_sharing_a_statement_needs_one(pr):
    make_programme()
    response = pr.post(reverse("crisis:add"), FORM | {"instruction": "statement"})
    assert response.status_code == 422
    assert Incident.objects.count() == 0


def test_member_sees_the_instruction_and_understands_once(as_user, member):
    incident = declare(member.programme, instruction="statement")
    Claim.objects.create(
        incident=incident, text="Beku", verdict="false", correction="Tidak.", source="Catatan"
    )
    Claim.objects.create(incident=incident, text="40 anak")
    client = as_user(member.employee.user)
    text = client.get(reverse("crisis:current")).content.decode()
    assert [word in text for word in ("Kabar vaksin beku", "Jangan membalas dulu.", "2–8 °C")] == [True] * 3
    assert text.count("data-copy=") == 1
    for _ in range(2):
        client.post(reverse("crisis:ack"), {"incident": incident.pk})
    assert Acknowledgement.objects.count() == 1


def test_a_stale_page_acknowledges_nothing(as_user, member):
    declare(member.programme)
    as_user(member.employee.user).post(reverse("crisis:ack"), {"incident": "999"})
    assert Acknowledgement.objects.count() == 0


def test_a_statement_is_not_offered_for_sharing_when_silence_is_asked(as_user, member):
    declare(member.programme, instruction="silent")
    text = as_user(member.employee.user).get(reverse("crisis:current")).content.decode()
    assert "data-share" not in text


def test_member_reports_a_sighting(as_user, member):
    declare(member.programme)
    client = as_user(member.employee.user)
    assert client.post(reverse("crisis:report"), {"text": "", "url": "x:y"}).status_code == 422
    for _ in range(2):
        client.post(reverse("crisis:report"), {"text": "Di grup RT", "url": ""})
    assert Sighting.objects.count() == 1


def test_the_page_is_calm_without_an_incident_and_for_outsiders(as_user, member):
    assert as_user(member.employee.user).get(reverse("crisis:current")).status_code == 200
    declare(member.programme)
    candidate = make_member(number="2002", state="applied").employee.user
    assert "Kabar vaksin beku" not in as_user(candidate).get(reverse("crisis:current")).content.decode()
    outsider = make_employee(user=make_user("oki@nusavaksin.example")).user
    assert as_user(outsider).get(reverse("crisis:current")).status_code == 404


def test_pr_pages_open(pr, member):
    incident = declare(member.programme, actor=make_pr("b@nusavaksin.example"))
    claim = Claim.objects.create(incident=incident, text="Beku")
    actions.acknowledge(incident=incident, member=member)
    pages = [
        reverse("crisis:list"),
        reverse("crisis:incident", args=[incident.pk]),
        reverse("crisis:claim", args=[incident.pk]),
        reverse("crisis:claim-edit", args=[incident.pk, claim.pk]),
    ]
    assert [pr.get(page).status_code for page in pages] == [200] * 4
    assert pr.get(reverse("crisis:current")).url == reverse("crisis:incident", args=[incident.pk])


def test_a_verdict_needs_its_answer_and_source(pr, member):
    incident = declare(member.programme, actor=make_pr("b@nusavaksin.example"))
    address = reverse("crisis:claim", args=[incident.pk])
    assert pr.post(address, {"text": "Beku", "verdict": "false"}).status_code == 422
    pr.post(address, {"text": "Beku", "verdict": "false", "correction": "Tidak.", "source": "Catatan suhu"})
    assert Claim.objects.get().verdict == "false"


def test_two_people_writing_statements_lose_nothing(pr, member):
    incident = declare(member.programme, actor=make_pr("b@nusavaksin.example"))
    address = reverse("crisis:statement", args=[incident.pk])
    pr.post(address, {"text": "Kedua", "seen_version": 1})
    response = pr.post(address, {"text": "Ketiga", "seen_version": 1})
    assert response.status_code == 409
    assert [word in response.content.decode() for word in ("Kedua", "Ketiga", 'value="2"')] == [True] * 3


def test_close_asks_for_lessons_and_opens_sharing(pr):
    share = make_share()
    incident = declare(share.member.programme, actor=make_pr("b@nusavaksin.example"))
    address = reverse("crisis:close", args=[incident.pk])
    assert pr.post(address, {"lessons": ""}).status_code == 422
    for _ in range(2):
        pr.post(address, {"lessons": "Lebih awal."})
    share.refresh_from_db()
    assert share.state == "opened"


def test_members_do_not_see_prs_pages(as_user, member):
    incident = declare(member.programme)
    client = as_user(member.employee.user)
    assert client.get(reverse("crisis:list")).status_code == 403
    assert client.post(reverse("crisis:close", args=[incident.pk]), {"lessons": "x"}).status_code == 403
