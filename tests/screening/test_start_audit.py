import pytest

from digitroops.audit.models import Entry
from digitroops.screening.actions import start_audit
from digitroops.screening.models import Audit
from tests.world import make_member

pytestmark = pytest.mark.django_db


def test_start_audit_opens_one_that_waits():
    member = make_member(state="applied")
    member.programme.audit_categories = ["abusive"]
    audit = start_audit(member=member)
    assert (audit.state, audit.categories) == (Audit.State.WAITING, ["abusive"])
    assert Entry.objects.get(act="audit.started").person_id == member.employee_id


def test_start_audit_twice_gives_the_same_audit():
    member = make_member(state="applied")
    assert start_audit(member=member) == start_audit(member=member)
    assert Entry.objects.filter(act="audit.started").count() == 1


def test_start_audit_after_a_decided_one_opens_another():
    member = make_member(state="applied")
    first = start_audit(member=member)
    Audit.objects.filter(pk=first.pk).update(state=Audit.State.DECIDED)
    assert start_audit(member=member) != first
