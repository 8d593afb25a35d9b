"""Every act that the code writes into the record has a title, in both languages."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from digitroops.audit.titles import FIELDS, TITLES, title_of

PACKAGE = Path(__file__).parents[2] / "digitroops"
ACT = re.compile(r"(?!digitroops\.)[a-z_]+\.(?!json)[a-z_]+")


def acts_of(path: Path) -> set[str]:
    """Every text of the form noun.verb in a module that writes into the record."""
    text = path.read_text(encoding="utf-8")
    if "from digitroops.audit.actions import" not in text:
        return set()
    nodes = ast.walk(ast.parse(text))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {found for found in texts if ACT.fullmatch(found)}


SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]
ACTS = sorted(set().union(*(acts_of(path) for path in SOURCES if "demo" not in path.parts)))


def keywords(path: Path) -> list[ast.expr]:
    """What is written after act= in a module."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.value for node in nodes if isinstance(node, ast.keyword) and node.arg == "act"]


def test_every_act_has_a_title():
    assert [act for act in ACTS if act not in TITLES] == []


def test_every_title_has_an_act():
    assert sorted(set(TITLES) - set(ACTS)) == []


def fields(path: Path) -> set[str]:
    """The names written out as keys of before= and after= in a module."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    given = [
        node.value for node in nodes if isinstance(node, ast.keyword) and node.arg in ("before", "after")
    ]
    keys = [key for value in given if isinstance(value, ast.Dict) for key in value.keys]
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def test_every_field_of_before_and_after_has_a_name():
    written = set().union(*(fields(path) for path in SOURCES if "engines" not in path.parts))
    assert (len(written) > 30, sorted(written - set(FIELDS))) == (True, [])


def test_the_demo_records_no_acts_of_its_own():
    demo = [value.value for path in SOURCES if "demo" in path.parts for value in keywords(path)]
    assert (len(demo) > 5, set(demo) - set(ACTS)) == (True, set())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-2:]))
def test_acts_are_written_out(path):
    """An act put together from parts could not be found, neither here nor by somebody who searches the code."""
    assert [value.lineno for value in keywords(path) if isinstance(value, ast.JoinedStr)] == []


def test_titles_are_translated():
    with translation.override("id"):
        indonesian = {act: title_of(act) for act in ACTS}
    with translation.override("en"):
        english = {act: title_of(act) for act in ACTS}
    assert [act for act in ACTS if indonesian[act] == english[act]] == []
