"""Cases that nobody decides, to the end of the time that results are kept."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.people.models import Employee
from digitroops.programme.models import Member
from digitroops.screening import undecided
from digitroops.screening.closing import months
from digitroops.screening.models import Audit
from tests.screening.cases import make_audit, make_finding
from tests.screening.test_actions import consent_to
from tests.world import make_company, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    make_company()
    return make_programme()


@pytest.fixture
def pr():
    return make_pr()


def undecided_case(programme, **changes):
    audit = make_audit(scanned=timezone.now(), **changes)
    make_finding(audit)
    audit.reviews.create(reviewer=make_pr("x@nusavaksin.example"), seat=1, decision="clear", reason="Bersih.")
    return audit, audit.scanned + months(programme.keep_months)


def test_pr_is_told_once_before_a_case_ends_undecided(programme, pr):
    audit, end = undecided_case(programme)
    assert undecided.warn_undecided(end - dt.timedelta(days=31)) == 0
    near = end - dt.timedelta(days=30)
    assert (undecided.warn_undecided(near), undecided.warn_undecided(near)) == (1, 0)
    told = Message.objects.filter(kind="audit.ends_undecided")
    assert {message.user for message in told} == {pr, audit.reviews.get().reviewer}
    assert audit.number in told[0].title


@pytest.mark.parametrize("state", [Audit.State.IN_REVIEW, Audit.State.BY_HAND])
def test_a_case_nobody_decides_ends_at_its_time_and_keeps_nothing(programme, pr, state):
    audit, end = undecided_case(programme, state=state)
    undecided.warn_undecided(end - dt.timedelta(days=30))
    assert undecided.end_undecided(end - dt.timedelta(days=1)) == 0
    assert (undecided.end_undecided(end), undecided.end_undecided(end)) == (1, 0)
    audit.refresh_from_db()
    assert (audit.state, audit.findings.count(), audit.reviews.get().reason) == ("withdrawn", 0, "")
    assert Entry.objects.filter(act="audit.undecided", person_id=audit.member.employee_id).count() == 1


def test_nothing_ends_before_pr_was_told_long_enough_ago(programme, pr):
    _audit, end = undecided_case(programme)
    late = end + dt.timedelta(days=90)
    assert (undecided.end_undecided(late), undecided.warn_undecided(late)) == (0, 1)
    assert undecided.end_undecided(late + dt.timedelta(days=29)) == 0
    assert undecided.end_undecided(late + dt.timedelta(days=30)) == 1


def test_the_person_reads_that_their_audit_ended_undecided(programme, pr, as_user):
    audit, end = undecided_case(programme)
    person = make_user("candra@nusavaksin.example")
    Employee.objects.filter(pk=audit.member.employee_id).update(user=person)
    consent_to(audit.member, "audit")
    undecided.warn_undecided(end - dt.timedelta(days=30))
    undecided.end_undecided(end)
    assert Message.objects.filter(kind="audit.undecided", user=person).count() == 1
    assert Member.objects.get().state == Member.State.LEFT  # so that they may apply again
    page = as_user(person).get(reverse("screening:mine")).content.decode()
    assert ("Audit ini sudah berakhir" in page, "Anda telah menarik" in page) == (True, False)
