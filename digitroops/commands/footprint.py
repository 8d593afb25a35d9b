"""`digitroops footprint [--json] [FILE]`, `digitroops footprint train LABELS.csv`: scan texts, learn from labels."""

import io
import sys
from collections.abc import Sequence

from digitroops.engines.footprint.report import main


def run(arguments: Sequence[str]) -> int:

    asks_help = not {"-h", "--help"}.isdisjoint(arguments)
    if sys.stdin.isatty() and all(part.startswith("-") for part in arguments) and not asks_help:
        sys.stderr.write("One text a line, Ctrl D ends; name a file to read that instead.\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return main(arguments, sys.stdin, sys.stdout)
