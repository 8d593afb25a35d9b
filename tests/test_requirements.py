"""The locked lists name what pyproject.toml asks for; no network is needed to see that."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = PROJECT["project"]["dependencies"]
ASKED_OF_DEVELOPERS = [*ASKED, *PROJECT["dependency-groups"]["dev"]]


def name_of(requirement: str) -> str:
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-")


def locked(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {name_of(line) for line in lines if re.match(r"[A-Za-z0-9._-]+(\[[^]]*\])?==", line)}


@pytest.mark.parametrize(
    ("file", "asked"), [("requirements.txt", ASKED), ("requirements-dev.txt", ASKED_OF_DEVELOPERS)]
)
def test_lists_name_every_dependency(file, asked):
    assert {name_of(one) for one in asked} - locked(file) == set()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_no_address(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text


def test_dependencies_are_sorted():
    assert sorted(ASKED, key=name_of) == ASKED
