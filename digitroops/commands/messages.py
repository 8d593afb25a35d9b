"""`digitroops messages`: compile the translations (.po to .mo) with Babel, so that no gettext is needed."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent


def compile_stale() -> list[Path]:
    """Compile every catalogue that is newer than its compiled form and return those."""
    compiled = []
    for source in sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        temporary = target.with_suffix(f".mo.{os.getpid()}")
        with temporary.open("wb") as file:
            write_mo(file, catalogue)
        temporary.replace(target)
        compiled.append(source)
    return compiled


def run(arguments: Sequence[str]) -> int:
    argparse.ArgumentParser(prog="digitroops messages", description=__doc__).parse_args(arguments)
    for source in compile_stale():
        print(source.relative_to(PACKAGE))  # noqa: T201 -- a command talks
    return 0
