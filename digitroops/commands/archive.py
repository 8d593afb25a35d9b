"""`digitroops archive FILE... [--json]`: read a platform's data archive and print the report."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    from digitroops.engines.archives.report import main

    return main(arguments)
