"""`digitroops worker`: run background work on this machine; as many as you like, on as many machines."""

import argparse
import secrets
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops worker", description=__doc__)
    parser.add_argument("--batch", action="store_true", help="do what is waiting, then stop")
    parser.add_argument("--interval", type=float, default=0.5, help="seconds between looks at an empty queue")
    options = parser.parse_args(arguments)
    import django

    django.setup()
    from digitroops.work.worker import make_worker

    worker = make_worker(worker_id=secrets.token_hex(8), batch=options.batch, interval=options.interval)
    worker.configure_signals()
    worker.run()
    return 0
