"""The command line: `digitroops footprint [--json] [FILE]` and `digitroops footprint train LABELS.csv`.

One text a line comes in, from standard input or a text file; with `--json` one JSON object a line goes out,
in the same order. Given the data archive of a platform, its public posts are audited.
"""

import argparse
import codecs
import datetime as dt
import json
import os
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from digitroops.engines.archives import ArchiveError, Post, open_archive
from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.errors import FootprintError, TextError
from digitroops.engines.footprint.findings import Finding
from digitroops.engines.footprint.models import load_model
from digitroops.engines.footprint.opinion import Opinion
from digitroops.engines.footprint.reasons import category_title, reason_text
from digitroops.engines.footprint.scanner import Scanner
from digitroops.engines.footprint.sentiment import Reader
from digitroops.engines.footprint.training import Training, read_table, train

Item = tuple[str, dt.datetime | None, str, str]
_ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".car")
_SHOWN = 70
_NO_TEXT = {
    "id": "Tidak ada teks. Berikan satu teks per baris, atau arsip yang dibuat platform.",
    "en": "There was no text. Give one text a line, or the archive a platform made.",
}
#: How many bytes show whether a file is text.
_LOOK = 8192


def main(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    """Run the command; return 0, or 2 with a message on `stdout` when the input cannot be used."""
    if argv and argv[0] == "train":
        return _guarded(_run_train, argv[1:], stdin, stdout)
    return _guarded(_run_scan, argv, stdin, stdout)


def _guarded(run: Any, argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    try:
        return int(run(argv, stdin, stdout))
    except (FootprintError, ArchiveError) as error:
        stdout.write(f"digitroops footprint: {error}\n")
    except BrokenPipeError:
        # Whoever read the output has read enough; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
        return 0
    except OSError as error:
        stdout.write(f"digitroops footprint: {error.filename}: {error.strerror}\n")
    except SystemExit as stop:
        return int(stop.code or 0)
    return 2


def _run_scan(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    parser = argparse.ArgumentParser(
        "digitroops footprint", description="Scan texts or an archive for findings."
    )
    parser.add_argument("file", nargs="?", help="a text file (one text a line) or a platform's data archive")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--categories", help=f"which to look for, separated by commas: {', '.join(CATEGORIES)}"
    )
    parser.add_argument("--weights", help="an organisation's own weights (see `digitroops footprint train`)")
    parser.add_argument("--as-of", type=dt.date.fromisoformat, help="the day the age of posts is counted to")
    parser.add_argument("--language", default="id", choices=("id", "en"), help="language of the reasons")
    parser.add_argument("--sentiment", action="store_true", help="add sentiment and language to each text")
    given = parser.parse_args(list(argv))
    opinion = Opinion(load_model(Path(given.weights))) if given.weights else None
    names = given.categories.split(",") if given.categories else None
    scanner = Scanner(names, as_of=given.as_of, opinion=opinion)
    write = _write_json if given.json else _write_audit
    write(scanner, _items(given.file, stdin), given, stdout)
    return 0


def _items(name: str | None, stdin: TextIO) -> Iterator[Item]:
    if name is None or name == "-":
        yield from (("", None, "post", line.rstrip("\r\n")) for line in stdin)
        return
    path = Path(name)
    if path.is_dir() or path.suffix.lower() in _ARCHIVES or zipfile.is_zipfile(path):
        yield from _archive_items(path)
        return
    with path.open("rb") as file:
        start = file.read(_LOOK)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            with path.open(encoding="utf-16", errors="replace") as lines:
                yield from (("", None, "post", line.rstrip("\r\n")) for line in lines)
            return
        if b"\0" in start:
            raise TextError(
                f"{path} is neither text nor an archive. Give one text a line, or an archive of a platform."
            )
        file.seek(0)
        yield from (("", None, "post", _decoded(line)) for line in file)


def _archive_items(path: Path) -> Iterator[Item]:
    with open_archive(path) as archive:
        for record in archive:
            if isinstance(record, Post) and record.text and record.kind != "repost":
                yield record.id, record.created, str(record.kind), record.text


def _decoded(line: bytes) -> str:
    line = line.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _write_json(scanner: Scanner, items: Iterable[Item], given: argparse.Namespace, stdout: TextIO) -> None:
    reader = Reader() if given.sentiment else None
    for number, (name, created, kind, text) in enumerate(items, start=1):
        findings = scanner.scan(text, created=created, kind=kind)
        record: dict[str, Any] = {
            "line": number,
            "findings": [_as_json(item, text, given.language) for item in findings],
        }
        if name:
            record |= {"id": name, "created": created.isoformat() if created else None}
        if reader is not None:
            feeling = reader.sentiment(text)
            record |= {
                "language": reader.language(text),
                "sentiment": {"label": feeling.label, "scores": dict(feeling.scores)},
            }
        stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _as_json(finding: Finding, text: str, language: str) -> dict[str, Any]:
    return {
        "category": finding.category,
        "severity": finding.severity,
        "span": list(finding.span),
        "confidence": finding.confidence,
        "evidence": [
            {"kind": item.kind, "name": item.name, "weight": item.weight} for item in finding.evidence
        ],
        "reason": {
            "key": finding.reason.key,
            "parameters": dict(finding.reason.parameters),
            "text": reason_text(finding, language, text),
        },
    }


def _write_audit(scanner: Scanner, items: Iterable[Item], given: argparse.Namespace, stdout: TextIO) -> None:
    texts, tally, worst = 0, Counter[str](), Counter[str]()
    for _, created, kind, text in items:
        texts += 1
        for finding in scanner.scan(text, created=created, kind=kind):
            tally[finding.category] += 1
            worst[finding.category] = max(worst[finding.category], finding.severity)
            stdout.write(_line(texts, created, text, finding, given.language))
    words = {"id": ("teks dibaca", "temuan", "terberat"), "en": ("texts read", "findings", "most severe")}[
        given.language
    ]
    stdout.write(f"\n{words[0]}: {texts}\n")
    if not texts:
        stdout.write(f"{_NO_TEXT[given.language]}\n")
    for name, times in tally.most_common():
        title = category_title(name, given.language)
        stdout.write(f"  {title}: {times} {words[1]}, {words[2]} {worst[name]}\n")


def _line(number: int, created: dt.datetime | None, text: str, finding: Finding, language: str) -> str:
    start, end = finding.span
    around = " ".join(text[max(0, start - 15) : max(end, start + _SHOWN)].split())[: _SHOWN + 15]
    day = f" {created:%Y-%m-%d}" if created else ""
    return f"{number}{day} [{finding.severity}] {reason_text(finding, language, text)}\n    {around}\n"


def _run_train(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    parser = argparse.ArgumentParser(
        "digitroops footprint train", description="Learn from reviewers' decisions."
    )
    parser.add_argument("labels", help="a CSV file with the columns text and label, or - for standard input")
    parser.add_argument("--out", help="where to write the weights; without it they are only measured")
    parser.add_argument("--folds", type=int, default=5, help="parts of the cross-validation (default 5)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--yes", action="store_true", help="replace an existing file of weights")
    given = parser.parse_args(list(argv))
    if given.out and Path(given.out).exists() and not given.yes:
        raise FootprintError(f"{given.out} exists; look at the figures first, then add --yes to replace it.")
    if given.labels == "-":
        rows, problems = read_table(stdin)
    else:
        with Path(given.labels).open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows, problems = read_table(file)
    training = train(rows, seed=given.seed, folds=max(2, given.folds))
    stdout.writelines(
        f"row {problem.row} left out: {problem.why}\n" for problem in (*problems, *training.problems)
    )
    _write_training(training, stdout)
    if given.out:
        Path(given.out).write_bytes(training.model.to_bytes())
        stdout.write(f"weights written to {given.out}\n")
    return 0


def _write_training(training: Training, stdout: TextIO) -> None:
    stdout.write(
        f"{training.rows} rows, {training.folds} folds; each post judged by weights that never saw it\n"
    )
    stdout.write("category         before: P     R    F1  macro   after: P     R    F1  macro\n")
    for name, before in training.before.items():
        after = training.after[name]
        stdout.write(
            f"{name:15} {before.precision:9.3f} {before.recall:5.3f} {before.f1:5.3f}  {before.macro_f1:.3f}"
            f" {after.precision:10.3f} {after.recall:5.3f} {after.f1:5.3f}  {after.macro_f1:.3f}\n"
        )
