"""What people read and get who were not chosen, or could not be weighed."""

import datetime as dt

import pytest
from django.utils import timezone

from digitroops.notify.models import Message
from digitroops.programme.models import Member
from digitroops.recruitment.actions import applications, approval
from digitroops.recruitment.models import Application
from digitroops.screening.models import Audit
from tests.recruitment.world import make_application, make_call, make_candidate
from tests.world import make_pr

pytestmark = pytest.mark.django_db


def publish(usulan, ratna, eko):
    approval.submit_proposal(proposal=usulan, version=1, actor=ratna)
    approval.approve_proposal(proposal=usulan, version=2, actor=eko)
    return approval.publish_proposal(proposal=usulan, version=3, actor=ratna)


def applied(member, call):
    return Application.objects.create(member=member, call=call, submitted=timezone.now())


def status(as_user, member):
    return as_user(member.employee.user).get("/recruitment/apply/").content.decode()


def say_not_now(member, days):
    day = timezone.localdate() + dt.timedelta(days=days)
    member.audits.all().delete()
    Audit.objects.create(
        member=member,
        state=Audit.State.DECIDED,
        outcome="not_now",
        decided=timezone.now(),
        expires=day,
        next_chance=day,
    )
    Member.objects.filter(pk=member.pk).update(state=Member.State.APPLIED)
    member.refresh_from_db()
    return day


def test_whoever_was_not_chosen_reads_that_and_that_they_stay_in_the_pool(usulan, three, ratna, eko, as_user):
    bagas = three[1]
    applied(bagas, make_call(usulan.programme))
    assert "Berikutnya tim disusun" in status(as_user, bagas)
    publish(usulan, ratna, eko)
    page = status(as_user, bagas)
    assert "Belum terpilih kali ini" in page
    assert "Anda tetap berada di kelompok calon" in page
    assert "Berikutnya tim disusun" not in page


def test_candidates_without_a_seat_get_a_kind_letter_once(usulan, programme, ratna, eko, as_user):
    call = make_call(programme)
    refused, open_audit, late = (make_candidate(programme, number, range(9)) for number in "456")
    for member in (refused, open_audit, late):
        applied(member, call)
    say_not_now(refused, 90)
    Member.objects.filter(pk=open_audit.pk).update(state=Member.State.APPLIED)
    late.audits.update(expires=timezone.localdate() - dt.timedelta(days=1))
    publish(usulan, ratna, eko)
    letters = {
        message.user: message.body
        for message in Message.objects.filter(kind="selection")
        if message.user in {one.employee.user for one in (refused, open_audit, late)}
    }
    assert "kapan Anda dapat mendaftar lagi" in letters[refused.employee.user]
    assert "belum selesai dan tetap berjalan" in letters[open_audit.employee.user]
    assert "tidak dapat dipertimbangkan" in letters[late.employee.user]
    assert Message.objects.filter(kind="selection").count() == 6
    assert "Tidak ikut dipertimbangkan kali ini" in status(as_user, late)


def test_nobody_may_apply_again_before_the_day_the_audit_named(as_user):
    application = make_application()
    member, call = application.member, application.call
    say_not_now(member, 30)
    user = member.employee.user
    applications.withdraw_application(actor=user, application=application)
    with pytest.raises(applications.TooEarly):
        applications.start_application(actor=user, employee=member.employee, call=call)
    page = as_user(user).get(f"/recruitment/j/{call.token}/").content.decode()
    assert "Kesempatan Anda berikutnya" in page
    assert as_user(user).post(f"/recruitment/j/{call.token}/start/").status_code == 302


def test_an_application_under_way_is_not_sent_before_that_day():
    application = make_application()
    say_not_now(application.member, 30)
    with pytest.raises(applications.TooEarly):
        applications.submit_application(actor=application.member.employee.user, application=application)
    application.refresh_from_db()
    assert application.submitted is None


def test_once_the_day_has_come_one_may_begin_anew(as_user):
    application = make_application()
    member, call = application.member, application.call
    Application.objects.filter(pk=application.pk).update(submitted=timezone.now())
    say_not_now(member, 0)
    assert "Daftar lagi" in status(as_user, member)
    again = applications.start_application(actor=member.employee.user, employee=member.employee, call=call)
    assert (again.submitted, again.withdrawn, again.motivation) == (None, None, "")
    assert Member.objects.get(pk=member.pk).state == Member.State.INVITED


def test_a_withdrawn_application_claims_no_criterion(as_user):
    application = make_application()
    Application.objects.filter(pk=application.pk).update(submitted=timezone.now())
    application.refresh_from_db()
    applications.withdraw_application(actor=application.member.employee.user, application=application)
    client = as_user(make_pr())
    pages = [
        client.get(f"/recruitment/applicants/{query}").content.decode() for query in ("", "?verdict=met")
    ]
    assert "0 dari 0" not in pages[0]
    assert application.member.employee.name in pages[0]
    assert application.member.employee.name not in pages[1]
