import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.hr import FileProblem, Row, guess, missing_fields, open_table
from digitroops.people.hr.comparing import Change, Plan, make_plan
from digitroops.people.hr.writing import carry_out, leaves_no_administrator, plain
from digitroops.people.models import HRImport

State = HRImport.State
PROBLEMS_KEPT = 5000
SAMPLE_ROWS = 20


def check_import(import_id: int) -> None:
    """Read an uploaded list and store what it would change. Safe to run twice: it changes nobody."""
    claimed = HRImport.objects.filter(pk=import_id, state__in=[State.WAITING, State.CHECKING])
    if not claimed.update(state=State.CHECKING, error="", progress=0):
        return
    found = HRImport.objects.get(pk=import_id)
    try:
        with _local_copy(found) as path:
            table = open_table(path)
            mapping = found.mapping or guess(table.headers)
            HRImport.objects.filter(pk=import_id).update(headers=table.headers, mapping=mapping)
            _ask_for_columns(mapping)
            today = timezone.localdate()
            plan = make_plan(table, mapping, today=today, on_progress=_progress_of(import_id))
    except FileProblem as problem:
        _fail(import_id, problem.kind)
        return
    HRImport.objects.filter(pk=import_id, state=State.CHECKING).update(
        state=State.CHECKED,
        counts=plan.counts(),
        problems=[asdict(problem) for problem in plan.problems[:PROBLEMS_KEPT]],
        sample=_sample(plan),
    )


def apply_import(import_id: int) -> None:
    """Write what the list changes: all of it or nothing. Safe to run twice and after a kill."""
    found = HRImport.objects.filter(pk=import_id, state=State.APPLYING).first()
    if found is None:
        return
    try:
        with _local_copy(found) as path:
            table = open_table(path)
            plan = make_plan(
                table, found.mapping, today=timezone.localdate(), on_progress=_progress_of(import_id)
            )
        _refuse_surprises(found, plan)
        _write(found, plan)
    except FileProblem as problem:
        _fail(import_id, problem.kind)


@transaction.atomic
def _write(found: HRImport, plan: Plan) -> None:
    locked = HRImport.objects.select_for_update().get(pk=found.pk)
    if locked.state != State.APPLYING:
        return
    if leaves_no_administrator(plan, deactivate_missing=found.deactivate_missing):
        raise FileProblem("administrator")
    carry_out(plan, actor=found.uploaded_by, deactivate_missing=found.deactivate_missing)
    counts = plan.counts() | {"deactivated": len(plan.missing) if found.deactivate_missing else 0}
    finished = timezone.now()
    HRImport.objects.filter(pk=found.pk).update(state=State.APPLIED, counts=counts, finished=finished)
    record(actor=found.uploaded_by, act="hr_import.applied", subject=found, after=counts)


def _ask_for_columns(mapping: dict[str, int]) -> None:
    if missing_fields(mapping):
        raise FileProblem("columns")


def _refuse_surprises(found: HRImport, plan: Plan) -> None:
    """What somebody agreed to in the preview must still be what happens."""
    if plan.problems and not found.skip_problems:
        raise FileProblem("problems")
    if found.deactivate_missing and len(plan.missing) > found.counts.get("missing", 0):
        raise FileProblem("missing")


@contextmanager
def _local_copy(found: HRImport) -> Iterator[Path]:
    """The upload as a file of this machine, wherever it is stored."""
    with tempfile.TemporaryDirectory(prefix="digitroops-hr-") as folder:
        path = Path(folder) / "list"
        try:
            with found.file.open("rb") as source, path.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
        except FileNotFoundError:
            raise FileProblem("gone") from None
        yield path


def _progress_of(import_id: int) -> Callable[[int, int], None]:
    last = [dt.datetime.min.replace(tzinfo=dt.UTC)]

    def report(done: int, total: int) -> None:
        now = timezone.now()
        if done == total or now - last[0] > dt.timedelta(seconds=1):
            last[0] = now
            HRImport.objects.filter(pk=import_id).update(progress=done, total=total)

    return report


def _fail(import_id: int, kind: str) -> None:
    running = [State.CHECKING, State.APPLYING]
    HRImport.objects.filter(pk=import_id, state__in=running).update(state=State.FAILED, error=kind)


def _sample(plan: Plan) -> list[dict[str, Any]]:
    """The first rows of the preview: who is new, and what changes for whom."""
    half = SAMPLE_ROWS // 2
    return [_new(row) for row in plan.new[:half]] + [_changed(change) for change in plan.changed[:half]]


def _new(row: Row) -> dict[str, Any]:
    return {"line": row.line, "number": row.number, "name": row.name, "unit": row.unit, "new": True}


def _changed(change: Change) -> dict[str, Any]:
    row = change.row
    differs = [
        {"field": name, "before": plain(before), "after": plain(after)}
        for name, (before, after) in change.differs.items()
    ]
    return {
        "line": row.line, "number": row.number, "name": row.name, "unit": row.unit, "new": False,
        "differs": differs,
    }  # fmt: skip
