"""Tasks for the worker's own test."""

import time
from pathlib import Path

from django_tasks import task


@task()
def nap(path: str) -> None:
    """Note the start; sleep only the first time, so that the worker can be killed meanwhile."""
    notes = Path(path)
    begun = notes.read_text() if notes.exists() else ""
    notes.write_text(begun + "start\n")
    if not begun:
        time.sleep(60)
    notes.write_text(notes.read_text() + "end\n")
