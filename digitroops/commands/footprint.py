"""`digitroops footprint [--json] [FILE]`, `digitroops footprint train LABELS.csv`: scan texts, learn from labels."""

import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    from digitroops.engines.footprint.report import main

    return main(arguments, sys.stdin, sys.stdout)
