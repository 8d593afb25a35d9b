"""An installation for the redirect benchmarks: its own data, server and loader processes, on SQLite or PostgreSQL."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

CODE = "hothothot"
MAKE = f"""
import django; django.setup()
from tests.world import make_link
from digitroops.links.models import Link
Link.objects.filter(pk=make_link().pk).update(code="{CODE}")
"""
READ = """
import json, django; django.setup()
from django.db.models import Sum
from digitroops.links.models import Click, ClickDay, ClickHour, SpoolLoss
sums = [m.objects.aggregate(n=Sum("people"))["n"] or 0 for m in (ClickDay, ClickHour)]
print(json.dumps({"agents": list(Click.objects.values_list("agent", flat=True)), "day": sums[0], "hour": sums[1],
    "people": Click.objects.filter(verdict="person").count(),
    "lost": SpoolLoss.objects.aggregate(n=Sum("clicks"))["n"] or 0}))
"""
AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/128.0 Mobile Safari/537.36 n/"


@dataclass
class Outcome:
    """What was answered and what is recorded."""

    answered: set[int]
    recorded: Counter[int]
    sums_agree: bool
    reported_lost: int = 0
    notes: dict[str, float] = field(default_factory=dict)

    @property
    def lost(self) -> int:
        return len(self.answered - set(self.recorded))

    @property
    def doubled(self) -> int:
        return sum(number - 1 for number in self.recorded.values())


class Site:
    """An installation with its own data, server and loader processes; its database may be migrated already."""

    def __init__(self, folder: Path, env: dict[str, str], port: int, *, migrated: bool = False) -> None:
        self.folder, self.port = folder, port
        self.spool = folder / "spool"
        self.env = {
            **os.environ,
            **env,
            "DJANGO_SETTINGS_MODULE": "digitroops.settings",
            "DIGITROOPS_DATA": str(folder),
            "DIGITROOPS_SPOOL": str(self.spool),
            "DIGITROOPS_DEBUG": "1",
            "DIGITROOPS_LOG_LEVEL": "CRITICAL",
            "PYTHONPATH": str(Path(__file__).parents[1]),
        }
        self.processes: list[subprocess.Popen[bytes]] = []
        if not migrated:
            self.run("-m", "digitroops", "migrate", "-v", "0")
        self.run("-c", MAKE)

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], env=self.env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=self.env, start_new_session=True, stderr=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process

    def serve(self, threads: int = 2, *, port: int = 0) -> subprocess.Popen[bytes]:
        """A web server, waited for; `port` where there is another one already."""
        port = port or self.port
        server = self.start(
            "-m", "granian", "--interface", "wsgi", "--port", str(port), "--blocking-threads", str(threads),
            "--no-ws", "--log-level", "critical", "digitroops.wsgi:application",
        )  # fmt: skip
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 0.5).close()
                return server
            time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def loader(self) -> subprocess.Popen[bytes]:
        return self.start("-m", "digitroops", "clicks", "load", "--interval", "0.05")

    def load(self) -> None:
        with suppress(RuntimeError):  # damaged bytes give a status of 1; the counts say what it means
            self.run("-m", "digitroops", "clicks", "load", "--once")

    def outcome(self, answered: set[int]) -> Outcome:
        said = json.loads(self.run("-c", READ))
        recorded = Counter(int(agent.rpartition("/")[2]) for agent in said["agents"])
        agree = said["day"] == said["hour"] == said["people"] == len(said["agents"])
        return Outcome(answered, recorded, agree, said["lost"])

    def close(self) -> None:
        for process in self.processes:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all its children with signal 9."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def postgres(site: Site, *command: str) -> None:
    """pg_ctl on the site's own server, as its owner."""
    data = site.folder / "postgres"
    binary = max(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    run = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    options = ["-o", f"-c listen_addresses='' -k {data}"] if command[0] == "start" else []
    subprocess.run(
        [*run, str(binary), "-D", str(data), "-l", str(data / "log"), "-w", *command, *options],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def make_postgres(folder: Path) -> dict[str, str]:
    """A PostgreSQL of the site's own, started, with an empty database; returns the environment that leads to it."""
    data = folder / "postgres"
    data.mkdir(parents=True)
    binary = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    run: list[str] = []
    if os.getuid() == 0:
        for path in (folder, data):
            shutil.chown(path, "postgres")
        run = ["runuser", "-u", "postgres", "--"]
    subprocess.run(
        [*run, str(binary), "-D", str(data), "-A", "trust", "-U", "postgres"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    half = Site.__new__(Site)
    half.folder = folder
    postgres(half, "start")
    subprocess.run(["createdb", "-h", str(data), "-U", "postgres", "digitroops"], check=True)
    return {"DATABASE_URL": f"postgresql://postgres@/digitroops?host={data}"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
