import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.notify.models import Message
from digitroops.presence.actions import explain_growth
from digitroops.programme.models import Consent
from digitroops.recruitment.actions.applications import submit_application
from digitroops.recruitment.models import Application, Call, Invitation
from tests.presence.archives import agree
from tests.recruitment.world import STORY, make_application, make_call
from tests.world import make_company, make_employee, make_member, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db


def submitted(**changes):
    application = make_application(**changes)
    return submit_application(actor=application.member.employee.user, application=application)


def as_applicant(as_user, application):
    return as_user(application.member.employee.user)


def test_call_is_written_previewed_and_opened_once(as_user):
    make_programme()
    make_employee("1")
    client = as_user(make_pr())
    closes = (timezone.localdate() + dt.timedelta(days=7)).isoformat()
    data = {"title": "Ikut bercerita?", "message": "Mari.", "closes": closes}
    client.post(reverse("recruitment:call-add"), data)
    call = Call.objects.get()
    assert client.get(reverse("recruitment:call", args=[call.pk])).context["count"] == 1
    for _ in range(2):
        client.post(reverse("recruitment:call-open", args=[call.pk]))
    call.refresh_from_db()
    assert (call.state, call.expected) == ("open", 1)


def test_call_refuses_a_day_that_has_passed(as_user):
    make_programme()
    data = {"title": "Ikut?", "message": "Mari.", "closes": "2020-01-01"}
    response = as_user(make_pr()).post(reverse("recruitment:call-add"), data)
    assert (response.status_code, Call.objects.count()) == (422, 0)


def test_call_does_not_close_after_the_programme(as_user):
    programme = make_programme(ends=timezone.localdate() + dt.timedelta(days=3))
    closes = (programme.ends + dt.timedelta(days=1)).isoformat()
    data = {"title": "Ikut?", "message": "Mari.", "closes": closes}
    response = as_user(make_pr()).post(reverse("recruitment:call-add"), data)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["closes"])


def test_opening_a_call_says_first_how_many_are_written_to(as_user):
    call = make_call(state="draft")
    make_employee("1001")
    make_employee("1002", email=None)
    page = as_user(make_pr()).get(reverse("recruitment:call", args=[call.pk])).content.decode()
    assert 'data-confirm-text="1 orang langsung mendapat pesan.' in page


def test_call_of_a_draft_programme_is_not_opened(as_user):
    call = make_call(make_programme(state="draft"), state="draft")
    as_user(make_pr()).post(reverse("recruitment:call-open", args=[call.pk]))
    call.refresh_from_db()
    assert call.state == "draft"


@pytest.mark.parametrize(("name", "start"), [("call-qr", b"<?xml"), ("call-qr-png", b"\x89PNG")])
def test_qr_is_a_picture(as_user, name, start):
    call = make_call()
    response = as_user(make_pr()).get(reverse(f"recruitment:{name}", args=[call.pk]))
    assert response.content.startswith(start)


def test_join_is_open_to_guests_and_says_what_is_asked(client):
    make_company()
    response = client.get(reverse("recruitment:join", args=[make_call().token]))
    assert (response.status_code, response.context["accepting"]) == (200, True)
    assert not Invitation.objects.exists()


def test_join_offers_the_other_language_and_privacy(client):
    make_company()
    page = client.get(reverse("recruitment:join", args=[make_call().token])).content.decode()
    assert 'name="language" value="en"' in page
    assert reverse("people:privacy") in page


def test_join_of_a_draft_is_not_found(client):
    make_company()
    assert client.get(reverse("recruitment:join", args=[make_call(state="draft").token])).status_code == 404


def test_join_keeps_when_an_invited_person_looked(as_user):
    call = make_call()
    employee = make_employee(user=make_user("ayu@nusavaksin.example"))
    Invitation.objects.create(call=call, employee=employee)
    as_user(employee.user).get(reverse("recruitment:join", args=[call.token]))
    assert Invitation.objects.get().opened is not None


def test_start_leads_into_the_application(as_user):
    call = make_call()
    employee = make_employee(user=make_user("ayu@nusavaksin.example"))
    client = as_user(employee.user)
    client.post(reverse("recruitment:start", args=[call.token]))
    response = client.get(reverse("recruitment:apply"))
    assert response.url == reverse("recruitment:apply-about")


def test_consent_has_nothing_ticked_and_needs_every_needed_item(as_user):
    application = make_application(ready=False)
    agree(application.member)
    Consent.objects.all().delete()
    client = as_applicant(as_user, application)
    form = client.get(reverse("recruitment:apply-consent")).context["form"]
    assert [row["field"].initial for row in form.rows()] == [False] * 6
    response = client.post(reverse("recruitment:apply-consent"), {"contact": "on"})
    assert list(response.context["form"].errors) == ["archive", "audit", "review"]
    assert not Consent.objects.exists()


def test_consent_keeps_item_by_item(as_user):
    application = make_application(ready=False)
    agree(application.member)
    Consent.objects.all().delete()
    data = dict.fromkeys(["contact", "archive", "audit", "review"], "on")
    as_applicant(as_user, application).post(reverse("recruitment:apply-consent"), data)
    kept = Consent.objects.order_by("item__order").values_list("item__key", flat=True)
    assert list(kept) == ["contact", "archive", "audit", "review"]


def test_short_motivation_is_kept_but_not_enough(as_user):
    application = make_application(ready=False)
    client = as_applicant(as_user, application)
    response = client.post(reverse("recruitment:apply-motivation"), {"motivation": "Saya suka bercerita."})
    application.refresh_from_db()
    assert (response.status_code, application.motivation) == (422, "Saya suka bercerita.")


def test_motivation_leads_on(as_user):
    application = make_application(ready=False)
    response = as_applicant(as_user, application).post(
        reverse("recruitment:apply-motivation"), {"motivation": STORY}
    )
    assert response.url == reverse("recruitment:apply-accounts")


def test_check_sends_and_shows_the_status(as_user):
    application = make_application()
    client = as_applicant(as_user, application)
    client.post(reverse("recruitment:apply-check"))
    response = client.get(reverse("recruitment:apply"))
    assert [row.verdict for row in response.context["rows"]] == ["met", "unverified"]


@pytest.mark.parametrize("page", ["about", "consent", "motivation", "accounts", "check"])
def test_every_step_opens(as_user, page):
    client = as_applicant(as_user, make_application())
    response = client.get(reverse(f"recruitment:apply-{page}"))
    assert [step["state"] for step in response.context["steps"]].count("now") == 1


def test_check_of_a_closed_call_keeps_what_was_written(as_user):
    application = make_application()
    Call.objects.update(state="closed")
    response = as_applicant(as_user, application).post(reverse("recruitment:apply-check"))
    application.refresh_from_db()
    assert response.context["error"]
    assert (application.submitted, application.motivation) == (None, STORY)


def test_withdraw_is_offered_and_works(as_user):
    application = submitted()
    as_applicant(as_user, application).post(reverse("recruitment:withdraw"))
    assert Application.objects.get().withdrawn is not None


def test_applicants_are_filtered_by_eligibility(as_user):
    call = make_call()
    submitted(call=call, number="1", name="Ayu", followers=10)
    submitted(call=call, number="2", name="Bayu", followers=2000)
    client = as_user(make_pr())
    rows = client.get(reverse("recruitment:applicants"), {"verdict": "met"}).context["rows"]
    assert rows == []
    call.programme.criteria.filter(kind="followers").delete()
    rows = client.get(reverse("recruitment:applicants"), {"verdict": "met"}).context["rows"]
    assert sorted(row["employee"].name for row in rows) == ["Ayu", "Bayu"]
    rows = client.get(reverse("recruitment:applicants"), {"q": "bayu"}).context["rows"]
    assert [row["employee"].name for row in rows] == ["Bayu"]


@pytest.mark.parametrize("count", [1, 3])
def test_applicants_need_the_same_queries_for_any_number(as_user, django_assert_max_num_queries, count):
    call = make_call()
    for number in range(count):
        submitted(call=call, number=str(number))
    client = as_user(make_pr())
    with django_assert_max_num_queries(22):
        client.get(reverse("recruitment:applicants"), headers={"hx-request": "true"})


def test_applicants_csv_defuses_formulas(as_user):
    submitted(name="=1+1")
    response = as_user(make_pr()).get(reverse("recruitment:applicants"), {"csv": "1"})
    assert ",'=1+1," in b"".join(response.streaming_content).decode()


def test_drafts_are_not_shown_to_pr(as_user):
    application = make_application()
    client = as_user(make_pr())
    assert client.get(reverse("recruitment:applicants")).context["rows"] == []
    assert client.get(reverse("recruitment:applicant", args=[application.pk])).status_code == 404


def test_override_needs_a_reason(as_user):
    application = submitted()
    result = application.results.get(criterion__kind="followers")
    client = as_user(make_pr())
    address = reverse("recruitment:override", args=[application.pk, result.pk])
    assert client.post(address, {"verdict": "met", "reason": ""}).status_code == 422
    client.post(address, {"verdict": "met", "reason": "Dilihat bersama di ponselnya."})
    result.refresh_from_db()
    assert result.final == "met"


def test_applicants_are_closed_to_members(as_user):
    client = as_user(make_member().employee.user)
    assert client.get(reverse("recruitment:applicants")).status_code == 403


def test_asking_how_followers_came_writes_to_the_applicant_once(as_user):
    application = submitted()
    account = application.member.employee.accounts.get()
    pr = as_user(make_pr())
    for _ in range(2):
        pr.post(reverse("recruitment:ask-growth", args=[application.pk, account.pk]))
    assert Message.objects.filter(kind="account.asked", user=application.member.employee.user).count() == 1


def test_asking_about_an_account_of_somebody_else_is_not_found(as_user):
    application = submitted()
    other = make_application(application.call, number="2002").member.employee.accounts.get()
    answer = as_user(make_pr()).post(reverse("recruitment:ask-growth", args=[application.pk, other.pk]))
    assert answer.status_code == 404


def test_the_applicants_page_shows_the_explanation(as_user):
    application = submitted()
    account = application.member.employee.accounts.get()
    explain_growth(actor=account.employee.user, account=account, text="Diliput televisi.")
    page = as_user(make_pr()).get(reverse("recruitment:applicant", args=[application.pk]))
    assert "Diliput televisi." in page.content.decode()
