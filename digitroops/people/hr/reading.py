"""A file of any usual kind -> headers and rows of cells: CSV in its dialects, XLSX, old XLS, ODS."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from digitroops.people.hr.mapping import guess

MAX_BYTES = 60 * 1024 * 1024
MAX_UNPACKED = 700 * 1024 * 1024
MAX_ROWS = 500_000
MAX_COLUMNS = 200
HEAD_ROWS = 10
SAMPLE_BYTES = 65536
DELIMITERS = ",;\t|"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class FileProblem(Exception):
    """The file as a whole cannot be read; `kind` names the reason (see words.py for the sentences)."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Table:
    """The header row, the number of its line, and the rows below with their line numbers."""

    headers: list[str]
    rows: Iterator[tuple[int, list[Any]]]


def open_table(path: Path) -> Table:
    """Open an HR list whatever its name ends in. FileProblem when it is no table that can be read."""
    size = path.stat().st_size
    if size == 0:
        raise FileProblem("empty")
    if size > MAX_BYTES:
        raise FileProblem("huge")
    with path.open("rb") as file:
        head = file.read(SAMPLE_BYTES)
    if head.startswith((ZIP, OLE)):
        rows: Iterable[list[Any]] = _sheet_rows(path, zipped=head.startswith(ZIP))
    elif (
        head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml"))
    ):
        raise FileProblem("html")
    elif head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf")):
        raise FileProblem("kind")
    else:
        rows = _text_rows(path, _encoding(path, head))
    return _with_header(rows)


def _sheet_rows(path: Path, *, zipped: bool) -> Iterator[list[Any]]:
    if zipped:
        _refuse_bomb(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height > 1 and sheet.width > 1:
                return iter(sheet.iter_rows())
    except (CalamineError, ValueError, OSError) as error:
        raise FileProblem("password" if "assword" in str(error) else "damaged") from error
    raise FileProblem("empty")


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise FileProblem("damaged") from error
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise FileProblem("huge")
    if not any(entry.filename.startswith(("xl/", "content.xml")) for entry in entries):
        raise FileProblem("kind")


def _encoding(path: Path, head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    if b"\0" in head:
        raise FileProblem("kind")
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"


def _text_rows(path: Path, encoding: str) -> Iterator[list[str]]:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(SAMPLE_BYTES)
        file.seek(0)
        delimiter = _delimiter(sample)
        lines: Iterator[str] = (line.replace("\0", "") for line in file)
        first = next(lines, "")
        if not first.lower().startswith("sep="):  # Excel's own hint about the delimiter
            lines = chain([first], lines)
        try:
            yield from csv.reader(lines, delimiter=delimiter)
        except csv.Error as error:
            raise FileProblem("damaged") from error


def _delimiter(sample: str) -> str:
    """The sign that splits the first rows into the most columns of equal number."""
    lines = sample.splitlines(keepends=True)[:30]
    best, best_score = ",", 0
    for sign in DELIMITERS:
        try:
            widths = [
                len(row) for row in csv.reader(io.StringIO("".join(lines), newline=""), delimiter=sign) if row
            ]
        except csv.Error:
            continue
        common = max(set(widths), key=widths.count, default=1)
        score = (common - 1) * widths.count(common)
        if score > best_score:
            best, best_score = sign, score
    return best


def _with_header(rows: Iterable[list[Any]]) -> Table:
    """Take the row that looks most like a header among the first ones; titles above it are left out."""
    numbered = enumerate(rows, start=1)
    head = [(line, row) for line, row in islice(numbered, HEAD_ROWS)]
    filled = [(line, row) for line, row in head if sum(1 for cell in row if str(cell).strip()) > 1]
    if not filled:
        raise FileProblem("empty")
    at, header = max(filled, key=lambda item: (len(guess([str(cell) for cell in item[1]])), -item[0]))
    if len(header) > MAX_COLUMNS:
        raise FileProblem("kind")
    rest = (item for item in chain(head, numbered) if item[0] > at)
    return Table(headers=[str(cell).strip() for cell in header], rows=_bounded(rest))


def _bounded(rows: Iterable[tuple[int, list[Any]]]) -> Iterator[tuple[int, list[Any]]]:
    for count, row in enumerate(rows):
        if count >= MAX_ROWS:
            raise FileProblem("huge")
        yield row
