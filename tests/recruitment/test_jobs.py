import datetime as dt

import pytest

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.programme.models import Member
from digitroops.recruitment import jobs
from digitroops.recruitment.models import Call, Invitation
from digitroops.recruitment.queries.calls import invitable
from tests.recruitment.world import make_application, make_call
from tests.world import make_employee, make_member, make_programme, make_unit

pytestmark = pytest.mark.django_db


def test_send_invitations_writes_to_everybody_once():
    call = make_call()
    for number in ("1", "2", "3"):
        make_employee(number)
    jobs.send_invitations(call.pk)
    jobs.send_invitations(call.pk)
    assert Message.objects.filter(kind="call").count() == 3
    assert Member.objects.filter(state="invited").count() == 3


def test_send_invitations_goes_on_where_it_was_killed(monkeypatch):
    call = make_call()
    for number in ("1", "2", "3"):
        make_employee(number)
    real, seen = jobs.send_message, []

    def killed(**fields):
        if seen:
            raise KeyboardInterrupt
        seen.append(fields["key"])
        return real(**fields)

    monkeypatch.setattr(jobs, "send_message", killed)
    with pytest.raises(KeyboardInterrupt):
        jobs.send_invitations(call.pk)
    assert Invitation.objects.exclude(sent=None).count() == 1
    monkeypatch.setattr(jobs, "send_message", real)
    jobs.send_invitations(call.pk)
    assert Message.objects.filter(kind="call").count() == 3


def test_send_invitations_stops_when_the_call_is_closed():
    call = make_call(state="closed")
    make_employee("1")
    jobs.send_invitations(call.pk)
    assert not Invitation.objects.exists()


def test_invitation_is_in_the_language_of_its_reader():
    call = make_call()
    member = make_member(call.programme, state="left")
    member.employee.user.language = "en"
    member.employee.user.save()
    jobs.send_invitations(call.pk)
    message = Message.objects.get()
    assert (message.action_label, message.path) == ("Read what is asked", "/recruitment/j/tokenpanggilan/")


def test_reminder_leaves_those_who_opened_alone():
    call = make_call()
    for number in ("1", "2"):
        make_employee(number)
    jobs.send_invitations(call.pk)
    Invitation.objects.filter(employee__number="1").update(opened=call.created)
    for _ in range(2):
        jobs.send_reminders(call.pk, "2026-11-23")
    reminded = Message.objects.filter(kind="call-reminder").values_list("address", flat=True)
    assert list(reminded) == ["k2@nusavaksin.example"]


def test_invitable_takes_units_below_along_and_leaves_the_rest():
    programme = make_programme()
    inside = make_employee("1", unit=make_unit("Produksi / Vaksin Viral"))
    make_employee("2", unit=make_unit("Produksi Lain"))
    make_employee("3", unit=make_unit("Produksi"), status="inactive")
    make_member(programme, "4")
    assert list(invitable(programme, [make_unit("Produksi")])) == [inside]


def test_evaluate_programme_looks_again_after_a_change():
    application = make_application()
    programme = application.member.programme
    programme.criteria.filter(kind="followers").update(parameters={"minimum": 5000})
    jobs.evaluate_programme(programme.pk)
    assert application.results.get(criterion__kind="followers").verdict == "not_met"
    assert Call.objects.count() == 1


def test_calls_past_their_day_close_and_a_second_run_finds_none():
    call = make_call(closes=dt.date(2026, 11, 2), state=Call.State.OPEN)
    assert [jobs.close_past_calls(dt.date(2026, 11, day)) for day in (2, 3, 3)] == [0, 1, 0]
    call.refresh_from_db()
    assert (call.state, Entry.objects.get(act="call.closed").actor) == (Call.State.CLOSED, None)
