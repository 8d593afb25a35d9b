import pytest

from digitroops.engines.footprint.numbers import find_numbers

BORN = "3273014509900001"


def found(text):
    return [(number.category, number.key, text[slice(*number.span)]) for number in find_numbers(text)]


def test_a_nik_is_known_by_its_date_of_birth():
    assert found(f"ini {BORN} ya") == [("confidential", "nik", BORN)]
    assert found("ini 3273019913900002 ya") == []


@pytest.mark.parametrize("number", [BORN[:-1], BORN[:-2], f"{BORN}1"])
def test_a_number_called_nik_counts_when_it_is_mistyped(number):
    assert found(f"nik saya {number} tolong dicatat") == [("confidential", "nik", number)]
    assert found(f"ini {number} tolong dicatat") == []


def test_the_number_of_a_parcel_is_nobodys():
    assert found("no resi 081234567890") == []
    assert found("wa saya 081234567890") == [("personal_data", "phone", "081234567890")]


def test_the_address_of_a_service_is_nobodys():
    assert found("tulis ke budi.santoso@contoh.id") == [("personal_data", "email", "budi.santoso@contoh.id")]
    assert found("tulis ke layanan@contoh.id") == []
