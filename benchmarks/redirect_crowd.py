"""Those who follow the links of an installation under test, and requests that no browser sends."""

import http.client
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from typing import BinaryIO

from benchmarks.redirect_site import AGENT, CODE


class Crowd:
    """Threads that follow the link without pause, each arrival with a number of its own."""

    def __init__(self, port: int, threads: int = 4, first: int = 0) -> None:
        self.port = port
        self.answered: set[int] = set()
        self.statuses: Counter[int] = Counter()
        self._numbers = iter(range(first, 10**9))
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._follow, daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def _follow(self) -> None:
        connection: http.client.HTTPConnection | None = None
        while not self._stop.is_set():
            with self._lock:
                number = next(self._numbers)
            try:
                connection = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", f"/l/{CODE}", headers={"User-Agent": f"{AGENT}{number}"})
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                if connection:
                    connection.close()
                connection = None
                time.sleep(0.02)
                continue
            with self._lock:
                self.statuses[answer.status] += 1
                if answer.status == http.client.FOUND:
                    self.answered.add(number)
        if connection:
            connection.close()

    def stop(self) -> set[int]:
        self._stop.set()
        for thread in self._threads:
            thread.join(15)
        return self.answered


def led_to(port: int, page: str | None, first: int, answered: set[int]) -> float:
    """When the link first led to the page (None: nowhere any more) and not back in the half second after."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    since: float | None = None
    number = first
    until = time.time() + 60
    while (now := time.time()) < until and (since is None or now < since + 0.5):
        number += 1
        connection.request(
            "GET", f"/l/{CODE}", headers={"User-Agent": f"{AGENT}{number}", "Host": "127.0.0.1"}
        )
        answer = connection.getresponse()
        answer.read()
        if answer.status == http.client.FOUND:
            answered.add(number)
        location = (answer.getheader("Location") or "").partition("?")[0] or None
        since = (since or time.time()) if location == page else None
        time.sleep(0.02)
    connection.close()
    return since or float("inf")


def many(port: int, requests: list[bytes]) -> Counter[int]:
    """The statuses of the answers to requests that are sent without waiting, ten at a time, on one connection."""
    statuses: Counter[int] = Counter()
    with socket.create_connection(("127.0.0.1", port), 10) as connection, connection.makefile("rb") as file:
        for start in range(0, len(requests), 10):
            connection.sendall(b"".join(requests[start : start + 10]))
            for _request in requests[start : start + 10]:
                statuses[_status(file)] += 1
    return statuses


def _status(file: BinaryIO) -> int:
    status = int(file.readline().split(b" ")[1])
    length = 0
    while (line := file.readline().strip()) != b"":
        name, _colon, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    file.read(length)
    return status


def raw(port: int, request: bytes) -> int:
    """The status of the answer to these bytes; 0 when the connection was closed instead."""
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.settimeout(10)
        with suppress(OSError):
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            said = connection.recv(200).split(b" ")
            return int(said[1]) if len(said) > 1 and said[1].isdigit() else 0
    return 0


def ask(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": "127.0.0.1"})
        return connection.getresponse().read().decode("utf-8", "replace")
    finally:
        connection.close()
