"""What the doctor finds in a real installation that is broken in one part."""

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from digitroops.commands import doctor
from digitroops.work.models import Heartbeat
from tests.world import make_company

pytestmark = pytest.mark.django_db


def found():
    return {symptom.name: symptom for symptom in doctor.examine()}


def test_a_sound_installation_has_nothing_bad(capsys):
    make_company()
    Heartbeat.objects.create(worker="one", seen=timezone.now())
    assert doctor.run([]) == 0
    assert "BAD" not in capsys.readouterr().out


def test_each_fault_is_named_with_its_remedy(capsys):
    assert doctor.run([]) == 1
    shown = capsys.readouterr().out
    assert "BAD  workers: 0 alive" in shown
    assert "Start one with `digitroops worker`." in shown


def test_unsafe_production_settings_are_a_symptom(settings):
    settings.PRODUCTION, settings.SECRET_KEY = True, "short"
    symptom = found()["settings"]
    assert (symptom.well, "SECRET_KEY" in symptom.seen) == (False, True)


def test_a_part_that_breaks_is_reported_and_the_rest_still_looked_at(monkeypatch, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    monkeypatch.setattr(default_storage, "base_location", str(blocked), raising=False)
    monkeypatch.setattr(default_storage, "location", str(blocked), raising=False)
    symptoms = found()
    assert not symptoms["files"].well
    assert symptoms["database"].well
    assert {"settings", "migrations", "workers", "tasks", "disk"} <= symptoms.keys()
