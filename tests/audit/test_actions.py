import pytest

from digitroops.audit.actions import record
from tests.world import make_employee, make_pr

pytestmark = pytest.mark.django_db


def test_record_keeps_who_what_and_whom():
    ratna, employee = make_pr(), make_employee()
    entry = record(
        actor=ratna, act="employee.renamed", subject=employee, person=employee, after={"name": "B"}
    )
    assert (entry.actor, entry.subject_type, entry.person_id) == (ratna, "people.employee", employee.pk)


def test_entry_refuses_to_change():
    entry = record(actor=None, act="x.done", subject=make_employee())
    entry.act = "y.done"
    with pytest.raises(TypeError):
        entry.save()


def test_entry_refuses_to_go():
    entry = record(actor=None, act="x.done", subject=make_employee())
    with pytest.raises(TypeError):
        entry.delete()
