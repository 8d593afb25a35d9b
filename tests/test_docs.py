"""What the documents name is there: pages, files of the tree, commands, settings."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from digitroops import cli

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
ROOMS = ["benchmarks", "deploy", "digitroops", "docs", "script", "tests"]
FILES = [f"/{path.relative_to(ROOT)}" for room in ROOMS for path in (ROOT / room).rglob("*.*")]
DEPLOY = (ROOT / "docs/deploy.md").read_text()


def named(page, pattern):
    return re.findall(pattern, page.read_text())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_exists(page):
    links = [link for link in named(page, r"\]\(([^)#\s:]+)[)#]") if not (page.parent / link).exists()]
    files = [
        path
        for path in named(page, r"`((?:[a-z_]+/)+[a-z_.]+\.(?:py|md|txt|tsv|css|js|html|yaml))`")
        if not any(file.endswith(f"/{path}") for file in FILES)
    ]
    commands = set(named(page, r"^ +digitroops ([a-z]+)")) | set(named(page, r"`digitroops ([a-z]+)"))
    assert (links, files, commands - cli.COMMANDS.keys() - get_commands().keys()) == ([], [], set())


def test_every_setting_is_described():
    code = "".join(path.read_text() for path in (ROOT / "digitroops").rglob("*.py"))
    read = set(re.findall(r"""["'](DIGITROOPS_[A-Z0-9_]+)["']""", code)) - {"DIGITROOPS_DATA"}
    rows = "\n".join(line for line in DEPLOY.splitlines() if line.startswith("| `"))
    first = set(re.findall(r"DIGITROOPS_[A-Z0-9_]+", rows))
    rest = re.findall(r"`(_[A-Z_]+)`", rows)
    assert {name for name in read - first if not name.endswith(tuple(rest))} == set()
    assert first - read == {"DIGITROOPS_DATA"}
