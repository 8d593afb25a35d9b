import pytest

from digitroops.ui.downloads import csv_download, safe_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_safe_cell_defuses_a_formula(start):
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


def test_safe_cell_leaves_numbers():
    assert [safe_cell(-5), safe_cell(None), safe_cell("a")] == ["-5", "", "a"]


def test_csv_download_quotes_what_needs_it():
    response = csv_download("x.csv", ["Nama"], [["Ayu, S.Si."], ["=1"]])
    assert b"".join(response.streaming_content).decode() == '\ufeffNama\r\n"Ayu, S.Si."\r\n\'=1\r\n'
