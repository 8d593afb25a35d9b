"""A whole installation for the browser tests: its own data folder, database, web server and worker."""

import email
import email.policy
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from email.message import EmailMessage
from pathlib import Path

from tests.place import demo_database, own_database

REPOSITORY = Path(__file__).parents[2]
SECONDS_TO_START = 120


class Installation:
    """`digitroops start` as a process, on SQLite or, when the tests run on PostgreSQL, on a database there."""

    def __init__(self, folder: Path, name: str, *, demo: bool = False) -> None:
        self.data = folder / name
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "digitroops.settings",
            "DIGITROOPS_DATA": str(self.data),
            "DIGITROOPS_URL": self.url,
            "DIGITROOPS_LOG_LEVEL": "WARNING",
            "DIGITROOPS_REVIEW_UNDO_SECONDS": "0",
            "DIGITROOPS_DEMO": "1" if demo else "0",
        }
        database = f"browser_{name}"
        self.env.update(demo_database(database, self.data) if demo else own_database(database))
        self.log = (folder / f"{name}.log").open("w+")
        command = [sys.executable, "-m", "digitroops", "start", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.env, cwd=REPOSITORY, stdout=self.log, stderr=self.log, start_new_session=True
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/health/ready", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        said = self.output()
        self.stop()
        raise AssertionError("The installation did not start:\n" + said)

    def output(self) -> str:
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def stop(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "digitroops", *arguments]
        done = subprocess.run(
            command, env=self.env, cwd=REPOSITORY, capture_output=True, text=True, check=True
        )
        return done.stdout

    def mails_to(self, address: str) -> list[EmailMessage]:
        """The mails sent to an address so far, oldest first."""
        found = []
        for path in sorted((self.data / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime):
            for part in path.read_bytes().split(b"-" * 79 + b"\n"):
                if part.strip():
                    found.append(email.message_from_bytes(part, policy=email.policy.default))
        return [mail for mail in found if address in str(mail["To"])]

    def wait_for_subject(self, address: str, words: str, seconds: float = 30) -> None:
        """Wait until the worker has sent a mail to the address with these words in its subject."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            subjects = [str(mail["Subject"]) for mail in self.mails_to(address)]
            if any(words in subject for subject in subjects):
                return
            time.sleep(0.2)
        raise AssertionError(f"No mail to {address} says {words}: {subjects}")

    def link_in_mail(self, address: str, pattern: str, seconds: float = 20) -> str:
        """Wait for a mail to the address whose text holds a link of that pattern, and return the newest one."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for mail in reversed(self.mails_to(address)):
                text = mail.get_body(("plain",)).get_content()
                links = re.findall(rf"{re.escape(self.url)}{pattern}", text)
                if links:
                    return links[0]
            time.sleep(0.2)
        raise AssertionError(f"No mail to {address} holds {pattern}:\n{self.output()[-2000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
