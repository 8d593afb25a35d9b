"""`digitroops clicks load`: move clicks from this machine's spool files into the database.

`digitroops clicks judge`: give raw clicks the verdicts of today's rules, and make the sums of their days anew.
"""

import argparse
import datetime as dt
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import django
from django.conf import settings


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops clicks", description=__doc__)
    parser.add_argument("what", choices=["load", "judge"])
    parser.add_argument("--from", dest="first", type=dt.date.fromisoformat, help="judge: the first day")
    parser.add_argument("--to", dest="last", type=dt.date.fromisoformat, help="judge: the last day")
    parser.add_argument("--all", action="store_true", help="judge: also what today's rules have judged")
    parser.add_argument("--once", action="store_true", help="load what is there, then stop")
    parser.add_argument(
        "--interval", type=float, default=0.5, help="seconds between looks when nothing comes"
    )
    parser.add_argument("--spool", type=Path, help="another folder than DIGITROOPS_SPOOL")
    options = parser.parse_args(arguments)

    django.setup()
    if options.what == "judge":
        return _judge(options)

    from digitroops.links.redirect.loader import Loader, follow

    loader = Loader(options.spool or settings.CLICK_SPOOL)
    if options.once:
        report = loader.run_once()
        sys.stdout.write(
            f"{report.clicks} clicks loaded, {report.files} files finished, {report.damaged} bytes unreadable\n"
        )
        return 1 if report.damaged else 0
    stopping = threading.Event()

    def stop(signum: int, frame: FrameType | None) -> None:
        del signum, frame
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    follow(loader, stopping, interval=options.interval)
    return 0


def _judge(options: argparse.Namespace) -> int:
    from digitroops.links.outside import RawClicksOutside, refuse_outside
    from digitroops.links.rejudging import days_to_judge, judge_day

    try:
        refuse_outside()
    except RawClicksOutside as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    for date in days_to_judge(options.first, options.last, again=options.all):
        found = judge_day(date)
        sys.stdout.write(f"{date}: {found.clicks} clicks looked at, {found.changed} judged otherwise\n")
    return 0
