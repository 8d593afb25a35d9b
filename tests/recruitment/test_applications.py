import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.programme.actions import withdraw_consent
from digitroops.programme.models import Consent, Member
from digitroops.recruitment.actions import applications
from digitroops.recruitment.models import Application, Call
from digitroops.screening.models import Audit
from tests.presence.archives import agree
from tests.recruitment.world import make_application, make_call
from tests.world import make_employee, make_user

pytestmark = pytest.mark.django_db


def submit(application):
    user = application.member.employee.user
    return applications.submit_application(actor=user, application=application)


def test_start_twice_gives_the_same_application():
    application = make_application(ready=False)
    employee = application.member.employee
    again = applications.start_application(actor=employee.user, employee=employee, call=application.call)
    assert (again.pk, Application.objects.count()) == (application.pk, 1)


def test_start_refuses_a_call_past_its_day():
    call = make_call(closes=timezone.localdate() - dt.timedelta(days=1))
    employee = make_employee(user=make_user("ayu@nusavaksin.example"))
    with pytest.raises(applications.CallClosed):
        applications.start_application(actor=employee.user, employee=employee, call=call)
    assert not Member.objects.exists()


def test_submit_checks_moves_and_starts_the_audit():
    application = submit(make_application())
    assert application.submitted is not None
    assert Member.objects.get().state == "applied"
    assert application.results.count() == 2
    assert Audit.objects.get().member == application.member


def test_submit_twice_does_nothing_more():
    application = submit(make_application())
    submit(application)
    assert Entry.objects.filter(act="application.submitted").count() == 1
    assert Audit.objects.count() == 1


def test_submit_names_what_is_missing():
    application = make_application(ready=False)
    agree(application.member, "contact", "archive")
    with pytest.raises(applications.Incomplete) as found:
        submit(application)
    assert found.value.steps == ["consent", "motivation", "accounts"]
    application.refresh_from_db()
    assert application.submitted is None


def test_submit_refuses_a_closed_call():
    application = make_application()
    Call.objects.update(state="closed")
    application.call.refresh_from_db()
    with pytest.raises(applications.CallClosed):
        submit(application)


def test_withdraw_ends_consents_and_deletes_what_rested_on_them():
    application = submit(make_application())
    employee = application.member.employee
    applications.withdraw_application(actor=employee.user, application=application)
    application.refresh_from_db()
    assert not Consent.objects.filter(withdrawn=None).exists()
    assert (application.motivation, application.results.count(), employee.accounts.count()) == ("", 0, 0)
    assert (Member.objects.get().state, Audit.objects.get().state) == ("left", "withdrawn")


def test_one_needed_consent_withdrawn_ends_the_application():
    application = submit(make_application())
    withdraw_consent(actor=None, member=application.member, key="audit")
    application.refresh_from_db()
    assert (application.withdrawn is None, Member.objects.get().state) == (False, "left")


def test_the_optional_consent_may_be_withdrawn():
    application = submit(make_application())
    withdraw_consent(actor=None, member=application.member, key="watch")
    application.refresh_from_db()
    assert (application.withdrawn, Member.objects.get().state) == (None, "applied")


def test_after_withdrawing_one_may_begin_again():
    application = submit(make_application())
    employee = application.member.employee
    applications.withdraw_application(actor=employee.user, application=application)
    again = applications.start_application(actor=employee.user, employee=employee, call=application.call)
    assert (again.submitted, again.withdrawn, Member.objects.get().state) == (None, None, "invited")


def test_a_submitted_application_is_not_rewritten():
    application = submit(make_application())
    with pytest.raises(applications.AlreadySubmitted):
        applications.save_motivation(
            actor=application.member.employee.user, application=application, text="lain"
        )
