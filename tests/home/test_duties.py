"""What waits for whom, on the first page."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.people.models import Role
from digitroops.privacy.actions import ask
from digitroops.programme.models import Member
from digitroops.recruitment.actions.approval import submit_proposal
from digitroops.recruitment.actions.selection import propose_team
from tests.recruitment.world import make_application, make_call, make_candidate
from tests.world import make_company, make_member, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db


def tasks_in(client):
    return [(task.title, task.url) for task in client.get("/").context["desk"].tasks]


def test_a_team_handed_in_waits_for_everybody_who_may_approve_it(as_user):
    programme, ratna = make_programme(team_size=1), make_pr()
    make_candidate(programme, "1", range(2000))
    proposal = propose_team(programme=programme, name="Usulan", actor=ratna)
    submit_proposal(proposal=proposal, version=proposal.version, actor=ratna, accept_broken=True)
    address = reverse("recruitment:proposal", args=[proposal.pk])
    found = tasks_in(as_user(make_user("eko@nusavaksin.example", Role.EXECUTIVE)))
    assert [url for _title, url in found] == [address]
    assert address not in [url for _title, url in tasks_in(as_user(ratna))]


def test_approving_asks_first(as_user):
    programme, ratna = make_programme(team_size=1), make_pr()
    make_candidate(programme, "1", range(2000))
    proposal = propose_team(programme=programme, name="Usulan", actor=ratna)
    submit_proposal(proposal=proposal, version=proposal.version, actor=ratna, accept_broken=True)
    eko = as_user(make_user("eko@nusavaksin.example", Role.EXECUTIVE))
    page = eko.get(reverse("recruitment:proposal", args=[proposal.pk])).content.decode()
    assert 'data-confirm="Setujui tim “Usulan” yang berisi 1 orang?"' in page


def test_an_open_request_stands_among_the_tasks_with_its_deadline(as_user):
    make_company()
    nadia = make_member().employee
    made = ask(employee=nadia, kind="access", text="", actor=nadia.user)
    client = as_user(make_pr())
    task = client.get("/").context["desk"].tasks[0]
    assert task.url == reverse("privacy:request", args=[made.pk])
    assert "Jawab paling lambat" in task.sub
    made.due = timezone.now() - dt.timedelta(hours=1)
    made.save()
    assert "Terlambat sejak" in client.get("/").context["desk"].tasks[0].sub


def test_the_applications_of_the_task_are_those_it_leads_to(as_user):
    first = make_application(number="2001")
    second = make_application(first.call, number="2002")
    for application in (first, second):
        application.submitted = timezone.now()
        application.save()
    Member.objects.filter(pk=first.member_id).update(state=Member.State.APPLIED)
    Member.objects.filter(pk=second.member_id).update(state=Member.State.SCREENED)
    client = as_user(make_pr())
    ((title, url),) = tasks_in(client)
    assert (title, len(client.get(url).context["rows"])) == ("Lihat 1 pendaftaran", 1)


def test_the_report_of_the_desk_is_of_the_days_it_shows(as_user):
    make_programme()
    assert (
        f"{reverse('insight:export', args=['member'])}?days=7" in as_user(make_pr()).get("/").content.decode()
    )


def test_the_first_steps_go_once_they_are_done(as_user):
    make_programme()
    ani = as_user(make_user("ani@nusavaksin.example", Role.ADMINISTRATOR))
    assert "Belum" in ani.get("/").content.decode()
    make_pr()
    nadia = make_member().employee
    ask(employee=nadia, kind="access", text="", actor=nadia.user)
    page = ani.get("/")
    assert "Langkah pertama" not in page.content.decode()
    assert [task.icon for task in page.context["tasks"]] == ["shield-lock"]


def test_somebody_who_is_only_invited_has_nothing_to_go_on_with(as_user):
    application = make_application(ready=False)
    home = as_user(application.member.employee.user)
    assert "Yang sudah Anda isi" not in home.get("/").content.decode()
    assert home.get("/").context["begun"] is False
    application.city = "Bandung"
    application.save()
    assert home.get("/").context["begun"] is True


def test_an_executive_is_not_offered_to_open_a_call(as_user):
    make_call()
    page = as_user(make_user("eko@nusavaksin.example", Role.EXECUTIVE)).get("/").content.decode()
    assert reverse("recruitment:calls") not in page
    assert reverse("recruitment:calls") in as_user(make_pr()).get("/").content.decode()


def test_an_executive_finds_the_goals_that_were_reached(as_user):
    make_programme()
    eko = as_user(make_user("eko@nusavaksin.example", Role.EXECUTIVE))
    assert f'href="{reverse("insight:conversions")}"' in eko.get(reverse("insight:overview")).content.decode()
