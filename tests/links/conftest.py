import pytest

from digitroops.links.redirect import assembly
from digitroops.links.redirect.loader import Loader


@pytest.fixture(autouse=True)
def spool(tmp_path, settings, monkeypatch):
    """A spool of its own for each test, and a dispatcher that writes there."""
    settings.CLICK_SPOOL = tmp_path / "spool"
    monkeypatch.setattr(assembly, "_made", [])
    monkeypatch.setattr(assembly, "_alone", [])
    return settings.CLICK_SPOOL


@pytest.fixture
def load(spool):
    """Loads what was spooled and returns the report."""

    def load_now():
        return Loader(spool).run_once()

    return load_now
