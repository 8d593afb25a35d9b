import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.audit.models import Entry
from digitroops.privacy.data_paper import data_paper
from tests.world import make_member

pytestmark = pytest.mark.django_db


def test_the_paper_to_read_speaks_in_words():
    member = make_member(name="Nadia Rahmawati")
    at = dt.datetime(2026, 5, 17, 2, 30, tzinfo=dt.UTC)
    entry = record(actor=None, act="audit.submitted", subject=member, person=member.employee)
    Entry.objects.filter(pk=entry.pk).update(at=at)
    with timezone.override("Asia/Jakarta"):
        paper = data_paper(member.employee.user, "id")
    rows = [row for block in paper.blocks if block["kind"] == "rows" for row in block["rows"]]
    assert ["17 Mei 2026, 09.30\u00a0WIB", "Audit jejak digital diserahkan"] in rows
    assert ["Nama", "Nadia Rahmawati"] in rows
    said = "; ".join(text for _label, text in rows)
    assert "Keadaan: Aktif" in said
    assert "active" not in said
