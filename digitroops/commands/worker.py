"""`digitroops worker`: run background work on this machine; as many as you like, on as many machines."""

import argparse
import secrets
import threading
from collections.abc import Sequence

import django
from django.conf import settings

from digitroops.safety import refuse_unsafe


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops worker", description=__doc__)
    parser.add_argument("--batch", action="store_true", help="do what is waiting, then stop")
    parser.add_argument("--interval", type=float, default=0.5, help="seconds between looks at an empty queue")
    parser.add_argument("--no-clicks", action="store_true", help="leave clicks to `digitroops clicks load`")
    options = parser.parse_args(arguments)

    django.setup()
    refuse_unsafe()
    from digitroops.work.worker import make_worker

    worker = make_worker(worker_id=secrets.token_hex(8), batch=options.batch, interval=options.interval)
    worker.configure_signals()
    loading = threading.Event()
    if not (options.batch or options.no_clicks):
        threading.Thread(target=_load_clicks, args=(loading,), name="clicks").start()
    try:
        worker.run()
    finally:
        loading.set()
    return 0


def _load_clicks(stopping: threading.Event) -> None:

    from digitroops.links.redirect.loader import Loader, follow

    follow(Loader(settings.CLICK_SPOOL), stopping)
