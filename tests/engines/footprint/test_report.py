import io
import json
import os

from digitroops.engines.footprint.report import main


def run(*argv, text=""):
    out = io.StringIO()
    return main(argv, io.StringIO(text), out), out.getvalue()


def test_json_keeps_the_order_of_the_lines():
    code, out = run("--json", text="selamat pagi\ndasar goblok\n\n")
    found = [[item["category"] for item in json.loads(line)["findings"]] for line in out.splitlines()]
    assert (code, found) == (0, [[], ["abusive"], []])


def test_json_carries_evidence_and_reason():
    _, out = run("--json", "--language", "en", text="goblok\n")
    (finding,) = json.loads(out)["findings"]
    assert finding["span"] == [0, 6]
    assert finding["evidence"][1] == {"kind": "word", "name": "goblok", "weight": 1.0}
    assert finding["reason"]["text"] == "Contains words that may read as coarse or insulting: goblok."


def test_reasons_quote_the_words_as_they_were_written():
    _, out = run("--json", text="GUOBLOK lu\n")
    (finding, *_rest) = json.loads(out)["findings"]
    start, end = finding["span"]
    assert "GUOBLOK lu"[start:end] in finding["reason"]["text"]
    _, out = run(text="Dasar Goblok lu\n")
    assert "kamu" not in out
    assert "Goblok" in out.splitlines()[0]


def test_audit_of_a_file_counts_findings(tmp_path):
    path = tmp_path / "texts.txt"
    path.write_bytes(b"dasar goblok\nselamat pagi\ncaf\xe9 enak\n")
    code, out = run(str(path))
    assert code == 0
    assert out.endswith("\nteks dibaca: 3\n  Bahasa kasar: 1 temuan, terberat 2\n")


def test_a_text_file_of_windows_is_read(tmp_path):
    path = tmp_path / "texts.txt"
    path.write_bytes("dasar goblok\r\nselamat pagi\r\n".encode("utf-16"))
    assert run(str(path))[1].endswith("\nteks dibaca: 2\n  Bahasa kasar: 1 temuan, terberat 2\n")


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    code, out = run(str(path))
    assert code == 2
    assert "neither text nor an archive" in out


def test_an_empty_file_is_told_from_a_clean_one(tmp_path):
    path = tmp_path / "texts.txt"
    path.write_bytes(b"")
    code, out = run("--language", "en", str(path))
    assert code == 0
    assert "There was no text." in out


def test_missing_file_is_a_message():
    assert run("/nowhere/x.txt") == (2, "digitroops footprint: /nowhere/x.txt: No such file or directory\n")


def test_training_with_one_class_is_a_message(tmp_path):
    path = tmp_path / "labels.csv"
    path.write_text("text,label\n" + "".join(f"halo {n},clear\n" for n in range(60)))
    code, out = run("train", str(path))
    assert code == 2
    assert out.startswith("digitroops footprint: The table holds one class only")


def test_training_writes_weights_that_find(tmp_path):
    rows = [f"rapat {n} zonk parah,abusive\nrapat {n} lancar jaya,clear\n" for n in range(40)]
    path, weights = tmp_path / "labels.csv", tmp_path / "own.npz"
    path.write_text("text,label\n" + "".join(rows))
    code, out = run("train", str(path), "--out", str(weights))
    assert (code, "weights written" in out) == (0, True)
    _, found = run("--json", "--weights", str(weights), text="rapat tadi zonk parah\nrapat lancar jaya\n")
    assert [[item["category"] for item in json.loads(line)["findings"]] for line in found.splitlines()] == [
        ["abusive"],
        [],
    ]


def test_reader_of_the_output_may_leave_early():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as out:
        assert main(("--json",), io.StringIO("selamat pagi\n" * 1_000), out) == 0
