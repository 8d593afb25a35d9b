import subprocess
import sys

import pytest

from digitroops import cli


@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_takes_help_before_it_does_anything(command, capsys, monkeypatch):
    monkeypatch.setattr("django.setup", lambda: pytest.fail("it has begun to work"))
    try:
        status = cli.main([command, "--help"])
    except SystemExit as leaving:
        status = leaving.code
    assert (status, capsys.readouterr().out.split()[:3]) == (0, ["usage:", "digitroops", command])


def test_help_names_every_command():
    assert set(cli.COMMANDS) - set(cli.HELP.split()) == set()


def test_commands_are_loaded_before_django_is_set_up():
    code = "import importlib; from digitroops import cli; [importlib.import_module(m) for m in cli.COMMANDS.values()]"
    subprocess.run([sys.executable, "-c", code], check=True)
