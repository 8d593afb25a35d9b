"""A second opinion on a reviewer's page, and looks that are recorded."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.privacy import actions as privacy
from digitroops.privacy.models import Request as PrivacyRequest
from digitroops.screening.actions import looks
from digitroops.screening.models import AuditRules, ModelOpinion
from digitroops.screening.words import OPINION_PROBLEMS
from tests.engines.footprint.test_second import Model, completion, model
from tests.screening.cases import make_audit, make_finding, make_reviewer
from tests.world import make_company, make_pr

__all__ = ["Model", "completion", "model"]
pytestmark = pytest.mark.django_db
WHY = "Kata itu merendahkan."


@pytest.fixture
def finding():
    make_company()
    return make_finding(make_audit(), "goblok kau Candra Wijaya", word="goblok")


@pytest.fixture
def asking(finding, model, settings):
    settings.OPINION_HOSTS, settings.OPINION_PRIVATE = ["127.0.0.1"], True
    url = f"http://127.0.0.1:{model.server_port}/v1"
    rules, _made = AuditRules.objects.get_or_create(programme=finding.audit.member.programme)
    AuditRules.objects.filter(pk=rules.pk).update(opinion_url=url, opinion_model="lokal")
    model.answer = [completion(json.dumps({"category": "clear", "why": WHY}))]
    return model


def ask(finding, browser):
    address = reverse("screening:opinion", args=[finding.audit_id, finding.pk])
    return browser.post(address, headers={"HX-Request": "true"})


def test_the_reviewer_asks_and_reads_an_opinion(finding, asking, as_user):
    browser = as_user(make_reviewer())
    address = reverse("screening:opinion", args=[finding.audit_id, finding.pk])
    assert address in browser.get(reverse("screening:case", args=[finding.audit_id])).content.decode()
    assert WHY in ask(finding, browser).content.decode()
    assert "Candra" not in str(asking.seen)
    entry = Entry.objects.get(act="finding.opinion_asked")
    assert (entry.after, entry.person_id) == ({"outcome": "clear"}, finding.audit.member.employee_id)


def test_it_is_off_by_default_and_for_a_host_no_longer_allowed(finding, asking, as_user, settings):
    settings.OPINION_HOSTS = []
    browser = as_user(make_reviewer())
    page = browser.get(reverse("screening:case", args=[finding.audit_id])).content.decode()
    assert reverse("screening:opinion", args=[finding.audit_id, finding.pk]) not in page
    ask(finding, browser)
    assert (asking.seen, Entry.objects.filter(act="finding.opinion_asked").exists()) == ([], False)


def test_who_may_not_read_the_case_may_not_ask(finding, asking, as_user):
    unit = finding.audit.member.employee.unit.path
    assert ask(finding, as_user(make_reviewer(unit=unit))).status_code == 403
    assert asking.seen == []


def test_a_failure_is_said_and_recorded(finding, asking, as_user):
    asking.status = 500
    browser = as_user(make_reviewer())
    said = ask(finding, browser).content.decode()
    assert WHY not in said
    assert Entry.objects.get(act="finding.opinion_asked").after == {"outcome": "refused"}
    assert reverse("screening:opinion", args=[finding.audit_id, finding.pk]) in said  # it can be asked again
    assert "csrfmiddlewaretoken" in said
    assert 'hx-target="#second-opinion"' in said  # the answer takes the place of the refusal
    asking.status = 200
    said = ask(finding, browser).content.decode()
    assert WHY in said
    assert "csrfmiddlewaretoken" not in said


def test_the_settings_refuse_a_host_that_is_not_allowed(finding, as_user):
    sent = {"opinion_url": "http://169.254.169.254/v1"}
    answer = as_user(make_pr()).post(reverse("screening:rules"), sent)
    assert (answer.status_code, "DIGITROOPS_OPINION_HOSTS" in answer.content.decode()) == (422, True)


def test_looks_of_pr_are_recorded(finding, as_user):
    pr = make_pr()
    browser = as_user(pr)
    browser.get(reverse("screening:process"))
    browser.get(reverse("screening:reputation-of", args=[finding.audit.member_id]))
    acts = Entry.objects.filter(actor=pr).values_list("act", flat=True)
    assert {"audit_process.opened", "reputation.opened"} <= set(acts)


def test_the_answer_stays_beside_the_rules_and_goes_with_the_finding(finding, asking, as_user):
    browser = as_user(make_reviewer())
    ask(finding, browser)
    kept = ModelOpinion.objects.get()
    assert (kept.model, kept.category, kept.why) == ("lokal", "clear", WHY)
    assert "Candra" not in kept.asked_text
    page = browser.get(reverse("screening:case", args=[finding.audit_id])).content.decode()
    assert (WHY in page, "lokal" in page) == (True, True)
    ask(finding, browser)
    assert ModelOpinion.objects.count() == 1
    finding.delete()
    assert ModelOpinion.objects.count() == 0


def test_a_finding_that_goes_while_the_model_thinks_takes_the_answer_along(
    finding, asking, as_user, monkeypatch
):
    person = finding.audit.member.employee
    really = looks.second_opinion

    def answered_late(*given, **options):
        answer = really(*given, **options)
        privacy.ask(employee=person, kind="object", text="", actor=person.user)
        return answer

    monkeypatch.setattr(looks, "second_opinion", answered_late)
    assert ask(finding, as_user(make_reviewer())).status_code == 200
    assert not ModelOpinion.objects.exists()


def test_no_model_is_asked_about_somebody_who_objects(finding, asking):
    person = finding.audit.member.employee
    PrivacyRequest.objects.create(employee=person, kind="object", due=timezone.now(), state="granted")
    assert looks.ask_second_opinion(finding=finding, reviewer=make_reviewer(), language="id") is None
    assert asking.seen == []


@pytest.mark.parametrize(("status", "sentence"), [(200, WHY), (500, str(OPINION_PROBLEMS["refused"]))])
def test_without_scripts_asking_leads_back_to_the_whole_page(finding, asking, as_user, status, sentence):
    asking.status = status
    address = reverse("screening:opinion", args=[finding.audit_id, finding.pk])
    response = as_user(make_reviewer()).post(address, follow=True)
    assert response.redirect_chain == [
        (reverse("screening:case", args=[finding.audit_id]) + "?finding=0", 302)
    ]
    page = response.content.decode()
    assert ("<title>" in page, sentence in page, address in page) == (True, True, True)
