"""The address that mails and links are built on, where nobody has set one."""

import os
import subprocess
import sys

import pytest

from digitroops.commands.serve import follow_address


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8261"),
        ("0.0.0.0", "http://127.0.0.1:8261"),
        ("192.168.7.5", "http://192.168.7.5:8261"),
        ("::1", "http://[::1]:8261"),
    ],
)
def test_the_address_follows_host_and_port(monkeypatch, host, address):
    monkeypatch.setenv("DIGITROOPS_URL", "")
    monkeypatch.delenv("DIGITROOPS_URL")
    follow_address(host, 8261)
    assert os.environ["DIGITROOPS_URL"] == address


def test_an_address_that_is_set_stays(monkeypatch):
    monkeypatch.setenv("DIGITROOPS_URL", "https://digitroops.example")
    follow_address("127.0.0.1", 8261)
    assert os.environ["DIGITROOPS_URL"] == "https://digitroops.example"


def test_settings_read_afterwards_follow(tmp_path):
    code = (
        "from digitroops.commands import start; start.serve.follow_address('127.0.0.1', 8261);"
        "from digitroops import settings; print(settings.BASE_URL, settings.LINK_URL)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DIGITROOPS_URL"}
    found = subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"DIGITROOPS_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == ["http://127.0.0.1:8261"] * 2


def test_help_of_start_prepares_nothing(tmp_path):
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-m", "digitroops", "start", "--help"],
        env={**os.environ, "DIGITROOPS_DATA": str(data), "DIGITROOPS_DEMO": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ("--workers" in done.stdout, "Preparing" in done.stdout, data.exists()) == (True, False, False)
