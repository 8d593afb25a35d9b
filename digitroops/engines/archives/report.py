"""The command `digitroops archive FILE... [--json]`: what is in an export, for people or line by line for programs.

Exit status: 0 read whole, 3 read in part, 2 not readable; with several archives the worst.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

import msgspec

from digitroops.engines.archives.archive import platforms_in
from digitroops.engines.archives.child import Child, read_in_child
from digitroops.engines.archives.errors import ArchiveError
from digitroops.engines.archives.records import Account, Completeness, Problem, Record
from digitroops.engines.archives.registry import PLATFORMS, named

WHOLE, UNREADABLE, PARTIAL = 0, 2, 3
MARKS = {"ok": "ok", "failed": "FAILED", "not_possible": "not possible"}
SHOWN = 10


def main(argv: Sequence[str] | None = None) -> int:
    """Read the archives named on the command line and print what they hold."""
    options = parsed(argv)
    status = WHOLE
    for group in grouped(options.file):
        status = max(status, report(group, options), key=(WHOLE, PARTIAL, UNREADABLE).index)
    return status


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments of the command."""
    parser = argparse.ArgumentParser(
        prog="digitroops archive",
        description="Read a platform's data export and say what is in it.",
        epilog="Exit status: 0 read whole, 3 read in part, 2 not readable.",
    )
    parser.add_argument("file", nargs="+", help="the export; several parts of one export are read together")
    parser.add_argument("--json", action="store_true", help="print one record a line, the account last")
    parser.add_argument(
        "--platform", choices=[kind.name for kind in PLATFORMS], help="read only this platform"
    )
    parser.add_argument("--account", help="the user name or number that the archive should be of")
    return parser.parse_args(argv)


def grouped(files: Sequence[str]) -> list[list[str]]:
    """Files of the same platform are parts of one export; a file of none belongs to the only one there is."""
    groups: dict[str, list[str]] = {}
    for file in files:
        try:
            found = platforms_in(file) if len(files) > 1 else []
        except ArchiveError:
            found = []
        groups.setdefault(found[0] if found else "", []).append(file)
    if len(groups) == 2 and "" in groups:
        return [list(files)]
    return list(groups.values())


def report(files: Sequence[str], options: argparse.Namespace) -> int:
    """Read one export and print it; the exit status."""
    try:
        with read_in_child(files, platform=options.platform, claimed=options.account) as archive:
            account = (as_lines if options.json else as_text)(archive, sys.stdout)
    except ArchiveError as error:
        if options.json:
            write(sys.stdout, "error", {"reason": error.reason, "why": str(error)})
        print(error, file=sys.stderr)  # noqa: T201 - it is a command
        return UNREADABLE
    if account.completeness is Completeness.WHOLE:
        return WHOLE
    sentences = " ".join(reason.sentence for reason in account.reasons)
    print(f"Read in part. {sentences}", file=sys.stderr)  # noqa: T201
    return PARTIAL


def write(out: TextIO, kind: str, value: Record | Account | dict[str, str]) -> None:
    """One line of JSON that begins with its type."""
    body = msgspec.json.encode(value).decode()
    out.write(f'{{"type":"{kind}",{body[1:]}\n')


def as_lines(archive: Child, out: TextIO) -> Account:
    """Each record as a line, the account last."""
    for record in archive:
        write(out, type(record).__name__.lower(), record)
    write(out, "account", archive.account)
    return archive.account


def as_text(archive: Child, out: TextIO) -> Account:
    """The account in words, with the first problems."""
    problems = [record for record in archive if isinstance(record, Problem)][: SHOWN + 1]
    account = archive.account
    out.write("\n".join(lines(account, problems)) + "\n")
    return account


def lines(account: Account, problems: Sequence[Problem]) -> Iterable[str]:
    """The report, line by line."""
    yield f"{named(account.platform).title}, layout {account.era}"
    yield f"  account       {account.username or account.id or 'not stated'}"
    yield f"  exported      {account.exported:%Y-%m-%d}" if account.exported else "  exported      not stated"
    if account.first and account.last:
        yield f"  posts from    {account.first:%Y-%m-%d} to {account.last:%Y-%m-%d}"
    if account.followers_first and account.followers_last:
        yield f"  follows from  {account.followers_first:%Y-%m-%d} to {account.followers_last:%Y-%m-%d}"
    yield f"  files         {len(account.members_read):,} read, {account.members_skipped:,} never opened"
    for name, count in account.counts.items():
        yield f"  {name:<13} {count:,}"
    for check in account.checks:
        yield f"  check {check.name}: {MARKS[check.state]}. {check.evidence}"
    yield f"  completeness  {account.completeness}"
    for reason in account.reasons:
        yield f"    {reason.sentence}"
    for problem in problems[:SHOWN]:
        yield f"  problem in {problem.where}: {problem.why}"
    if len(problems) > SHOWN:
        yield "  and more; --json lists them all"
