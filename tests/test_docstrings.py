"""Engines and actions say what they do: a docstring on every module and public name of the engines, on every action."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "digitroops"
ENGINES = sorted(path for path in (PACKAGE / "engines").rglob("*.py"))
ACTIONS = sorted(
    {*PACKAGE.glob("*/actions.py"), *PACKAGE.glob("*/actions/*.py"), *PACKAGE.glob("*/*_actions.py")}
)


def public(tree: ast.Module) -> list[ast.FunctionDef | ast.ClassDef]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", ENGINES, ids=named)
def test_engines_are_described(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [node.name for node in public(tree) if not ast.get_docstring(node)]
    assert (bool(ast.get_docstring(tree)), silent) == (True, [])


@pytest.mark.parametrize("path", ACTIONS, ids=named)
def test_actions_are_described(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in public(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", ACTIONS, ids=named)
def test_actions_take_names_and_types(path):
    functions = [
        node
        for node in public(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and any(arg.arg == "actor" for arg in node.args.kwonlyargs)
    ]
    loose = [node.name for node in functions if node.args.args or node.returns is None]
    assert loose == []


def test_there_are_engines_and_actions_to_read():
    assert (len(ENGINES) > 50, len(ACTIONS) > 20) == (True, True)
