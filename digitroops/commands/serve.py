"""`digitroops serve`: the web server, by default with one background worker beside it."""

import argparse
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import FrameType

import django
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from digitroops.commands import prepare
from digitroops.safety import refuse_unsafe

EVERYWHERE = {"", "0.0.0.0", "::"}  # noqa: S104 -- compared with, never bound to


def parser(name: str, says: str | None) -> argparse.ArgumentParser:
    """What `serve` and `start` take."""
    taken = argparse.ArgumentParser(prog=name, description=says)
    taken.add_argument("--host", default="127.0.0.1")
    taken.add_argument("--port", type=int, default=8000)
    taken.add_argument("--workers", type=int, default=1, help="web processes")
    taken.add_argument("--threads", type=int, default=4, help="requests at a time in each web process")
    taken.add_argument("--no-background", action="store_true", help="without a background worker")
    return taken


def run(arguments: Sequence[str]) -> int:
    options = parser("digitroops serve", __doc__).parse_args(arguments)
    follow_address(options.host, options.port)

    django.setup()
    refuse_unsafe()
    prepare.static_files()
    background = None if options.no_background else Background()
    if background:
        background.start()
    try:
        _serve(options.host, options.port, options.workers, options.threads)
    finally:
        if background:
            background.stop()
    return 0


def follow_address(host: str, port: int) -> None:
    """Where DIGITROOPS_URL is not set, build every address on what is served here; the worker inherits it.

    Must come before the settings are read. A wildcard is no address: people on this machine use 127.0.0.1.
    """
    name = "127.0.0.1" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    os.environ.setdefault("DIGITROOPS_URL", f"http://{name}:{port}")


def _serve(host: str, port: int, workers: int, threads: int) -> None:

    Granian(
        "digitroops.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


class Background:
    """A worker process kept alive beside the web server and stopped with it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.stopping = threading.Event()

    def start(self) -> None:
        def on_term(signum: int, frame: FrameType | None) -> None:
            del signum, frame
            self.stop()
            raise SystemExit(0)

        signal.signal(signal.SIGTERM, on_term)
        threading.Thread(target=self._keep_alive, name="background", daemon=True).start()

    def _keep_alive(self) -> None:
        while not self.stopping.is_set():
            command = [sys.executable, "-m", "digitroops", "worker"]
            self.process = subprocess.Popen(command, env=os.environ)  # noqa: S603 -- our own command
            self.process.wait()
            self.stopping.wait(2)

    def stop(self) -> None:
        self.stopping.set()
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
