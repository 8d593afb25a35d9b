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
from collections.abc import Callable
from pathlib import Path

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kind", choices=["csv", "xlsx"], default="csv")
    options = parser.parse_args()
    path = Path(tempfile.mkdtemp()) / f"list.{options.kind}"
    if os.fork() == 0:  # the list is made in a process of its own, so that its memory is not counted
        write(path, options.rows)
        os._exit(0)
    os.wait()
    import django

    django.setup()
    from django.core.files import File
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    from digitroops.audit.models import Entry
    from digitroops.people import jobs
    from digitroops.people.hr import open_table
    from digitroops.people.models import Employee, HRImport

    print(f"{options.rows} rows, {options.kind}, {connection.vendor}; {resident_mb():.0f} MB before")

    def upload() -> HRImport:
        with path.open("rb") as file:
            return HRImport.objects.create(file=File(file, name=path.name), file_name=path.name)

    def run(found: HRImport) -> None:
        jobs.check_import(found.pk)
        found.refresh_from_db()
        assert found.state == HRImport.State.CHECKED, (found.state, found.error, found.counts)
        HRImport.objects.filter(pk=found.pk).update(state=HRImport.State.APPLYING)
        jobs.apply_import(found.pk)
        found.refresh_from_db()
        assert found.state == HRImport.State.APPLIED, (found.state, found.error)

    whole, processor = timed("check and apply, all new", lambda: run(upload()))
    peak = resident_mb()
    assert Employee.objects.count() == options.rows
    assert Entry.objects.filter(act="employee.added").count() == options.rows
    timed("check and apply, nothing changed", lambda: run(upload()))
    Employee.objects.update(position="", birth_date=None)
    timed("check and apply, everybody changed", lambda: run(upload()))
    assert Entry.objects.filter(act="employee.changed").count() == options.rows

    def parse() -> None:
        for _line, _row in open_table(path).rows:
            pass

    def insert() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for model, prefix in ((Employee, "x"), (Entry, "")):
                about = model._meta  # noqa: SLF001 -- Django's public model meta API
                names = [field.column for field in about.fields if not field.primary_key]
                table = about.db_table
                cursor.execute(
                    f"SELECT {', '.join(names)} FROM {table} ORDER BY id DESC LIMIT %s", [options.rows]
                )
                stored = cursor.fetchall()
                if model is Employee:
                    at, mail = names.index("number"), names.index("email")
                    stored = [
                        (
                            *row[:at],
                            prefix + row[at],
                            *row[at + 1 : mail],
                            prefix + row[mail],
                            *row[mail + 1 :],
                        )
                        for row in stored
                    ]
                begun = time.perf_counter()
                marks = ", ".join(["%s"] * len(names))
                if connection.vendor == "postgresql":
                    from psycopg.types.json import Jsonb

                    stored = [[Jsonb(v) if isinstance(v, dict) else v for v in row] for row in stored]
                cursor.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", stored)
                print(f"  of which {table}: {time.perf_counter() - begun:.1f} s")
            transaction.set_rollback(True)

    floor = timed("limit: parsing alone", parse)[0] + timed("limit: inserting alone", insert)[0]
    print(f"ratio to the limit: {whole / floor:.1f}; {processor:.0f} CPU s; peak of the import {peak:.0f} MB")
    assert whole < SECONDS_LIMIT * options.rows / 100_000 or options.rows < 100_000, f"{whole:.0f} s"
    assert processor < CPU_LIMIT * options.rows / 100_000 or options.rows < 100_000, f"{processor:.0f} CPU s"
    assert peak < RESIDENT_LIMIT_MB, f"{peak:.0f} MB"


if __name__ == "__main__":
    main()
