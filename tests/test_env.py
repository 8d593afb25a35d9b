import pytest

from digitroops import env


def test_secret_reads_the_file_it_is_pointed_to(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("quiet\n")
    monkeypatch.setenv("A_KEY_FILE", str(tmp_path / "key"))
    assert env.secret("A_KEY") == "quiet"


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_flag_reads_words(monkeypatch, value, expected):
    monkeypatch.setenv("A_FLAG", value)
    assert env.flag("A_FLAG") is expected


def test_number_refuses_words(monkeypatch):
    monkeypatch.setenv("A_NUMBER", "ten")
    with pytest.raises(env.MissingSetting, match="A_NUMBER"):
        env.number("A_NUMBER", 1)
