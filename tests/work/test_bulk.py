import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.people.models import Unit
from digitroops.work.bulk import insert_rows, update_rows
from tests.world import make_employee

pytestmark = pytest.mark.django_db


def test_rows_are_inserted_with_their_types():
    at = dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
    names = ("at", "actor_name", "act", "subject_type", "subject_id", "subject_name", "before", "after")
    insert_rows(Entry, names, [(at, "Ayu", "x.done", "x", "1", "tab\tand \\ sign", {}, {"a": [1, None]})])
    entry = Entry.objects.get()
    assert (entry.at, entry.subject_name, entry.after) == (at, "tab\tand \\ sign", {"a": [1, None]})


def test_rows_are_updated_by_key_and_others_stay():
    one, two, three = (make_employee(str(number)) for number in range(3))
    born, now = dt.date(1990, 5, 13), timezone.now()
    names = ("name", "birth_date", "unit", "updated")
    update_rows(
        type(one), names, [("Ayu", born, one.unit_id, now, one.pk), ("Budi", None, one.unit_id, now, two.pk)]
    )
    stored = type(one).objects.order_by("number").values_list("name", "birth_date")
    assert list(stored) == [("Ayu", born), ("Budi", None), (three.name, three.birth_date)]


def test_updating_twice_in_one_transaction_is_possible():
    unit = make_employee("1").unit
    for series in (3, 4):
        update_rows(Unit, ("series",), [(series, unit.pk)])
    assert list(Unit.objects.values_list("series", flat=True)) == [4]
