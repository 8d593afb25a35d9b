"""How long an HR list of 100,000 rows takes, beside what parsing and inserting alone take on this machine.

    python benchmarks/hr_import.py [--rows 100000] [--kind csv|xlsx]

Uses DATABASE_URL, or a SQLite file in a temporary folder. Prints seconds and the resident memory of the process.
The limit beside it: the same file only parsed, and the same rows only inserted (no checks, no record).
"""

import argparse
import csv
import datetime as dt
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("DIGITROOPS_DATA", tempfile.mkdtemp(prefix="digitroops-bench-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "digitroops.settings"

HEADER = [
    "NIK", "Nama", "Email", "No HP", "Unit Kerja", "Tanggal Lahir", "TMT Masuk", "Status", "Jabatan",
    "NIK Atasan",
]  # fmt: skip
RESIDENT_LIMIT_MB, SECONDS_LIMIT, CPU_LIMIT = 500, 60, 35


def rows(count: int) -> list[list[str]]:
    chance = random.Random(7)
    start = dt.date(1965, 1, 1)
    return [
        [
            f"{100000 + i}", f"Karyawan Nomor {i}", f"k{i}@perusahaan.example", f"0812{i:08}",
            f"Direktorat {i % 8} / Divisi {i % 60} / Bagian {i % 400}",
            f"{start + dt.timedelta(days=chance.randrange(14000)):%d/%m/%Y}",
            f"{dt.date(2005, 1, 1) + dt.timedelta(days=chance.randrange(7000)):%d/%m/%Y}",
            chance.choice(["Tetap", "PKWT", "Cuti"]), f"Staf {i % 90}",
            f"{100000 + (i - 1) // 8}" if i else "",
        ]
        for i in range(count)
    ]  # fmt: skip


def write(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([HEADER, *rows(count)])
        return
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate([HEADER, *rows(count)]):
            sheet.write_row(line, 0, row)


def resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(label: str, work: Callable[[], object]) -> tuple[float, float]:
    begun, worked = time.perf_counter(), time.process_time()
    work()
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    print(
        f"{label:<34} {seconds:6.1f} s  {processor:6.1f} CPU s   peak so far {resident_mb():5.0f} MB resident",
        flush=True,
    )
    return seconds, processor


def make_list(path: Path, count: int) -> None:
    """In a process of its own, so that its memory is not counted."""
    if os.fork() == 0:
        write(path, count)
        os._exit(0)
    os.wait()


def prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def import_list(path: Path) -> None:
    """Upload, check and apply the list."""
    from django.core.files import File

    from digitroops.people import jobs
    from digitroops.people.models import HRImport

    with path.open("rb") as file:
        found = HRImport.objects.create(file=File(file, name=path.name), file_name=path.name)
    jobs.check_import(found.pk)
    found.refresh_from_db()
    assert found.state == HRImport.State.CHECKED, (found.state, found.error, found.counts)
    HRImport.objects.filter(pk=found.pk).update(state=HRImport.State.APPLYING)
    jobs.apply_import(found.pk)
    found.refresh_from_db()
    assert found.state == HRImport.State.APPLIED, (found.state, found.error)


def import_all(path: Path, count: int) -> tuple[float, float, float]:
    """The first import, then one that changes nothing and one that changes everybody; what the first one took."""
    from digitroops.audit.models import Entry
    from digitroops.people.models import Employee

    whole, processor = timed("check and apply, all new", lambda: import_list(path))
    peak = resident_mb()
    assert Employee.objects.count() == count
    assert Entry.objects.filter(act="employee.added").count() == count
    timed("check and apply, nothing changed", lambda: import_list(path))
    Employee.objects.update(position="", birth_date=None)
    timed("check and apply, everybody changed", lambda: import_list(path))
    assert Entry.objects.filter(act="employee.changed").count() == count
    return whole, processor, peak


def parse(path: Path) -> None:
    from digitroops.people.hr import open_table

    for _line, _row in open_table(path).rows:
        pass


def insert(count: int) -> None:
    """The rows that an import writes, written once more by nothing but INSERT, and taken back."""
    from django.db import transaction

    from digitroops.audit.models import Entry
    from digitroops.people.models import Employee

    with transaction.atomic():
        write_again(Employee, count, renamed=("number", "email"))
        write_again(Entry, count)
        transaction.set_rollback(True)


def write_again(model: Any, count: int, renamed: Sequence[str] = ()) -> None:
    """The newest rows of a table once more; what must be unique gets another name."""
    from django.db import connection

    about = model._meta
    names = [field.column for field in about.fields if not field.primary_key]
    table, columns, marks = about.db_table, ", ".join(names), ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} ORDER BY id DESC LIMIT %s", [count])
        stored = [list(row) for row in cursor.fetchall()]
        for place in (names.index(name) for name in renamed):
            for row in stored:
                row[place] = f"x{row[place]}"
        begun = time.perf_counter()
        if connection.vendor == "postgresql":
            from psycopg.types.json import Jsonb

            stored = [[Jsonb(value) if isinstance(value, dict) else value for value in row] for row in stored]
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", stored)
    print(f"  of which {table}: {time.perf_counter() - begun:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kind", choices=["csv", "xlsx"], default="csv")
    options = parser.parse_args()
    path = Path(tempfile.mkdtemp()) / f"list.{options.kind}"
    make_list(path, options.rows)
    prepare()
    from django.db import connection

    print(f"{options.rows} rows, {options.kind}, {connection.vendor}; {resident_mb():.0f} MB before")
    whole, processor, peak = import_all(path, options.rows)
    alone = (
        timed("limit: parsing alone", lambda: parse(path))[0]
        + timed("limit: inserting alone", lambda: insert(options.rows))[0]
    )
    print(f"ratio to the limit: {whole / alone:.1f}; {processor:.0f} CPU s; peak of the import {peak:.0f} MB")
    assert whole < SECONDS_LIMIT * options.rows / 100_000 or options.rows < 100_000, f"{whole:.0f} s"
    assert processor < CPU_LIMIT * options.rows / 100_000 or options.rows < 100_000, f"{processor:.0f} CPU s"
    assert peak < RESIDENT_LIMIT_MB, f"{peak:.0f} MB"


if __name__ == "__main__":
    main()
