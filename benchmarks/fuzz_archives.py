"""The coverage-guided fuzzer: inputs grow towards code that has not run, in search of an exception nobody handles.

    uv run --with atheris python benchmarks/fuzz_archives.py             # every area, ten minutes each
    uv run --with atheris python benchmarks/fuzz_archives.py x --seconds 60

`atheris` is no dependency of the project. An area is fuzzed until its time is over or something is found; what was
found is written to `tests/engines/archives/fixtures/found` as the upload it is, where the tests read it for good. What
grew stays in `--corpus`, from which the next run goes on. The exit status is 1 if anything was found.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "tests/engines/archives/fixtures/found"
TURN = 120
WORDS = ("crash-", "timeout-", "oom-", "slow-unit-")


def areas() -> dict[str, list[str]]:
    """The members' names by area; without names the bytes are the uploaded file."""
    from tests.engines.archives.fuzzing import AREAS

    return {"files": [], **AREAS}


def fuzz(area: str, arguments: list[str]) -> None:
    """Run one area in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["digitroops.engines.archives"]):
        from tests.engines.archives.fuzzing import check, upload

    names = areas()[area]

    def once(raw: bytes) -> None:
        check(upload(raw, names))

    atheris.Setup([sys.argv[0], *arguments], once)
    atheris.Fuzz()


def run(area: str, seconds: int, corpus: Path) -> int:
    """Fuzz one area until its time is over or something is found; how many inputs that were.

    A process lasts two minutes, because the fuzzer's own memory grows; the next goes on from the corpus.
    """
    from tests.engines.archives.fuzzing import seeds

    grown = corpus / area
    grown.mkdir(parents=True, exist_ok=True)
    for raw in seeds(areas()[area]):
        (grown / hashlib.sha256(raw).hexdigest()[:16]).write_bytes(raw)
    found = tried = reached = 0
    for start in range(0, seconds, TURN):
        more, found, covered = turn(area, min(TURN, seconds - start), grown)
        tried, reached = tried + more, max(reached, covered)
        if found:
            break
    print(f"{area}: {tried:,} inputs, {reached:,} branches, {found} found", flush=True)
    return found


def turn(area: str, seconds: int, grown: Path) -> tuple[int, int, int]:
    """One process: inputs tried, inputs found, branches reached."""
    with tempfile.TemporaryDirectory() as folder:
        bounds = [f"-max_total_time={seconds}", "-max_len=30000", "-timeout=20", "-rss_limit_mb=2000"]
        command = [
            sys.executable,
            __file__,
            "--inside",
            area,
            str(grown),
            f"-artifact_prefix={folder}/",
            *bounds,
        ]
        done = subprocess.run(
            [*command, "-print_final_stats=1"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        found = [path for path in Path(folder).iterdir() if path.name.startswith(WORDS)]
        for path in found:
            keep(area, path.read_bytes())
        if done.returncode:
            print(done.stdout[-3000:], done.stderr[-1000:], sep="\n", flush=True)
        tried, reached = final(done.stderr)
        return tried, max(len(found), int(done.returncode != 0)), reached


def keep(area: str, raw: bytes) -> None:
    """Write an input as the upload it is."""
    from tests.engines.archives.fuzzing import upload

    kept = FOUND / f"{area}-{hashlib.sha256(raw).hexdigest()[:12]}"
    kept.write_bytes(upload(raw, areas()[area]).getvalue())
    print(f"kept {kept.relative_to(ROOT)}", flush=True)


def final(output: str) -> tuple[int, int]:
    """How many inputs were tried, and how many branches they reached."""
    lines = output.splitlines()
    tried = [int(line.split()[-1]) for line in lines if line.startswith("stat::number_of_executed_units")]
    reached = [int(line.split("cov: ")[1].split()[0]) for line in lines if "cov: " in line]
    return max(tried, default=0), max(reached, default=0)


def main() -> int:
    """Fuzz the areas asked for."""
    if sys.argv[1:2] == ["--inside"]:
        fuzz(sys.argv[2], sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("area", nargs="*", choices=[*areas(), []], help="only these areas")
    parser.add_argument("--seconds", type=int, default=600, help="for each area")
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / "digitroops-fuzz")
    options = parser.parse_args()
    found = [run(area, options.seconds, options.corpus) for area in options.area or areas()]
    return int(any(found))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
