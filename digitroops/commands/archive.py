"""`digitroops archive FILE... [--json]`: read a platform's data archive and print the report."""

from collections.abc import Sequence

from digitroops.engines.archives.report import main


def run(arguments: Sequence[str]) -> int:

    return main(arguments)
