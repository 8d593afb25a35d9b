"""`digitroops clicks load`: move clicks from this machine's spool files into the database."""

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops clicks", description=__doc__)
    parser.add_argument("what", choices=["load"])
    parser.add_argument("--once", action="store_true", help="load what is there, then stop")
    parser.add_argument(
        "--interval", type=float, default=0.5, help="seconds between looks when nothing comes"
    )
    parser.add_argument("--spool", type=Path, help="another folder than DIGITROOPS_SPOOL")
    options = parser.parse_args(arguments)
    import django

    django.setup()
    from django.conf import settings

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
