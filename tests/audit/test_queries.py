import pytest
from django.utils import translation

from digitroops.audit.actions import record
from digitroops.audit.queries import differences
from tests.world import make_company, make_member, make_share, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def firm(db):
    make_company()


def shown(subject, **changes):
    entry = record(actor=None, act="member.moved", subject=subject, **changes)
    return [(row["name"], row["before"], row["after"]) for row in differences(entry)]


def test_differences_call_values_by_their_labels_in_both_languages():
    moved = {"before": {"state": "invited"}, "after": {"state": "applied"}}
    member = make_member()
    with translation.override("id"):
        assert shown(member, **moved) == [("Keadaan", "Diundang", "Mendaftar")]
    with translation.override("en"):
        assert shown(member, **moved) == [("State", "Invited", "Applied")]


def test_differences_say_days_and_yes_or_no_in_words():
    with translation.override("id"):
        rows = shown(make_member(), after={"closes": "2026-12-04", "enabled": False, "gate": True})
    assert [after for _name, _before, after in rows] == ["4 Desember 2026", "Tidak", "Ya"]


def test_differences_leave_out_what_was_and_is_empty():
    assert shown(make_member(), before={"reason": ""}, after={"reason": None, "units": []}) == []


def test_differences_keep_what_no_field_explains():
    with translation.override("id"):
        assert shown(make_share(), after={"channel": "whatsapp", "unknown_thing": "x", "note": 7}) == [
            ("Platform", "–", "WhatsApp"),
            ("Unknown thing", "–", "x"),
            ("Note", "–", "7"),
        ]


def test_differences_of_roles_use_the_words_of_roles():
    with translation.override("id"):
        rows = shown(make_user(), before={"role": "reviewer"}, after={"role": "pr"})
    assert rows == [("Peran", "Peninjau", "Manajer Humas")]


def test_differences_leave_out_what_stayed():
    changes = {"before": {"note": 7, "state": "invited"}, "after": {"note": "7", "state": "applied"}}
    with translation.override("id"):
        assert shown(make_member(), **changes) == [("Keadaan", "Diundang", "Mendaftar")]
