import os
import subprocess
import sys

import pytest

from digitroops.safety import refuse_unsafe, unsafe_settings


@pytest.fixture
def production(settings):
    settings.PRODUCTION = True
    settings.DEBUG = settings.DEMO = False
    settings.SECRET_KEY = "k" * 50
    settings.BASE_URL = "https://digitroops.example"
    settings.ALLOWED_HOSTS = ["digitroops.example"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return settings


def test_safe_settings_pass(production):
    assert unsafe_settings() == []


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("DEBUG", True, "DEBUG"),
        ("DEMO", True, "DEMO"),
        ("BASE_URL", "http://digitroops.example", "https"),
        ("ALLOWED_HOSTS", ["*"], "HOSTS"),
        ("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend", "SMTP"),
    ],
)
def test_an_unsafe_setting_is_named(production, name, value, word):
    setattr(production, name, value)
    with pytest.raises(SystemExit, match=word):
        refuse_unsafe()


def test_nothing_is_refused_outside_production(settings):
    settings.PRODUCTION = False
    settings.DEBUG = True
    assert unsafe_settings() == []


@pytest.mark.parametrize("command", ["start", "serve", "worker"])
def test_each_command_refuses_before_it_begins(command, tmp_path):
    environment = {**os.environ, "DIGITROOPS_PRODUCTION": "1", "DIGITROOPS_DATA": str(tmp_path / "data")}
    environment["DIGITROOPS_SECRET_KEY"] = "short"
    made = subprocess.run(
        [sys.executable, "-m", "digitroops", command],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert made.returncode == 1
    assert made.stderr.count("does not start in production like this") == 1
    assert "DIGITROOPS_SECRET_KEY" in made.stderr
    assert not list(tmp_path.glob("data/*.sqlite*"))
